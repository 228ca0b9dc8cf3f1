"""What happens to what comes again and again (定期工作). Each is named by its number."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from safety.chores import ChoreState, Unit
from safety.events import Event
from safety.events_hazards import Picture


@dataclass(frozen=True, slots=True)
class ChoreMade(Event):
    """Somebody of the enterprise enters one. `every` None: once. `hazard`: what it keeps from coming back."""

    kind: ClassVar[str] = "chore:made"
    title: str
    owner: int
    due: date
    every: int | None = None
    unit: Unit | None = None
    hazard: str = ""


@dataclass(frozen=True, slots=True)
class ChoreDone(Event):
    """It was done, with a photo where there is one."""

    kind: ClassVar[str] = "chore:done"
    number: str
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class ChoreTurned(Event):
    """It pauses, goes on, or stops for good."""

    kind: ClassVar[str] = "chore:turned"
    number: str
    to: ChoreState
