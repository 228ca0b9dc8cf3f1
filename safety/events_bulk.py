"""Events of what one person may not do alone: asked for, decided by a second one, or past its time (S17)."""

from dataclasses import dataclass
from typing import ClassVar

from safety.bulk import BulkKind
from safety.events import Event


@dataclass(frozen=True, slots=True)
class BulkAsked(Event):
    """A second person's word is needed. Follows from what was asked for; `request` is its number."""

    kind: ClassVar[str] = "bulk:asked"
    request: int
    what: BulkKind
    table: str = ""
    rows: int = 0


@dataclass(frozen=True, slots=True)
class BulkDecided(Event):
    """The second person has decided. Storage refuses one's own request, one out of reach, and one that is decided."""

    kind: ClassVar[str] = "bulk:decided"
    request: int
    approved: bool


@dataclass(frozen=True, slots=True)
class BulkExpired(Event):
    """Nobody has decided in time; the actor is who had asked."""

    kind: ClassVar[str] = "bulk:expired"
    request: int
