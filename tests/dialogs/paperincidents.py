"""Incidents of the paper world: what each event changes, and what one person may read (safety.incidents.IncidentBook)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from safety.errors import Refusal
from safety.events_incidents import IncidentAdded, IncidentAnswered, IncidentReported
from safety.incidents import ADDED, Incident, Note, Status
from safety.people import Right

if TYPE_CHECKING:
    from tests.dialogs.paper import World


@dataclass(frozen=True)
class Kept:
    """An incident and who reported it."""

    incident: Incident
    person: int


class IncidentDesk:
    """What events do to the incidents of a World."""

    def _incident_reported(self: "World", person: int, event: IncidentReported) -> None:
        if not self.actor(person).may(Right.REPORT_INCIDENT):
            raise Refusal("not-allowed")
        series = "WS" if event.near else "SG"
        same = sum(one.incident.near == event.near for one in self.incidents.values())
        number = f"{series}-2026-{same + 1:06d}"
        place, name = self.enterprise, self.people[person].name
        one = Incident(
            number, event.near, place.name, place.town, "", event.what, event.words, event.place, event.harm,
            event.going, name, self.now, "13900001111", (), len(event.pictures),
        )  # fmt: skip
        self.incidents[number] = Kept(one, person)

    def _course(self: "World", number: str, note: Note, photos: int = 0) -> None:
        kept = self.incidents[number]
        one = kept.incident
        over = note.at if note.what == Status.OVER.value else one.over
        notes = (*one.notes, note)
        self.incidents[number] = replace(
            kept, incident=replace(one, notes=notes, over=over, pending=one.pending + photos)
        )

    def _incident_added(self: "World", person: int, event: IncidentAdded) -> None:
        note = Note(self.now, self.people[person].name, ADDED, event.words)
        self._course(event.number, note, len(event.pictures))

    def _incident_answered(self: "World", person: int, event: IncidentAnswered) -> None:
        note = Note(self.now, self.people[person].name, event.status.value, event.words)
        self._course(event.number, note)


@dataclass
class PaperIncidents:
    """Incidents as one person may read them."""

    world: "World"
    person: int

    def _seen(self) -> list[Incident]:
        actor = self.world.actor(self.person)
        seat = actor.seat
        watches = seat is not None and seat.supervises and actor.may(Right.HANDLE_INCIDENT)
        every = [one.incident for one in reversed(self.world.incidents.values())]
        if watches:
            return [one for one in every if not one.near]
        return [replace(one, phone="") for one in every] if actor.may(Right.REPORT_INCIDENT) else []

    def listed(self, *, near: bool = False, offset: int = 0, limit: int = 5) -> Sequence[Incident]:
        found = [one for one in self._seen() if one.near == near]
        return sorted(found, key=lambda one: one.over is not None)[offset : offset + limit]

    def count(self, *, near: bool = False) -> int:
        return sum(one.near == near for one in self._seen())

    def open(self) -> int:
        return sum(one.over is None and not one.near for one in self._seen())

    def one(self, number: str) -> Incident | None:
        return next((one for one in self._seen() if one.number == number), None)

    def last(self) -> Incident | None:
        mine = [one.incident for one in self.world.incidents.values() if one.person == self.person]
        return replace(mine[-1], phone="") if mine else None
