"""Events of lists of an enterprise's own: sent, confirmed, dropped, the bad rows asked for."""

from dataclasses import dataclass
from typing import ClassVar

from safety.events import Event
from safety.own_lists import OwnListKind


@dataclass(frozen=True, slots=True)
class OwnListSent(Event):
    """A spreadsheet came in the chat. It is fetched and read beside the turns; nothing is written.

    file, unique   the platform's references; name  as the sender's phone calls it; size  in bytes, where it is known
    """

    kind: ClassVar[str] = "ownlist:sent"
    what: OwnListKind
    depot: int | None
    file: str
    unique: str
    name: str
    size: int | None = None


@dataclass(frozen=True, slots=True)
class OwnListConfirmed(Event):
    """What was read of it is brought in, as if each entry had been typed. `good`: entries that its sender has seen."""

    kind: ClassVar[str] = "ownlist:confirmed"
    number: int
    good: int


@dataclass(frozen=True, slots=True)
class OwnListPapers(Event):
    """Derived by storage: the people are in the roster, their papers follow."""

    kind: ClassVar[str] = "ownlist:papers"
    number: int


@dataclass(frozen=True, slots=True)
class OwnListDropped(Event):
    """It is not wanted."""

    kind: ClassVar[str] = "ownlist:dropped"
    number: int


@dataclass(frozen=True, slots=True)
class OwnListRowsAsked(Event):
    """The rows that are wrong are sent back as a file to put right."""

    kind: ClassVar[str] = "ownlist:rows_asked"
    number: int
