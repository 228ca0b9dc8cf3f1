"""One row of an enterprise list into an entry of the ledger, or every reason why not. Knows nothing of files."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from bot.columns import BRACKET, Column, Columns, at, names_of, normal
from bot.sheets import Row
from checklists.answers import JsonValue
from checklists.catalogue import Catalogue
from checklists.facts import Fact
from checklists.words import Words
from dialogs.talk import Line
from dialogs.texts import clean
from safety import credit_code
from safety.ledger import Colour
from safety.people import Role
from storage.enterprises import Entry, Listed
from storage.phones import digits

LONGEST = {
    Column.NAME: 100,
    Column.TOWN: 30,
    Column.GRID: 30,
    Column.DEPARTMENT: 30,
    Column.ADDRESS: 160,
    Column.PRINCIPAL: 40,
    Column.OFFICER: 40,
}
MOBILE = re.compile(r"1[3-9]\d{9}")
PHONE_MARKS = re.compile(r"[\d\s+()\-]+")
YES = frozenset({"是", "有", "对", "√", "✓", "✔", "y", "yes", "true", "t", "1"})
NO = frozenset({"否", "无", "没有", "不是", "×", "✗", "x", "n", "no", "false", "f", "0"})
LARGEST_NUMBER = Decimal(10_000_000)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one cell; `line` says it in the words of bot/locales."""

    row: int
    line: Line


@dataclass(slots=True)
class _Reading:
    """One row while it is read; a row with problems gives no entry."""

    row: Row
    columns: Columns
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, reason: str, **args: str | int | Words | Line) -> None:
        self.problems.append(Problem(self.row.number, Line(f"import-{reason}", args)))

    def text(self, column: Column, *, needed: bool = False) -> str:
        """A cell in one line without hidden characters."""
        whole = clean(self.columns.cell(self.row, column), 10_000)
        if needed and not whole:
            self.refuse("empty", column=word(column))
        if len(whole) > LONGEST[column]:
            self.refuse("too-long", column=word(column), most=LONGEST[column])
        return whole


