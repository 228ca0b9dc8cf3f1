"""Hours of training in the paper world: what one person may read (safety.training.Training)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safety.calendar import today
from safety.courses import assigned
from safety.exams import TRAINEES
from safety.people import Right
from safety.training import (
    Balance,
    Credit,
    CreditSource,
    Pupil,
    TrainingTally,
    balance,
    by_need,
)
from tests.dialogs.papercourses import PaperCourses

if TYPE_CHECKING:
    from tests.dialogs.paper import World

HERE = 1  # the enterprise of the paper world


@dataclass
class PaperTraining:
    """Hours of one person and of the people of the one enterprise there is."""

    world: "World"
    person: int

    def balance(self) -> Balance | None:
        return self._balance(self.person)

    def credits(self) -> Sequence[Credit]:
        return self._credits(self.person)[::-1]

    def _credits(self, person: int) -> list[Credit]:
        courses = [
            Credit(one.day, one.minutes, CreditSource.COURSE, one.course.title, HERE)
            for one in PaperCourses(self.world, person).passed()
        ]
        minutes = self.world.catalogue.rules.training.exam_minutes
        exams = [
            Credit(today(one.result.ended_at), minutes, CreditSource.EXAM, one.sheet.title, HERE)
            for one in self.world.exams
            if one.person == person and one.result is not None and one.result.passed
        ]
        return sorted([*self.world.earned.get(person, ()), *courses, *exams], key=lambda one: one.day)

    def _balance(self, person: int) -> Balance | None:
        learner = PaperCourses(self.world, person).learner()
        if learner is None:
            return None
        rules = self.world.catalogue.rules.training
        return balance(rules, learner, self._credits(person), HERE, today(self.world.now))

    def pupils(self) -> Sequence[Pupil]:
        actor = self.world.actor(self.person)
        if not actor.may(Right.SEE_TRAINING) or actor.seat is None or actor.seat.supervises:
            return ()
        day = today(self.world.now)
        found = []
        for number, one in self.world.people.items():
            role = one.seats[0][0].role if one.seats else None
            learner = PaperCourses(self.world, number).learner()
            if role not in TRAINEES or learner is None:
                continue
            passed = {each.course.id: each.day for each in PaperCourses(self.world, number).passed()}
            soon = self.world.catalogue.rules.training.soon_days
            mine = assigned(self.world.catalogue.courses.values(), learner, passed, day, soon)
            must = tuple(each for each in mine if each.course.mandatory)
            found.append(Pupil(one.name, role, self._balance(number), must, number))
        return by_need(found, day)

    def _tally(self, year: int, name: str) -> TrainingTally:
        here = [
            n for n, one in self.world.people.items() if PaperCourses(self.world, n).learner() and one.seats
        ]
        whole = sum((found := self._balance(one)) is not None and found.whole for one in here)
        passed = [one.passed for one in self.world.taken if one.passed is not None]
        return TrainingTally(name, len(here), whole, sum(one.day.year == year for one in passed))

    def _supervises(self) -> bool:
        actor = self.world.actor(self.person)
        return actor.may(Right.SEE_TRAINING) and actor.seat is not None and actor.seat.supervises

    def tallies(self, year: int, *, offset: int, limit: int) -> Sequence[TrainingTally]:
        own = self._tally(year, self.world.enterprise.name)
        return [own][offset : offset + limit] if self._supervises() and own.courses else []

    def count_tallies(self, year: int) -> int:
        return len(self.tallies(year, offset=0, limit=1))

    def total(self, year: int) -> TrainingTally:
        return self._tally(year, "") if self._supervises() else TrainingTally()
