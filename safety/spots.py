"""Spot exams on site (逢查必考): one is opened at the gate, whoever works there writes at once, with a seat or without; the pocket card."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from checklists.answers import Facts

GUESS = "spot"  # the kind of secret that a code is
KEY = re.compile(
    r"(?:^|start=|start )(?:s_)?([A-Za-z0-9_-]{22})\s*$"
)  # what a link carries, however it is given
NAME = re.compile(r"[^\W\d_]+(?:[ ·.’'-][^\W\d_]+)*")
SHORTEST_NAME, LONGEST_NAME = 2, 30


def key_in(text: str) -> str | None:
    """The key of a link: 128 bits in 22 signs, alone, behind `s_`, or at the end of the whole address."""
    found = KEY.search(text.strip())
    return found.group(1) if found else None


def name_in(text: str) -> str | None:
    """The name that a guest gives: letters of any script, spaces and dots between them; None when it is none."""
    name = " ".join(text.split())
    fits = SHORTEST_NAME <= len(name) <= LONGEST_NAME
    return name if fits and NAME.fullmatch(name) else None


class Door(StrEnum):
    """What a code does for somebody: lets them in, nothing, or nothing more because they have been in."""

    OPEN = "open"
    SHUT = "shut"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Firm:
    """An enterprise that the inspector may look up."""

    credit_code: str
    name: str
    town: str


@dataclass(frozen=True, slots=True)
class Gate:
    """What a link leads somebody to who has no seat: whose spot exam it is, and what its questions are drawn by."""

    door: Door
    enterprise: str = ""
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Average:
    """What exams of an enterprise came to: how many people wrote one, the average of all papers, how many people passed."""

    wrote: int
    points: Decimal
    passed: int


NO_EXAMS = Average(0, Decimal(0), 0)


@dataclass(frozen=True, slots=True)
class Pocket:
    """What an inspector wants to know at the gate.

    checked_at, score    of the newest self-check; None: there is none
    open, major          hazards that are not closed
    signed               a commitment was signed (and not taken back)
    people               on the roster now
    own                  what people wrote by themselves in the last year, spot exams that the enterprise opened among it
    spots                spot exams of the last year that an inspector opened; None: there was none
    """

    firm: Firm
    checked_at: datetime | None
    score: int | None
    open: int
    major: int
    signed: bool
    people: int
    own: Average
    spots: Average | None


@dataclass(frozen=True, slots=True)
class Writer:
    """One person of a spot exam; `points` None: they are still writing; `guest`: without a seat there."""

    name: str
    points: Decimal | None
    passed: bool
    guest: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """One spot exam as its inspectors see it.

    code      by which people with a seat come in, None once nobody can any more
    until     the last moment to come in
    record    its number, once everybody has handed in
    """

    number: int
    firm: Firm
    inspector: str
    opened_at: datetime
    until: datetime
    code: str | None
    writers: tuple[Writer, ...]
    record: str | None = None

    @property
    def done(self) -> tuple[Writer, ...]:
        return tuple(one for one in self.writers if one.points is not None)

    @property
    def closable(self) -> bool:
        """Whether there is something to end: coming in, or the waiting for those who wrote."""
        return self.record is None and (self.code is not None or len(self.done) == len(self.writers))

    @property
    def average(self) -> Decimal:
        """Of those who have handed in, to a tenth; 0 when nobody has."""
        points = [one.points for one in self.writers if one.points is not None]
        return average(points)


def average(points: Sequence[Decimal]) -> Decimal:
    """The mean of points to a tenth; 0 of nothing."""
    return (sum(points, Decimal(0)) / max(1, len(points))).quantize(Decimal("0.1"))


class SpotBook(Protocol):
    """Spot exams and pocket cards in an inspector's scope; for others nothing but whether a code is right."""

    def firms(self, text: str) -> Sequence[Firm]:
        """The first enterprises whose name holds these words, or whose credit code they are."""
        ...

    def pocket(self, credit_code: str) -> Pocket | None: ...

    def one(self, number: int) -> Spot | None: ...

    def newest(self, credit_code: str) -> Spot | None:
        """The one that the actor opened last there; for who works there, of their own enterprise alone."""
        ...

    def door(self, code: str) -> Door:
        """What this code, or the key of a link, does for the actor, who works there or not, now; SHUT also after too many wrong ones."""
        ...

    def gate(self, key: str) -> Gate:
        """What the key of a link does for the actor, who has no seat; SHUT for whoever has one anywhere."""
        ...
