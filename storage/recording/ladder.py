"""Writes down more time: asked for, granted, refused. The due day of the rule stays; the ladder is counted from the granted one."""

from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select, update

from checklists.reminders import Recipient, Task
from safety.errors import Refusal
from safety.events_ladder import ExtensionAsked, ExtensionDecided
from safety.ladder import LONGEST, SHORTEST, Answer, may_be_asked
from safety.people import Right, Role
from storage import ladder
from storage.recording.turn import Turn, Written
from storage.scope import Reach, scope_of, within
from storage.tables.ladder import extensions
from storage.tables.obligations import obligations


def extension_asked(turn: Turn, event: ExtensionAsked) -> Written:
    """Refusal when it is not open in the actor's enterprise, one waits already, or the day or the reason will not do.

    Hazards have an extension of their own. Nobody decides for themselves: what a principal asks for goes to the town.
    """
    own = (obligations.c.id == event.number) & (
        obligations.c.enterprise == turn.enterprise(Right.ANSWER_CHECK)
    )
    row = turn.connection.execute(select(obligations).where(own, obligations.c.state == "open")).one_or_none()
    if row is None or row.task == Task.FIX.value:
        raise Refusal("owed-gone")
    if not may_be_asked(event.until, row.due_at, turn.now) or not SHORTEST <= len(event.reason) <= LONGEST:
        raise Refusal("extension-other-day")
    if _waiting(turn, event.number):
        raise Refusal("extension-waits")
    principal = turn.actor.seat is not None and turn.actor.seat.role is Role.PRINCIPAL
    asked = {
        "obligation": row.id,
        "until": event.until,
        "reason": event.reason,
        "asked_by": turn.actor.person,
        "asked_at": turn.now,
        "decider": Recipient.TOWN if principal else event.to,
        "answer": Answer.ASKED,
    }
    turn.connection.execute(insert(extensions).values(asked))
    return Written(f"owed/{event.number}", {"rule": row.rule, "about": row.about})


def _waiting(turn: Turn, number: int) -> bool:
    own = (extensions.c.obligation == number) & (extensions.c.answer == Answer.ASKED)
    return turn.connection.execute(select(extensions.c.id).where(own)).first() is not None


def extension_decided(turn: Turn, event: ExtensionDecided) -> Written:
    """Refusal for anybody but the rule's person, and when it was decided, or the matter is done."""
    row = _asked(turn, event.number)
    answer = Answer.GRANTED if event.granted else Answer.REFUSED
    mine = (extensions.c.id == row.id) & (extensions.c.answer == Answer.ASKED)
    decided = {"answer": answer, "decided_by": turn.actor.person, "decided_at": turn.now}
    if turn.connection.execute(update(extensions).where(mine).values(decided)).rowcount != 1:
        raise Refusal("extension-gone")
    if event.granted:
        ladder.look(turn.connection, row.obligation, turn.now)
    own = (extensions.c.obligation == row.obligation) & (extensions.c.answer == Answer.GRANTED)
    count = turn.connection.execute(select(func.count()).select_from(extensions).where(own)).scalar_one()
    added = {"until": row.until.isoformat(), "granted_so_far": int(count)}
    return Written(f"owed/{row.obligation}", added, enterprise=row.enterprise)


def _asked(turn: Turn, number: int) -> Row[Any]:
    """A request that waits, of a matter that is open, which the actor decides."""
    seat, scope = turn.actor.seat, scope_of(turn.actor)
    if seat is None or scope is None:
        raise Refusal("not-allowed")
    found = (
        select(extensions, obligations.c.enterprise)
        .join(obligations, obligations.c.id == extensions.c.obligation)
        .where(
            extensions.c.id == bindparam("number"),
            extensions.c.answer == Answer.ASKED,
            obligations.c.state == "open",
            within(scope.reach, obligations.c.enterprise),
        )
    )
    row = turn.connection.execute(found, {"number": number, "place": scope.place}).one_or_none()
    if row is None:
        raise Refusal("extension-gone")
    inside = scope.reach is Reach.ENTERPRISE and seat.role is Role.PRINCIPAL
    decides = inside if row.decider is Recipient.PRINCIPAL else turn.actor.may(Right.VERIFY_HAZARD)
    if not decides or row.asked_by == turn.actor.person:
        raise Refusal("not-allowed")
    return row
