"""Writes down campaigns and plans: opened, changed, paused, ended by an area's supervisors; their checks begun, submitted, confirmed.

Rounds are begun and ended by the clock (bot/campaign_rounds.py), which has the content that a query needs.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from checklists.period import round_of
from safety.calendar import today
from safety.campaigns import LONGEST_TITLE, Standing, Terms, Who, chasable
from safety.checks import CheckKey
from safety.errors import Refusal
from safety.events import Event
from safety.events_campaigns import (
    CampaignChanged,
    CampaignChased,
    CampaignEnded,
    CampaignFilled,
    CampaignOpened,
    CampaignPaused,
    CampaignResumed,
    CampaignSigned,
)
from safety.people import Right, Role
from safety.queries import NOBODY, Query
from storage import due
from storage.campaigns import tasks
from storage.campaigns.planning import BEGIN, CHASE, CLOSE, begins_at, key_of
from storage.groups import own
from storage.numbers import Series, next_number
from storage.recording.turn import Turn, Written
from storage.scope import Reach, Scope, scope_of
from storage.tables.campaigns import campaign_chases, campaign_rounds, campaign_signs, campaigns, groups
from storage.upsert import Upsert

_SIGN = Upsert(lambda make: make(campaign_signs).on_conflict_do_nothing())
C = campaigns.c


def campaign_opened(turn: Turn, event: CampaignOpened) -> Written:
    """Numbered; the clock begins its first round. Refusal without the right, without a title, or for a day that is over."""
    scope = leading(turn)
    terms = _terms(event.terms)
    if terms.starts < today(turn.now):
        raise Refusal("campaign-past")
    number = next_number(turn.connection, Series.CAMPAIGN, turn.now)
    row = _row(turn, scope, event, terms) | {
        "number": number,
        "standing": Standing.RUNNING,
        "area": scope.place,
        "person": turn.actor.person,
        "opened_at": turn.now,
    }
    one = turn.connection.execute(insert(campaigns).values(row).returning(C.id)).scalar_one()
    at = max(turn.now, begins_at(terms.starts))
    due.plan(turn.connection, key_of(BEGIN, one), BEGIN, str(one), at)
    return Written(number, {"number": number})


def _terms(kept: object) -> Terms:
    try:
        return Terms.from_json(kept)
    except ValueError as error:
        raise Refusal("campaign-terms-refused") from error


def _row(turn: Turn, scope: Scope, event: CampaignOpened | CampaignChanged, terms: Terms) -> dict[str, Any]:
    title, query = " ".join(event.title.split())[:LONGEST_TITLE], Query.from_json(dict(event.query))
    if not title or not event.checklist or query == NOBODY:
        raise Refusal("campaign-terms-refused")
    group = event.group or None
    if group is not None:
        mine = select(groups.c.id).where(groups.c.id == group, own(scope))
        if turn.connection.execute(mine).first() is None:
            raise Refusal("group-missing")
    return {
        "title": title,
        "checklist": event.checklist,
        "query": query.to_json(),
        "group": group,
        "terms": terms.to_json(),
    }


def campaign_changed(turn: Turn, event: CampaignChanged) -> Written:
    """From the next round on. Refusal for one of another area, or one that is over."""
    scope, row = _led(turn, event.number)
    terms = _terms(event.terms)
    turn.connection.execute(update(campaigns).where(C.id == row.id).values(_row(turn, scope, event, terms)))
    _again(turn, row.id, turn.now)
    return Written(event.number)


def campaign_paused(turn: Turn, event: CampaignPaused) -> Written:
    """No new round begins."""
    return _stands(turn, event.number, Standing.RUNNING, Standing.PAUSED)


def campaign_resumed(turn: Turn, event: CampaignResumed) -> Written:
    """Rounds begin again; the clock looks which is next."""
    return _stands(turn, event.number, Standing.PAUSED, Standing.RUNNING)


def _stands(turn: Turn, number: str, before: Standing, after: Standing) -> Written:
    _, row = _led(turn, number)
    mine = (C.id == row.id) & (C.standing == before)
    if turn.connection.execute(update(campaigns).where(mine).values(standing=after)).rowcount != 1:
        raise Refusal("campaign-stands")
    _again(turn, row.id, turn.now)
    return Written(number)


def campaign_ended(turn: Turn, event: CampaignEnded) -> Written:
    """Over for good; the clock closes the rounds that are open."""
    _, row = _led(turn, event.number)
    over = {"standing": Standing.ENDED, "ended_at": turn.now}
    turn.connection.execute(update(campaigns).where(C.id == row.id).values(over))
    rounds = campaign_rounds.c
    still = select(rounds.id).where(rounds.campaign == row.id, rounds.closed_at.is_(None))
    for number in turn.connection.execute(still).scalars().all():
        due.pull(turn.connection, key_of(CLOSE, number), CLOSE, str(number), turn.now)
    return Written(event.number)


def _again(turn: Turn, campaign: int, at: datetime) -> None:
    """Have the clock look at it now."""
    due.pull(turn.connection, key_of(BEGIN, campaign), BEGIN, str(campaign), at)


def campaign_chased(turn: Turn, event: CampaignChased) -> Written:
    """Once a working day for an area; the clock writes the letters. Refusal where nothing runs, or when it was just done."""
    scope = scope_of(turn.actor, Right.SEE_CAMPAIGNS)
    if scope is None or scope.reach is Reach.ENTERPRISE:
        raise Refusal("not-allowed")
    rounds, chases = campaign_rounds.c, campaign_chases.c
    newest = (
        select(rounds.id, rounds.closed_at)
        .join(campaigns, C.id == rounds.campaign)
        .where(C.number == event.number)
        .order_by(rounds.sequence.desc())
        .limit(1)
    )
    row = turn.connection.execute(newest).one_or_none()
    if row is None or row.closed_at is not None:
        raise Refusal("campaign-not-on")
    same = (chases.round == row.id) & (chases.area.is_not_distinct_from(scope.place) | chases.area.is_(None))
    last = turn.connection.execute(select(chases.at).where(same).order_by(chases.at.desc()).limit(1)).scalar()
    if last is not None and not chasable(last, turn.now, turn.rules.campaigns.chase_hours):
        raise Refusal("campaign-chased-lately", {"time": last})
    chase = {"round": row.id, "area": scope.place, "person": turn.actor.person, "at": turn.now}
    one = turn.connection.execute(insert(campaign_chases).values(chase).returning(chases.id)).scalar_one()
    due.plan(turn.connection, key_of(CHASE, one), CHASE, str(one), turn.now)
    return Written(event.number, {"chase": one})


# --- what enterprises do ------------------------------------------------------------------------------------------


def begun(turn: Turn, enterprise: int, key: CheckKey, check: int) -> None:
    """The check of a round is begun."""
    tasks.begin(turn.connection, enterprise, round_of(key.period), check)


def submitted(turn: Turn, enterprise: int, key: CheckKey) -> Sequence[Event]:
    """The check of a round was submitted: done, or to be confirmed by the others who have to. Refusal when it is over, or not theirs to do."""
    row = tasks.taken(turn.connection, enterprise, key, today(turn.now))
    seat = turn.actor.seat
    if Who(row.who) is Who.PRINCIPAL and (seat is None or seat.role is not Role.PRINCIPAL):
        raise Refusal("campaign-principal")
    if Who(row.who) is not Who.ALL:
        tasks.done(turn.connection, enterprise, row.id, turn.now)
        return ()
    waits = tuple(sorted(_sign(turn, row, enterprise)))
    return (CampaignFilled(key.period, row.title, row.due, waits),) if waits else ()


def campaign_filled(_turn: Turn, event: CampaignFilled) -> Written:
    """What follows from a submission; it changes nothing by itself."""
    return Written(event.period)


def campaign_signed(turn: Turn, event: CampaignSigned) -> Written:
    """Confirmed by one more; done when nobody is left. Refusal for whoever need not, before it was filled in, or afterwards."""
    enterprise = turn.enterprise(Right.SUBMIT_CHECK)
    day = today(turn.now)
    told = tasks.assignment(turn.connection, enterprise, event.period, turn.actor.person, day)
    if told is None or not told.signs:
        raise Refusal("campaign-nothing-to-sign")
    row = tasks.taken(turn.connection, enterprise, CheckKey(told.checklist, event.period), day)
    _sign(turn, row, enterprise)
    return Written(f"{told.checklist}/{event.period}")


def _sign(turn: Turn, row: Row[Any], enterprise: int) -> frozenset[int]:
    """Confirm; who still has to. Done when that is nobody."""
    signed = {"round": row.id, "enterprise": enterprise, "person": turn.actor.person, "at": turn.now}
    _SIGN.run(turn.connection, signed)
    waits = tasks.responsible(turn.connection, enterprise) - tasks.signers(
        turn.connection, row.id, enterprise
    )
    if not waits:
        tasks.done(turn.connection, enterprise, row.id, turn.now)
    return waits


def leading(turn: Turn) -> Scope:
    """The area for which the actor opens campaigns."""
    scope = scope_of(turn.actor, Right.RUN_CAMPAIGN)
    if scope is None or scope.reach is Reach.ENTERPRISE:
        raise Refusal("not-allowed")
    return scope


def _led(turn: Turn, number: str) -> tuple[Scope, Row[Any]]:
    """A campaign of the actor's own area that is not over, held against a second one who changes it."""
    scope = leading(turn)
    found = select(campaigns).where(C.number == number).with_for_update()
    row = turn.connection.execute(found).one_or_none()
    if row is None or not scope.keeps(row.area):
        raise Refusal("campaign-gone")
    if row.standing is Standing.ENDED:
        raise Refusal("campaign-over")
    return scope, row
