"""The columns of an enterprise list: which headings mean what, in Chinese and English, over one row or two. Nothing about their values."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.sheets import Row, Sheets
from checklists.facts import Fact, FactSheet
from checklists.reading.headings import HEADERS, IDLE, PEOPLE, PHONES, PROBLEM
from safety.imports import FACT, UNUSED, Field, Heading, How

SEARCHED = 15  # rows from the top in which the header may stand, below titles and notes
LONGEST = 200
NOISE = re.compile(r"[\s*:：?？_\-/·.。、，,]")
BRACKET = re.compile(r"[(\[【<]([^)\]】>]*)[)\]】>]$")
BRACKETS = re.compile(r"[()\[\]【】<>]")
SPACE = re.compile(r"\s+")

Known = Mapping[str, str]  # what a heading, as it is compared, means: a Field or fact:<id>


def normal(text: str) -> str:
    """A header or cell word as it is compared: half-width, small letters, no spaces or marks."""
    return NOISE.sub("", unicodedata.normalize("NFKC", text).lower())


def names_of(fact: Fact) -> tuple[str, ...]:
    """What a fact's column may be called: its id, its question in both languages, with or without the bracket."""
    asked = (normal(fact.prompt.zh), normal(fact.prompt.en))
    short = tuple(BRACKET.sub("", name) for name in asked)
    return tuple(name for name in dict.fromkeys((normal(fact.id), *asked, *short)) if name)


@dataclass(frozen=True, slots=False)
class Columns:
    """What every column of a list means, by its place; `rows` of the sheet that the headings take."""

    headings: Sequence[Heading]
    rows: int = 1
    problem: int | None = None  # the column of an earlier answer, which is not read

    @cached_property
    def places(self) -> Mapping[Field, int]:
        """Where each field stands."""
        return {Field(one.field): place for place, one in self._meant() if one.field in set(Field)}

    @cached_property
    def facts(self) -> Mapping[str, int]:
        """Where each fact stands."""
        return {
            one.field.removeprefix(FACT): place for place, one in self._meant() if one.field.startswith(FACT)
        }

    def _meant(self) -> Iterator[tuple[int, Heading]]:
        yield from ((place, one) for place, one in enumerate(self.headings) if one.field != UNUSED)

    @property
    def score(self) -> int:
        """How many columns are understood."""
        return sum(one.field != UNUSED for one in self.headings)

    @property
    def fingerprint(self) -> str:
        """Tells lists with these headings from others, whatever order their columns stand in."""
        labels = sorted(one.label for place, one in enumerate(self.headings) if place != self.problem)
        return hashlib.sha256("\n".join(labels).encode()).hexdigest()

    def cell(self, row: Row, field: Field) -> str:
        """The text of one cell; empty when the list has no such column."""
        return at(row, self.places.get(field))


def at(row: Row, place: int | None) -> str:
    """The text at a place of a row; rows may be shorter than the header."""
    return row.cells[place] if place is not None and place < len(row.cells) else ""


@dataclass(frozen=True, slots=True)
class List:
    """The list among the sheets: its columns and the rows below them."""

    columns: Columns
    rows: Sequence[Row]
    sheet: str = ""


def find(sheets: Sheets, facts: FactSheet) -> List:
    """The list among the sheets: where most headings are understood; where none are, the first long row is the header."""
    known = dictionary(facts)
    best: List | None = None
    for name, rows in sheets.items():
        for index in range(min(SEARCHED, len(rows))):
            for found in _candidates(rows, index, known):
                if best is None or found.score > best.columns.score:
                    best = List(found, tuple(rows[index + found.rows :]), name)
    if best is not None and best.columns.score > 0:
        return best
    return _longest(sheets, known)


def _longest(sheets: Sheets, known: Known) -> List:
    """Nobody knows a heading: what has the most cells among the first rows is taken for the header."""
    tops = [(name, index, row) for name, rows in sheets.items() for index, row in enumerate(rows[:SEARCHED])]
    if not tops:
        return List(Columns(()), ())
    name, index, row = max(tops, key=lambda one: sum(1 for cell in one[2].cells if cell))
    return List(_columns(list(row.cells), known, 1), tuple(sheets[name][index + 1 :]), name)


