"""Requests that need a second person, in the paper world."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from safety.bulk import BulkKind, BulkState, Requested
from safety.events_bulk import BulkDecided
from safety.events_personal import ErasureAsked, ErasureTakenBack, PhoneCorrected
from safety.people import Right, Role
from safety.personal import Kept

if TYPE_CHECKING:
    from tests.dialogs.paper import World


@dataclass(kw_only=True)
class Counter:
    """What events do to requests of a World."""

    phones: dict[int, str] = field(default_factory=dict)
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

    def _erasure_asked(self, person: int, _event: ErasureAsked) -> None:
        self.hold(person, BulkKind.ERASE)

    def _erasure_taken_back(self, person: int, _event: ErasureTakenBack) -> None:
        for number, (asker, one) in self.requests_held.items():
            if asker == person and one.kind is BulkKind.ERASE:
                self.requests_held[number] = (asker, replace(one, state=BulkState.DROPPED))

    def _phone_corrected(self, person: int, event: PhoneCorrected) -> None:
        self.phones[person] = event.phone

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


@dataclass
class PaperPersonal:
    """As safety.personal.PersonalBook says it."""

    world: "World"
    person: int

    def counts(self) -> Mapping[str, int]:
        return {"account": 1, "phone": int(self.person in self.world.phones), "records": 3}

    def phone(self) -> str:
        phone = self.world.phones.get(self.person, "")
        return f"{phone[:3]}****{phone[-4:]}" if phone else ""

    def whole(self) -> Sequence[Kept]:
        return [Kept("account", self.world.people[self.person].name)]
