"""What an exported table of enterprises says of each, read in portions, inside the scope of who asked. Nobody's name or number is in it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, func, or_, select

from checklists.catalogue import Catalogue
from checklists.reminders import Activity
from checklists.words import Words
from safety.enterprises import Colour
from safety.people import Actor, Right
from safety.queries import Query
from storage import queries
from storage.queries import asker_of
from storage.sifting import GRAVE, LISTED
from storage.tables.checks import checks
from storage.tables.ledger import areas, enterprises, facts, hazards
from storage.tables.people import seats

PORTION = 500  # enterprises that are read at once
_IDS: Any = bindparam("ids", expanding=True)
_departments, _grids = areas.alias("departments"), areas.alias("grids")
_ROWS = (
    select(
        enterprises,
        areas.c.name.label("town_name"),
        _departments.c.name.label("department_name"),
        _grids.c.name.label("grid_name"),
    )
    .join_from(enterprises, areas, areas.c.id == enterprises.c.town)
    .outerjoin(_departments, _departments.c.id == enterprises.c.department)
    .outerjoin(_grids, _grids.c.id == enterprises.c.grid)
    .where(enterprises.c.id.in_(_IDS))
)
_SEEN = or_(hazards.c.reported_at.is_not(None), hazards.c.suspected_major)
_OPEN = (
    select(
        hazards.c.enterprise,
        func.count().label("open"),
        func.count().filter(hazards.c.due < bindparam("today")).label("overdue"),
        func.count().filter(GRAVE).label("major"),
    )
    .where(hazards.c.enterprise.in_(_IDS), hazards.c.state.in_(LISTED), _SEEN)
    .group_by(hazards.c.enterprise)
)
_LAST = (
    select(checks.c.enterprise, func.max(checks.c.submitted_at).label("last"))
    .where(checks.c.enterprise.in_(_IDS), checks.c.submitted_at.is_not(None))
    .group_by(checks.c.enterprise)
)
_JOINED = select(seats.c.enterprise).where(seats.c.enterprise.in_(_IDS), seats.c.until.is_(None)).distinct()
_TRADES = (
    select(facts.c.enterprise, facts.c.fact, facts.c.value)
    .where(and_(facts.c.enterprise.in_(_IDS), facts.c.fact.in_(bindparam("trades", expanding=True))))
    .order_by(facts.c.id)
)


@dataclass(frozen=True, slots=True)
class EnterpriseEntry:
    """One enterprise as a row of a table. `joined`: somebody has a seat there now."""

    credit_code: str
    name: str
    town: str
    department: str
    grid: str
    colour: Colour
    activity: Activity
    industries: Sequence[Words]
    address: str
    added_at: datetime
    joined: bool
    open: int
    overdue: int
    major: int
    last_check: datetime | None


def entries(
    connection: Connection,
    catalogue: Catalogue,
    actor: Actor,
    query: Query,
    now: datetime,
    most: int,
) -> Iterator[EnterpriseEntry]:
    """The enterprises that the actor's list would show, in its order, at most so many. Nothing without the right to export."""
    asker = asker_of(actor, catalogue, now, Right.EXPORT_HAZARDS)
    if asker is None:
        return
    reading, after, left = _Reading(connection, catalogue, asker.today), 0, most
    while left > 0:
        ids = queries.ids(connection, query, asker, after=after, limit=min(PORTION, left))
        if not ids:
            return
        yield from reading.entries(ids)
        after, left = ids[-1], left - len(ids)


@dataclass(frozen=True, slots=True)
class _Reading:
    connection: Connection
    catalogue: Catalogue
    today: date

    def entries(self, ids: Sequence[int]) -> list[EnterpriseEntry]:
        """These, in this order."""
        rows = {row.id: row for row in self._rows(_ROWS, ids)}
        open_ = {row.enterprise: row for row in self._rows(_OPEN, ids, today=self.today)}
        last = {row.enterprise: row.last for row in self._rows(_LAST, ids)}
        joined = {row.enterprise for row in self._rows(_JOINED, ids)}
        trades = self._trades(ids)
        return [
            _entry(rows[one], open_.get(one), last.get(one), trades[one], joined=one in joined) for one in ids
        ]

    def _rows(self, statement: Any, ids: Sequence[int], **more: Any) -> Sequence[Row[Any]]:
        return self.connection.execute(statement, {"ids": ids, **more}).all()

    def _trades(self, ids: Sequence[int]) -> Mapping[int, Sequence[Words]]:
        """What they mainly do, as it was said last."""
        prompts = {fact.id: fact.prompt for fact in self.catalogue.facts.industries}
        said: dict[int, dict[str, bool]] = defaultdict(dict)
        for row in self._rows(_TRADES, ids, trades=list(prompts)):
            said[row.enterprise][row.fact] = row.value is True
        return {one: [prompts[fact] for fact, yes in said[one].items() if yes] for one in ids}


def _entry(
    row: Row[Any], open_: Row[Any] | None, last: datetime | None, trades: Sequence[Words], *, joined: bool
) -> EnterpriseEntry:
    return EnterpriseEntry(
        credit_code=row.credit_code,
        name=row.name,
        town=row.town_name,
        department=row.department_name or "",
        grid=row.grid_name or "",
        colour=row.colour,
        activity=row.activity,
        industries=trades,
        address=row.address,
        added_at=row.added_at,
        joined=joined,
        open=open_.open if open_ else 0,
        overdue=open_.overdue if open_ else 0,
        major=open_.major if open_ else 0,
        last_check=last,
    )
