"""Counts a measure (safety/measures.py) inside a scope, with the conditions of its list and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from checklists.catalogue import Catalogue
from safety.calendar import today as day_of
from safety.check_lists import CheckSieve
from safety.digests import Window
from safety.hazard_ledger import HazardSource
from safety.lists import Sieve, Stage
from safety.measures import MEASURES, Measure, list_of
from safety.people import Actor
from safety.visit_lists import VisitSieve
from storage import exporting_visits, queries, submissions
from storage import hazards as ledger
from storage.days import days_between
from storage.hazards import sifted
from storage.queries import Asker
from storage.scope import Scope
from storage.sifting import Sifter
from storage.tables.ledger import areas, enterprises, hazards


@dataclass(frozen=True, slots=True)
class Counter:
    """Who counts, inside which scope, at which moment."""

    connection: Connection
    catalogue: Catalogue
    actor: Actor
    scope: Scope
    now: datetime

    def count(self, measure: Measure, window: Window) -> int:
        """The number of a measure."""
        listed = list_of(measure, *window.plain)
        if isinstance(listed, Sieve):
            if measure is Measure.DAYS:
                return self._days(listed)
            return ledger.counted(self.connection, self.scope, self._sifter, listed)
        if isinstance(listed, CheckSieve):
            return submissions.counted(self.connection, self.catalogue, self.scope, listed)
        if isinstance(listed, VisitSieve):
            visited = exporting_visits.counted(self.connection, self.scope, listed)
            return int(getattr(visited, measure.value))
        return queries.count(self.connection, listed, Asker(self.scope, self.catalogue, self.now))

    def all(self, window: Window) -> dict[Measure, int]:
        """Every measure of the table."""
        return {measure: self.count(measure, window) for measure in MEASURES}

    def sources(self, window: Window) -> Mapping[str, int]:
        """What was found within the days, by where it came from; none are left out."""
        first, last = window.plain
        found = sifted(
            select(hazards.c.source, func.count().label("n")),
            self.scope,
            self._sifter,
            Sieve(Stage.FOUND, since=first, until=last),
        )
        rows = self.connection.execute(found.group_by(hazards.c.source), {"place": self.scope.place})
        return {HazardSource(row.source).value: row.n for row in rows}

    def by_town(self, measure: Measure, window: Window) -> Mapping[str, int]:
        """A measure that counts hazards, by the name of the town; in one pass, none are left out. TypeError for others."""
        listed = list_of(measure, *window.plain)
        if not isinstance(listed, Sieve):
            raise TypeError(measure)
        lies = hazards.join(enterprises, enterprises.c.id == hazards.c.enterprise)
        counted = select(areas.c.name, func.count().label("n")).select_from(
            lies.join(areas, areas.c.id == enterprises.c.town)
        )
        found = sifted(counted, self.scope, self._sifter, listed).group_by(areas.c.name)
        return {row.name: row.n for row in self.connection.execute(found, {"place": self.scope.place})}

    def _days(self, closed: Sieve) -> int:
        """Whole days from finding to closing, of all of them together."""
        total = func.coalesce(func.sum(days_between(hazards.c.found_at, hazards.c.closed_at)), 0)
        found = sifted(select(total).select_from(hazards), self.scope, self._sifter, closed)
        return int(self.connection.execute(found, {"place": self.scope.place}).scalar_one())

    @property
    def _sifter(self) -> Sifter:
        return Sifter(self.actor, self.catalogue, self._today)

    @property
    def _today(self) -> date:
        return day_of(self.now)
