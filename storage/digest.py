"""The figures of an area and its exceptions: a handful of counting queries, however many enterprises there are."""

from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Subquery,
    and_,
    bindparam,
    case,
    distinct,
    func,
    or_,
    select,
    tuple_,
)

from checklists.catalogue import Catalogue
from safety.areas import Figures
from safety.calendar import at
from storage.drafts import key_of
from storage.scope import Reach, Scope, within
from storage.sifting import LISTED, WALKED
from storage.tables.checks import checks
from storage.tables.ledger import duties, enterprises, hazards
from storage.tables.people import seats
from storage.types import Moment

_UNTIL = bindparam("until", type_=Moment)
_DAY_START = bindparam("day_start", type_=Moment)


def _count(of: Any, reach: Reach, enterprise: ColumnElement[Any], *conditions: ColumnElement[bool]) -> Any:
    return (
        select(func.count()).select_from(of).where(within(reach, enterprise), *conditions).scalar_subquery()
    )


def _sum(condition: ColumnElement[bool], name: str) -> Any:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0).label(name)


def _joined(reach: Reach) -> Any:
    """Enterprises in which somebody has a seat."""
    held = and_(seats.c.since <= _UNTIL, or_(seats.c.until.is_(None), seats.c.until > _UNTIL))
    inside = within(reach, seats.c.enterprise)
    return select(func.count(distinct(seats.c.enterprise))).where(inside, held).scalar_subquery()


def _submitted(reach: Reach) -> Select[Any]:
    """Checks of the current periods that are in, of those that are owed, and the zero reports among them."""
    owed = and_(duties.c.enterprise == checks.c.enterprise, duties.c.checklist == checks.c.checklist)
    current = tuple_(checks.c.checklist, checks.c.period).in_(bindparam("keys", expanding=True))
    return (
        select(func.count().label("submitted"), _sum(checks.c.zero, "zero"))
        .select_from(checks.join(duties, owed))
        .where(within(reach, checks.c.enterprise), current, checks.c.submitted_at <= _UNTIL)
    )


_COUNTED = (hazards.c.due, hazards.c.suspected_major, hazards.c.found_at)


def _then(reach: Reach) -> Subquery:
    """Hazards that a supervisor saw as open at the moment that is counted: open still, or ended since.

    Two halves, each found by its index: 40,000 that ended before are not looked at.
    """
    major = and_(hazards.c.suspected_major, hazards.c.found_at <= _UNTIL)
    seen = and_(within(reach, WALKED), or_(hazards.c.reported_at <= _UNTIL, major))
    since = (
        or_(hazards.c.closed_at > _UNTIL, hazards.c.withdrawn_at > _UNTIL),
        or_(hazards.c.closed_at.is_(None), hazards.c.closed_at > _UNTIL),
        or_(hazards.c.withdrawn_at.is_(None), hazards.c.withdrawn_at > _UNTIL),
    )
    still = select(*_COUNTED).where(hazards.c.state.in_(LISTED), seen)
    ended = select(*_COUNTED).where(hazards.c.state.not_in(LISTED), *since, seen)
    return still.union_all(ended).subquery("then")


def _enterprises(reach: Reach) -> Select[Any]:
    known = _count(enterprises, reach, enterprises.c.id, enterprises.c.added_at <= _UNTIL)
    open_ = duties.c.checklist.in_(bindparam("open", expanding=True))
    owed = _count(duties, reach, duties.c.enterprise, open_, duties.c.since <= _UNTIL)
    return select(
        known.label("enterprises"),
        _joined(reach).label("joined"),
        owed.label("owed"),
    )


def _now(reach: Reach) -> Subquery:
    """The same of this very moment, by the state: the partial index of open hazards covers it."""
    seen = or_(hazards.c.reported_at.is_not(None), hazards.c.suspected_major)
    return select(*_COUNTED).where(within(reach, WALKED), hazards.c.state.in_(LISTED), seen).subquery("now")


def _hazards(these: Subquery) -> Select[Any]:
    return select(
        func.count().label("open"),
        _sum(these.c.due < bindparam("day"), "overdue"),
        _sum(these.c.suspected_major, "major"),
        _sum(these.c.found_at >= _DAY_START, "found_today"),
    ).select_from(these)


_ENTERPRISES = {reach: _enterprises(reach) for reach in Reach}
_SUBMITTED = {reach: _submitted(reach) for reach in Reach}
_HAZARDS = {reach: _hazards(_then(reach)) for reach in Reach}
_HAZARDS_NOW = {reach: _hazards(_now(reach)) for reach in Reach}


def figures(
    connection: Connection,
    catalogue: Catalogue,
    scope: Scope,
    day: date,
    until: datetime,
    *,
    live: bool = False,
) -> Figures:
    """The figures of a day as they stood at a moment: three queries. `live`: the moment is now."""
    open_ = catalogue.open_on(day)
    keys = [key_of(catalogue, checklist, day) for checklist in open_]
    moment: dict[str, Any] = {"place": scope.place, "until": until}
    current = {"keys": [(key.checklist, key.period) for key in keys]}
    units = connection.execute(_ENTERPRISES[scope.reach], moment | {"open": open_}).one()
    handed = connection.execute(_SUBMITTED[scope.reach], moment | current).one()
    today = {"day": day, "day_start": at(day, time.min)}
    if live:
        found = connection.execute(_HAZARDS_NOW[scope.reach], {"place": scope.place, **today}).one()
    else:
        found = connection.execute(_HAZARDS[scope.reach], moment | today).one()
    return Figures(
        enterprises=units.enterprises,
        joined=units.joined,
        owed=units.owed,
        submitted=handed.submitted,
        open_hazards=found.open,
        overdue_hazards=found.overdue,
        suspected_major=found.major,
        found_today=found.found_today,
        zero=handed.zero,
    )


def at_end_of(connection: Connection, catalogue: Catalogue, scope: Scope, day: date) -> Figures:
    """The figures as they stood at the end of a day."""
    end = at(day + timedelta(days=1), time.min) - timedelta(microseconds=1)
    return figures(connection, catalogue, scope, day, end)


def yesterday(connection: Connection, catalogue: Catalogue, scope: Scope, today: date) -> Figures:
    """The figures as they stood at the end of the day before."""
    return at_end_of(connection, catalogue, scope, today - timedelta(days=1))
