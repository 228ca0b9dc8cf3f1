"""Lessons of the paper world: what each event changes, and what one person may read (safety.lessons.Lessons)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from safety.calendar import today
from safety.events_lessons import (
    LessonAnnounced,
    LessonAttended,
    LessonCalledOff,
    LessonClosed,
    LessonCounted,
    LessonOpened,
    LessonTicked,
)
from safety.lessons import Held, Lesson, Listed
from safety.people import Right
from safety.training import Credit, CreditSource

if TYPE_CHECKING:
    from tests.dialogs.paper import World


@dataclass(frozen=True)
class Given:
    """A lesson as it is kept: `lesson` as who holds it sees it, who is there, whether it was called off."""

    lesson: Lesson
    host: int
    there: frozenset[str] = frozenset()
    off: bool = False


class LectureRoom:
    """What events do to the lessons of a World. A lesson's number is its place in the list, from 1; codes are 1001, 1002 …"""

    def _lesson_announced(self: "World", person: int, event: LessonAnnounced) -> None:
        actor = self.actor(person)
        assert actor.may(Right.HOLD_LESSON), "storage would refuse"
        of_area = actor.seat is not None and actor.seat.supervises
        holder = self.people[person].seats[0][1]
        new = Lesson(
            len(self.lessons) + 1,
            event.subject,
            event.topic,
            event.lecturer,
            event.at,
            event.minutes,
            event.place,
            holder,
            mine=True,
            of_area=of_area,
        )
        self.lessons = [*self.lessons, Given(new, person)]

    def _lesson(self: "World", person: int, number: int) -> Given:
        one = self.lessons[number - 1]
        found = PaperLessons(self, person).one(number)
        assert found is not None, "storage would refuse"
        assert found.mine, "storage would refuse"
        assert one.lesson.record is None, "storage would refuse"
        return one

    def _put_lesson(self: "World", number: int, changed: Given) -> None:
        self.lessons = [changed if n == number else one for n, one in enumerate(self.lessons, 1)]

    def _lesson_opened(self: "World", person: int, event: LessonOpened) -> None:
        one = self._lesson(person, event.lesson)
        self.codes += 1
        opened = replace(one.lesson, open=True, code=f"{1000 + self.codes}")
        self._put_lesson(event.lesson, replace(one, lesson=opened))

    def _lesson_attended(self: "World", person: int, event: LessonAttended) -> None:
        number, one = next((n, one) for n, one in enumerate(self.lessons, 1) if one.lesson.code == event.code)
        self._put_lesson(number, replace(one, there=one.there | {f"person:{person}"}))

    def _lesson_ticked(self: "World", person: int, event: LessonTicked) -> None:
        one = self._lesson(person, event.lesson)
        there = one.there | {event.about} if event.here else one.there - {event.about}
        self._put_lesson(event.lesson, replace(one, there=there))

    def _lesson_counted(self: "World", person: int, event: LessonCounted) -> None:
        one = self._lesson(person, event.lesson)
        counted = replace(one.lesson, others=event.others, names=event.names)
        self._put_lesson(event.lesson, replace(one, lesson=counted))

    def _lesson_closed(self: "World", person: int, event: LessonClosed) -> None:
        one = self._lesson(person, event.lesson)
        assert one.there or one.lesson.others, "storage would refuse"
        held = replace(
            one.lesson, open=False, code=None, record=f"PX-2026-{event.lesson:06d}", closed_at=self.now
        )
        self._put_lesson(event.lesson, replace(one, lesson=held))
        titles = {each.id: each.title for each in self.catalogue.rules.training.subjects}
        credit = Credit(today(held.at), held.minutes, CreditSource.LESSON, titles[held.subject], 1)
        for about in one.there:
            number = int(about.partition(":")[2])
            self.earned[number] = (*self.earned.get(number, ()), credit)

    def _lesson_called_off(self: "World", person: int, event: LessonCalledOff) -> None:
        one = self._lesson(person, event.lesson)
        self._put_lesson(event.lesson, replace(one, off=True))


@dataclass
class PaperLessons:
    """What one person may read of lessons in a paper world."""

    world: "World"
    person: int

    def _seen(self, one: Given) -> Lesson | None:
        actor = self.world.actor(self.person)
        if one.off or actor.seat is None:
            return None
        if actor.seat.supervises and not one.lesson.of_area:
            return None
        if one.lesson.of_area and not actor.seat.supervises and not actor.may(Right.SEE_TRAINING):
            return None
        mine = actor.may(Right.HOLD_LESSON) and actor.seat.supervises == one.lesson.of_area
        here = f"person:{self.person}" in one.there
        seen = replace(one.lesson, mine=mine, here=here, attended=len(one.there))
        return seen if mine else replace(seen, code=None, names="")

    def _all(self) -> list[Lesson]:
        found = [seen for one in self.world.lessons if (seen := self._seen(one)) is not None]
        return sorted(found, key=lambda one: (one.at, one.number), reverse=True)

    def listed(self, *, offset: int, limit: int) -> Sequence[Lesson]:
        return self._all()[offset : offset + limit]

    def count(self) -> int:
        return len(self._all())

    def one(self, number: int) -> Lesson | None:
        return next((one for one in self._all() if one.number == number), None)

    def newest(self) -> Lesson | None:
        mine = [one.lesson.number for one in self.world.lessons if one.host == self.person]
        return self.one(mine[-1]) if mine else None

    def by_code(self, code: str) -> Lesson | None:
        found = next((one for one in self.world.lessons if one.lesson.code == code), None)
        may = self.world.actor(self.person).may(Right.TAKE_EXAM)
        return self._seen(found) if found is not None and may else None

    def roll(self, number: int) -> Sequence[Listed]:
        found = self.one(number)
        if found is None or not found.mine or found.of_area:
            return ()
        there = self.world.lessons[number - 1].there
        people = [
            (f"person:{n}", one.name)
            for n, one in self.world.people.items()
            if one.seats and Right.TAKE_EXAM in _rights(self.world, n)
        ]
        return [
            Listed(about, name, about in there) for about, name in sorted(people, key=lambda one: one[::-1])
        ]

    def held(self, first: date, last: date) -> Sequence[Held]:
        if not self.world.actor(self.person).may(Right.SEE_TRAINING):
            return ()
        counts: dict[str, tuple[int, int]] = {}
        for one in self.world.lessons:
            if one.lesson.record is not None and first <= today(one.lesson.at) <= last:
                held, people = counts.get(one.lesson.subject, (0, 0))
                counts[one.lesson.subject] = (held + 1, people + len(one.there) + one.lesson.others)
        return [Held(subject, *counted) for subject, counted in sorted(counts.items())]


def _rights(world: "World", person: int) -> frozenset[Right]:
    return frozenset(right for right in Right if world.actor(person).may(right))
