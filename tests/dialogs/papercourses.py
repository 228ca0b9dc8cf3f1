"""Courses of the paper world: what each event changes, and what one person may read (safety.courses.Courses)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from checklists.courses import Course, CourseEvent
from safety.calendar import today
from safety.courses import Answered, Learner, Passed, Taking, counted
from safety.events_courses import CardRead, CourseBegun, CoursePassed, QuizAnswered
from safety.exams import TRAINEES
from safety.mistakes import Try
from safety.people import Right

if TYPE_CHECKING:
    from tests.dialogs.paper import World


@dataclass(frozen=True)
class Taken:
    """A course that somebody takes or has passed."""

    person: int
    taking: Taking
    passed: Passed | None = None
    ended_at: datetime | None = None


class Classroom:
    """What events do to the courses of a World. A taking's number is its place in the list, from 1."""

    def _course_begun(self: "World", person: int, event: CourseBegun) -> None:
        assert self.actor(person).may(Right.TAKE_EXAM), "storage would refuse"
        assert PaperCourses(self, person).taking(event.course) is None, "storage would refuse"
        course = self.catalogue.courses[event.course]
        assert course.fingerprint == event.fingerprint
        known = {**self.catalogue.bank.items, **{one.id: one for one in course.quiz.own}}
        items = {one.fingerprint: one for one in known.values()}
        asked = tuple(items[one] for one in event.drawn)
        self.taken = [*self.taken, Taken(person, Taking(len(self.taken) + 1, course, asked, self.now))]

    def _open_taking(self: "World", person: int, number: int) -> Taking:
        one = self.taken[number - 1]
        assert one.person == person, "storage would refuse"
        assert one.passed is None, "storage would refuse"
        return one.taking

    def _took(self: "World", taking: Taking) -> None:
        self.taken = [
            replace(one, taking=taking) if one.taking.number == taking.number else one for one in self.taken
        ]

    def _card_read(self: "World", person: int, event: CardRead) -> None:
        taking = self._open_taking(person, event.taking)
        self._took(replace(taking, read=taking.read | {event.card}))

    def _quiz_answered(self: "World", person: int, event: QuizAnswered) -> None:
        taking = self._open_taking(person, event.taking)
        assert taking.card is None, "storage would refuse"
        if event.round == taking.round + 1:
            assert taking.over, "storage would refuse"
            assert not taking.passed, "storage would refuse"
            taking = replace(taking, round=event.round, answers={})
        assert event.round == taking.round, "storage would refuse"
        assert event.item not in taking.answers, "storage would refuse"
        item = next(one for one in taking.items if one.id == event.item)
        right = set(event.chosen) == set(item.right)
        answers = {**taking.answers, event.item: Answered(event.chosen, right)}
        self._took(replace(taking, answers=answers))
        self.tries = [*self.tries, (person, Try(item.id, item.fingerprint, right, self.now))]

    def _course_passed(self: "World", person: int, event: CoursePassed) -> None:
        taking = self._open_taking(person, event.taking)
        assert taking.passed, "storage would refuse"
        minutes = counted(taking.course, taking.begun_at, self.now)
        right, asked = len(taking.items) - taking.wrong, len(taking.items)
        done = Passed(taking.course, today(self.now), minutes, right, asked)
        self.taken = [
            replace(one, passed=done, ended_at=self.now) if one.taking.number == event.taking else one
            for one in self.taken
        ]


@dataclass
class PaperCourses:
    """What one person may read of courses in a paper world."""

    world: "World"
    person: int

    def every(self) -> Mapping[str, Course]:
        return self.world.catalogue.courses

    def learner(self) -> Learner | None:
        seat = self.world.actor(self.person).seat
        if seat is None or seat.role not in TRAINEES:
            return None
        role = TRAINEES[seat.role]
        since = self.world.joined.get(self.person, date(2026, 11, 23))
        days = self.world.events_of.get(self.person)
        if days is None:
            days = {CourseEvent.NEW_WORKER: since} if role.value == "worker" else {}
        facts = self.world.ledger(self.person).facts()
        return Learner(role, self.world.enterprise.colour.value, facts, since, days)

    def passed(self) -> Sequence[Passed]:
        mine = [one for one in self.world.taken if one.person == self.person and one.passed]
        return [one.passed for one in sorted(mine, key=lambda one: str(one.ended_at)) if one.passed]

    def taking(self, course: str) -> Taking | None:
        found = [one for one in self.world.taken if one.person == self.person and one.passed is None]
        return next((one.taking for one in found if one.taking.course.id == course), None)
