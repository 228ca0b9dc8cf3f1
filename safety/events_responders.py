"""Events of whom to call in an emergency: supervisors keep the list."""

from dataclasses import dataclass
from typing import ClassVar

from safety.events import Event
from safety.responders import ResponderKind


@dataclass(frozen=True, slots=True)
class ResponderAdded(Event):
    """Somebody to call, in the supervisor's own area."""

    kind: ClassVar[str] = "responder:added"
    of: ResponderKind
    name: str
    person: str
    phone: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class ResponderChanged(Event):
    """All of it anew; the place stays."""

    kind: ClassVar[str] = "responder:changed"
    responder: int
    name: str
    person: str
    phone: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class ResponderPlaced(Event):
    """Where they are."""

    kind: ClassVar[str] = "responder:placed"
    responder: int
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class ResponderGone(Event):
    """Not to be called any more."""

    kind: ClassVar[str] = "responder:gone"
    responder: int
