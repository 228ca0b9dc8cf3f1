"""Lessons as one actor may see them: of their enterprise, of their area, counts; and who is to be told. Read only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, false, func, or_, select

from checklists.catalogue import Catalogue
from safety.calendar import at as moment_of
from safety.exams import TRAINEES
from safety.lessons import GUESS, Held, Lesson, Listed
from safety.people import Actor, Right, Role
from storage import guesses, staff
from storage.facts import stated
from storage.places import areas_of
from storage.scope import inside
from storage.tables.ledger import areas, enterprises
from storage.tables.lessons import lesson_people, lessons
from storage.tables.people import people, seats

LEARNING = sorted(TRAINEES)
CHIEFS = [Role.PRINCIPAL, Role.OFFICER]  # who is asked to lessons of an area


@dataclass(frozen=True, slots=True)
class LessonsOf:
    """Implements safety.lessons.Lessons for one actor."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime

    def listed(self, *, offset: int, limit: int) -> Sequence[Lesson]:
        found = select(lessons).where(self._concerns(), lessons.c.called_off_at.is_(None))
        rows = self.connection.execute(
            found.order_by(lessons.c.at.desc(), lessons.c.id.desc()).offset(offset).limit(limit)
        )
        return [self._lesson(row) for row in rows.all()]

    def count(self) -> int:
        found = select(func.count()).select_from(lessons)
        mine = found.where(self._concerns(), lessons.c.called_off_at.is_(None))
        return int(self.connection.execute(mine).scalar_one())

    def one(self, number: int) -> Lesson | None:
        return self._first(lessons.c.id == number)

    def newest(self) -> Lesson | None:
        mine = select(func.max(lessons.c.id)).where(lessons.c.host == self.actor.person)
        return self._first(lessons.c.id == mine.scalar_subquery())

    def by_code(self, code: str) -> Lesson | None:
        limit = self.catalogue.rules.defaults.guessing.limit
        if guesses.exhausted(self.connection, self.actor.person, GUESS, limit, self.now):
            return None
        if not self.actor.may(Right.TAKE_EXAM):
            return None
        return self._first(lessons.c.code == code)

    def _first(self, condition: ColumnElement[bool]) -> Lesson | None:
        found = select(lessons).where(condition, self._concerns(), lessons.c.called_off_at.is_(None))
        row = self.connection.execute(found).one_or_none()
        return None if row is None else self._lesson(row)

    def _concerns(self) -> ColumnElement[bool]:
        """What the actor may see: lessons they hold, those of their enterprise, those they are asked to."""
        seat = self.actor.seat
        if seat is None:
            return false()
        if seat.enterprise is None:
            own = holds(self.actor)
            return own if own is not None else false()
        asked = self._asked(seat.enterprise) if seat.role in CHIEFS else false()
        return or_(lessons.c.enterprise == seat.enterprise, asked)

    def _asked(self, enterprise: int) -> ColumnElement[bool]:
        """Lessons of the town, the department and the district to which the people of an enterprise are asked."""
        known = self.catalogue.facts.derive(stated(self.connection, enterprise))
        mine = [one.id for one in self.catalogue.facts.industries if known.get(one.id)]
        return and_(
            lessons.c.enterprise.is_(None),
            or_(lessons.c.area.is_(None), lessons.c.area.in_(areas_of(enterprise))),
            lessons.c.industry.in_(["", *mine]),
        )

    def _lesson(self, row: Row[Any]) -> Lesson:
        mine = may_hold(self.actor, row)
        there = lesson_people.c.lesson == row.id
        attended = self.connection.execute(select(func.count()).where(there)).scalar_one()
        me = select(func.count()).where(there, lesson_people.c.person == self.actor.person)
        return Lesson(
            row.id,
            row.subject,
            row.topic,
            row.lecturer,
            row.at,
            row.minutes,
            row.place,
            holder_name(self.connection, row),
            mine,
            row.code is not None,
            row.code if mine else None,
            attended,
            row.others,
            row.names if mine else "",
            bool(self.connection.execute(me).scalar_one()),
            row.number,
            row.closed_at,
            row.enterprise is None,
        )

    def roll(self, number: int) -> Sequence[Listed]:
        row = of_number(self.connection, number)
        if row is None or row.enterprise is None or not may_hold(self.actor, row):
            return ()
        here = there(self.connection, number)
        named: dict[str, str] = {}
        for person, name in roster(self.connection, row.enterprise):
            named.setdefault(f"person:{person}", name)
        for worker in staff.of(self.connection, row.enterprise):
            if worker.person is None or f"person:{worker.person}" not in named:
                named[f"worker:{worker.id}"] = worker.name
        return [Listed(about, name, about in here) for about, name in sorted(named.items(), key=_by_name)]

    def held(self, first: date, last: date) -> Sequence[Held]:
        seat = self.actor.seat
        if seat is None or not self.actor.may(Right.SEE_TRAINING):
            return ()
        begin, end = moment_of(first, time.min), moment_of(last + timedelta(days=1), time.min)
        found = (
            select(
                lessons.c.subject,
                func.count().label("lessons"),
                func.sum(lessons.c.attended + lessons.c.others).label("attended"),
            )
            .where(lessons.c.closed_at.is_not(None), lessons.c.at >= begin, lessons.c.at < end)
            .group_by(lessons.c.subject)
            .order_by(lessons.c.subject)
        )
        if seat.enterprise is not None:
            found = found.where(lessons.c.enterprise == seat.enterprise)
        elif seat.area is not None:
            own = or_(lessons.c.enterprise.in_(inside(seat.area)), lessons.c.area == seat.area)
            found = found.where(own)
        return [Held(row.subject, row.lessons, int(row.attended)) for row in self.connection.execute(found)]


