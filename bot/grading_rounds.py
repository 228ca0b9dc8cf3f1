"""The clock of classes (分级): each night every enterprise is marked, and a portion of those marked is worked out a tick."""

from datetime import datetime, time, timedelta

from sqlalchemy import Connection

from bot.turn import House
from safety.calendar import Calendar, at, today
from storage import due, grades
from storage.due import Due

KIND = "grading"
NIGHT = time(2, 0)  # nobody waits for the database then
DAY = timedelta(days=1)


def plan(connection: Connection, now: datetime) -> None:
    """There is one row, for the next night."""
    due.plan(connection, KIND, KIND, "", following(now))


def following(now: datetime) -> datetime:
    """The next night."""
    tonight = at(today(now), NIGHT)
    return tonight if tonight > now else at(today(now) + DAY, NIGHT)


def mark(connection: Connection, _house: House, _calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim the row and have all classes worked out anew."""
    if not due.move(connection, row, following(now)):
        return False
    grades.mark_all(connection)
    return True


def work_out(connection: Connection, house: House, now: datetime) -> int:
    """Work out the classes of some of those marked."""
    return grades.refresh(connection, house.catalogue, now)
