"""Events of the roster and of papers: people come, change, leave; certificates are entered, renewed, taken back; the veto list."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from checklists.certificates import Family
from checklists.veto_rules import Barred
from safety.events import Event
from safety.events_hazards import Picture


@dataclass(frozen=True, slots=True)
class WorkerAdded(Event):
    """Somebody stands in the roster from now on. The record keeps no name. `fresh`: new in the enterprise, so that training before work is owed."""

    kind: ClassVar[str] = "staff:worker:added"
    name: str
    post: str
    since: date
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class WorkerChanged(Event):
    """Another post from a day on."""

    kind: ClassVar[str] = "staff:worker:changed"
    worker: int
    post: str
    since: date


@dataclass(frozen=True, slots=True)
class WorkerReturned(Event):
    """Back after an absence; training before work counts from this day."""

    kind: ClassVar[str] = "staff:worker:returned"
    worker: int
    since: date


@dataclass(frozen=True, slots=True)
class WorkerLeft(Event):
    """Does not work there any more; `until` is the last day."""

    kind: ClassVar[str] = "staff:worker:left"
    worker: int
    until: date


@dataclass(frozen=True, slots=True)
class WorkerLinked(Event):
    """The account of the row that joining had made (`other`) is that of this row; the other row is over."""

    kind: ClassVar[str] = "staff:worker:linked"
    worker: int
    other: int


@dataclass(frozen=True, slots=True)
class CertificateAdded(Event):
    """A certificate, licence or piece of equipment was entered; with `replaces`, as the new version of an older one.

    worker   whose it is; None: the enterprise's
    """

    kind: ClassVar[str] = "staff:certificate:added"
    worker: int | None
    certificate: str  # id of its kind
    family: Family
    number: str = ""
    issued: date | None = None
    valid_to: date | None = None
    review: date | None = None
    place: str = ""
    pictures: tuple[Picture, ...] = ()
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class CertificateDropped(Event):
    """It was entered by mistake, or is needed no more; why."""

    kind: ClassVar[str] = "staff:certificate:dropped"
    certificate: int
    family: Family
    reason: str


@dataclass(frozen=True, slots=True)
class CertificatePhotoFailed(Event):
    """The photo of a certificate could not be kept; `reason` is a text id of the locales."""

    kind: ClassVar[str] = "staff:certificate:photo_failed"
    photo: int
    sender: int
    certificate: int
    reason: str


@dataclass(frozen=True, slots=True)
class VetoSet(Event):
    """A supervisor puts somebody on the veto list: a person of an enterprise, or the enterprise itself."""

    kind: ClassVar[str] = "veto:set"
    enterprise: str  # credit code
    worker: int | None
    reason: str
    words: str
    until: date
    bars: tuple[Barred, ...]


@dataclass(frozen=True, slots=True)
class VetoLifted(Event):
    """A supervisor takes an entry off the list before its end; why."""

    kind: ClassVar[str] = "veto:lifted"
    number: str
    why: str


@dataclass(frozen=True, slots=True)
class VetoAppealed(Event):
    """The enterprise says something to an entry about it."""

    kind: ClassVar[str] = "veto:appealed"
    number: str
    words: str
