"""Events of incidents and near misses."""

from dataclasses import dataclass
from typing import ClassVar

from safety.events import Event
from safety.events_hazards import Picture
from safety.incidents import Harm, Status


@dataclass(frozen=True, slots=True)
class IncidentReported(Event):
    """Somebody of an enterprise reports what happened. Nothing of it is required; storage gives the number.

    going   "yes", "no", or empty while nobody has said
    """

    kind: ClassVar[str] = "incident:reported"
    what: str
    words: str = ""
    place: str = ""
    harm: tuple[Harm, ...] = ()
    going: str = ""
    near: bool = False
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class IncidentReceived(Event):
    """Derived by storage: it has its number, and those whom it concerns hear of it."""

    kind: ClassVar[str] = "incident:received"
    number: str


@dataclass(frozen=True, slots=True)
class IncidentAdded(Event):
    """More about it, from the enterprise."""

    kind: ClassVar[str] = "incident:added"
    number: str
    words: str = ""
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class IncidentAnswered(Event):
    """A supervisor's word to it."""

    kind: ClassVar[str] = "incident:answered"
    number: str
    status: Status
    words: str = ""