class Reader:
    """Reads rows of one list by its columns and the content's facts and colours."""

    def __init__(self, columns: Columns, catalogue: Catalogue) -> None:
        self._columns = columns
        self._catalogue = catalogue
        sheet = catalogue.facts
        self._numbers = sheet.number_ids
        self._prompts = {fact.id: fact.prompt for fact in (*sheet.numbers, *sheet.industries, *sheet.asked)}
        self._industries = {name: fact for fact in sheet.industries for name in _industry_names(fact)}
        self._colours = {name: colour for colour in Colour for name in self._colour_names(colour)}

    def read(self, row: Row) -> tuple[Entry | None, Sequence[Problem]]:
        """The entry of a row, or None and every problem of it."""
        reading = _Reading(row, self._columns)
        facts = self._facts(reading)
        entry = Entry(
            credit_code=self._code(reading),
            name=reading.text(Column.NAME, needed=True),
            colour=self._colour(reading, facts),
            town=reading.text(Column.TOWN, needed=True),
            address=reading.text(Column.ADDRESS),
            facts=facts,
            contacts=tuple(self._contacts(reading)),
            department=self._department(reading),
            grid=reading.text(Column.GRID),
        )
        return (None if reading.problems else entry), reading.problems

    def _code(self, reading: _Reading) -> str:
        code = credit_code.normal(self._columns.cell(reading.row, Column.CODE))
        fault = credit_code.fault(code) if code else None
        if not code:
            reading.refuse("empty", column=word(Column.CODE))
        elif fault:
            reading.refuse(f"code-{fault}", code=code[:40])
        return code

    def _department(self, reading: _Reading) -> str:
        """The department by the name that content gives it; one that content does not know keeps the list's."""
        written = reading.text(Column.DEPARTMENT)
        known = self._catalogue.rules.departments.called(written) if written else None
        return known.name.zh if known is not None else written

    def _colour(self, reading: _Reading, facts: dict[str, JsonValue]) -> Colour:
        """The colour that is written, else the one that content gives to the industry and the facts."""
        industry = self._industry(self._columns.cell(reading.row, Column.INDUSTRY))
        if industry is not None:
            facts[industry.id] = True
        written = self._columns.cell(reading.row, Column.COLOUR)
        if written:
            return self._written_colour(reading, written)
        return self._derived_colour(reading, industry, facts)

    def _written_colour(self, reading: _Reading, written: str) -> Colour:
        colour = self._colours.get(normal(written))
        if colour is None:
            reading.refuse("colour", cell=written[:40])
        return colour or Colour.GREEN

    def _derived_colour(
        self, reading: _Reading, industry: Fact | None, facts: Mapping[str, JsonValue]
    ) -> Colour:
        cell = self._columns.cell(reading.row, Column.INDUSTRY)
        if industry is None and cell:
            reading.refuse("industry", cell=cell[:40])
        stated = {id_: value for id_, value in facts.items() if isinstance(value, bool)}
        sheet = self._catalogue.colours
        return Colour(sheet.of(industry.id if industry else None, self._catalogue.facts.derive(stated)))

    def _industry(self, cell: str) -> Fact | None:
        """The industry with this name; a longer word counts when it holds exactly one industry's name (餐饮业)."""
        name = normal(cell)
        if not name:
            return None
        if name in self._industries:
            return self._industries[name]
        short = normal(BRACKET.sub("", name))
        held = {fact.id: fact for word, fact in self._industries.items() if len(word) > 1 and word in short}
        return next(iter(held.values())) if len(held) == 1 else None

    def _facts(self, reading: _Reading) -> dict[str, JsonValue]:
        facts: dict[str, JsonValue] = {}
        for fact, place in self._columns.facts.items():
            cell = at(reading.row, place)
            if not cell:
                continue
            value = _number(cell) if fact in self._numbers else _flag(cell)
            if value is None:
                kind = "number" if fact in self._numbers else "flag"
                reading.refuse(kind, fact=self._prompts[fact], cell=cell[:40])
            else:
                facts[fact] = value
        return facts

    def _contacts(self, reading: _Reading) -> Iterator[Listed]:
        """Principal and officer; one phone is listed once, the principal's role first."""
        seen: set[str] = set()
        for who, phone, role in (
            (Column.PRINCIPAL, Column.PRINCIPAL_PHONE, Role.PRINCIPAL),
            (Column.OFFICER, Column.OFFICER_PHONE, Role.OFFICER),
        ):
            name = reading.text(who)
            number = self._phone(reading, phone)
            if number and number not in seen:
                seen.add(number)
                yield Listed(name, number, role)

    def _phone(self, reading: _Reading, column: Column) -> str:
        cell = self._columns.cell(reading.row, column)
        number = digits(cell)
        if cell and not (PHONE_MARKS.fullmatch(cell) and MOBILE.fullmatch(number)):
            reading.refuse("phone", column=word(column))
            return ""
        return number

    def _colour_names(self, colour: Colour) -> Iterator[str]:
        sheet = self._catalogue.colours.colour(colour.value)
        yield from (colour.value, normal(sheet.label.zh), normal(sheet.label.en), normal(sheet.emoji))
        yield normal(sheet.label.zh).removesuffix("色")


def _industry_names(fact: Fact) -> Iterator[str]:
    """The names of an industry, and each of the words it is made of (道路运输、物流、仓储)."""
    yield from names_of(fact)
    short = BRACKET.sub("", unicodedata.normalize("NFKC", fact.prompt.zh))
    yield from (normal(part) for part in short.split("、"))


def word(column: Column) -> Line:
    """What a column is called in a sentence."""
    return Line(f"column-{column.value}")


def _flag(cell: str) -> bool | None:
    word = normal(cell)
    return True if word in YES else False if word in NO else None


def _number(cell: str) -> JsonValue:
    """A plain number as it is kept: whole ones as int, others as text, so that no digit is lost."""
    text = cell.replace(",", "").replace("，", "").strip()
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    if not value.is_finite() or not 0 <= value <= LARGEST_NUMBER:
        return None
    return int(value) if value == value.to_integral_value() else str(value)
