"""The exceptions of an area: named cases that want a person's attention, worst first, then oldest. No league tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, bindparam, exists, func, literal_column, select, tuple_

from checklists.catalogue import Catalogue
from checklists.period import first_of
from safety.areas import Concern
from safety.calendar import at, today
from safety.checks import CheckKey
from safety.hazard_ledger import HazardState
from safety.people import Role
from storage.drafts import key_of
from storage.scope import Reach, Scope, within
from storage.sifting import LISTED, WALKED
from storage.tables.checks import checks
from storage.tables.ledger import contacts, duties, enterprises, hazards
from storage.tables.people import people, seats
from storage.tables.silences import silences

MOST = 5
# The enterprise's turn, and not stopped; spelled out, so that the database sees that ix_hazards_late covers them.
OWED: list[Any] = [
    literal_column(f"'{state.value}'")
    for state in (HazardState.REPORTED, HazardState.PLANNED, HazardState.FIXING)
]

_RESPONSIBLE = (
    select(func.min(people.c.name))
    .join(seats, seats.c.person == people.c.id)
    .where(
        seats.c.enterprise == enterprises.c.id,
        seats.c.until.is_(None),
        seats.c.role.in_([Role.OFFICER, Role.PRINCIPAL]),
    )
    .correlate(enterprises)
    .scalar_subquery()
)
_LISTED = (
    select(func.min(contacts.c.name))
    .where(contacts.c.enterprise == enterprises.c.id)
    .correlate(enterprises)
    .scalar_subquery()
)
_HAZARDS = select(
    enterprises.c.name,
    enterprises.c.credit_code,
    hazards.c.plan,
    hazards.c.number,
    hazards.c.found_at,
    hazards.c.due,
    hazards.c.listing,
    _RESPONSIBLE.label("owner"),
).join_from(hazards, enterprises, enterprises.c.id == hazards.c.enterprise)
_EVER_JOINED = exists().where(seats.c.enterprise == enterprises.c.id)


def _major(reach: Reach) -> Select[Any]:
    """Suspected major hazards, oldest first; a draft's count too."""
    open_ = hazards.c.state.in_(LISTED)
    worst = _HAZARDS.where(within(reach, hazards.c.enterprise), hazards.c.suspected_major, open_)
    return worst.order_by(hazards.c.found_at, hazards.c.id).limit(bindparam("most"))


def _overdue(reach: Reach) -> Select[Any]:
    late = and_(hazards.c.state.in_(OWED), ~hazards.c.suspected_major, hazards.c.due < bindparam("today"))
    return (
        _HAZARDS.where(within(reach, WALKED), late)
        .order_by(hazards.c.due, hazards.c.id)
        .limit(bindparam("most"))
    )


def _unsubmitted(reach: Reach) -> Select[Any]:
    """Checks of a period that has ended, owed by then and never submitted, by enterprises that have joined."""
    handed_in = exists().where(
        checks.c.enterprise == duties.c.enterprise,
        checks.c.checklist == duties.c.checklist,
        checks.c.submitted_at.is_not(None),
        tuple_(checks.c.checklist, checks.c.period).in_(bindparam("keys", expanding=True)),
    )
    return (
        select(enterprises.c.name, enterprises.c.credit_code, _RESPONSIBLE.label("owner"))
        .join_from(duties, enterprises, enterprises.c.id == duties.c.enterprise)
        .where(
            within(reach, duties.c.enterprise),
            duties.c.checklist.in_(bindparam("checklists", expanding=True)),
            duties.c.since < bindparam("ended"),
            ~handed_in,
            _EVER_JOINED,
        )
        .group_by(enterprises.c.id, enterprises.c.name, enterprises.c.credit_code)
        .order_by(enterprises.c.id)
        .limit(bindparam("most"))
    )


def _silent(reach: Reach) -> Select[Any]:
    """Enterprises of which nobody can be reached, the longest silent first."""
    alone = select(
        enterprises.c.name, enterprises.c.credit_code, silences.c.since, _RESPONSIBLE.label("owner")
    )
    lasting = and_(within(reach, silences.c.enterprise), silences.c.until.is_(None))
    joined = alone.join_from(silences, enterprises, enterprises.c.id == silences.c.enterprise)
    return joined.where(lasting).order_by(silences.c.since, silences.c.id).limit(bindparam("most"))


