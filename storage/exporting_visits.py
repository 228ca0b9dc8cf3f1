"""Inspections on site that have ended, counted and as rows of an exported table, inside the scope of who asked. No names of people."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, select

from safety.people import Actor, Right
from safety.visit_lists import VisitSieve
from safety.visits import Ending, VisitKind, VisitState
from storage.days import within_days
from storage.scope import Scope, scope_of, within
from storage.tables.inspections import inspections
from storage.tables.ledger import areas, enterprises
from storage.visits.findings import FOUND

_ROWS = (
    select(
        inspections,
        FOUND.label("found"),
        enterprises.c.name.label("enterprise_name"),
        enterprises.c.credit_code,
        areas.c.name.label("town"),
    )
    .join_from(inspections, enterprises, enterprises.c.id == inspections.c.enterprise)
    .join(areas, areas.c.id == enterprises.c.town)
    .order_by(inspections.c.closed_at.desc(), inspections.c.id.desc())
)


@dataclass(frozen=True, slots=True)
class VisitEntry:
    """One inspection as a row of a table. `items`: hazards that it found; `compared`, `agreed`: answers held against a self-check."""

    number: str
    enterprise: str
    credit_code: str
    town: str
    kind: VisitKind
    begun_at: datetime
    closed_at: datetime
    ending: Ending | None
    items: int
    compared: int | None
    agreed: int | None


def conditions(sieve: VisitSieve) -> Sequence[ColumnElement[bool]]:
    """Everything that has to hold of a row of `inspections`."""
    ended = inspections.c.closed_at.is_not(None)
    found = [ended, inspections.c.state == VisitState.CLOSED]
    found += within_days(inspections.c.closed_at, sieve.since, sieve.until)
    if sieve.code:
        own = select(enterprises.c.id).where(enterprises.c.credit_code == sieve.code)
        found.append(inspections.c.enterprise.in_(own))
    return found


@dataclass(frozen=True, slots=True)
class Visited:
    """How many inspections there were (家次), what they found (隐患项), answers that were compared and those that agree."""

    visits: int
    items: int
    compared: int
    agreed: int


def counted(connection: Connection, scope: Scope, sieve: VisitSieve) -> Visited:
    """All of it in one pass; nothing of it is ever added up."""
    figures = (FOUND.label("found"), inspections.c.compared, inspections.c.agreed)
    ended = (
        select(*figures).where(within(scope.reach, inspections.c.enterprise), *conditions(sieve)).subquery()
    )
    sums = [func.coalesce(func.sum(one), 0) for one in ended.c]
    through = select(func.count(), *sums).select_from(ended)
    return Visited(*(int(one) for one in connection.execute(through, {"place": scope.place}).one()))


def entries(connection: Connection, actor: Actor, sieve: VisitSieve, most: int) -> Iterator[VisitEntry]:
    """Those that the actor may see, the newest first, at most so many. Nothing without the right to export."""
    scope = scope_of(actor, Right.EXPORT_HAZARDS)
    if scope is None:
        return
    through = _ROWS.where(within(scope.reach, inspections.c.enterprise), *conditions(sieve)).limit(most)
    for row in connection.execute(through, {"place": scope.place}):
        yield VisitEntry(
            number=row.number or "",
            enterprise=row.enterprise_name,
            credit_code=row.credit_code,
            town=row.town,
            kind=row.kind,
            begun_at=row.begun_at,
            closed_at=row.closed_at,
            ending=row.ending,
            items=row.found or 0,
            compared=row.compared,
            agreed=row.agreed,
        )
