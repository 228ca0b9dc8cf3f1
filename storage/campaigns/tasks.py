"""What an enterprise owes by the rounds of campaigns: each is a self-check with a period of its own. Looked up by index, hot path."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, bindparam, func, select, update

from checklists.catalogue import Catalogue
from checklists.period import is_special, round_of
from safety.campaigns import Assignment, Who
from safety.checks import CheckKey, Duty, DutyState
from safety.errors import Refusal
from safety.people import Role
from storage.prepared import Prepared
from storage.tables.campaigns import campaign_rounds, campaign_signs, campaign_targets, campaigns
from storage.tables.checks import answers, checks
from storage.tables.people import seats
from storage.tables.submissions import returns

R, T, C = campaign_rounds.c, campaign_targets.c, campaigns.c
_answered = (
    select(func.count())
    .where(answers.c.check_id == checks.c.id, answers.c.value.is_not(None))
    .scalar_subquery()
)
_returned = (
    select(returns.c.id)
    .where(returns.c.check_id == checks.c.id, returns.c.version == checks.c.version)
    .exists()
)
_OPEN = Prepared(
    select(
        R.id.label("round"),
        R.checklist,
        R.period,
        R.title,
        R.who,
        R.due,
        T.opened_at,
        checks.c.id.is_not(None).label("begun"),
        checks.c.submitted_at.is_not(None).label("submitted"),
        checks.c.correcting.is_not(None).label("correcting"),
        _returned.label("returned"),
        _answered.label("answered"),
    )
    .select_from(
        campaign_targets.join(campaign_rounds, R.id == T.round).outerjoin(checks, checks.c.id == T.check_id)
    )
    .where(
        T.enterprise == bindparam("enterprise"),
        T.done_at.is_(None),
        R.closed_at.is_(None),
        R.closes >= bindparam("today", type_=R.closes.type),
    )
    .order_by(R.due, R.id)
)


def _of(enterprise: Any, number: Any) -> Select[Any]:
    found = select(
        R.id,
        R.checklist,
        R.period,
        R.title,
        R.who,
        R.due,
        R.closes,
        R.closed_at,
        T.done_at,
        T.check_id,
        C.number,
    )
    joined = campaign_targets.join(campaign_rounds, R.id == T.round).join(campaigns, C.id == R.campaign)
    return found.select_from(joined).where(T.enterprise == enterprise, T.round == number)


_ONE = Prepared(_of(bindparam("enterprise"), bindparam("round")))
_BEGIN = Prepared(
    update(campaign_targets)
    .where(T.enterprise == bindparam("b_enterprise"), T.round == bindparam("b_round"))
    .values(check_id=bindparam("b_check"))
)
_DONE = Prepared(
    update(campaign_targets)
    .where(T.enterprise == bindparam("b_enterprise"), T.round == bindparam("b_round"), T.done_at.is_(None))
    .values(done_at=bindparam("b_at", type_=T.done_at.type))
)
_TITLES = select(R.period, R.title).where(R.id.in_(bindparam("rounds", expanding=True)))


@dataclass(frozen=True, slots=True)
class Task:
    """One round that an enterprise has not done, and is still taken. `submitted`: filled in, and not confirmed by all who have to."""

    key: CheckKey
    title: str
    due: date
    who: Who
    opened_at: datetime
    submitted: bool
    duty: Duty


def open_tasks(connection: Connection, enterprise: int, today: date) -> Sequence[Task]:
    """What is open for an enterprise, by due day."""
    rows = _OPEN.rows(connection, {"enterprise": enterprise, "today": today})
    return [_task(row) for row in rows]


def _task(row: Any) -> Task:
    key = CheckKey(row.checklist, row.period)
    duty = Duty(key, row.due, _state(row), row.answered if row.begun else 0, row.title)
    return Task(key, row.title, row.due, Who(row.who), row.opened_at, bool(row.submitted), duty)


def _state(row: Any) -> DutyState:
    if not row.submitted:
        return DutyState.BEGUN if row.begun else DutyState.OPEN
    if row.correcting:
        return DutyState.CORRECTING
    return DutyState.RETURNED if row.returned else DutyState.DONE


def duties(connection: Connection, catalogue: Catalogue, enterprise: int, today: date) -> Sequence[Duty]:
    """The checks that campaigns ask for beside the usual ones; those whose form content no longer has are left out."""
    tasks = open_tasks(connection, enterprise, today)
    return [one.duty for one in tasks if one.key.checklist in catalogue.checklists]


def titles(connection: Connection, periods: Sequence[str]) -> dict[str, str]:
    """The campaigns' titles by period."""
    wanted = {round_of(one) for one in periods if is_special(one)}
    if not wanted:
        return {}
    return {row.period: row.title for row in connection.execute(_TITLES, {"rounds": sorted(wanted)})}


