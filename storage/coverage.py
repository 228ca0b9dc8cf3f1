"""Who was reached in a quarter (每季度全覆盖): written down as it happens, counted in a supervisor's scope, the condition for lists.

A row says that an enterprise was reached, how, and by what. Which ways count is content and asked for each time, so that a
changed rule counts anew what is kept. Closed enterprises are nobody to reach.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    String,
    bindparam,
    case,
    distinct,
    exists,
    func,
    literal,
    select,
    type_coerce,
)

from checklists.catalogue import Catalogue
from checklists.grading import Covered
from checklists.period import due_of, first_of
from checklists.reminders import Activity
from safety.calendar import at, today
from safety.coverage import Missed, Pile, Quarter, Reached, quarter_of
from safety.hazard_ledger import HazardState
from safety.people import Actor, Right
from storage.scope import Reach, Scope, scope_of, within
from storage.tables.checks import checks
from storage.tables.inspections import coverings, inspections
from storage.tables.ledger import areas, enterprises, hazards
from storage.upsert import Upsert

LOOKED = tuple(one for one in Covered if one is not Covered.NOBODY_THERE)
_NOTE = Upsert(lambda insert: insert(coverings).on_conflict_do_nothing())
_LAST = (
    select(func.max(coverings.c.at))
    .where(coverings.c.enterprise == enterprises.c.id)
    .correlate(enterprises)
    .scalar_subquery()
)


def note(connection: Connection, enterprise: int, how: Covered, about: str, now: datetime) -> None:
    """An enterprise was reached, in the quarter of this moment; the same again changes nothing."""
    row = {"quarter": quarter_of(today(now)), "enterprise": enterprise, "how": how, "about": about, "at": now}
    _NOTE.run(connection, row)


def covered(enterprise: ColumnElement[Any], quarter: str, counts: Collection[Covered]) -> ColumnElement[bool]:
    """The condition that an enterprise was reached in a quarter, in one of the ways that count."""
    return exists().where(
        coverings.c.quarter == quarter, coverings.c.enterprise == enterprise, coverings.c.how.in_(counts)
    )


def not_covered(
    enterprise: ColumnElement[Any], quarter: str, counts: Collection[Covered]
) -> ColumnElement[bool]:
    """The condition "not covered in this quarter", for lists, audiences and exports."""
    return ~covered(enterprise, quarter, counts)


@dataclass(frozen=True, slots=True)
class CoverageOf:
    """Implements safety.coverage.CoverageBook for one actor."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime

    def quarter(self, period: str) -> Quarter:
        scope = self._scope()
        if scope is None:
            return Quarter(period, Reached("", 0, 0))
        found = self._all(scope, _figures(scope.reach, literal("").label("name"), period, self._counts))
        row: Any = found[0] if found else None
        whole = Reached("", row.enterprises, row.covered) if row is not None else Reached("", 0, 0)
        by = {one.how: one.n for one in self._all(scope, _ways(scope.reach, period))}
        return Quarter(period, whole, by, self._visits(scope, period), self._items(scope, period))

    def piles(self, period: str, pile: Pile) -> Sequence[Reached]:
        scope = self._scope()
        if scope is None:
            return ()
        rows = self._all(scope, _figures(scope.reach, _name(pile), period, self._counts))
        found = [Reached(str(row.name or ""), row.enterprises, row.covered) for row in rows]
        return sorted(found, key=lambda one: (one.share, one.name))

    def missed(self, period: str, *, offset: int = 0, limit: int = 6, name: str = "") -> Sequence[Missed]:
        scope = self._scope()
        if scope is None:
            return ()
        page = _missed(scope.reach, period, self._counts, name).limit(limit).offset(offset)
        start = at(first_of(period), time.min)
        rows = self.connection.execute(page, {"place": scope.place, "start": start}).all()
        return tuple(
            Missed(
                row.credit_code,
                row.name,
                row.town,
                row.colour.value,
                today(row.last) if row.last is not None else None,
                row.submitted,
            )
            for row in rows
        )

    def _all(self, scope: Scope, query: Select[Any]) -> Sequence[Any]:
        return self.connection.execute(query, {"place": scope.place}).all()

    def _visits(self, scope: Scope, period: str) -> int:
        start, end = span(period)
        counted = select(func.count()).where(
            within(scope.reach, inspections.c.enterprise),
            inspections.c.closed_at >= start,
            inspections.c.closed_at < end,
        )
        return int(self.connection.execute(counted, {"place": scope.place}).scalar_one())

    def _items(self, scope: Scope, period: str) -> int:
        start, end = span(period)
        counted = select(func.count()).where(
            within(scope.reach, hazards.c.enterprise),
            hazards.c.visit.is_not(None),
            hazards.c.reported_at >= start,
            hazards.c.reported_at < end,
            hazards.c.state != HazardState.WITHDRAWN,
        )
        return int(self.connection.execute(counted, {"place": scope.place}).scalar_one())

    @property
    def _counts(self) -> Sequence[Covered]:
        return counting(self.catalogue)

    def _scope(self) -> Scope | None:
        return scope_of(self.actor, Right.SEE_COVERAGE)