def _by_name(one: tuple[str, str]) -> tuple[str, str]:
    return one[1], one[0]


def holds(actor: Actor) -> ColumnElement[bool] | None:
    """The lessons of the enterprise or area of somebody who may hold lessons; None for who may not."""
    seat = actor.seat
    if seat is None or not actor.may(Right.HOLD_LESSON):
        return None
    if seat.enterprise is not None:
        return lessons.c.enterprise == seat.enterprise
    area = lessons.c.area.is_(None) if seat.area is None else lessons.c.area == seat.area
    return and_(lessons.c.enterprise.is_(None), area)


def may_hold(actor: Actor, row: Row[Any]) -> bool:
    """Whether somebody may open, count and close this lesson: whoever may hold one in the same place."""
    seat = actor.seat
    if seat is None or not actor.may(Right.HOLD_LESSON):
        return False
    return (seat.enterprise, seat.area) == (row.enterprise, row.area)


def of_number(connection: Connection, number: int) -> Row[Any] | None:
    """A lesson, whosever it is."""
    return connection.execute(select(lessons).where(lessons.c.id == number)).one_or_none()


def holder_name(connection: Connection, row: Row[Any]) -> str:
    """The enterprise or area that holds it; empty: the whole district."""
    if row.enterprise is not None:
        found = select(enterprises.c.name).where(enterprises.c.id == row.enterprise)
    else:
        found = select(areas.c.name).where(areas.c.id == row.area)
    return str(connection.execute(found).scalar_one_or_none() or "")


def there(connection: Connection, number: int) -> set[str]:
    """Who was there: person:4, worker:9."""
    rows = connection.execute(select(lesson_people).where(lesson_people.c.lesson == number))
    return {f"person:{row.person}" if row.person is not None else f"worker:{row.worker}" for row in rows}


def roster(connection: Connection, enterprise: int) -> Sequence[tuple[int, str]]:
    """Everybody with a seat in an enterprise."""
    found = (
        select(seats.c.person, people.c.name)
        .join(people, people.c.id == seats.c.person)
        .where(seats.c.enterprise == enterprise, seats.c.until.is_(None), seats.c.role.in_(LEARNING))
        .distinct()
    )
    return [(row.person, row.name) for row in connection.execute(found)]


def to_tell(
    connection: Connection, row: Row[Any], industry: ColumnElement[bool] | None, most: int
) -> Sequence[int]:
    """The next people who are to be told of a lesson, after `told`; its host knows."""
    found = select(seats.c.person).where(
        seats.c.until.is_(None), seats.c.person > row.told, seats.c.person != row.host
    )
    if row.enterprise is not None:
        found = found.where(seats.c.enterprise == row.enterprise, seats.c.role.in_(LEARNING))
    else:
        found = found.where(seats.c.enterprise.is_not(None), seats.c.role.in_(CHIEFS))
        if row.area is not None:
            found = found.where(seats.c.enterprise.in_(inside(row.area)))
        if industry is not None:
            found = found.where(industry)
    return connection.execute(found.distinct().order_by(seats.c.person).limit(most)).scalars().all()
