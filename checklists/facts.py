"""The facts of an enterprise (企业情况) and the notice colours: what is asked, what follows from it."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Protocol

from pydantic import Field

from checklists.answers import Facts
from checklists.conditions import Condition
from checklists.parts import Part, Text, Whole
from checklists.schema import Rule
from checklists.words import Words

REMEMBERED = 4096  # different sets of facts whose consequences are kept


class Fact(Part):
    """A fact that is asked at registration. `unit` set: a number. After `valid_days` it has to be confirmed again."""

    id: str
    prompt: Text
    unit: Text | None = None
    only_if: Condition | None = None
    valid_days: Annotated[Whole, Field(ge=1)] = 90


def name_of(prompt: Words) -> Words:
    """A question as the name of what it asks: 用液氨制冷吗？ → 用液氨制冷."""
    return Words(prompt.zh.partition("（")[0].rstrip("？吗"), prompt.en.partition(" (")[0].rstrip("?"))


class DerivedFact(Rule):
    """A fact that follows from others, with the law that says so."""

    note: Text | None = None


class FactSheet(Part):
    """All facts: numbers, industries (exactly one main), asked flags, derived ones in order."""

    numbers: tuple[Fact, ...]
    industries: tuple[Fact, ...]
    asked: tuple[Fact, ...]
    derived: tuple[DerivedFact, ...]

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every fact a condition may name."""
        stated = (*self.numbers, *self.industries, *self.asked)
        return frozenset([fact.id for fact in stated] + [fact.id for fact in self.derived])

    @cached_property
    def valid_days(self) -> Mapping[str, int]:
        """For how many days each stated fact holds; derived ones hold as long as what they follow from."""
        return {fact.id: fact.valid_days for fact in (*self.numbers, *self.industries, *self.asked)}

    @cached_property
    def number_ids(self) -> frozenset[str]:
        """The facts that are numbers."""
        return frozenset(fact.id for fact in self.numbers)

    def derive(self, facts: Facts) -> Facts:
        """The facts with those that follow from them; a later rule sees the earlier ones.

        The same facts give the same mapping, worked out once: nobody changes it.
        """
        key = tuple(facts.items())
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            known = self._known[key] = self._derived(facts)
        return known

    @cached_property
    def _known(self) -> dict[tuple[tuple[str, bool | int | Decimal], ...], Facts]:
        return {}

    def _derived(self, facts: Facts) -> Facts:
        known = dict(facts)
        for fact in self.derived:
            known[fact.id] = fact.when.compiled()({}, known)
        return known


class Named(Protocol):
    """What a condition may name: the facts of enterprises, or facts and more."""

    @property
    def ids(self) -> frozenset[str]: ...
    @property
    def number_ids(self) -> frozenset[str]: ...


class NoticeColour(Part):
    """One of the five notice colours: which industries it is for, which forms it owes, how often at least."""

    id: str
    label: Text
    emoji: str
    group: Text
    examples: Text | None = None
    industries: tuple[str, ...]
    facts_any: tuple[str, ...] = ()
    cycle_days: Annotated[Whole, Field(ge=1, le=366)] | None = None
    checklist: str
    extra_checklists: tuple[str, ...] = ()


class ColourSheet(Part):
    """The five colours in the order in which they win."""

    default: str
    precedence: tuple[str, ...]
    colours: tuple[NoticeColour, ...]

    @cached_property
    def _by_id(self) -> Mapping[str, NoticeColour]:
        return {colour.id: colour for colour in self.colours}

    def colour(self, colour: str) -> NoticeColour:
        """A colour by id; KeyError when there is none."""
        return self._by_id[colour]

    def of(self, industry: str | None, facts: Facts) -> str:
        """The colour of an enterprise: the first that matches its industry or one of its facts."""
        for id_ in self.precedence:
            colour = self._by_id[id_]
            if industry in colour.industries or any(facts.get(fact) for fact in colour.facts_any):
                return id_
        return self.default
