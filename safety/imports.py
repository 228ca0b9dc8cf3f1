"""Lists of enterprises brought in by supervisors (导入名单): fields, what was understood of a file, where an import stands. Pure.

Nothing about files, wording or how rows are written: bot/imports/, dialogs/imports/, storage/imports.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from checklists.answers import JsonValue
from checklists.facts import FactSheet
from checklists.words import Words

FACT = "fact:"  # a column that states a fact of the content: fact:staff
UNUSED = ""  # a column that says nothing here, by a person's word or because nobody knows it
SHOWN = 5  # bad rows that are kept to be read in the chat; all of them stand in the file to put right


class Field(StrEnum):
    """What a column can mean, beside facts of the content."""

    NAME = "name"
    CODE = "credit-code"
    DISTRICT = "district"
    TOWN = "town"
    GRID = "grid"
    DEPARTMENT = "department"
    INDUSTRY = "industry"
    COLOUR = "colour"
    ADDRESS = "address"
    ACTIVITY = "activity"
    PRINCIPAL = "principal"
    PRINCIPAL_PHONE = "principal-phone"
    OFFICER = "officer"
    OFFICER_PHONE = "officer-phone"


class FieldGroup(StrEnum):
    """Fields as they are offered: who it is, how it is supervised, its people, its facts."""

    WHO = "who"
    WATCHED = "watched"
    PEOPLE = "people"
    FACTS = "facts"


GROUPS: Mapping[FieldGroup, tuple[Field, ...]] = {
    FieldGroup.WHO: (Field.NAME, Field.CODE, Field.TOWN, Field.ADDRESS, Field.DISTRICT),
    FieldGroup.WATCHED: (
        Field.INDUSTRY,
        Field.COLOUR,
        Field.ACTIVITY,
        Field.DEPARTMENT,
        Field.GRID,
    ),
    FieldGroup.PEOPLE: (Field.PRINCIPAL, Field.PRINCIPAL_PHONE, Field.OFFICER, Field.OFFICER_PHONE),
}


class How(StrEnum):
    """How it came that a column means what it means."""

    KNOWN = "known"  # by its heading
    HAND = "hand"  # somebody said so, for this file or for an earlier one with the same headings
    UNKNOWN = "unknown"


class ImportState(StrEnum):
    """Where an import stands."""

    READING = "reading"  # fetched and judged beside the turns
    REFUSED = "refused"  # the file as a whole cannot be used; `reason` says why
    READY = "ready"  # judged: nothing is written until somebody says so twice
    WRITING = "writing"  # portion by portion; goes on after a restart
    WRITTEN = "written"
    STOPPED = "stopped"  # ended between two portions: who asked for it lost the seat, or the file is gone
    DROPPED = "dropped"


OPEN = frozenset({ImportState.READING, ImportState.READY, ImportState.WRITING})
PASSES = frozenset({ImportState.READY, ImportState.REFUSED})  # may be judged again, or dropped


@dataclass(frozen=True, slots=True)
class Heading:
    """One column: its heading (told apart from others that read the same) and what it means."""

    label: str
    field: str = UNUSED
    how: How = How.UNKNOWN


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one cell of a row. `reason` ends a text id, `args` are plain; `column`: its place from 0."""

    row: int
    reason: str
    args: Mapping[str, JsonValue] = field(default_factory=dict)
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth a look that keeps no row out: a new town, a namesake, a hidden sheet."""

    what: str
    args: Mapping[str, JsonValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Understood:
    """What a file comes to: counts of rows, its columns, the first bad rows, notes."""

    rows: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    bad: int = 0
    headings: Sequence[Heading] = ()
    faults: Sequence[Fault] = ()
    notes: Sequence[Note] = ()

    @property
    def good(self) -> int:
        """Rows that writing would change something by."""
        return self.new + self.changed

    @property
    def unknown(self) -> Sequence[int]:
        """Places of the columns that nobody knows and nobody has decided on."""
        return [place for place, one in enumerate(self.headings) if one.how is How.UNKNOWN]


@dataclass(frozen=True, slots=True)
class Import:
    """One import as its sender sees it.

    done, total   rows that are written, of those that can be; total 0: nothing was begun
    """

    number: int
    name: str
    sent_at: datetime
    state: ImportState
    understood: Understood = Understood()
    reason: str = ""
    done: int = 0
    total: int = 0
    remembered: bool = False  # its columns were named by hand for an earlier file


@dataclass(frozen=True, slots=True)
class Named:
    """A field that a column can be said to mean. Facts carry their question; the rest has words of its own."""

    id: str
    group: FieldGroup
    question: Words | None = None


def fields_of(sheet: FactSheet) -> Sequence[Named]:
    """Every field that a column can mean, in the order in which they are offered."""
    named = [Named(field.value, group) for group, fields in GROUPS.items() for field in fields]
    facts = (*sheet.numbers, *sheet.asked, *sheet.industries)
    return [*named, *(Named(f"{FACT}{fact.id}", FieldGroup.FACTS, fact.prompt) for fact in facts)]


class ImportBook(Protocol):
    """Imports of one supervisor from the seat in which they act."""

    def one(self, number: int) -> Import | None: ...
    def recent(self, limit: int = 5) -> Sequence[Import]: ...
    def last(self) -> Import | None: ...
    def fields(self) -> Sequence[Named]:
        """Every field in the order in which they are offered."""
        ...

    def whole(self) -> bool:
        """Whether the seat reaches every town: a town's own list needs no column of towns."""
        ...
