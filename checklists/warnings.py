"""Warnings and circulars as content: what to do now in a few lines, for which colours, and how who does not confirm is chased.

The colours of warnings (蓝黄橙红) are levels of danger and have nothing to do with the notice colours of enterprises.
"""

from collections.abc import Collection, Iterator
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, ClassVar

from pydantic import Field

from checklists.issues import Issue, issue, meant
from checklists.parts import Flag, Grounded, Part, Text, Whole
from checklists.tree import Tree

FEWEST, MOST = 3, 5  # lines that say what to do now
Minutes = Annotated[Whole, Field(ge=1, le=20_160)]
Hours = Annotated[Whole, Field(ge=1, le=720)]


class Level(StrEnum):
    """How grave it is, least first. CIRCULAR is no danger at all: something to be read."""

    CIRCULAR = "circular"
    BLUE = "blue"
    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"

    def reaches(self, other: "Level") -> bool:
        """Whether it is at least as grave."""
        order = list(Level)
        return order.index(self) >= order.index(other)


class WarningKind(StrEnum):
    """What it is about."""

    WEATHER = "weather"
    FLOOD = "flood"
    GAS = "gas"
    FIRE = "fire"
    EVENT = "event"
    CIRCULAR = "circular"


class WarningLine(Part):
    """One thing to do now; `at_least`: only from this level on."""

    limits: ClassVar = {"text": (44, 140)}

    id: str
    text: Text
    at_least: Level = Level.CIRCULAR


class WarningTemplate(Grounded):
    """warnings/<id>.yaml.

    levels     that it can be sent with, least first; `level`: the one it begins with
    concerns   facts of enterprises; it is meant for those that have one of them. Empty: for all
    hours      for which it holds unless it is ended earlier
    clear      what is said when it is over
    """

    limits: ClassVar = {"title": (8, 40), "clear": (44, 140)}

    id: str
    title: Text
    kind: WarningKind
    levels: Annotated[tuple[Level, ...], Field(min_length=1, max_length=4)]
    level: Level
    concerns: tuple[str, ...] = ()
    hours: Hours
    lines: Annotated[tuple[WarningLine, ...], Field(min_length=1)]
    clear: Text

    def said_at(self, level: Level) -> tuple[WarningLine, ...]:
        """What is to be done at a level."""
        return tuple(line for line in self.lines if level.reaches(line.at_least))


class Chase(Part):
    """How those are chased who do not confirm a warning of this level: minutes after it could be read.

    night    goes out in quiet hours too
    again    sent once more; `others`: to others of the enterprise; `listed`: told to the town, for somebody to call
    """

    id: Level
    night: Flag
    again: Minutes
    others: Minutes
    listed: Minutes

    @property
    def steps(self) -> tuple[int, int, int]:
        """Minutes of the three steps."""
        return self.again, self.others, self.listed


class WarningRules(Grounded):
    """rules/warnings.yaml.

    levels          how each level is chased
    chunk           enterprises whose letters are written down in one go
    count_seconds   between two looks at the count while it is new
    hours           that a circular's deadline can be
    """

    levels: Annotated[tuple[Chase, ...], Field(min_length=1)] = tuple(
        Chase(id=level, night=level is Level.RED, again=60, others=120, listed=180) for level in Level
    )
    chunk: Annotated[Whole, Field(ge=1, le=500)] = 50
    count_seconds: Annotated[Whole, Field(ge=1, le=3600)] = 10
    hours: Annotated[tuple[Hours, ...], Field(min_length=1, max_length=3)] = (24, 72, 168)

    def of(self, level: Level) -> Chase:
        """How a level is chased; KeyError when content says nothing of it."""
        return {one.id: one for one in self.levels}[level]


def check_template(template: WarningTemplate, tree: Tree, facts: Collection[str] | None) -> Iterator[Issue]:
    """Check one template; `facts` None: they cannot be read."""
    for at, fact in enumerate(template.concerns if facts is not None else ()):
        if facts is not None and fact not in facts:
            line = tree.line(("concerns", at))
            yield issue("unknown-fact", tree.file, line, meant(fact, facts), id=fact)
    order = list(Level)
    places = [order.index(level) for level in template.levels]
    if template.level not in template.levels or any(one >= other for one, other in pairwise(places)):
        yield issue("warning-levels", tree.file, tree.line(("levels",)))
    for level in template.levels:
        count = len(template.said_at(level))
        if not FEWEST <= count <= MOST:
            yield issue("warning-lines", tree.file, tree.line(("lines",)), level=level.value, count=count)


def check_rules(rules: WarningRules, tree: Tree) -> Iterator[Issue]:
    """Check that every level is chased, each step later than the one before."""
    if [one.id for one in rules.levels] != list(Level):
        yield issue("warning-levels-all", tree.file, tree.line(("levels",)))
    for place, one in enumerate(rules.levels):
        if any(before >= after for before, after in pairwise(one.steps)):
            yield issue("warning-steps", tree.file, tree.line(("levels", place)), id=one.id.value)
