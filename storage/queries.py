"""A query over enterprises (safety.queries.Query) as conditions in SQL, always beside the scope: lists, counts, audiences, exports.

Every condition is about `enterprises` alone, correlated to it by index: a page ends early, a count walks 10,500 rows once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, false, func, or_, select, tuple_

from checklists.catalogue import Catalogue
from checklists.grading import EnterpriseClass
from checklists.reminders import Activity
from safety.calendar import at
from safety.calendar import today as day_of
from safety.coverage import quarter_of
from safety.enterprises import Colour
from safety.people import Actor, Right
from safety.pledges import Pile
from safety.queries import ANY_FORM, NOW, Found, Hazardous, InTown, Look, Query
from storage import stated, unlooked
from storage.coverage import counting, not_covered
from storage.drafts import key_of
from storage.holdings import Viewer, lacking
from storage.places import DEPARTMENT, GRID, TOWN, area_name
from storage.scope import Reach, Scope, scope_of, within
from storage.sifting import GRAVE, LISTED
from storage.tables.campaigns import campaign_rounds, campaign_targets, campaigns
from storage.tables.checks import checks
from storage.tables.inspections import inspections
from storage.tables.ledger import areas, duties, enterprises, hazards
from storage.tables.people import seats
from storage.tables.silences import silences

PORTION = 500
RESTING = (Activity.STOPPED, Activity.CLOSED)
E = enterprises.c


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: how far they see, the content that counts, the moment."""

    scope: Scope
    catalogue: Catalogue
    now: datetime

    @property
    def today(self) -> date:
        return day_of(self.now)

    @property
    def bound(self) -> dict[str, Any]:
        """What the conditions bind."""
        return {"place": self.scope.place}


def asker_of(actor: Actor, catalogue: Catalogue, now: datetime, right: Right | None = None) -> Asker | None:
    """The actor as one who may ask; None for who supervises nothing, or lacks the right."""
    scope = scope_of(actor, right)
    return None if scope is None or scope.reach is Reach.ENTERPRISE else Asker(scope, catalogue, now)


def where(query: Query, asker: Asker) -> list[ColumnElement[bool]]:
    """Everything that has to hold of an enterprise; `asker.bound` goes with it. The scope is the first of it."""
    found = [within(asker.scope.reach, E.id), *_named(query), *_stated(query, asker.catalogue)]
    if query.not_checked_days:
        found.append(_not_checked(asker.today - timedelta(days=query.not_checked_days)))
    if query.not_inspected_days:
        found.append(_not_inspected(asker.today - timedelta(days=query.not_inspected_days)))
    if query.not_covered:
        found.append(_not_covered(query.not_covered, asker))
    if query.undone:
        found.append(_undone(query.undone, asker))
    if query.hazards:
        found.append(E.id.in_(_hazardous(Hazardous(query.hazards), asker)))
    if query.unsigned:
        viewer = Viewer(asker.scope, asker.catalogue, asker.today)
        found.append(E.id.in_(lacking(viewer, Pile.UNSIGNED)))
    if query.never_joined:
        found.append(~exists().where(seats.c.enterprise == E.id).correlate(enterprises))
    if query.silent:
        found.append(E.id.in_(select(silences.c.enterprise).where(silences.c.until.is_(None))))
    if query.unlooked:
        found.append(unlooked.past(Look(query.unlooked), asker.catalogue, asker.now))
    return [*found, false()] if query.nobody else found


def _named(query: Query) -> Iterator[ColumnElement[bool]]:
    """What stands in the enterprise's own row, and of which campaign it is missing."""
    if text := query.text.strip():
        yield or_(E.name.icontains(text, autoescape=True), E.credit_code == text.upper())
    if query.codes:
        yield E.credit_code.in_(query.codes)
    for column, kind, names in (
        (E.town, TOWN, query.towns),
        (E.department, DEPARTMENT, query.departments),
        (E.grid, GRID, query.grids),
    ):
        if names:
            named = and_(areas.c.kind == kind, areas.c.name.in_(names))
            yield column.in_(select(areas.c.id).where(named))
    if query.colours:
        known = [Colour(one) for one in query.colours if one in set(Colour)]
        yield E.colour.in_(known)
    if query.missed:
        yield and_(E.activity.not_in(RESTING), E.id.in_(_missed(query.missed)))
    if query.activities:
        yield E.activity.in_([Activity(one) for one in query.activities])
    if query.classes:
        yield E.supervision.in_([EnterpriseClass(one) for one in query.classes])


def _stated(query: Query, catalogue: Catalogue) -> Iterator[ColumnElement[bool]]:
    """What was stated of it."""
    sheet = catalogue.facts
    if query.industries:
        yield or_(*(stated.holds(sheet, one) for one in query.industries))
    for fact, value in query.facts:
        yield stated.holds(sheet, fact) if value else stated.lacks(sheet, fact)
    for one in query.ranges:
        yield stated.between(one.fact, one.at_least, one.at_most)


def _not_checked(since: date) -> ColumnElement[bool]:
    """Nothing handed in since the beginning of that day."""
    handed_in = exists().where(checks.c.enterprise == E.id, checks.c.submitted_at >= at(since, time.min))
    return ~handed_in.correlate(enterprises)


def _not_inspected(since: date) -> ColumnElement[bool]:
    """No inspection closed since the beginning of that day."""
    closed = exists().where(inspections.c.enterprise == E.id, inspections.c.closed_at >= at(since, time.min))
    return ~closed.correlate(enterprises)


def _not_covered(quarter: str, asker: Asker) -> ColumnElement[bool]:
    """Not reached in a quarter by what counts; whoever has closed is nobody to reach."""
    period = quarter_of(asker.today) if quarter == NOW else quarter
    counts = counting(asker.catalogue)
    return and_(E.activity != Activity.CLOSED, not_covered(E.id, period, counts))


