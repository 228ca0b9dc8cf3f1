"""Events of exported tables of the hazard ledger: who has taken what out of it, and how much."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from checklists.answers import JsonValue
from safety.events import Event


@dataclass(frozen=True, slots=True)
class ExportAsked(Event):
    """Somebody wants the hazards of a list as a table; it is made and sent after the turn.

    sieve   what the list is narrowed down to (safety.lists.Sieve.plain)
    rows    how many there were when it was asked for
    """

    kind: ClassVar[str] = "hazards:export:asked"
    sieve: Mapping[str, JsonValue]
    rows: int


@dataclass(frozen=True, slots=True)
class ExportMade(Event):
    """The table is made and in the outbox; the person it is for is the actor.

    export   number of the export
    rows     hazards in it
    sha256   of the file
    """

    kind: ClassVar[str] = "hazards:export:made"
    export: int
    rows: int
    sha256: str
