"""One row of an enterprise list into what it says of an enterprise, or every reason why not. Knows nothing of files or the ledger.

An empty cell says nothing: what the ledger has stays. A cell that says 清空 takes away what is there.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from bot.columns import BRACKET, Columns, at, names_of, normal
from bot.sheets import Row
from checklists.answers import JsonValue
from checklists.catalogue import Catalogue
from checklists.facts import Fact
from checklists.reminders import Activity
from dialogs.texts import clean
from safety import credit_code
from safety.enterprises import Colour
from safety.imports import Fault, Field
from safety.people import Role
from storage.enterprises import Listed
from storage.phones import digits

LONGEST = {
    Field.NAME: 100,
    Field.TOWN: 30,
    Field.DISTRICT: 30,
    Field.GRID: 30,
    Field.DEPARTMENT: 30,
    Field.ADDRESS: 160,
    Field.PRINCIPAL: 40,
    Field.OFFICER: 40,
}
SHOWN = 40  # characters of a cell that a sentence repeats
MOBILE = re.compile(r"1[3-9]\d{9}")
PHONE_MARKS = re.compile(r"[\d\s+()\-]+")
LIKE_A_FORMULA = ("=", "@", "+", "-")
YES = frozenset({"是", "有", "对", "√", "✓", "✔", "y", "yes", "true", "t", "1"})
NO = frozenset({"否", "无", "没有", "不是", "×", "✗", "x", "n", "no", "false", "f", "0"})
NOTHING = frozenset(
    {"-", "--", "—", "——", "/", "\\", "\uff0f"}
)  # what people write where there is nothing to write
CLEAR = frozenset({"清空", "删除", "clear", "delete"})  # as normal() compares
ACTIVITIES: Mapping[Activity, frozenset[str]] = {
    Activity.PRODUCING: frozenset(
        {"生产", "在产", "生产中", "正常", "正常生产", "正常经营", "营业", "营业中", "在营", "开业", "在业", "存续", "producing", "open", "active"}
    ),
    Activity.STOPPED: frozenset(
        {"停产", "停业", "停工", "歇业", "停产停业", "停产停工", "长期停产", "季节性停产", "stopped", "suspended"}
    ),
    Activity.RESUMED: frozenset({"复产", "复工", "复业", "恢复生产", "复工复产", "resumed"}),
    Activity.CLOSED: frozenset({"关闭", "注销", "吊销", "关停", "倒闭", "已关闭", "已注销", "closed"}),
}  # fmt: skip
LARGEST_NUMBER = Decimal(10_000_000)


@dataclass(frozen=True, slots=True)
class Drafted:
    """What one good row says. None and empty: nothing is said of it.

    written   the colour that stands there; derived: the one that content gives to the industry and the facts of a new one
    address   empty text: none any more
    """

    row: int
    code: str
    name: str = ""
    town: str = ""
    district: str = ""
    department: str = ""
    grid: str = ""
    address: str | None = None
    written: Colour | None = None
    derived: Colour = Colour.GREEN
    activity: Activity | None = None
    facts: Mapping[str, JsonValue] = field(default_factory=dict)
    contacts: Sequence[Listed] = ()
    cleared: frozenset[str] = frozenset()
    unlisted: frozenset[Role] = frozenset()


@dataclass(slots=True)
class _Reading:
    """One row while it is read; a row with faults says nothing."""

    row: Row
    columns: Columns
    faults: list[Fault] = field(default_factory=list)
    cleared: set[str] = field(default_factory=set)
    unlisted: set[Role] = field(default_factory=set)

    def refuse(self, reason: str, place: int | None, **args: JsonValue) -> None:
        self.faults.append(Fault(self.row.number, reason, args, place))

    def cell(self, field: Field) -> str:
        return self.at(self.columns.places.get(field))

    def at(self, place: int | None) -> str:
        cell = at(self.row, place)
        return "" if cell in NOTHING else cell

    def fault(self, reason: str, field: Field, **args: JsonValue) -> None:
        self.refuse(reason, self.columns.places.get(field), field=field.value, **args)

    def text(self, field: Field) -> str:
        """A cell in one line without hidden characters."""
        whole = clean(self.cell(field), 10_000)
        if len(whole) > LONGEST[field]:
            self.fault("too-long", field, most=LONGEST[field])
        if whole.startswith(LIKE_A_FORMULA):
            self.fault("formula", field, cell=whole[:SHOWN])
        return whole

    def kept(self, field: Field) -> str:
        """A text that can be changed and never taken away."""
        whole = self.text(field)
        if normal(whole) in CLEAR:
            self.fault("clear", field)
        return whole


class Reader:
    """Reads rows of one list by its columns and the content's facts and colours."""

    def __init__(self, columns: Columns, catalogue: Catalogue) -> None:
        self._columns = columns
        self._catalogue = catalogue
        sheet = catalogue.facts
        self._numbers = {fact.id: fact for fact in sheet.numbers}
        self._industries = {name: fact for fact in sheet.industries for name in _industry_names(fact)}
        self._trades = frozenset(fact.id for fact in sheet.industries)
        self._colours = {name: colour for colour in Colour for name in self._colour_names(colour)}
        self._activities = {word: activity for activity, words in ACTIVITIES.items() for word in words}

    def read(self, row: Row) -> tuple[Drafted, Sequence[Fault]]:
        """What a row says, and everything that is wrong with it: then it must not be written."""
        reading = _Reading(row, self._columns)
        facts = self._facts(reading)
        code = self._code(reading)
        written, derived = self._colour(reading, facts)
        address = reading.text(Field.ADDRESS)
        drafted = Drafted(
            row=row.number,
            code=code,
            name=reading.kept(Field.NAME),
            town=reading.kept(Field.TOWN),
            district=reading.text(Field.DISTRICT),
            department=self._department(reading),
            grid=reading.kept(Field.GRID),
            address="" if normal(address) in CLEAR else address or None,
            written=written,
            derived=derived,
            activity=self._activity(reading),
            facts=facts,
            contacts=tuple(self._contacts(reading)),
            cleared=frozenset(reading.cleared),
            unlisted=frozenset(reading.unlisted),
        )
        return drafted, reading.faults

    def _code(self, reading: _Reading) -> str:
        code = credit_code.normal(reading.cell(Field.CODE))
        fault = credit_code.fault(code) if code else None
        if not code:
            reading.fault("empty", Field.CODE)
        elif fault:
            reading.fault(f"code-{fault}", Field.CODE, code=code[:SHOWN])
        return code

    def _department(self, reading: _Reading) -> str:
        """The department by the name that content gives it; one that content does not know keeps the list's."""
        written = reading.kept(Field.DEPARTMENT)
        known = self._catalogue.rules.departments.called(written) if written else None
        return known.name.zh if known is not None else written

    def _colour(self, reading: _Reading, facts: dict[str, JsonValue]) -> tuple[Colour | None, Colour]:
        """The colour that is written, and the one that content gives to the industry and the facts."""
        cell = reading.cell(Field.INDUSTRY)
        industry = self._industry(cell)
        if industry is not None:
            facts[industry.id] = True
            reading.cleared |= self._trades - facts.keys()
        written = reading.cell(Field.COLOUR)
        colour = self._colours.get(normal(written)) if written else None
        if written and colour is None:
            reading.fault("colour", Field.COLOUR, cell=written[:SHOWN])
        elif industry is None and cell and not written:
            reading.fault("industry", Field.INDUSTRY, cell=cell[:SHOWN])
        stated = {id_: value for id_, value in facts.items() if isinstance(value, bool)}
        sheet = self._catalogue.colours
        derived = sheet.of(industry.id if industry else None, self._catalogue.facts.derive(stated))
        return colour, Colour(derived)

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

    def _activity(self, reading: _Reading) -> Activity | None:
        cell = reading.cell(Field.ACTIVITY)
        activity = self._activities.get(normal(cell)) if cell else None
        if cell and activity is None:
            reading.fault("activity", Field.ACTIVITY, cell=cell[:SHOWN])
        return activity

    def _facts(self, reading: _Reading) -> dict[str, JsonValue]:
        facts: dict[str, JsonValue] = {}
        for fact, place in self._columns.facts.items():
            cell = reading.at(place)
            if not cell:
                continue
            if normal(cell) in CLEAR:
                reading.cleared.add(fact)
                continue
            number = self._numbers.get(fact)
            value = _flag(cell) if number is None else _number(cell, number)
            if value is None:
                kind = "flag" if number is None else "number"
                reading.refuse(kind, place, fact=fact, cell=cell[:SHOWN])
            else:
                facts[fact] = value
        return facts

    def _contacts(self, reading: _Reading) -> Iterator[Listed]:
        """Principal and officer; one phone is listed once, the principal's role first. There is one principal."""
        seen: set[str] = set()
        for who, phone, role in (
            (Field.PRINCIPAL, Field.PRINCIPAL_PHONE, Role.PRINCIPAL),
            (Field.OFFICER, Field.OFFICER_PHONE, Role.OFFICER),
        ):
            name = reading.kept(who)
            number = self._phone(reading, phone, role)
            if number and role is Role.PRINCIPAL:
                reading.unlisted.add(role)
            if number and number not in seen:
                seen.add(number)
                yield Listed(name, number, role)

    def _phone(self, reading: _Reading, column: Field, role: Role) -> str:
        cell = unicodedata.normalize("NFKC", reading.cell(column))
        if normal(cell) in CLEAR:
            reading.unlisted.add(role)
            return ""
        number = digits(cell)
        if cell and not (PHONE_MARKS.fullmatch(cell) and MOBILE.fullmatch(number)):
            reading.fault("phone-number" if "e+" in cell.lower() else "phone", column)
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


def _flag(cell: str) -> bool | None:
    word = normal(cell)
    return True if word in YES else False if word in NO else None


def _number(cell: str, fact: Fact) -> JsonValue:
    """A plain number as it is kept: whole ones as int, others as text, so that no digit is lost. Its unit may follow."""
    text = unicodedata.normalize("NFKC", cell).replace(",", "").replace("、", "").strip()
    if fact.unit is not None:
        text = text.removesuffix(fact.unit.zh).removesuffix(fact.unit.en).strip()
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    if not value.is_finite() or not 0 <= value <= LARGEST_NUMBER:
        return None
    return int(value) if value == value.to_integral_value() else str(value)
