"""Events of training exams (培训考试): begun, answered, marked for later, handed in; and answers of practice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from checklists.answers import JsonValue
from safety.events import Event


@dataclass(frozen=True, slots=True)
class ExamBegun(Event):
    """A paper was drawn for the actor and time runs.

    sheet   safety.exams.Sheet as JSON
    most    tries on one day that the plan allows: storage refuses another one
    """

    kind: ClassVar[str] = "exam:begun"
    sheet: Mapping[str, JsonValue]
    most: int


@dataclass(frozen=True, slots=True)
class ExamAnswered(Event):
    """What is chosen for one question now, saved at once. Empty: nothing is."""

    kind: ClassVar[str] = "exam:answered"
    exam: int
    place: int
    chosen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExamMarked(Event):
    """A question is marked to be looked at again, or no longer is."""

    kind: ClassVar[str] = "exam:marked"
    exam: int
    place: int
    marked: bool


@dataclass(frozen=True, slots=True)
class ExamHandedIn(Event):
    """The paper is handed in with what is answered, once; after the deadline it counts as handed in by time.

    refresh_at   when its owner is reminded of what was wrong, if anything was
    """

    kind: ClassVar[str] = "exam:handed_in"
    exam: int
    refresh_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PracticeAnswered(Event):
    """A question of the wrong-answer book was answered. Storage says whether it was right."""

    kind: ClassVar[str] = "exam:practised"
    item: str
    fingerprint: str
    chosen: tuple[str, ...]
    refresh_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Taught(Event):
    """A self-check found hazards: these questions, in these versions, are to be practised by who handed it in."""

    kind: ClassVar[str] = "exam:taught"
    items: tuple[tuple[str, str], ...]  # id and fingerprint
    refresh_at: datetime | None = None
