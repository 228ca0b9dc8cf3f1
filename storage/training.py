"""Hours of training: what counts for people, who of an enterprise misses what, counts of an area. Read only, but for `look`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, String, and_, bindparam, cast, distinct, func, literal, select

from checklists.catalogue import Catalogue
from checklists.courses import CourseEvent
from checklists.words import Words
from safety.calendar import today as day_of
from safety.courses import Learner, assigned
from safety.exams import TRAINEES, Sheet
from safety.people import Actor, Right, Role
from safety.training import Balance, Credit, CreditSource, Pupil, TrainingTally, balance, by_need
from storage import due, enterprises, facts, staff
from storage.content import course_of
from storage.courses import learner_of, passed_by
from storage.obligations import AT_ONCE
from storage.scope import Reach, Scope, scope_of, within
from storage.tables.courses import course_results, course_takings
from storage.tables.exams import exam_results, exams
from storage.tables.ledger import enterprises as places
from storage.tables.lessons import lesson_people, lessons
from storage.tables.people import people, seats
from storage.tables.training import training_whole

KIND = "training"  # of the due row: whether the training of somebody is whole is to be worked out
LEARNING = sorted(TRAINEES)
_COURSES = (
    select(course_results.c.person, course_takings.c.fingerprint, course_results)
    .join(course_takings, course_takings.c.id == course_results.c.taking)
    .where(course_results.c.person.in_(bindparam("people", expanding=True)))
)
_EXAMS = (
    select(exams.c.person, exams.c.enterprise, exams.c.paper, exams.c.sheet, exam_results.c.ended_at)
    .join(exam_results, exam_results.c.exam == exams.c.id)
    .where(exams.c.person.in_(bindparam("people", expanding=True)), exam_results.c.passed)
    .order_by(exam_results.c.ended_at)
)
_HELD = (
    select(
        lesson_people.c.person, lesson_people.c.enterprise, lessons.c.subject, lessons.c.at, lessons.c.minutes
    )
    .join(lessons, lessons.c.id == lesson_people.c.lesson)
    .where(lessons.c.closed_at.is_not(None))
)
_LESSONS = _HELD.where(lesson_people.c.person.in_(bindparam("people", expanding=True)))
_LESSONS_OF_WORKER = _HELD.where(lesson_people.c.worker == bindparam("worker"))
_PEOPLE = (
    select(seats.c.person, seats.c.role, people.c.name)
    .join(people, people.c.id == seats.c.person)
    .where(seats.c.enterprise == bindparam("enterprise"), seats.c.until.is_(None), seats.c.role.in_(LEARNING))
    .order_by(people.c.name, seats.c.id)
)


def look(connection: Connection, enterprise: int, about: str) -> None:
    """Have the clock work out whether the training of somebody (person:4, worker:9) is whole now."""
    subject = f"{enterprise}/{about}"
    due.pull(connection, f"{KIND}:{subject}", KIND, subject, AT_ONCE)


def credits_of(
    connection: Connection, catalogue: Catalogue, persons: Sequence[int]
) -> Mapping[int, list[Credit]]:
    """What counts as training of these people, oldest first. A passed paper counts once in a calendar year."""
    found: dict[int, list[Credit]] = {one: [] for one in persons}
    for row in connection.execute(_COURSES, {"people": list(persons)}):
        title = course_of(connection, row.fingerprint).title
        found[row.person].append(Credit(row.day, row.minutes, CreditSource.COURSE, title, row.enterprise))
    for row in connection.execute(_LESSONS, {"people": list(persons)}):
        found[row.person].append(_lesson(row, catalogue))
    minutes = catalogue.rules.training.exam_minutes
    counted: set[tuple[int, str, int]] = set()
    for row in connection.execute(_EXAMS, {"people": list(persons)}) if minutes else ():
        day = day_of(row.ended_at)
        if (row.person, row.paper, day.year) not in counted:
            counted.add((row.person, row.paper, day.year))
            title = Sheet.from_json(row.sheet).title
            found[row.person].append(Credit(day, minutes, CreditSource.EXAM, title, row.enterprise))
    return {one: sorted(mine, key=lambda credit: credit.day) for one, mine in found.items()}


def _lesson(row: Any, catalogue: Catalogue) -> Credit:
    titles = {one.id: one.title for one in catalogue.rules.training.subjects}
    title = titles.get(row.subject, Words(row.subject, row.subject))
    return Credit(day_of(row.at), row.minutes, CreditSource.LESSON, title, row.enterprise)


def balance_of(
    connection: Connection, catalogue: Catalogue, enterprise: int, person: int, role: Role, now: datetime
) -> Balance | None:
    """Where somebody with an account stands in an enterprise."""
    learner = learner_of(connection, catalogue, enterprise, person, role, now)
    if learner is None:
        return None
    mine = credits_of(connection, catalogue, [person])[person]
    return balance(catalogue.rules.training, learner, mine, enterprise, day_of(now))


def worker_balance(
    connection: Connection, catalogue: Catalogue, worker: int, now: datetime
) -> Balance | None:
    """Where somebody of the roster stands, with an account or without one."""
    row = staff.one(connection, worker)
    if row is None:
        return None
    place = enterprises.one(connection, row.enterprise)
    known = catalogue.facts.derive(facts.stated(connection, row.enterprise))
    days = {CourseEvent.NEW_WORKER: row.new}
    learner = Learner(TRAINEES[Role.WORKER], place.colour.value, known, row.new, days)
    mine = credits_of(connection, catalogue, [row.person])[row.person] if row.person is not None else []
    ticked = connection.execute(_LESSONS_OF_WORKER, {"worker": worker})
    mine = [*mine, *(_lesson(one, catalogue) for one in ticked)]
    return balance(catalogue.rules.training, learner, mine, row.enterprise, day_of(now))


@dataclass(frozen=True, slots=True)
class TrainingOf:
    """What one actor may read of training (safety.training.Training)."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime

    def balance(self) -> Balance | None:
        seat = self.actor.seat
        if seat is None or seat.enterprise is None:
            return None
        return balance_of(
            self.connection, self.catalogue, seat.enterprise, self.actor.person, seat.role, self.now
        )

    def credits(self) -> Sequence[Credit]:
        person = self.actor.person
        return credits_of(self.connection, self.catalogue, [person])[person][::-1]

    def pupils(self) -> Sequence[Pupil]:
        scope = scope_of(self.actor, Right.SEE_TRAINING)
        if scope is None or scope.reach is not Reach.ENTERPRISE or scope.place is None:
            return ()
        return by_need(self._pupils(scope.place), day_of(self.now))

    def _pupils(self, enterprise: int) -> Iterable[Pupil]:
        rows = self.connection.execute(_PEOPLE, {"enterprise": enterprise}).all()
        seen = set()
        for row in rows:
            if row.person not in seen:
                seen.add(row.person)
                yield self._pupil(enterprise, row.person, row.role, row.name)
        for worker in staff.of(self.connection, enterprise):
            if worker.person is None or worker.person not in seen:
                found = worker_balance(self.connection, self.catalogue, worker.id, self.now)
                yield Pupil(worker.name, Role.WORKER, found)

    def _pupil(self, enterprise: int, person: int, role: Role, name: str) -> Pupil:
        learner = learner_of(self.connection, self.catalogue, enterprise, person, role, self.now)
        found = balance_of(self.connection, self.catalogue, enterprise, person, role, self.now)
        passed: dict[str, date] = {one.course.id: one.day for one in passed_by(self.connection, person)}
        rules, every = self.catalogue.rules.training, self.catalogue.courses.values()
        mine = assigned(every, learner, passed, day_of(self.now), rules.soon_days) if learner else ()
        must = tuple(one for one in mine if one.course.mandatory)
        return Pupil(name, role, found, must, person)

    # a supervisor's scope

    def tallies(self, year: int, *, offset: int, limit: int) -> Sequence[TrainingTally]:
        scope = self._area()
        if scope is None:
            return ()
        found = _learned(scope.reach).offset(offset).limit(limit)
        rows = self.connection.execute(found, _bound(scope, year, self.now)).all()
        return [TrainingTally(row.name, *self._people(row.id), courses=row.courses) for row in rows]

    def count_tallies(self, year: int) -> int:
        scope = self._area()
        if scope is None:
            return 0
        counted = select(func.count()).select_from(_learned(scope.reach).order_by(None).subquery())
        return int(self.connection.execute(counted, _bound(scope, year, self.now)).scalar_one())

    def total(self, year: int) -> TrainingTally:
        scope = self._area()
        if scope is None:
            return TrainingTally()
        bound = _bound(scope, year, self.now)
        courses = (
            select(func.count())
            .select_from(course_results)
            .where(within(scope.reach, course_results.c.enterprise), _IN_YEAR)
        )
        counts = [
            self.connection.execute(found, bound).scalar_one()
            for found in (_joined(scope.reach), _whole(scope.reach), courses)
        ]
        return TrainingTally("", *counts)

    def _people(self, enterprise: int) -> tuple[int, int]:
        bound = {"place": enterprise, "today": day_of(self.now)}
        people_, whole = (
            self.connection.execute(found(Reach.ENTERPRISE), bound).scalar_one()
            for found in (_joined, _whole)
        )
        return people_, whole

    def _area(self) -> Scope | None:
        """The scope of a supervisor; None for everybody else."""
        scope = scope_of(self.actor, Right.SEE_TRAINING)
        return None if scope is None or scope.reach is Reach.ENTERPRISE else scope


