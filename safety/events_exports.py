"""Events of exported tables: who has taken what out of the ledgers, and how much."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from checklists.answers import JsonValue
from safety.events import Event
from safety.exported import Exported, FileForm


@dataclass(frozen=True, slots=True)
class ExportAsked(Event):
    """Somebody wants the rows of a list as a table; it is made and sent after the turn.

    sieve   what the list is narrowed down to, in its plain form
    rows    how many there were when it was asked for
    what    an Exported, `form`: a FileForm
    """

    kind: ClassVar[str] = "hazards:export:asked"
    sieve: Mapping[str, JsonValue]
    rows: int
    what: str = Exported.HAZARDS
    form: str = FileForm.XLSX


@dataclass(frozen=True, slots=True)
class ExportMade(Event):
    """The table is made and in the outbox; the person it is for is the actor.

    export   number of the export
    rows     rows in it
    sha256   of the file
    """

    kind: ClassVar[str] = "hazards:export:made"
    export: int
    rows: int
    sha256: str
