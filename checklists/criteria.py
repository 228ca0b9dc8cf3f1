"""The published lists of major hazards (重大事故隐患判定标准) by code. Which question points at which: schema.py."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from checklists.english import English
from checklists.parts import Article, Clause, Criterion, Flag, Part, Text, Whole
from checklists.words import Words

_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?")


def _day(value: Any) -> Any:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise PydanticCustomError("date_parsing", "a day or a month")
    return value


Day = Annotated[str, BeforeValidator(_day), WithJsonSchema({"type": "string"})]


class Status(StrEnum):
    """Whether a list may be used for new judgements: IN_FORCE only; the others are kept for old cases."""

    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"  # in practice; no formal repeal was found
    REPLACED = "replaced"


class Item(Part):
    """One item. `checked`: held against the official text; None as the list says."""

    code: str
    article: Article
    group: str | None = None
    text: Text
    checked: Flag | None = None


class Standard(Part):
    """One published list.

    law          its short name in laws.yaml, where the title stands that screens show
    effective    the day, or the month, from which it holds
    count        how many items the published list has
    checked      whether its items were held against the official text, `check` says how
    rules        what says how to read the items, and is no item itself
    """

    id: str
    law: str
    name: Text
    number: Text
    effective: Day
    status: Status = Status.IN_FORCE
    replaced_by: Text | None = None
    count: Annotated[Whole, Field(ge=1)]
    checked: Flag
    check: Text
    groups: dict[str, Text]
    rules: tuple[Item, ...] = ()
    items: tuple[Item, ...]

    @property
    def coded(self) -> tuple[Item, ...]:
        """Everything a question may point at."""
        return (*self.rules, *self.items)

    def holds(self, item: Item) -> bool:
        """Whether an item was held against the official text."""
        return self.checked if item.checked is None else item.checked

    def joined(self, english: English) -> "Standard":
        """The list in both languages."""
        texts = {name: english.of(getattr(self, name), name) for name in ("name", "number", "check")}
        replaced_by = english.maybe(self.replaced_by, "replaced_by")
        groups = {name: english.of(title, "groups", name) for name, title in self.groups.items()}
        items = {key: _joined(getattr(self, key), key, english) for key in ("rules", "items")}
        english.finish()
        return self.model_copy(update={**texts, "replaced_by": replaced_by, "groups": groups, **items})

    def criterion(self, item: Item, title: Words) -> Criterion:
        """An item as questions carry it; `title` is the list's title on screens."""
        clause = Clause(law=title, article=item.article, checked=self.holds(item))
        return Criterion(code=item.code, text=item.text, clause=clause)


def _joined(items: tuple[Item, ...], key: str, english: English) -> tuple[Item, ...]:
    return tuple(item.model_copy(update={"text": english.of(item.text, key, item.code)}) for item in items)


class Criteria(Part):
    """All lists. `titles` are what screens call them, by the id of the list."""

    standards: tuple[Standard, ...] = ()
    titles: dict[str, Text] = Field(default_factory=dict)

    @cached_property
    def by_code(self) -> Mapping[str, Criterion]:
        """Every item and rule by its code."""
        return {item.code: self._criterion(standard, item) for standard, item in self._all()}

    @cached_property
    def standard_of(self) -> Mapping[str, Standard]:
        """The list that a code belongs to."""
        return {item.code: standard for standard, item in self._all()}

    @cached_property
    def items(self) -> tuple[Criterion, ...]:
        """The items of all lists, without the rules."""
        return tuple(
            self._criterion(standard, item) for standard in self.standards for item in standard.items
        )

    def _all(self) -> Iterator[tuple[Standard, Item]]:
        yield from ((standard, item) for standard in self.standards for item in standard.coded)

    def _criterion(self, standard: Standard, item: Item) -> Criterion:
        return standard.criterion(item, self.titles[standard.id])