def _never_joined(reach: Reach) -> Select[Any]:
    alone = select(
        enterprises.c.name, enterprises.c.credit_code, enterprises.c.added_at, _LISTED.label("owner")
    )
    oldest = alone.where(within(reach, enterprises.c.id), ~_EVER_JOINED)
    return oldest.order_by(enterprises.c.added_at, enterprises.c.id).limit(bindparam("most"))


_MAJOR = {reach: _major(reach) for reach in Reach}
_LATE = {reach: _overdue(reach) for reach in Reach}
_MISSING = {reach: _unsubmitted(reach) for reach in Reach}
_SILENT = {reach: _silent(reach) for reach in Reach}
_ALONE = {reach: _never_joined(reach) for reach in Reach}


@dataclass(frozen=True, slots=True)
class _Look:
    connection: Connection
    catalogue: Catalogue
    scope: Scope
    day: date
    most: int = MOST

    def rows(self, statements: dict[Reach, Select[Any]], **more: Any) -> Sequence[Row[Any]]:
        return self.connection.execute(
            statements[self.scope.reach], {"place": self.scope.place, "most": self.most, **more}
        ).all()

    def days(self, since: datetime) -> int:
        return (self.day - today(since)).days


def concerns(
    connection: Connection, catalogue: Catalogue, scope: Scope, day: date, most: int = MOST
) -> Sequence[Concern]:
    """The worst of the named cases; what is worse is looked for first, so the lesser kinds often cost no query."""
    look = _Look(connection, catalogue, scope, day, most)
    return tuple(islice(_by_harm(look), most))


def _by_harm(look: _Look) -> Iterator[Concern]:
    for row in look.rows(_MAJOR):
        kind = "listed" if row.listing else "major"
        yield _hazard(row, kind, look.days(row.found_at))
    for row in look.rows(_LATE, today=look.day):
        yield _hazard(row, "overdue", (look.day - row.due).days)
    for row in look.rows(_SILENT):
        yield Concern("silent", row.name, None, look.days(row.since), row.owner, code=row.credit_code)
    yield from _by_period(look)
    for row in look.rows(_ALONE):
        days = look.days(row.added_at)
        yield Concern("never_joined", row.name, None, days, row.owner, code=row.credit_code)


def _hazard(row: Row[Any], kind: str, days: int) -> Concern:
    """With the day that its plan promised."""
    day = (row.plan or {}).get("day")
    promised = date.fromisoformat(day) if isinstance(day, str) and day else None
    return Concern(kind, row.name, row.number, days, row.owner, code=row.credit_code, promised=promised)


def _by_period(look: _Look) -> Iterator[Concern]:
    """One line per enterprise and ended period, the longest ended first."""
    for ended, keys in sorted(_ended(look.catalogue, look.day).items()):
        wanted = {
            "keys": [(key.checklist, key.period) for key in keys],
            "checklists": [key.checklist for key in keys],
            "ended": at(ended + timedelta(days=1), time.min),
        }
        for row in look.rows(_MISSING, **wanted):
            days = (look.day - ended).days
            yield Concern("unsubmitted", row.name, None, days, row.owner, code=row.credit_code)


def _ended(catalogue: Catalogue, day: date) -> dict[date, list[CheckKey]]:
    """The last period of each form that is over and in which the form was owed, by its last day."""
    ended: dict[date, list[CheckKey]] = {}
    for checklist, form in catalogue.checklists.items():
        key = _previous(catalogue, checklist, day)
        due = form.due_in(key.period)
        if form.open_on(due):
            ended.setdefault(due, []).append(key)
    return ended


def _previous(catalogue: Catalogue, checklist: str, day: date) -> CheckKey:
    begin = first_of(key_of(catalogue, checklist, day).period)
    return key_of(catalogue, checklist, begin - timedelta(days=1))