_IN_YEAR = course_results.c.day.between(bindparam("first"), bindparam("last"))


def _bound(scope: Scope, year: int, now: datetime) -> dict[str, Any]:
    return {
        "place": scope.place,
        "first": date(year, 1, 1),
        "last": date(year, 12, 31),
        "today": day_of(now),
    }


def _learned(reach: Reach) -> Select[Any]:
    """The enterprises where somebody passed a course in a year, by name."""
    return (
        select(places.c.id, places.c.name, func.count(course_results.c.taking).label("courses"))
        .join(course_results, course_results.c.enterprise == places.c.id)
        .where(within(reach, places.c.id), _IN_YEAR)
        .group_by(places.c.id, places.c.name)
        .order_by(places.c.name, places.c.id)
    )


def _joined(reach: Reach) -> Select[Any]:
    """How many people have a seat in an enterprise and learn there."""
    return select(func.count(distinct(seats.c.person))).where(
        within(reach, seats.c.enterprise),
        seats.c.enterprise.is_not(None),
        seats.c.until.is_(None),
        seats.c.role.in_(LEARNING),
    )


def _whole(reach: Reach) -> Select[Any]:
    """How many of them have enough hours now."""
    about = literal("person:") + cast(seats.c.person, String)
    holds = (training_whole.c.until.is_(None)) | (training_whole.c.until >= bindparam("today"))
    same = and_(training_whole.c.enterprise == seats.c.enterprise, training_whole.c.about == about)
    return _joined(reach).join_from(seats, training_whole, same).where(holds)
