"""Reads drills and roll calls as they stand (safety.drills.Drill): by row for the clock and recording, whatever the scope."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, exists, func, select, update

from checklists.drills import Script
from safety.drills import Answer, Drill, Mark, Participant, Reply, Sent, Standing, Wash, standing
from safety.people import Role
from storage.attached import FAILED
from storage.content import script_of
from storage.people import with_seat
from storage.tables.drills import (
    drill_injects,
    drill_marks,
    drill_people,
    drill_replies,
    drill_washes,
    drills,
)
from storage.tables.ledger import enterprises
from storage.tables.media import media
from storage.tables.people import people, seats

INSIDE = (Role.PRINCIPAL, Role.OFFICER, Role.WORKER)
LEADING = (Role.PRINCIPAL, Role.OFFICER)
_HERE = exists(
    select(seats.c.id).where(
        seats.c.person == drills.c.commander,
        seats.c.enterprise == drills.c.enterprise,
        seats.c.until.is_(None),
    )
)
WHOLE: Select[Any] = (
    select(
        drills,
        enterprises.c.name.label("place_name"),
        people.c.name.label("commander_name"),
        _HERE.label("here"),
    )
    .join(enterprises, enterprises.c.id == drills.c.enterprise)
    .join(people, people.c.id == drills.c.commander)
)


def row_of(connection: Connection, number: str) -> Row[Any] | None:
    """The row of a drill by its number, for whoever asks."""
    return connection.execute(WHOLE.where(drills.c.number == number)).one_or_none()


def inside(connection: Connection, number: str) -> frozenset[int]:
    """Who has a seat in the enterprise of a drill now: who has left is not told of it any more."""
    there = (
        select(seats.c.person)
        .join(drills, drills.c.enterprise == seats.c.enterprise)
        .where(drills.c.number == number, seats.c.until.is_(None))
    )
    return frozenset(connection.execute(there).scalars())


def by_id(connection: Connection, drill: int) -> Drill | None:
    """A drill by its row."""
    row = connection.execute(WHOLE.where(drills.c.id == drill)).one_or_none()
    return None if row is None else whole(connection, row)


def whole(connection: Connection, row: Row[Any]) -> Drill:
    """Everything that is known of a drill."""
    return Drill(
        number=row.number,
        enterprise=row.place_name,
        real=row.real,
        state=row.state,
        planned_at=row.planned_at,
        place=row.place,
        extra=row.extra,
        commander=row.commander,
        commander_name=row.commander_name,
        here=bool(row.here),
        script=script(connection, row),
        plan=row.plan,
        started_at=row.started_at,
        called_at=row.called_at,
        ended_at=row.ended_at,
        reason=row.reason,
        people=_people(connection, row.id),
        sent=_sent(connection, row.id),
        photos=_photos(connection, row.number),
        marks=_marks(connection, row.id),
        washes=_washes(connection, row.id),
        next_due=row.next_due,
        sha256=row.sha256 or "",
    )


def script(connection: Connection, row: Row[Any]) -> Script | None:
    """The script in exactly the version that is played."""
    return None if row.script is None else script_of(connection, row.script)


def _people(connection: Connection, drill: int) -> tuple[Participant, ...]:
    found = (
        select(drill_people, people.c.name)
        .join(people, people.c.id == drill_people.c.person)
        .where(drill_people.c.drill == drill)
        .order_by(drill_people.c.joined_at, drill_people.c.person)
    )
    said = _standings(connection, drill)
    return tuple(
        Participant(
            row.person, row.name, row.role, said.get(row.person, Standing()), row.chased_at is not None
        )
        for row in connection.execute(found)
    )


def _standings(connection: Connection, drill: int) -> dict[int, Standing]:
    found = select(drill_replies).where(drill_replies.c.drill == drill).order_by(drill_replies.c.id)
    replies: dict[int, list[Reply]] = {}
    for row in connection.execute(found):
        replies.setdefault(row.person, []).append(Reply(Answer(row.answer), row.at, row.words))
    return {person: standing(said) for person, said in replies.items()}


def _sent(connection: Connection, drill: int) -> dict[str, Sent]:
    found = select(drill_injects).where(drill_injects.c.drill == drill)
    return {row.inject: Sent(row.at, row.late) for row in connection.execute(found)}


def _photos(connection: Connection, number: str) -> dict[str, int]:
    own = f"drill/{number}/"
    found = (
        select(media.c.subject, func.count().label("n"))
        .where(media.c.subject.startswith(own, autoescape=True), media.c.state != FAILED)
        .group_by(media.c.subject)
    )
    return {row.subject.removeprefix(own): row.n for row in connection.execute(found)}


def _marks(connection: Connection, drill: int) -> dict[str, Mark]:
    found = select(drill_marks).where(drill_marks.c.drill == drill)
    return {row.measure: Mark(row.fine, row.words, row.hazard or "") for row in connection.execute(found)}


def _washes(connection: Connection, drill: int) -> tuple[Wash, ...]:
    found = (
        select(drill_washes, people.c.name)
        .join(people, people.c.id == drill_washes.c.person)
        .where(drill_washes.c.drill == drill)
        .order_by(drill_washes.c.at, drill_washes.c.person, drill_washes.c.question)
    )
    return tuple(Wash(row.name, row.question, row.fine, row.words) for row in connection.execute(found))


def seated(connection: Connection, enterprise: int) -> dict[int, Role]:
    """Everybody with a seat in an enterprise, with their role; who has several seats there acts from the highest."""
    found: dict[int, Role] = {}
    for role in INSIDE:
        for person in with_seat(connection, (role,), seats.c.enterprise == enterprise):
            found.setdefault(person, role)
    return found


def leaders(connection: Connection, enterprise: int) -> Sequence[int]:
    """Who may command when the commander has left: officers and principals."""
    return with_seat(connection, LEADING, seats.c.enterprise == enterprise)


def chased(connection: Connection, drill: int, persons: Sequence[int], now: Any) -> None:
    """They were asked once more; nobody is a second time."""
    mine = and_(drill_people.c.drill == drill, drill_people.c.person.in_(persons))
    connection.execute(update(drill_people).where(mine).values(chased_at=now))
