"""Events of emergency supplies. A change of a thing is kept in the record for good; the tables say how it stands."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from safety.events import Event
from safety.events_hazards import Picture
from safety.supplies import DepotKind


@dataclass(frozen=True, slots=True)
class DepotMade(Event):
    """A depot or cabinet, with what lies in it at first.

    things   item of the content or nothing, name, unit, how many
    check    until when all of it is to be looked at
    """

    kind: ClassVar[str] = "depot:made"
    of: DepotKind
    check: date
    name: str = ""
    place: str = ""
    keeper: str = ""
    phone: str = ""
    things: tuple[tuple[str, str, str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class DepotPlaced(Event):
    """Another name, place or keeper; what is empty stays as it was."""

    kind: ClassVar[str] = "depot:placed"
    depot: int
    name: str = ""
    place: str = ""
    keeper: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class SupplyAdded(Event):
    """One more thing."""

    kind: ClassVar[str] = "supply:added"
    depot: int
    name: str
    unit: str
    quantity: int
    expires: date | None = None


@dataclass(frozen=True, slots=True)
class SupplyCounted(Event):
    """How many there are."""

    kind: ClassVar[str] = "supply:counted"
    supply: int
    quantity: int


@dataclass(frozen=True, slots=True)
class SupplyDated(Event):
    """Until when it is good; None: it does not run out."""

    kind: ClassVar[str] = "supply:dated"
    supply: int
    expires: date | None


@dataclass(frozen=True, slots=True)
class SupplyShown(Event):
    """A photo of it, at a check or at any time."""

    kind: ClassVar[str] = "supply:shown"
    supply: int
    picture: Picture


@dataclass(frozen=True, slots=True)
class SupplyDropped(Event):
    """It does not belong there any more."""

    kind: ClassVar[str] = "supply:dropped"
    supply: int


@dataclass(frozen=True, slots=True)
class SuppliesChecked(Event):
    """Somebody has looked at all of it. `check`: until when it is to be looked at again."""

    kind: ClassVar[str] = "depot:checked"
    depot: int
    check: date