def _missed(number: str) -> Select[Any]:
    """Enterprises of a campaign's newest round that have not done it."""
    one, target = campaign_rounds.c, campaign_targets.c
    newest = (
        select(func.max(one.id))
        .join(campaigns, campaigns.c.id == one.campaign)
        .where(campaigns.c.number == number)
        .scalar_subquery()
    )
    return select(target.enterprise).where(target.round == newest, target.done_at.is_(None)).correlate(None)


def _undone(form: str, asker: Asker) -> ColumnElement[bool]:
    """Owed now, and not handed in for the current period."""
    known = asker.catalogue.open_on(asker.today)
    wanted = [one for one in known if form in {one, ANY_FORM}]
    if not wanted:
        return false()
    keys = [key_of(asker.catalogue, one, asker.today) for one in wanted]
    current = [(key.checklist, key.period) for key in keys]
    handed_in = exists().where(
        checks.c.enterprise == duties.c.enterprise,
        checks.c.checklist == duties.c.checklist,
        tuple_(checks.c.checklist, checks.c.period).in_(current),
        checks.c.submitted_at.is_not(None),
    )
    owed = exists().where(duties.c.enterprise == E.id, duties.c.checklist.in_(wanted), ~handed_in)
    return owed.correlate(enterprises)


def _hazardous(kind: Hazardous, asker: Asker) -> Select[Any]:
    """Enterprises with such a hazard that supervisors see (storage.hazards.visible)."""
    seen = or_(hazards.c.reported_at.is_not(None), hazards.c.suspected_major)
    found = select(hazards.c.enterprise).where(hazards.c.state.in_(LISTED), seen)
    if kind is Hazardous.OVERDUE:
        found = found.where(hazards.c.due < asker.today)
    return (found.where(GRAVE) if kind is Hazardous.MAJOR else found).correlate(None)


# --- what is read -------------------------------------------------------------------------------------------------


def count(connection: Connection, query: Query, asker: Asker) -> int:
    """How many enterprises are meant."""
    found = select(func.count()).select_from(enterprises).where(*where(query, asker))
    return int(connection.execute(found, asker.bound).scalar_one())


def page(
    connection: Connection, query: Query, asker: Asker, *, offset: int = 0, limit: int = 5
) -> Sequence[Found]:
    """Some of them, in the order in which they were entered."""
    chosen = select(E.id).where(*where(query, asker)).order_by(E.id).offset(offset).limit(limit)
    ids = chosen.subquery("page")
    listed = (
        select(E.name, E.credit_code, areas.c.name.label("town"), E.colour, E.activity)
        .join_from(enterprises, areas, areas.c.id == E.town)
        .where(E.id.in_(select(ids.c.id)))
        .order_by(E.id)
    )
    rows = connection.execute(listed, asker.bound)
    return [Found(row.name, row.credit_code, row.town, row.colour.value, row.activity.value) for row in rows]


def by_town(connection: Connection, query: Query, asker: Asker) -> Sequence[InTown]:
    """How many of them lie in each town."""
    counted = (
        select(areas.c.name, func.count().label("n"))
        .join_from(enterprises, areas, areas.c.id == E.town)
        .where(*where(query, asker))
        .group_by(areas.c.name)
        .order_by(areas.c.name)
    )
    return [InTown(row.name, row.n) for row in connection.execute(counted, asker.bound)]


def ids(
    connection: Connection, query: Query, asker: Asker, *, after: int = 0, limit: int = PORTION
) -> list[int]:
    """The next enterprises behind a row, so that many are walked in short transactions. Empty at the end."""
    chosen = select(E.id).where(E.id > after, *where(query, asker)).order_by(E.id).limit(limit)
    return list(connection.execute(chosen, asker.bound).scalars())


@dataclass(frozen=True, slots=True)
class QueriesOf:
    """Implements safety.queries.QueryBook."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime

    def place(self) -> str:
        asker = self._asker()
        return area_name(self.connection, asker.scope.place) if asker else ""

    def towns(self) -> Sequence[str]:
        asker = self._asker()
        across = asker is not None and asker.scope.across_towns
        return self._areas(E.town) if across else ()

    def departments(self) -> Sequence[str]:
        asker = self._asker()
        return () if asker is None or asker.scope.reach is Reach.DEPARTMENT else self._areas(E.department)

    def grids(self) -> Sequence[str]:
        asker = self._asker()
        return self._areas(E.grid) if asker is not None and asker.scope.reach is Reach.AREA else ()

    def industries(self) -> frozenset[str]:
        return frozenset(fact.id for fact in self.catalogue.facts.industries)

    def _areas(self, column: ColumnElement[Any]) -> Sequence[str]:
        """Names of areas that hold enterprises of the reader's."""
        asker = self._asker()
        if asker is None:
            return ()
        held = select(column).where(within(asker.scope.reach, E.id), column.is_not(None)).distinct()
        found = select(areas.c.name).where(areas.c.id.in_(held)).order_by(areas.c.name)
        return list(self.connection.execute(found, asker.bound).scalars())

    def count(self, query: Query) -> int:
        asker = self._asker()
        return count(self.connection, query, asker) if asker else 0

    def page(self, query: Query, *, offset: int = 0, limit: int = 5) -> Sequence[Found]:
        asker = self._asker()
        return page(self.connection, query, asker, offset=offset, limit=limit) if asker else ()

    def by_town(self, query: Query) -> Sequence[InTown]:
        asker = self._asker()
        return by_town(self.connection, query, asker) if asker else ()

    def _asker(self) -> Asker | None:
        return asker_of(self.actor, self.catalogue, self.now)
