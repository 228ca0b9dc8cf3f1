"""What one person may not do alone (S17): take much out at once, have a person's data deleted. A second person decides, never oneself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from safety.people import Role


class BulkKind(StrEnum):
    """An export of many rows; the deletion of what is kept about the person who asks."""

    EXPORT = "export"
    ERASE = "erase"


class BulkState(StrEnum):
    """Waits for the second person; decided by them; over its time; taken back, or asked from a seat that is no more."""

    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    EXPIRED = "expired"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Requested:
    """One request, as whoever may decide it reads it, or who has asked.

    table     what is exported (`hazards`, …); empty for a deletion
    rows      of the export, as counted when it was asked for
    by        name of who has decided; empty while nobody has
    """

    number: int
    kind: BulkKind
    state: BulkState
    person: str
    role: Role
    place: str
    table: str
    rows: int
    at: datetime
    until: datetime
    by: str = ""


class BulkBook(Protocol):
    """What one actor may read of requests: those they may decide, and their own."""

    def waiting(self, *, offset: int = 0, limit: int = 5) -> Sequence[Requested]:
        """That the actor may decide, the oldest first."""
        ...

    def count(self) -> int: ...

    def one(self, number: int) -> Requested | None:
        """One that the actor may decide or might have decided; None for one's own and what is out of reach."""
        ...

    def own(self, kind: BulkKind) -> Requested | None:
        """The actor's newest request of a kind."""
        ...


@dataclass(frozen=True, slots=True)
class Appeal:
    """A request as letters name it: who asked, and who may decide."""

    request: Requested
    asker: int
    deciders: Sequence[int]