def counting(catalogue: Catalogue) -> Sequence[Covered]:
    """The ways that count, by content; where it says nothing all by which something was looked at."""
    grading = catalogue.rules.grading
    return LOOKED if grading is None else grading.coverage.counts


def span(period: str) -> tuple[datetime, datetime]:
    """The first moment of a quarter, and the first after it."""
    return at(first_of(period), time.min), at(due_of(period) + timedelta(days=1), time.min)


def _name(pile: Pile) -> ColumnElement[Any]:
    if pile is Pile.COLOUR:
        return type_coerce(enterprises.c.colour, String).label("name")
    area = areas.alias("named")
    place = enterprises.c.department if pile is Pile.DEPARTMENT else enterprises.c.town
    return select(area.c.name).where(area.c.id == place).scalar_subquery().label("name")


def _supervised(reach: Reach) -> Sequence[ColumnElement[bool]]:
    return within(reach, enterprises.c.id), enterprises.c.activity != Activity.CLOSED


def _figures(reach: Reach, name: ColumnElement[Any], period: str, counts: Collection[Covered]) -> Select[Any]:
    """Enterprises and those reached, by name. The reached ones come from one pass over the quarter's rows."""
    reached = (
        select(coverings.c.enterprise)
        .distinct()
        .where(coverings.c.quarter == period, coverings.c.how.in_(counts))
        .subquery()
    )
    return (
        select(
            name,
            func.count().label("enterprises"),
            func.coalesce(func.sum(case((reached.c.enterprise.is_not(None), 1), else_=0)), 0).label(
                "covered"
            ),
        )
        .select_from(enterprises.outerjoin(reached, reached.c.enterprise == enterprises.c.id))
        .where(*_supervised(reach))
        .group_by(name)
    )


def _ways(reach: Reach, period: str) -> Select[Any]:
    return (
        select(coverings.c.how, func.count(distinct(coverings.c.enterprise)).label("n"))
        .where(coverings.c.quarter == period, within(reach, coverings.c.enterprise))
        .group_by(coverings.c.how)
    )


def _missed(reach: Reach, period: str, counts: Collection[Covered], name: str) -> Select[Any]:
    submitted = (
        select(func.count())
        .where(checks.c.enterprise == enterprises.c.id, checks.c.submitted_at >= bindparam("start"))
        .correlate(enterprises)
        .scalar_subquery()
    )
    page = (
        select(
            enterprises.c.credit_code,
            enterprises.c.name,
            enterprises.c.colour,
            areas.c.name.label("town"),
            _LAST.label("last"),
            submitted.label("submitted"),
        )
        .join(areas, areas.c.id == enterprises.c.town)
        .where(*_supervised(reach), not_covered(enterprises.c.id, period, counts))
        .order_by(func.coalesce(_LAST, enterprises.c.added_at), enterprises.c.id)
    )
    return page.where(areas.c.name == name) if name else page
