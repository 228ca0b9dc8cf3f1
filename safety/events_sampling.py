"""Events of the sampling of self-checks: the draw of a day, and what a supervisor found."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from safety.events import Event


@dataclass(frozen=True, slots=True)
class SampleDrawn(Event):
    """The clock drew from the self-checks of a day. Never said by a person."""

    kind: ClassVar[str] = "sample:drawn"
    day: date
    seed: str
    among: int
    drawn: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SampleAccepted(Event):
    """A self-check that was drawn holds: its enterprise is covered in this quarter. `visit`: it was looked at on site."""

    kind: ClassVar[str] = "sample:accepted"
    receipt: str
    visit: int | None = None


@dataclass(frozen=True, slots=True)
class SampleRefused(Event):
    """It does not hold, and why. It is given back with it (CheckReturned), where it still can be."""

    kind: ClassVar[str] = "sample:refused"
    receipt: str
    reason: str
    visit: int | None = None
