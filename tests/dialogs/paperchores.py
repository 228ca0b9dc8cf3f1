"""What comes again and again, on paper."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from safety.calendar import today
from safety.chores import Chore, ChoreState, Rhythm, following
from safety.events_chores import ChoreDone, ChoreMade, ChoreTurned
from safety.people import RIGHTS, Right

if TYPE_CHECKING:
    from tests.dialogs.paper import World

GOING = {ChoreState.OPEN, ChoreState.PAUSED}


def treats(world: "World", person: int) -> bool:
    seat = world.actor(person).seat
    return seat is not None and Right.TREAT_HAZARD in RIGHTS[seat.role]


def made(world: "World", person: int, event: ChoreMade) -> None:
    assert treats(world, person), "storage would refuse"
    rhythm = Rhythm(event.every, event.unit) if event.every and event.unit else None
    number = f"DQ-2026-{len(world.chores) + 1:06d}"
    name = world.people[event.owner].name
    one = Chore(number, event.title, event.due, name, event.owner, rhythm=rhythm, hazard=event.hazard)
    world.chores = [*world.chores, one]


def _change(world: "World", number: str, **values: object) -> None:
    world.chores = [
        replace(one, **values) if one.number == number else one  # type: ignore[arg-type]  # fields by name
        for one in world.chores
    ]


def done(world: "World", person: int, event: ChoreDone) -> None:
    one = next(one for one in world.chores if one.number == event.number)
    assert one.state is ChoreState.OPEN, "storage would refuse"
    day, name = today(world.now), world.people[person].name
    if one.rhythm is None:
        _change(world, event.number, state=ChoreState.DONE, last=day, last_by=name)
    else:
        _change(world, event.number, due=following(one.due, one.rhythm, day), last=day, last_by=name)


def turned(world: "World", person: int, event: ChoreTurned) -> None:
    assert treats(world, person), "storage would refuse"
    _change(world, event.number, state=event.to)


@dataclass(frozen=True)
class PaperChores:
    """Implements safety.chores.Chores."""

    world: "World"
    person: int

    def _own(self) -> list[Chore]:
        return self.world.chores if treats(self.world, self.person) else []

    def listed(self, *, offset: int = 0, limit: int = 4) -> Sequence[Chore]:
        going = [one for one in self._own() if one.state in GOING]
        return sorted(going, key=lambda one: (one.state is not ChoreState.OPEN, one.due))[
            offset : offset + limit
        ]

    def count(self) -> int:
        return sum(one.state in GOING for one in self._own())

    def due(self, today: date) -> int:
        return sum(one.state is ChoreState.OPEN and one.due <= today for one in self._own())

    def one(self, number: str) -> Chore | None:
        return next((one for one in self._own() if one.number == number), None)