def assignment(
    connection: Connection, enterprise: int, period: str, person: int, today: date
) -> Assignment | None:
    """What a check of this period is for; None when it is none of a campaign's that reached the enterprise."""
    if not is_special(period):
        return None
    row = _ONE.first(connection, {"enterprise": enterprise, "round": round_of(period)})
    if row is None or row.period != period:
        return None
    signed = signers(connection, row.id, enterprise)
    submitted = row.check_id is not None and submitted_by(connection, row.check_id) is not None
    waits = Who(row.who) is Who.ALL and submitted and row.done_at is None and row.closed_at is None
    signs = waits and person not in signed and person in responsible(connection, enterprise)
    return Assignment(
        number=row.number,
        title=row.title,
        checklist=row.checklist,
        period=period,
        due=row.due,
        closes=row.closes,
        who=Who(row.who),
        done=row.done_at is not None,
        signs=signs and row.closes >= today,
        signed=len(signed),
    )


def taken(connection: Connection, enterprise: int, key: CheckKey, today: date) -> Row[Any]:
    """The round that a check belongs to, as long as it is taken. Refusal otherwise."""
    row = _ONE.first(connection, {"enterprise": enterprise, "round": round_of(key.period)})
    if row is None or row.period != key.period or row.checklist != key.checklist:
        raise Refusal("campaign-gone")
    if row.closed_at is not None or row.closes < today:
        raise Refusal("campaign-closed", {"title": row.title})
    return row  # type: ignore[no-any-return]  # a prepared statement's row


def begin(connection: Connection, enterprise: int, number: int, check: int) -> None:
    """The check of a round has been begun."""
    _BEGIN.run(connection, {"b_enterprise": enterprise, "b_round": number, "b_check": check})


def done(connection: Connection, enterprise: int, number: int, at: datetime) -> None:
    """The enterprise has done its part of a round."""
    _DONE.run(connection, {"b_enterprise": enterprise, "b_round": number, "b_at": at})


def responsible(connection: Connection, enterprise: int) -> frozenset[int]:
    """Who of an enterprise has to confirm a check that all have to do: its principals and officers."""
    held = and_(seats.c.until.is_(None), seats.c.role.in_([Role.PRINCIPAL, Role.OFFICER]))
    found = select(seats.c.person).where(seats.c.enterprise == enterprise, held)
    return frozenset(connection.execute(found).scalars())


def signers(connection: Connection, number: int, enterprise: int) -> frozenset[int]:
    """Who has confirmed it so far, whoever submitted it among them."""
    kept = campaign_signs.c
    found = select(kept.person).where(kept.round == number, kept.enterprise == enterprise)
    return frozenset(connection.execute(found).scalars())


def submitted_by(connection: Connection, check: int) -> int | None:
    """Who submitted a check; None as long as nobody has."""
    found = select(checks.c.submitted_by).where(checks.c.id == check)
    return connection.execute(found).scalar_one_or_none()


def still_open(connection: Connection, person: int | None, period: str) -> bool:
    """Whether one of the enterprises that somebody answers for has not done a round yet."""
    if person is None or not is_special(period):
        return False
    mine = select(seats.c.enterprise).where(seats.c.person == person, seats.c.until.is_(None))
    found = (
        select(T.round)
        .join(campaign_rounds, R.id == T.round)
        .where(
            T.round == round_of(period), T.done_at.is_(None), R.closed_at.is_(None), T.enterprise.in_(mine)
        )
    )
    return connection.execute(found.limit(1)).first() is not None
