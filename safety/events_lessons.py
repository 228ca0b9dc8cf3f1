"""Events of lessons: announced, opened for signing in, attended, ticked, counted, closed, called off."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from safety.events import Event


@dataclass(frozen=True, slots=True)
class LessonAnnounced(Event):
    """A lesson is to be held, or was: people are told of it when it lies ahead.

    industry   a supervisor's: only principals and officers of enterprises that mainly do this; empty: of all in the area
    """

    kind: ClassVar[str] = "lesson:announced"
    subject: str
    topic: str
    lecturer: str
    at: datetime
    minutes: int
    place: str
    industry: str = ""


@dataclass(frozen=True, slots=True)
class LessonOpened(Event):
    """Signing in begins, by a new code."""

    kind: ClassVar[str] = "lesson:opened"
    lesson: int
    digits: int


@dataclass(frozen=True, slots=True)
class LessonAttended(Event):
    """The actor signed in by the code that is shown in the room."""

    kind: ClassVar[str] = "lesson:attended"
    code: str


@dataclass(frozen=True, slots=True)
class LessonTicked(Event):
    """Whoever holds it says that somebody (person:4, worker:9) is there, or is not."""

    kind: ClassVar[str] = "lesson:ticked"
    lesson: int
    about: str
    here: bool


@dataclass(frozen=True, slots=True)
class LessonCounted(Event):
    """How many people without an account are there, and their names."""

    kind: ClassVar[str] = "lesson:counted"
    lesson: int
    others: int
    names: str


@dataclass(frozen=True, slots=True)
class LessonClosed(Event):
    """It was held: the record is written. `settles`: reminder rules of the enterprise that are done by it."""

    kind: ClassVar[str] = "lesson:closed"
    lesson: int
    settles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LessonCalledOff(Event):
    """It will not be held."""

    kind: ClassVar[str] = "lesson:called_off"
    lesson: int
