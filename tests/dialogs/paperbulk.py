"""Requests that need a second person, in the paper world."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from safety.bulk import BulkKind, BulkState, Requested
from safety.events_bulk import BulkDecided
from safety.people import Right, Role

if TYPE_CHECKING:
    from tests.dialogs.paper import World


@dataclass(kw_only=True)
class Counter:
    """What events do to requests of a World."""

    requests_held: dict[int, tuple[int, Requested]] = field(default_factory=dict)

    def hold(self, person: int, kind: BulkKind, table: str = "", rows: int = 0) -> None:
        """Somebody asks for what needs a second person."""
        world, number = cast("World", self), len(self.requests_held) + 1
        who = world.people[person]
        seat, place = who.seats[who.chosen]
        until = world.now + timedelta(hours=72)
        waiting = BulkState.WAITING
        self.requests_held[number] = (
            person,
            Requested(number, kind, waiting, who.name, Role(seat.role), place, table, rows, world.now, until),
        )

    def _bulk_decided(self, person: int, event: BulkDecided) -> None:
        world = cast("World", self)
        asker, one = self.requests_held[event.request]
        assert asker != person, "storage would refuse"
        state = BulkState.APPROVED if event.approved else BulkState.REFUSED
        self.requests_held[event.request] = (asker, replace(one, state=state, by=world.people[person].name))


@dataclass
class PaperBulk:
    """As safety.bulk.BulkBook says it."""

    world: "World"
    person: int

    def _mine(self) -> list[Requested]:
        if not self.world.actor(self.person).may(Right.DECIDE_BULK):
            return []
        return [one for asker, one in self.world.requests_held.values() if asker != self.person]

    def waiting(self, *, offset: int = 0, limit: int = 5) -> Sequence[Requested]:
        found = [one for one in self._mine() if one.state is BulkState.WAITING]
        return found[offset : offset + limit]

    def count(self) -> int:
        return len(self.waiting(limit=999))

    def one(self, number: int) -> Requested | None:
        return next((one for one in self._mine() if one.number == number), None)

    def own(self, kind: BulkKind) -> Requested | None:
        found = [
            one
            for asker, one in self.world.requests_held.values()
            if asker == self.person and one.kind is kind
        ]
        return found[-1] if found else None
