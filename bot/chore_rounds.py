"""The reminder of what comes again and again: on its day, and every week that it is late. Rows of `due`."""

from datetime import datetime, time, timedelta

from sqlalchemy import Connection

from bot.turn import House
from dialogs.owing.letter import Ride
from dialogs.talk import Argument, Button, Line, State
from safety.calendar import Calendar, next_time, today
from storage import chores, due, riders
from storage.due import Due
from storage.riders import Rider, Riding

KIND = chores.KIND
HOUR = time(8)  # before the messages of the day
RIDES = timedelta(days=6)  # then it is put again


def remind(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row; whoever does it is told by their next message, put on a working day. Whether it was claimed."""
    del house
    one, day = chores.waiting(connection, row.subject), today(now)
    if one is not None and not calendar.is_working(day):
        return due.move(connection, row, next_time(now, HOUR, calendar))
    if not due.move(
        connection, row, None if one is None else next_time(now + timedelta(days=6), HOUR, calendar)
    ):
        return False
    if one is not None:
        riders.put(connection, one.owner_id, Riding.CHORE, one.number, now, RIDES)
    return True


def ride(connection: Connection, house: House, rider: Rider, place: int, now: datetime) -> Ride | None:
    """What is due, and since when; nothing when it was done, paused, or is somebody else's now."""
    del house, place
    one, day = chores.waiting(connection, rider.subject), today(now)
    if one is None or one.owner_id != rider.person or one.due > day:
        return None
    args: dict[str, Argument] = {
        "title": one.title,
        "days": (day - one.due).days,
        "hazard": one.hazard or "none",
    }
    button = Button(Line("open-chore"), opens=State("chores", "card", {"number": one.number}))
    return Ride(Line("letter-chore", args), button)
