"""Events of seats that are handed over."""

from dataclasses import dataclass
from typing import ClassVar

from safety.events import Event
from safety.people import Role


@dataclass(frozen=True, slots=True)
class HandoverOffered(Event):
    """Somebody offers their own seat; or a supervisor that of somebody who is gone (giver, code, reason).

    receiver   who shall take it; none: an invitation is sent to the giver, whoever joins by it takes the seat
    """

    kind: ClassVar[str] = "handover:offered"
    receiver: int | None
    giver: int | None = None
    code: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class HandoverAccepted(Event):
    """The successor takes the seat: from here on it is theirs, with everything that goes with it."""

    kind: ClassVar[str] = "handover:accepted"
    offer: int


@dataclass(frozen=True, slots=True)
class HandoverDeclined(Event):
    """The successor does not want it; the giver keeps it."""

    kind: ClassVar[str] = "handover:declined"
    offer: int


@dataclass(frozen=True, slots=True)
class HandoverWithdrawn(Event):
    """The giver keeps the seat."""

    kind: ClassVar[str] = "handover:withdrawn"
    offer: int


@dataclass(frozen=True, slots=True)
class SeatHanded(Event):
    """Derived: a seat has gone over. The record keeps numbers, no names."""

    kind: ClassVar[str] = "handover:done"
    offer: int
    role: Role
    giver: int
    receiver: int
    hazards: int
    matters: int
    chores: int
    pledges: int
