"""Enterprises of the paper world for queries: its own one, and those of its `crowd` (safety.queries.QueryBook)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safety.calendar import today
from safety.people import Right
from safety.queries import Found, InTown, Query
from tests.dialogs.paperwarnings import ELSEWHERE
from tests.queried import Known, means

if TYPE_CHECKING:
    from tests.dialogs.paper import World


@dataclass
class PaperQueries:
    """Enterprises as one person may read them."""

    world: "World"
    person: int

    def place(self) -> str:
        return "天衢新区" if self.towns() else self.world.enterprise.town

    def towns(self) -> Sequence[str]:
        seat = self.world.actor(self.person).seat
        above = seat is not None and seat.supervises and seat.area is None
        return [self.world.enterprise.town, ELSEWHERE] if above else []

    def departments(self) -> Sequence[str]:
        return ["住房和城乡建设局"] if self.towns() else []

    def grids(self) -> Sequence[str]:
        return []

    def industries(self) -> frozenset[str]:
        return frozenset(fact.id for fact in self.world.catalogue.facts.industries)

    def meant(self, query: Query) -> Sequence[Known]:
        if not self.world.actor(self.person).may(Right.SEE_DIGEST):
            return ()
        towns = {self.world.enterprise.town, *self.towns()}
        seen = [one for one in (self._own(), *self.world.crowd) if one.town in towns]
        return [one for one in seen if means(query, one, today(self.world.now))]

    def _own(self) -> Known:
        own = self.world.enterprise
        facts = self.world.catalogue.facts.derive(self.world.facts)  # type: ignore[arg-type]  # flags and numbers only
        return Known(own.credit_code, own.name, own.town, own.colour.value, facts=facts)

    def count(self, query: Query) -> int:
        return len(self.meant(query))

    def page(self, query: Query, *, offset: int = 0, limit: int = 5) -> Sequence[Found]:
        found = self.meant(query)[offset : offset + limit]
        return [Found(one.name, one.code, one.town, one.colour, one.activity) for one in found]

    def by_town(self, query: Query) -> Sequence[InTown]:
        found = [one.town for one in self.meant(query)]
        return [InTown(town, found.count(town)) for town in sorted(set(found))]
