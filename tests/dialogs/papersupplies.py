"""Emergency supplies of the paper world: what each event changes, and what one person may read (safety.supplies.SupplyBook)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checklists.supplies import SupplyItem
from safety.errors import Refusal
from safety.events_supplies import (
    DepotMade,
    DepotPlaced,
    SuppliesChecked,
    SupplyAdded,
    SupplyCounted,
    SupplyDated,
    SupplyDropped,
    SupplyShown,
)
from safety.people import Right
from safety.supplies import Depot, Supply

if TYPE_CHECKING:
    from tests.dialogs.paper import World


@dataclass(frozen=True)
class Kept:
    """A depot, whose it is (official: the authorities'), and who made it."""

    depot: Depot
    official: bool
    person: int


class Storehouse:
    """What events do to the depots of a World."""

    def _depot_made(self: "World", person: int, event: DepotMade) -> None:
        actor = self.actor(person)
        if not actor.may(Right.KEEP_SUPPLIES) or actor.seat is None:
            raise Refusal("not-allowed")
        number, official = len(self.depots) + 1, actor.seat.supervises
        things = tuple(
            Supply(number * 100 + place, item, name, unit, count, count)
            for place, (item, name, unit, count) in enumerate(event.things)
        )
        looked = (self.now, self.people[person].name) if things else (None, "")
        owner = "" if official else self.enterprise.name
        self.depots[number] = Kept(
            Depot(
                number, event.of, owner, self.enterprise.town, event.name, event.place, event.keeper, event.phone,
                things, *looked,
            ),
            official,
            person,
        )  # fmt: skip

    def _depot(self: "World", number: int, **more: object) -> None:
        kept = self.depots[number]
        self.depots[number] = replace(kept, depot=replace(kept.depot, **more))  # type: ignore[arg-type]  # by name

    def _depot_placed(self: "World", _person: int, event: DepotPlaced) -> None:
        said = {"name": event.name, "place": event.place, "keeper": event.keeper, "phone": event.phone}
        self._depot(event.depot, **{name: value for name, value in said.items() if value})

    def _thing(self: "World", number: int, **more: object) -> None:
        for key, kept in self.depots.items():
            if any(one.id == number for one in kept.depot.supplies):
                self._depot(key, supplies=tuple(
                    replace(one, **more) if one.id == number else one for one in kept.depot.supplies  # type: ignore[arg-type]  # by name
                ))  # fmt: skip

    def _supply_added(self: "World", _person: int, event: SupplyAdded) -> None:
        depot = self.depots[event.depot].depot
        number = event.depot * 100 + 50 + len(depot.supplies)
        one = Supply(number, "", event.name, event.unit, event.quantity, event.quantity, event.expires)
        self._depot(event.depot, supplies=(*depot.supplies, one))

    def _supply_counted(self: "World", _person: int, event: SupplyCounted) -> None:
        self._thing(event.supply, quantity=event.quantity)

    def _supply_dated(self: "World", _person: int, event: SupplyDated) -> None:
        self._thing(event.supply, expires=event.expires)

    def _supply_shown(self: "World", _person: int, event: SupplyShown) -> None:
        self._thing(event.supply, photo=f"{event.picture.unique}.jpg", shown_at=self.now)

    def _supply_dropped(self: "World", _person: int, event: SupplyDropped) -> None:
        for key, kept in [*self.depots.items()]:
            left = tuple(one for one in kept.depot.supplies if one.id != event.supply)
            self._depot(key, supplies=left)

    def _supplies_checked(self: "World", person: int, event: SuppliesChecked) -> None:
        self._depot(event.depot, checked_at=self.now, checked_by=self.people[person].name)


@dataclass
class PaperSupplies:
    """Supplies as one person may read them."""

    world: "World"
    person: int

    def _seen(self) -> list[Depot]:
        actor = self.world.actor(self.person)
        seat = actor.seat
        if seat is None or not actor.may(Right.SEE_SUPPLIES):
            return []
        every = sorted(self.world.depots.values(), key=lambda one: (not one.official, one.depot.id))
        keeps = actor.may(Right.KEEP_SUPPLIES)
        return [
            replace(one.depot, mine=keeps and one.official == seat.supervises)
            for one in every
            if seat.supervises or not one.official
        ]

    def depots(self, *, offset: int = 0, limit: int = 5) -> Sequence[Depot]:
        return self._seen()[offset : offset + limit]

    def count(self) -> int:
        return len(self._seen())

    def one(self, depot: int) -> Depot | None:
        return next((one for one in self._seen() if one.id == depot), None)

    def last(self) -> Depot | None:
        mine = [key for key, one in self.world.depots.items() if one.person == self.person]
        return self.one(max(mine)) if mine else None

    def suggested(self) -> Sequence[SupplyItem]:
        seat = self.world.actor(self.person).seat
        if seat is None or seat.supervises:
            return ()
        return self.world.catalogue.rules.supplies.suggested(
            self.world.catalogue.facts.derive(self.world.facts)  # type: ignore[arg-type]  # flags and numbers only
        )
