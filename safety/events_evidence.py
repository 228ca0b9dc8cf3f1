"""What goes with the photos of a hazard: where their sender was, whether the word of the day is in them, that one is old."""

from dataclasses import dataclass
from typing import ClassVar

from safety.events import Event


@dataclass(frozen=True, slots=True)
class HazardPlaceSent(Event):
    """Where the sender of photos is, in degrees; `accuracy` in metres where the phone said so."""

    kind: ClassVar[str] = "hazard:place:sent"
    number: str
    lat: float
    lon: float
    accuracy: int | None = None
    live: bool = False


@dataclass(frozen=True, slots=True)
class HazardWordLooked(Event):
    """Whoever verifies it has looked for the word of the day in a photo; `photo` as in Shot.name."""

    kind: ClassVar[str] = "hazard:word:looked"
    number: str
    photo: str
    seen: bool


@dataclass(frozen=True, slots=True)
class HazardPhotoKnown(Event):
    """A photo of what was put right is the photo of how it was found; `sender` hears of it at once."""

    kind: ClassVar[str] = "hazard:photo:known"
    photo: int
    sender: int
    number: str
