"""Writes down the veto list: set and lifted by supervisors, answered by the enterprise."""

from sqlalchemy import insert, select, update

from checklists.veto_rules import Target
from safety.calendar import today
from safety.errors import Refusal
from safety.events_staff import VetoAppealed, VetoLifted, VetoSet
from safety.people import Right
from storage import staff
from storage.numbers import Series, next_number
from storage.recording.turn import Turn, Written
from storage.scope import scope_of, within
from storage.tables.certificates import vetoes
from storage.tables.ledger import enterprises

LONGEST, LONGEST_WHY, LONGEST_APPEAL = 300, 200, 500  # characters


def veto_set(turn: Turn, event: VetoSet) -> Written:
    """On the list, with its number. Refusal outside the scope, for somebody who left, or for a day that is over."""
    scope = scope_of(turn.actor, Right.SET_VETO)
    if scope is None:
        raise Refusal("not-allowed")
    found = select(enterprises.c.id).where(
        enterprises.c.credit_code == event.enterprise, within(scope.reach, enterprises.c.id)
    )
    enterprise = turn.connection.execute(found, {"place": scope.place}).scalar_one_or_none()
    if enterprise is None:
        raise Refusal("enterprise-gone")
    one = None if event.worker is None else staff.one(turn.connection, event.worker)
    if event.worker is not None and (one is None or one.enterprise != enterprise or not one.here):
        raise Refusal("staff-gone")
    day = today(turn.now)
    if event.until < day:
        raise Refusal("veto-day-over")
    number = next_number(turn.connection, Series.VETO, turn.now)
    row = {
        "number": number,
        "enterprise": enterprise,
        "worker": event.worker,
        "reason": event.reason,
        "words": event.words.strip()[:LONGEST],
        "bars": sorted(event.bars),
        "since": day,
        "until": event.until,
        "set_at": turn.now,
        "set_by": turn.actor.person,
    }
    turn.connection.execute(insert(vetoes), row)
    target = Target.ENTERPRISE if event.worker is None else Target.PERSON
    return Written(number, {"number": number, "target": target.value}, enterprise=enterprise)


def veto_lifted(turn: Turn, event: VetoLifted) -> Written:
    """Off the list before its end. Refusal outside the scope, or when it is over already."""
    scope = scope_of(turn.actor, Right.SET_VETO)
    if scope is None:
        raise Refusal("not-allowed")
    mine = (vetoes.c.number == event.number) & within(scope.reach, vetoes.c.enterprise)
    lifted = {
        "lifted_on": today(turn.now),
        "lifted_by": turn.actor.person,
        "lifted_why": event.why.strip()[:LONGEST_WHY],
    }
    over = update(vetoes).where(mine, vetoes.c.lifted_on.is_(None)).values(**lifted)
    found = turn.connection.execute(over.returning(vetoes.c.enterprise), {"place": scope.place}).scalar()
    if found is None:
        raise Refusal("veto-gone")
    return Written(event.number, enterprise=found)


def veto_appealed(turn: Turn, event: VetoAppealed) -> Written:
    """What the enterprise says; the newest words stand. Refusal for another one's entry."""
    enterprise = turn.enterprise(Right.KEEP_STAFF)
    mine = (vetoes.c.number == event.number) & (vetoes.c.enterprise == enterprise)
    said = {
        "appeal": event.words.strip()[:LONGEST_APPEAL],
        "appealed_at": turn.now,
        "appealed_by": turn.actor.person,
    }
    over = update(vetoes).where(mine, vetoes.c.lifted_on.is_(None)).values(**said)
    if not said["appeal"] or turn.connection.execute(over).rowcount != 1:
        raise Refusal("veto-gone")
    return Written(event.number)
