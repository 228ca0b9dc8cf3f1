"""Whom to call in the paper world: what each event changes, and what one person may read (safety.responders.ResponderBook)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from safety.errors import Refusal
from safety.events_responders import ResponderAdded, ResponderChanged, ResponderGone, ResponderPlaced
from safety.people import Right
from safety.responders import Responder, ResponderKind, Spot

if TYPE_CHECKING:
    from tests.dialogs.paper import World


class Switchboard:
    """What events do to the list of a World."""

    def _responder_added(self: "World", person: int, event: ResponderAdded) -> None:
        actor = self.actor(person)
        if not actor.may(Right.KEEP_RESPONDERS) or actor.seat is None:
            raise Refusal("not-allowed")
        number = len(self.responders) + 1
        town = "" if actor.seat.area is None else self.enterprise.town
        self.responders[number] = Responder(
            number, event.of, town, event.name, event.person, event.phone, event.words
        )

    def _responder_changed(self: "World", _person: int, event: ResponderChanged) -> None:
        said = {"name": event.name, "person": event.person, "phone": event.phone, "words": event.words}
        self.responders[event.responder] = replace(self.responders[event.responder], **said)  # type: ignore[arg-type]  # by name

    def _responder_placed(self: "World", _person: int, event: ResponderPlaced) -> None:
        spot = Spot(event.lat, event.lon)
        self.responders[event.responder] = replace(self.responders[event.responder], spot=spot)

    def _responder_gone(self: "World", _person: int, event: ResponderGone) -> None:
        del self.responders[event.responder]


@dataclass
class PaperResponders:
    """The list as one person may read it."""

    world: "World"
    person: int

    def _seen(self) -> list[Responder]:
        actor = self.world.actor(self.person)
        if not actor.may(Right.SEE_RESPONDERS):
            return []
        keeps = actor.may(Right.KEEP_RESPONDERS)
        return [replace(one, mine=keeps) for one in self.world.responders.values()]

    def of_kind(self, kind: ResponderKind) -> Sequence[Responder]:
        return [one for one in self._seen() if one.kind is kind]

    def count(self, kind: ResponderKind) -> int:
        return len(self.of_kind(kind))

    def one(self, responder: int) -> Responder | None:
        return next((one for one in self._seen() if one.id == responder), None)

    def town(self) -> str:
        seat = self.world.actor(self.person).seat
        return self.world.enterprise.town if seat and (seat.enterprise or seat.area) else ""
