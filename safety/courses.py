"""Training courses of one person: which are owed, by when, which hold, and how one is taken. Hours: training.py."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from math import ceil
from typing import Protocol

from checklists.answers import Facts
from checklists.bank import ExamItem, Trainee
from checklists.courses import Course, CourseEvent
from safety.calendar import months_later
from safety.exams import Said

MINUTE = 60  # seconds


@dataclass(frozen=True, slots=True)
class Learner:
    """What decides which courses somebody owes.

    since   the day they took the seat they act from
    days    the last day on which each event happened to them
    """

    role: Trainee
    colour: str
    facts: Facts
    since: date
    days: Mapping[CourseEvent, date] = field(default_factory=dict)


class CourseStanding(StrEnum):
    """LATE: past its day, or no longer valid. SOON: valid, and may be renewed already. OPEN: optional, not taken yet."""

    LATE = "late"
    OWED = "owed"
    SOON = "soon"
    OPEN = "open"
    DONE = "done"


OWING = frozenset({CourseStanding.LATE, CourseStanding.OWED})
_ORDER = tuple(CourseStanding)


@dataclass(frozen=True, slots=True)
class Assigned:
    """One course of a person: where it stands, by when it is to be passed, when it was, until when that holds."""

    course: Course
    standing: CourseStanding
    by: date | None = None
    done: date | None = None
    until: date | None = None


def assigned(
    courses: Iterable[Course],
    learner: Learner,
    passed: Mapping[str, date],
    today: date,
    soon_days: int,
) -> tuple[Assigned, ...]:
    """The courses that concern somebody: what is owed first, by its day, then what can be chosen, then what is done.

    `passed`: the last day on which each was passed.
    """
    found = [
        _standing(one, learner, passed.get(one.id), today, soon_days)
        for one in courses
        if concerns(one, learner)
    ]
    return tuple(
        sorted(found, key=lambda one: (_ORDER.index(one.standing), one.by or date.max, one.course.id))
    )


def concerns(course: Course, learner: Learner) -> bool:
    """Whether a course is for somebody at all."""
    here = learner.role in course.roles and (not course.colours or learner.colour in course.colours)
    holds = course.when is None or course.when.compiled()({}, learner.facts)
    return here and holds and (not course.events or any(one in learner.days for one in course.events))


def _standing(course: Course, learner: Learner, passed: date | None, today: date, soon_days: int) -> Assigned:
    start = max((learner.days[one] for one in course.events if one in learner.days), default=learner.since)
    done = passed if passed is not None and (not course.events or passed >= start) else None
    if not course.mandatory:
        return Assigned(course, CourseStanding.OPEN if done is None else CourseStanding.DONE, done=done)
    if done is None:
        by = start + timedelta(days=course.within_days)
        return Assigned(course, CourseStanding.LATE if today > by else CourseStanding.OWED, by)
    if course.every_months is None:
        return Assigned(course, CourseStanding.DONE, done=done)
    until = months_later(done, course.every_months)
    standing = CourseStanding.DONE
    if today > until:
        standing = CourseStanding.LATE
    elif today > until - timedelta(days=soon_days):
        standing = CourseStanding.SOON
    return Assigned(course, standing, until, done, until)


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer of a quiz, and whether it was right."""

    chosen: Said
    right: bool


@dataclass(frozen=True, slots=True)
class Taking:
    """A course that somebody has begun, in exactly the version they began with.

    items    the questions of its quiz that they are asked, in order
    read     the cards they have read
    round    which time the quiz is answered, from 1
    answers  of this round, by question
    """

    number: int
    course: Course
    items: tuple[ExamItem, ...]
    begun_at: datetime
    read: frozenset[str] = frozenset()
    round: int = 1
    answers: Mapping[str, Answered] = field(default_factory=dict)

    @property
    def card(self) -> int | None:
        """The place of the first card that is not read; None when all are."""
        return next((n for n, one in enumerate(self.course.cards) if one.id not in self.read), None)

    @property
    def open(self) -> ExamItem | None:
        """The next question of this round; None when all are answered."""
        return next((one for one in self.items if one.id not in self.answers), None)

    @property
    def wrong(self) -> int:
        """Wrong answers of this round."""
        return sum(not one.right for one in self.answers.values())

    @property
    def over(self) -> bool:
        """Whether every question of this round is answered."""
        return self.open is None

    @property
    def passed(self) -> bool:
        """Whether all cards are read and this round is good enough."""
        return self.card is None and self.over and self.wrong <= self.course.quiz.wrong


@dataclass(frozen=True, slots=True)
class Passed:
    """A course that was passed: in which version, when, with what, and the minutes it counts as training."""

    course: Course
    day: date
    minutes: int
    right: int
    asked: int


def counted(course: Course, begun: datetime, ended: datetime) -> int:
    """The minutes that a course counts: those it took, at least one, at most its own."""
    took = ceil((ended - begun).total_seconds() / MINUTE)
    return min(course.minutes, max(1, took))


def quiz(course: Course, bank: Mapping[str, ExamItem], learner: Learner) -> tuple[ExamItem, ...]:
    """The questions that somebody is asked after a course."""
    found = [bank[name] for name in course.quiz.items if name in bank]
    return tuple(one for one in (*found, *course.quiz.own) if one.suits(learner.role, learner.facts))


class Courses(Protocol):
    """What one person may read of their own courses. Sub-ledger of safety.ledger.Ledger."""

    def every(self) -> Mapping[str, Course]:
        """All courses as they are taken now."""
        ...

    def learner(self) -> Learner | None:
        """The actor as a learner; None for who is none."""
        ...

    def passed(self) -> Sequence[Passed]:
        """What the actor has passed, oldest first."""
        ...

    def taking(self, course: str) -> Taking | None:
        """A course that the actor has begun and not passed."""
        ...
