"""Events of training courses: begun, a card read, a question of the quiz answered, passed."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from safety.events import Event


@dataclass(frozen=True, slots=True)
class CourseBegun(Event):
    """A course was begun. `drawn`: fingerprints of the questions that its quiz asks."""

    kind: ClassVar[str] = "course:begun"
    course: str
    fingerprint: str
    drawn: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardRead(Event):
    """A card was read to its end."""

    kind: ClassVar[str] = "course:card:read"
    taking: int
    card: str


@dataclass(frozen=True, slots=True)
class QuizAnswered(Event):
    """A question of the quiz was answered. Storage says whether it was right, and counts it for the wrong-answer book.

    round        which time the quiz is answered
    refresh_at   when its owner is reminded of it, if it was wrong
    """

    kind: ClassVar[str] = "course:quiz:answered"
    taking: int
    round: int
    item: str
    chosen: tuple[str, ...]
    refresh_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CoursePassed(Event):
    """All cards are read and the quiz is good enough: it counts as training, once."""

    kind: ClassVar[str] = "course:passed"
    taking: int
