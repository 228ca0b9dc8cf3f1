"""Lists of the paper world: what each event changes, what was found in a file (said by the test), what one person may read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from safety.errors import Refusal
from safety.events_imports import (
    ImportConfirmed,
    ImportDropped,
    ImportFileAsked,
    ImportMapped,
    ImportSent,
    ImportTried,
)
from safety.imports import (
    OPEN,
    Fault,
    Heading,
    How,
    Import,
    ImportState,
    Named,
    Note,
    Understood,
    fields_of,
)
from safety.people import Right, Seat

if TYPE_CHECKING:
    from tests.dialogs.paper import World


@dataclass(frozen=True)
class KeptList:
    """A list, who sent it, from which seat."""

    one: Import
    person: int
    seat: Seat | None


class ListDesk:
    """What events do to the lists of a World."""

    def _import_sent(self: "World", person: int, event: ImportSent) -> None:
        _need(self, person)
        for number, kept in self.lists.items():
            if kept.person == person and kept.one.state is ImportState.WRITING:
                raise Refusal("upload-running")
            if kept.person == person and kept.one.state in OPEN:
                _now(self, number, state=ImportState.DROPPED)
        number = len(self.lists) + 1
        one = Import(number, event.name, self.now, ImportState.READING)
        self.lists[number] = KeptList(one, person, self.actor(person).seat)

    def _import_mapped(self: "World", person: int, event: ImportMapped) -> None:
        one = _own(self, person, event.number)
        seen = one.understood
        headings = [
            Heading(each.label, event.field, How.HAND) if each.label == event.label else each
            for each in seen.headings
        ]
        _now(self, one.number, state=ImportState.READING, understood=replace(seen, headings=headings))

    def _import_tried(self: "World", person: int, event: ImportTried) -> None:
        _now(self, _own(self, person, event.number).number, state=ImportState.READING)

    def _import_confirmed(self: "World", person: int, event: ImportConfirmed) -> None:
        one = _own(self, person, event.number)
        if one.state is not ImportState.READY:
            raise Refusal("upload-gone")
        _now(self, one.number, state=ImportState.WRITING, total=one.understood.rows)

    def _import_dropped(self: "World", person: int, event: ImportDropped) -> None:
        _now(self, _own(self, person, event.number).number, state=ImportState.DROPPED)

    def _import_file_asked(self: "World", person: int, event: ImportFileAsked) -> None:
        if event.number:
            _own(self, person, event.number)


def judged(world: "World", found: dict[str, object]) -> None:
    """The newest list is read: what was found in it, as a transcript says it."""
    number, counts = max(world.lists), dict(found)
    seen = Understood(
        headings=[Heading(one[0], one[1], How(one[2])) for one in counts.pop("headings", ())],  # type: ignore[attr-defined]  # as the test writes it
        faults=[Fault(**one) for one in counts.pop("faults", ())],  # type: ignore[attr-defined]  # as above
        notes=[Note(**one) for one in counts.pop("notes", ())],  # type: ignore[attr-defined]  # as above
        **counts,  # type: ignore[arg-type]  # as above
    )
    before = world.lists[number].one.understood
    if not seen.headings:
        seen = replace(seen, headings=before.headings)
    _now(world, number, state=ImportState.READY, understood=seen)


def stands(world: "World", changed: dict[str, object]) -> None:
    """The newest list has come this far."""
    state = ImportState(str(changed.pop("state")))
    _now(world, max(world.lists), state=state, **changed)


def _need(world: "World", person: int) -> None:
    if not world.actor(person).may(Right.IMPORT):
        raise Refusal("not-allowed")


def _own(world: "World", person: int, number: int) -> Import:
    _need(world, person)
    kept = world.lists.get(number)
    if kept is None or kept.person != person or kept.one.state is ImportState.DROPPED:
        raise Refusal("upload-gone")
    return kept.one


def _now(world: "World", number: int, **more: object) -> None:
    kept = world.lists[number]
    world.lists[number] = replace(kept, one=replace(kept.one, **more))  # type: ignore[arg-type]  # by name


@dataclass
class PaperImports:
    """Lists as one person may read them."""

    world: "World"
    person: int

    def _seen(self) -> list[Import]:
        actor = self.world.actor(self.person)
        if not actor.may(Right.IMPORT):
            return []
        own = [
            kept.one
            for kept in self.world.lists.values()
            if kept.person == self.person and kept.seat == actor.seat
        ]
        return sorted(own, key=lambda one: -one.number)

    def one(self, number: int) -> Import | None:
        return next((one for one in self._seen() if one.number == number), None)

    def recent(self, limit: int = 5) -> Sequence[Import]:
        return self._seen()[:limit]

    def last(self) -> Import | None:
        return next(iter(self._seen()), None)

    def fields(self) -> Sequence[Named]:
        return fields_of(self.world.catalogue.facts)

    def whole(self) -> bool:
        seat = self.world.actor(self.person).seat
        return seat is not None and seat.area is None
