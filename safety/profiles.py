"""The profile of an enterprise (企业情况): the facts that are known, which of them are missing or old, which need a supervisor's review."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from checklists.answers import Facts
from checklists.facts import ColourSheet, Fact, FactSheet

UNASKED = frozenset({"latitude", "longitude"})  # said by a place that is shared, never by typing
MOST_MISSING = 6  # asked about in one confirmation, so that it stays within ten taps


@dataclass(frozen=True, slots=True)
class Known:
    """A fact as it stands: what was said, when it was said or confirmed last, whether it has to be confirmed again."""

    value: bool | int | Decimal
    at: datetime
    old: bool = False


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The newest confirmation: when, and by whom."""

    at: datetime
    person: str


def asked(sheet: FactSheet, known: Facts) -> list[Fact]:
    """The facts that are asked of an enterprise like this one, in the order of the content."""
    return [
        fact
        for fact in (*sheet.numbers, *sheet.industries, *sheet.asked)
        if fact.id not in UNASKED and (fact.only_if is None or fact.only_if.compiled()({}, known))
    ]


def missing(sheet: FactSheet, known: Facts, guarded: frozenset[str]) -> list[Fact]:
    """What was never said and may be said without review, at most as many as one confirmation asks for."""
    open_ = [fact for fact in asked(sheet, known) if fact.id not in known and fact.id not in guarded]
    return open_[:MOST_MISSING]


def guarded(sheet: FactSheet, colours: ColourSheet) -> frozenset[str]:
    """Facts that decide the notice colour: changed after review only."""
    found = {fact for colour in colours.colours for fact in (*colour.industries, *colour.facts_any)}
    return frozenset(found | {fact.id for fact in sheet.industries})


class ProfileBook(Protocol):
    """Profiles in the actor's reach."""

    def sheet(self) -> FactSheet: ...

    def guarded(self) -> frozenset[str]: ...

    def facts(self, credit_code: str) -> Mapping[str, Known]:
        """What was last said of an enterprise; a confirmation counts as saying it again."""
        ...

    def confirmed(self, credit_code: str) -> Confirmed | None: ...

    def towns(self) -> Sequence[str]: ...
