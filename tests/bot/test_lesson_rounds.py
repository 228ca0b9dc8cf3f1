"""The clock of lessons and hours: people are told once, nobody when it is over; hours that are whole settle what is owed."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, select

from bot.clock import RealClock
from bot.rounds import tick
from bot.turn import House
from safety.calendar import Calendar
from safety.events_lessons import LessonAnnounced, LessonCalledOff, LessonClosed, LessonCounted, LessonTicked
from storage.tables.obligations import obligations
from storage.tables.post import due as due_rows
from storage.tables.post import outbox
from tests.bot.pledged import TEXTS
from tests.cast import ALICE, Cast
from tests.storage.test_lessons import announced, cast
from tests.storage.test_training import owes

__all__ = ["cast"]


def ticks(connection: Connection, cast: Cast) -> None:
    for _ in range(3):
        tick(connection, House(cast.catalogue, TEXTS, RealClock(), 1, "test"), Calendar(), cast.now)
        cast.passes(seconds=2)


def letters(connection: Connection) -> list[str]:
    found = select(outbox.c.body).where(outbox.c.key.like("lesson:%")).order_by(outbox.c.id)
    return list(connection.execute(found).scalars())


def test_people_are_told_once_what_when_and_where(cast: Cast) -> None:
    with cast.database.writing() as connection:
        announced(connection, cast, topic="灭火器", place="大厅")
        ticks(connection, cast)
        ticks(connection, cast)
        (letter,) = letters(connection)
        for word in ("消防", "灭火器", "大厅", "10:00", "李娜"):
            assert word in letter
        kept = connection.execute(select(due_rows.c.kind).where(due_rows.c.kind == "lesson-told"))
        assert kept.all() == []


@pytest.mark.parametrize("late", [False, True])
def test_nobody_is_told_of_what_is_over(cast: Cast, late: bool) -> None:
    with cast.database.writing() as connection:
        number = announced(connection, cast)
        if late:
            cast.passes(hours=3)
        else:
            cast.does(connection, ALICE, LessonCalledOff(number))
        ticks(connection, cast)
        assert letters(connection) == []


def test_a_lesson_that_is_written_down_afterwards_tells_nobody(cast: Cast) -> None:
    with cast.database.writing() as connection:
        past = LessonAnnounced("fire", "", "李娜", cast.now - timedelta(days=3), 45, "大厅")
        cast.does(connection, ALICE, past, LessonCounted(1, 2, ""))
        ticks(connection, cast)
        assert letters(connection) == []


def test_hours_that_are_whole_settle_what_is_owed_at_the_next_tick(cast: Cast) -> None:
    with cast.database.writing() as connection:
        person = cast.actor(connection, ALICE).person
        owes(connection, cast, f"person:{person}")
        number = announced(connection, cast, at=cast.now - timedelta(hours=3))
        cast.does(
            connection, ALICE, LessonTicked(number, f"person:{person}", here=True), LessonClosed(number)
        )
        ticks(connection, cast)
        found = select(obligations.c.state).where(obligations.c.about == f"person:{person}")
        assert "done" in connection.execute(found).scalars().all()
