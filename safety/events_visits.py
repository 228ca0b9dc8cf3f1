"""Events of inspections on site: begun, who came, what was found beside the list, put before the enterprise, ended, corrected.

What an inspector answers on a form is said by the same events as in a self-check; their key names the visit instead of a period.
"""

from dataclasses import dataclass
from typing import ClassVar

from safety.events import Event
from safety.events_hazards import HazardReported
from safety.visits import Ending, VisitKind


@dataclass(frozen=True, slots=True)
class VisitBegun(Event):
    """An inspector begins one at an enterprise (by credit code). `second`: the officer who came along, asked to confirm it."""

    kind: ClassVar[str] = "visit:begun"
    enterprise: str
    what: VisitKind
    second: int | None = None


@dataclass(frozen=True, slots=True)
class SecondNamed(Event):
    """Another second officer, as long as nobody has confirmed."""

    kind: ClassVar[str] = "visit:second:named"
    visit: int
    second: int


@dataclass(frozen=True, slots=True)
class SecondConfirmed(Event):
    """The second officer is there (`there` false: is not, somebody else has to be named)."""

    kind: ClassVar[str] = "visit:second:confirmed"
    visit: int
    there: bool = True


@dataclass(frozen=True, slots=True)
class FormOpened(Event):
    """A form is walked in this visit from now on, in its version of this moment."""

    kind: ClassVar[str] = "visit:form:opened"
    visit: int
    checklist: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class VisitPlaced(Event):
    """Where the inspectors are."""

    kind: ClassVar[str] = "visit:placed"
    visit: int
    lat: float
    lon: float
    accuracy: int | None = None


@dataclass(frozen=True, slots=True)
class VisitRemarked(Event):
    """Words of the inspectors that stand in the record."""

    kind: ClassVar[str] = "visit:remarked"
    visit: int
    words: str


@dataclass(frozen=True, slots=True)
class FindingReported(HazardReported):
    """Found beside the list. It is told to the enterprise with the rest, when the visit ends."""

    kind: ClassVar[str] = "hazard:reported:visit"
    visit: int = 0


@dataclass(frozen=True, slots=True)
class FindingDropped(Event):
    """A finding beside the list is taken back before the visit ends."""

    kind: ClassVar[str] = "visit:finding:dropped"
    visit: int
    number: str


@dataclass(frozen=True, slots=True)
class VisitPresented(Event):
    """The result is put before somebody of the enterprise; storage adds the fingerprint of what lies before them."""

    kind: ClassVar[str] = "visit:presented"
    visit: int
    to: int


@dataclass(frozen=True, slots=True)
class VisitTakenBack(Event):
    """The inspectors go on; what lay before the enterprise counts no more."""

    kind: ClassVar[str] = "visit:taken_back"
    visit: int


@dataclass(frozen=True, slots=True)
class VisitObjected(Event):
    """Who was asked to confirm does not, and says why. The inspectors hear of it and go on."""

    kind: ClassVar[str] = "visit:objected"
    visit: int
    words: str


@dataclass(frozen=True, slots=True)
class VisitConfirmed(Event):
    """Who was asked confirms exactly what was put before them; that ends it."""

    kind: ClassVar[str] = "visit:confirmed"
    visit: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class VisitClosed(Event):
    """It is ended: its findings are reported with their source, the enterprise is covered, the record has its number.

    reason   why nobody confirmed
    """

    kind: ClassVar[str] = "visit:closed"
    visit: int
    ending: Ending
    reason: str = ""


@dataclass(frozen=True, slots=True)
class VisitDropped(Event):
    """It was begun by mistake: nothing of it counts."""

    kind: ClassVar[str] = "visit:dropped"
    visit: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class VisitCorrected(Event):
    """Afterwards: words, and perhaps a finding that is taken back. A version of its own; the record before stays as it was."""

    kind: ClassVar[str] = "visit:corrected"
    visit: int
    words: str
    hazard: str = ""
