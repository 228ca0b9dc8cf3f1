"""Lessons (培训课, 开工第一课 among them): announced, attended, counted. What somebody may read of them; rules of numbers and times."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from checklists.training_rules import TrainingRules
from safety.calendar import today

FIRST_LESSON = "first_lesson"  # the subject that settles the rule about the first lesson (R39)
GUESS = "lesson"  # the kind of secret that a code is
LONGEST = 60  # characters of lecturer, topic, place
NAMES = 500  # characters of names of people without an account
MOST_OTHERS = 9999
MOST_MINUTES = 480
AHEAD_DAYS = 366


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson as somebody may see it.

    number     how storage calls it; `record` its number once it was held (PX-2026-000001)
    holder     the enterprise or area that holds it
    mine       the reader may open, count, close or call it off
    code       by which people sign in while that is open; None for who does not hold it
    attended   people who signed in or were ticked; `others`: people without an account, `names` of them
    here       the reader is one of them
    """

    number: int
    subject: str
    topic: str
    lecturer: str
    at: datetime
    minutes: int
    place: str
    holder: str
    mine: bool
    open: bool = False
    code: str | None = None
    attended: int = 0
    others: int = 0
    names: str = ""
    here: bool = False
    record: str | None = None
    closed_at: datetime | None = None
    of_area: bool = False

    @property
    def headcount(self) -> int:
        """人次: everybody who was there."""
        return self.attended + self.others


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of the roll: person:4 or worker:9, their name, whether they are there."""

    about: str
    name: str
    here: bool


@dataclass(frozen=True, slots=True)
class Held:
    """Lessons of one subject that were held in a span of days (场次), and people who came (人次)."""

    subject: str
    lessons: int
    attended: int


def may_be_at(at: datetime, now: datetime, rules: TrainingRules) -> bool:
    """Whether a lesson can be held then: not too long ago, and within a year."""
    day, present = today(at), today(now)
    return present - timedelta(days=rules.past_days) <= day <= present + timedelta(days=AHEAD_DAYS)


class Lessons(Protocol):
    """Lessons that concern the actor. Sub-ledger of safety.ledger.Ledger."""

    def listed(self, *, offset: int, limit: int) -> Sequence[Lesson]:
        """Those to come and those that were, the latest first; called off ones are left out."""
        ...

    def count(self) -> int: ...

    def one(self, number: int) -> Lesson | None: ...

    def newest(self) -> Lesson | None:
        """The one that the actor announced last."""
        ...

    def by_code(self, code: str) -> Lesson | None:
        """A lesson for the actor that is open for signing in; None also while too many wrong codes were given."""
        ...

    def roll(self, number: int) -> Sequence[Listed]:
        """The people of the enterprise, by name; nobody when the actor does not hold the lesson, or it is an area's."""
        ...

    def held(self, first: date, last: date) -> Sequence[Held]:
        """Counts of the actor's enterprise or area in a span of days, by subject."""
        ...
