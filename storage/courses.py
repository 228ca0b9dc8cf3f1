"""Training courses of one person: which are begun, what was passed, when they came. Read only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select

from checklists.bank import ExamItem, Trainee
from checklists.catalogue import Catalogue
from checklists.courses import Course, CourseEvent
from safety.calendar import today as day_of
from safety.courses import Answered, Learner, Passed, Taking
from safety.exams import TRAINEES
from safety.people import Actor, Role
from storage import enterprises, facts, staff
from storage.content import course_of, exam_item_of
from storage.tables.courses import course_answers, course_cards, course_results, course_takings
from storage.tables.people import seats

_OPEN = (
    select(course_takings)
    .outerjoin(course_results, course_results.c.taking == course_takings.c.id)
    .where(course_takings.c.person == bindparam("person"), course_results.c.taking.is_(None))
    .order_by(course_takings.c.id)
)
_ONE = (
    select(course_takings, course_results.c.taking.label("result"))
    .outerjoin(course_results, course_results.c.taking == course_takings.c.id)
    .where(course_takings.c.id == bindparam("taking"))
)
_PASSED = (
    select(course_takings.c.fingerprint, course_results)
    .join(course_results, course_results.c.taking == course_takings.c.id)
    .where(course_results.c.person == bindparam("person"))
    .order_by(course_results.c.ended_at, course_results.c.taking)
)
_CARDS = select(course_cards.c.card).where(course_cards.c.taking == bindparam("taking"))
_ANSWERS = select(course_answers).where(course_answers.c.taking == bindparam("taking"))
_SINCE = select(func.min(seats.c.since)).where(
    seats.c.person == bindparam("person"),
    seats.c.enterprise == bindparam("enterprise"),
    seats.c.role == bindparam("role", type_=seats.c.role.type),
    seats.c.until.is_(None),
)
_SEATS = select(seats.c.role, seats.c.since, seats.c.until).where(
    seats.c.person == bindparam("person"), seats.c.enterprise == bindparam("enterprise")
)


@dataclass(frozen=True, slots=True)
class CoursesOf:
    """What one actor may read of courses (safety.courses.Courses): their own alone."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime

    def every(self) -> Mapping[str, Course]:
        return self.catalogue.courses

    def learner(self) -> Learner | None:
        seat = self.actor.seat
        if seat is None or seat.enterprise is None:
            return None
        return learner_of(
            self.connection, self.catalogue, seat.enterprise, self.actor.person, seat.role, self.now
        )

    def passed(self) -> Sequence[Passed]:
        return passed_by(self.connection, self.actor.person)

    def taking(self, course: str) -> Taking | None:
        rows = self.connection.execute(_OPEN.where(course_takings.c.course == course), self._who()).all()
        return taking_of(self.connection, rows[-1]) if rows else None

    def _who(self) -> dict[str, int]:
        return {"person": self.actor.person}


def learner_of(
    connection: Connection, catalogue: Catalogue, enterprise: int, person: int, role: Role, now: datetime
) -> Learner | None:
    """Somebody as a learner in one enterprise; None for who is none there."""
    trainee = TRAINEES.get(role)
    if trainee is None:
        return None
    place = enterprises.one(connection, enterprise)
    known = catalogue.facts.derive(facts.stated(connection, enterprise))
    where = {"person": person, "enterprise": enterprise, "role": role}
    began = connection.execute(_SINCE, where).scalar_one_or_none()
    since = day_of(began if began is not None else now)
    days = days_of(connection, enterprise, person, trainee, since)
    moved = moved_on(connection, enterprise, person, role)
    if moved is not None:
        days[CourseEvent.NEW_POST] = max(moved, days.get(CourseEvent.NEW_POST, moved))
    return Learner(trainee, place.colour.value, known, since, days)


def days_of(
    connection: Connection, enterprise: int, person: int, role: Trainee, since: date
) -> dict[CourseEvent, date]:
    """What happened to somebody, by the roster when they stand in it; a worker who does not is new since they joined."""
    row = staff.of_person(connection, enterprise, person)
    days = {CourseEvent.NEW_WORKER: row.new if row is not None else since} if role is Trainee.WORKER else {}
    if row is not None and row.back_since is not None:
        days[CourseEvent.RETURNED] = row.back_since
    if row is not None and row.posted is not None:
        days[CourseEvent.NEW_POST] = row.posted
    return days


def moved_on(connection: Connection, enterprise: int, person: int, role: Role) -> date | None:
    """The day on which somebody took this role after another one in the same enterprise; None when it was their first there.

    Whether it was given to them, or a seat was handed over to them, makes no difference; a role they have had all along stays no news.
    """
    there = connection.execute(_SEATS, {"person": person, "enterprise": enterprise}).all()
    took = min((one.since for one in there if one.role is role and one.until is None), default=None)
    others = [one for one in there if one.role is not role]
    return day_of(took) if took is not None and any(one.since < took for one in others) else None


def passed_by(connection: Connection, person: int) -> Sequence[Passed]:
    """What a person has passed, oldest first."""
    return [
        Passed(course_of(connection, row.fingerprint), row.day, row.minutes, row.right, row.asked)
        for row in connection.execute(_PASSED, {"person": person})
    ]


def row_of(connection: Connection, taking: int) -> Row[Any] | None:
    """A taking, whosever it is; `result` is set once it was passed."""
    return connection.execute(_ONE, {"taking": taking}).one_or_none()


def open_rows(connection: Connection, person: int) -> Sequence[Row[Any]]:
    """The takings that a person has not finished."""
    return connection.execute(_OPEN, {"person": person}).all()


def taking_of(connection: Connection, row: Row[Any]) -> Taking:
    """A taking with how far it has come."""
    items = tuple(exam_item_of(connection, one) for one in row.items)
    read = frozenset(connection.execute(_CARDS, {"taking": row.id}).scalars())
    course = course_of(connection, row.fingerprint)
    rows = connection.execute(_ANSWERS, {"taking": row.id}).all()
    number = max((one.round for one in rows), default=1)
    answers = {one.item: Answered(tuple(one.chosen), one.correct) for one in rows if one.round == number}
    return Taking(row.id, course, items, row.begun_at, read, number, answers)


def items_of(connection: Connection, fingerprints: Sequence[str]) -> list[ExamItem]:
    """Questions in exactly these versions. LookupError for one that was never published."""
    return [exam_item_of(connection, one) for one in fingerprints]
