"""Exams of the paper world: what each event changes, and what one person may read (safety.exams.Exams)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from checklists.bank import Bank, ExamItem
from safety.attempts import Attempt
from safety.events_exams import ExamAnswered, ExamBegun, ExamHandedIn, ExamMarked, PracticeAnswered, Taught
from safety.exams import Result, Said, Sheet, Sitting, Tally, allowed, asked, judged
from safety.mistakes import Try
from safety.people import Right
from safety.spots import Average, average

if TYPE_CHECKING:
    from tests.dialogs.paper import World


@dataclass(frozen=True)
class Written:
    """A paper that somebody writes or has written."""

    person: int
    sheet: Sheet
    begun_at: datetime
    deadline: datetime
    answers: tuple[tuple[int, Said], ...] = ()
    marked: frozenset[int] = frozenset()
    result: Result | None = None


class ExamHall:
    """What events do to the exams of a World. An exam's number is its place in the list, from 1."""

    def _exam_begun(self: "World", person: int, event: ExamBegun) -> None:
        assert self.actor(person).may(Right.TAKE_EXAM), "storage would refuse"
        self.sit(person, event.sheet)

    def sit(self: "World", person: int, kept: Mapping[str, object]) -> None:
        """Time runs for a paper."""
        assert PaperExams(self, person).sitting() is None, "storage would refuse"
        sheet = Sheet.from_json(kept)
        until = self.now + timedelta(minutes=sheet.minutes)
        self.exams = [*self.exams, Written(person, sheet, self.now, until)]

    def _running(self: "World", person: int, exam: int) -> Written:
        one = self.exams[exam - 1]
        assert one.person == person
        assert one.result is None, "storage would refuse"
        return one

    def _exam_answered(self: "World", person: int, event: ExamAnswered) -> None:
        one = self._running(person, event.exam)
        assert self.now < one.deadline, "storage would refuse"
        item = self.catalogue.bank.items[one.sheet.drawn[event.place].item]
        assert allowed(event.chosen, one.sheet.drawn[event.place], item.kind), "storage would refuse"
        answers = {**dict(one.answers), event.place: event.chosen}
        self._exam(event.exam, replace(one, answers=tuple(answers.items())))

    def _exam_marked(self: "World", person: int, event: ExamMarked) -> None:
        one = self._running(person, event.exam)
        marked = one.marked | {event.place} if event.marked else one.marked - {event.place}
        self._exam(event.exam, replace(one, marked=marked))

    def _exam_handed_in(self: "World", person: int, event: ExamHandedIn) -> None:
        one = self._running(person, event.exam)
        items = tuple(self.catalogue.bank.items[drawn.item] for drawn in one.sheet.drawn)
        answers = {place: said for place, said in one.answers if said}
        marks = judged(one.sheet, items, answers)
        result = Result(
            event.exam,
            f"KS-2026-{event.exam:06d}",
            self.guests.get(event.exam, self.people[person].name),
            self.enterprise.name,
            one.sheet,
            items,
            answers,
            marks,
            marks.total,
            marks.total >= one.sheet.pass_points,
            self.now >= one.deadline,
            one.begun_at,
            min(self.now, one.deadline),
            "0123456789abcdef" * 4,
        )
        self._exam(event.exam, replace(one, result=result))
        self.tries = [
            *self.tries,
            *(
                (person, Try(item.id, item.fingerprint, right, self.now))
                for item, right in zip(items, marks.right, strict=True)
            ),
        ]

    def _taught(self: "World", person: int, event: Taught) -> None:
        for item, fingerprint in event.items:
            self.tries = [*self.tries, (person, Try(item, fingerprint, False, self.now, taught=True))]

    def _practice_answered(self: "World", person: int, event: PracticeAnswered) -> None:
        item = self.catalogue.bank.items[event.item]
        assert any(who == person and one.item == event.item for who, one in self.tries), (
            "storage would refuse"
        )
        right = set(event.chosen) == set(item.right)
        self.tries = [*self.tries, (person, Try(item.id, item.fingerprint, right, self.now))]

    def _exam(self: "World", exam: int, changed: Written) -> None:
        self.exams = [changed if n == exam else one for n, one in enumerate(self.exams, 1)]


@dataclass
class PaperExams:
    """What one person may read of exams in a paper world."""

    world: "World"
    person: int

    def bank(self) -> Bank:
        return self.world.catalogue.bank

    def seed(self) -> str:
        """Known beforehand, so that a conversation can be written down."""
        return f"seed-{len(self.world.exams)}"

    def attempts(self, paper: str) -> Sequence[Attempt]:
        return [
            Attempt(n, one.begun_at, done.ended_at, done.points, done.passed)
            if (done := one.result) is not None
            else Attempt(n, one.begun_at)
            for n, one in enumerate(self.world.exams, 1)
            if one.person == self.person and one.sheet.paper == paper
        ]

    def sitting(self) -> Sitting | None:
        for n, one in enumerate(self.world.exams, 1):
            if one.person == self.person and one.result is None:
                items = [self.world.catalogue.bank.items[drawn.item] for drawn in one.sheet.drawn]
                shown = tuple(asked(item, drawn) for item, drawn in zip(items, one.sheet.drawn, strict=True))
                answers = {place: said for place, said in one.answers if said}
                return Sitting(n, one.sheet, shown, one.begun_at, one.deadline, answers, one.marked)
        return None

    def result(self, exam: int) -> Result | None:
        one = self.world.exams[exam - 1] if 0 < exam <= len(self.world.exams) else None
        return one.result if one is not None and one.person == self.person else None

    def item(self, fingerprint: str) -> ExamItem | None:
        every = self.world.catalogue.bank.items.values()
        return next((one for one in every if one.fingerprint == fingerprint), None)

    def tallies(self, since: datetime, *, offset: int, limit: int) -> Sequence[Tally]:
        if not self.world.actor(self.person).may(Right.SEE_EXAMS):
            return []
        spots = {exam for spot in self.world.spots if not spot.own for exam in spot.exams}
        done = {
            n: one.result
            for n, one in enumerate(self.world.exams, 1)
            if one.result is not None and one.result.ended_at >= since
        }
        own, on_site = (
            self._average([one for n, one in done.items() if (n in spots) is on]) for on in (False, True)
        )
        whole = Tally(self.world.enterprise.name, own, on_site)
        return [whole][offset : offset + limit] if done else []

    @staticmethod
    def _average(done: Sequence[Result]) -> Average:
        people, passed = {one.person for one in done}, {one.person for one in done if one.passed}
        return Average(len(people), average([one.points for one in done]), len(passed))

    def count_tallies(self, since: datetime) -> int:
        return len(self.tallies(since, offset=0, limit=1))

    def tries(self) -> Sequence[Try]:
        return [one for who, one in self.world.tries if who == self.person]
