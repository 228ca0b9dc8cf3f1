"""What is reported at any moment beside a new hazard (events_hazards.HazardReported): joined to one, taken off a question."""

from dataclasses import dataclass
from typing import ClassVar

from safety.checks import CheckKey
from safety.events import Event
from safety.events_hazards import Picture


@dataclass(frozen=True, slots=True)
class HazardJoined(Event):
    """What somebody was about to report is a hazard that is known already: their words and photos go to it.

    Storage refuses when it is none of the actor's enterprise, or no longer open.
    """

    kind: ClassVar[str] = "hazard:joined"
    number: str
    words: str
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class PhotoTakenOff(Event):
    """A photo that came while a question was open is not about it: it goes with the hazard that is being reported.

    Its row stays, without the question; a note that came with it is taken off as well.
    """

    kind: ClassVar[str] = "check:photo:taken_off"
    key: CheckKey
    question: str
    unique: str
    note: str = ""
