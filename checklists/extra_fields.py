"""Extra fields of a kind of hazard (补充情况) as content: what else is good to know of it. Never needed for a report."""

from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from checklists.parts import Part, Text
from checklists.words import Words

MOST = 4  # fields of one kind
LONGEST = 100  # characters of a text
LARGEST = Decimal(10**6)
YEARS = (1900, 2199)


class FieldKind(StrEnum):
    """What an extra field takes."""

    NUMBER = "number"
    CHOICE = "choice"
    TEXT = "text"
    DATE = "date"


class FieldOption(Part):
    """One answer of a choice; it is kept by its id."""

    limits: ClassVar = {"label": (8, 30)}

    id: str
    label: Text


class ExtraField(Part):
    """One field. What was said is kept as text: digits, the id of an option, the words, a day like 2027-06-30.

    unit      of a number
    options   of a choice
    """

    limits: ClassVar = {"title": (14, 40), "unit": (4, 16)}

    id: Annotated[str, Field(max_length=32)]
    title: Text
    kind: FieldKind
    unit: Text | None = None
    options: Annotated[tuple[FieldOption, ...], Field(max_length=6)] = ()

    @property
    def whole(self) -> bool:
        """A choice has at least two options and no unit, a number a unit and no options, the others neither."""
        choice, number = self.kind is FieldKind.CHOICE, self.kind is FieldKind.NUMBER
        return (len(self.options) > 1 if choice else not self.options) and (self.unit is not None) == number

    def takes(self, value: str) -> bool:
        """Whether this can be kept as what was said."""
        if self.kind is FieldKind.NUMBER:
            number = _number(value)
            return number is not None and 0 <= number <= LARGEST
        if self.kind is FieldKind.CHOICE:
            return any(one.id == value for one in self.options)
        if self.kind is FieldKind.DATE:
            day = _day(value)
            return day is not None and YEARS[0] <= day.year <= YEARS[1]
        return 0 < len(value.strip()) <= LONGEST

    def told(self, value: str) -> Words:
        """What was said, as people read it; as it was kept where content has changed since."""
        if not self.takes(value):
            return Words(value, value)
        if self.kind is FieldKind.CHOICE:
            return next(one.label for one in self.options if one.id == value)
        day = _day(value)
        if self.kind is FieldKind.DATE and day is not None:
            return Words(f"{day.year}年{day.month}月{day.day}日", f"{day.day} {day:%b} {day.year}")
        unit = self.unit or Words("", "")
        named = unit.en.casefold() in self.title.en.casefold().split()  # Exits: 2, not: Exits: 2 exits
        return Words(f"{value} {unit.zh}".strip(), value if named else f"{value} {unit.en}".strip())


def _number(value: str) -> Decimal | None:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