def dictionary(facts: FactSheet) -> Known:
    """What every known heading means."""
    known = {
        name: f"{FACT}{fact.id}"
        for fact in (*facts.numbers, *facts.industries, *facts.asked)
        for name in names_of(fact)
    }
    return known | {normal(name): field for field, names in HEADERS.items() for name in names}


def mapped(columns: Columns, by_hand: Mapping[str, str], facts: FactSheet) -> Columns:
    """The columns as a person has named them; a field that was said by hand is taken from every other column."""
    allowed = {field.value for field in Field} | {f"{FACT}{fact}" for fact in _stated(facts)} | {UNUSED}
    said = {label: field for label, field in by_hand.items() if field in allowed}
    taken = {said[one.label] for one in columns.headings if one.label in said} - {UNUSED}
    headings = [
        Heading(one.label, said[one.label], How.HAND)
        if one.label in said
        else Heading(one.label, UNUSED, How.KNOWN)
        if one.field in taken
        else one
        for one in columns.headings
    ]
    return Columns(_once(headings), columns.rows, columns.problem)


def _stated(facts: FactSheet) -> Iterator[str]:
    yield from (fact.id for fact in (*facts.numbers, *facts.industries, *facts.asked))


def _candidates(rows: Sequence[Row], index: int, known: Known) -> Iterator[Columns]:
    """The row as the header, and the row with the one below it: merged cells stand in two rows."""
    upper = list(rows[index].cells)
    yield _columns(upper, known, 1)
    if index + 1 < len(rows) and rows[index + 1].number == rows[index].number + 1:
        yield _columns(list(_merged(upper, rows[index + 1].cells, known)), known, 2)


def _merged(upper: Sequence[str], lower: Sequence[str], known: Known) -> Iterator[str]:
    """Both rows in one: a heading above several columns belongs to each of them, unless the lower one says enough."""
    above = ""
    for place in range(max(len(upper), len(lower))):
        here = upper[place] if place < len(upper) else ""
        below = lower[place] if place < len(lower) else ""
        above = here or above
        both = f"{above}{below}" if above != below else below
        if not below or not above:
            yield here or below
        else:
            yield below if normal(both) not in known and normal(below) in known else both


def _columns(cells: Sequence[str], known: Known, rows: int) -> Columns:
    cells = [SPACE.sub(" ", cell).strip()[:LONGEST] for cell in cells]
    while cells and not cells[-1]:
        cells = cells[:-1]
    problem = next((place for place, cell in enumerate(cells) if normal(cell) in PROBLEM), None)
    counted: Counter[str] = Counter()
    headings: list[Heading] = []
    for place, cell in enumerate(cells):
        counted[cell] += 1
        label = cell if counted[cell] == 1 else f"{cell} ({counted[cell]})"
        headings.append(Heading(label, *_meant(cell, known, headings, idle=place == problem)))
    return Columns(_once(headings), rows, problem)


def _once(headings: Sequence[Heading]) -> Sequence[Heading]:
    """A field stands in one column: the first that was said by hand, else the first."""
    first: dict[str, int] = {}
    for place, one in sorted(enumerate(headings), key=lambda found: found[1].how is not How.HAND):
        first.setdefault(one.field, place)
    return [
        one if one.field == UNUSED or first[one.field] == place else Heading(one.label)
        for place, one in enumerate(headings)
    ]


def _meant(cell: str, known: Known, before: Sequence[Heading], *, idle: bool) -> tuple[str, How]:
    """The whole heading, what stands before its bracket or in it, or the phone of the person on its left."""
    if not cell or idle or normal(cell) in IDLE:
        return UNUSED, How.KNOWN
    name = normal(cell)
    bracket = BRACKET.search(unicodedata.normalize("NFKC", cell.lower()).strip())
    inside = normal(bracket[1]) if bracket else ""
    short, bare = BRACKET.sub("", name), BRACKETS.sub("", name)
    found = known.get(name) or known.get(bare) or known.get(inside) or known.get(short)
    if found is None and short in PHONES and before:
        found = PEOPLE.get(before[-1].field)
    return (found, How.KNOWN) if found else (UNUSED, How.UNKNOWN)
