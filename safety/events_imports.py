"""Events of imported lists of enterprises: a file came, a column was named, writing was confirmed, it has ended."""

from dataclasses import dataclass
from typing import ClassVar

from safety.events import Event


@dataclass(frozen=True, slots=True)
class ImportSent(Event):
    """A spreadsheet came in the chat. It is fetched and judged beside the turns; nothing is written.

    file, unique   the platform's references; name  as the sender's phone calls it; size  in bytes, where it is known
    """

    kind: ClassVar[str] = "import:sent"
    file: str
    unique: str
    name: str
    size: int | None = None


@dataclass(frozen=True, slots=True)
class ImportMapped(Event):
    """What a column means was said by hand (empty: nothing); remembered for lists with these headings."""

    kind: ClassVar[str] = "import:mapped"
    number: int
    label: str
    field: str


@dataclass(frozen=True, slots=True)
class ImportTried(Event):
    """Judge it again against the ledger as it is now."""

    kind: ClassVar[str] = "import:tried"
    number: int


@dataclass(frozen=True, slots=True)
class ImportConfirmed(Event):
    """Write it. `good`: rows that were said to be new or changed when it was confirmed."""

    kind: ClassVar[str] = "import:confirmed"
    number: int
    good: int


@dataclass(frozen=True, slots=True)
class ImportDropped(Event):
    """It will not be written; the file goes."""

    kind: ClassVar[str] = "import:dropped"
    number: int


@dataclass(frozen=True, slots=True)
class ImportFileAsked(Event):
    """A file is wanted: the bad rows of an import to put right, or (number 0) an empty list to fill in."""

    kind: ClassVar[str] = "import:file-asked"
    number: int = 0


@dataclass(frozen=True, slots=True)
class ImportEnded(Event):
    """Writing has come to its end, or was stopped between two portions (`stopped` says why).

    done, total   rows, of those that could be written; sha256  of the file
    """

    kind: ClassVar[str] = "import:ended"
    number: int
    done: int
    total: int
    new: int
    changed: int
    same: int
    bad: int
    sha256: str
    stopped: str = ""
