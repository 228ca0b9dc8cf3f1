"""Events around digests: when one comes, a chase that a supervisor sends from it, a group that is linked to an area."""

from dataclasses import dataclass
from typing import ClassVar

from safety.events import Event


@dataclass(frozen=True, slots=True)
class DigestWished(Event):
    """A reader has said when their digest comes (minutes of the day), and whether the monthly report comes as a PDF."""

    kind: ClassVar[str] = "digest:wished"
    minutes: int
    report: bool


@dataclass(frozen=True, slots=True)
class EnterpriseChased(Event):
    """A supervisor has an enterprise told that something waits (催办), once a day whoever asks.

    enterprise  its credit code
    why         kind of the concern
    hazard      its number, where it is about one
    days        how long it has been so
    """

    kind: ClassVar[str] = "digest:chased"
    enterprise: str
    why: str
    hazard: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True)
class GroupLinked(Event):
    """A supervisor has confirmed that a group gets the digests of their area, in numbers and names of enterprises alone."""

    kind: ClassVar[str] = "digest:group:linked"
    code: str


@dataclass(frozen=True, slots=True)
class GroupUnlinked(Event):
    """It gets them no more."""

    kind: ClassVar[str] = "digest:group:unlinked"
    code: str
