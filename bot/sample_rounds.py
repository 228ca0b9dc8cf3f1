"""The clock of samples (抽核): each morning the lot is drawn over the self-checks of the day before. Rows of `due`."""

from datetime import datetime, time, timedelta

from sqlalchemy import Connection

from bot.turn import House
from safety.calendar import Calendar, at, today
from storage import due, sampling
from storage.due import Due

KIND = "sampling"
MORNING = time(5, 0)  # the signs of the day before are found, nobody works yet
DAY = timedelta(days=1)


def plan(connection: Connection, now: datetime) -> None:
    """There is one row, for the next morning."""
    due.plan(connection, KIND, KIND, "", following(now))


def following(now: datetime) -> datetime:
    """The next morning."""
    this = at(today(now), MORNING)
    return this if this > now else at(today(now) + DAY, MORNING)


def draw(connection: Connection, house: House, _calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim the row; draw from yesterday, and from days before that a machine that stood still has left out."""
    if not due.move(connection, row, following(now)):
        return False
    for back in range(CATCHES_UP, 0, -1):
        sampling.hold(connection, house.catalogue, today(now) - back * DAY, now)
    return True


CATCHES_UP = 7  # days
