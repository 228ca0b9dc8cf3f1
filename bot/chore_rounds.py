"""The reminder of what comes again and again: on its day, and every week that it is late. Rows of `due`."""

from datetime import datetime, time, timedelta

from sqlalchemy import Connection

from bot.screens import post_notice
from bot.turn import House
from safety.calendar import Calendar, next_time, today
from safety.letters import Notice, Opens, Value
from storage import chores, due
from storage.due import Due

KIND = chores.KIND
HOUR = time(9)


def remind(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row; tell who does it, on a working day. Whether it was claimed."""
    one, day = chores.waiting(connection, row.subject), today(now)
    if one is not None and not calendar.is_working(day):
        return due.move(connection, row, next_time(now, HOUR, calendar))
    if not due.move(
        connection, row, None if one is None else next_time(now + timedelta(days=6), HOUR, calendar)
    ):
        return False
    if one is not None:
        args: dict[str, Value] = {
            "title": one.title,
            "days": (day - one.due).days,
            "hazard": one.hazard or "none",
        }
        button = Opens("open-chore", "chores", "card", {"number": one.number})
        key = f"chore:{one.number}:{day:%Y%m%d}"
        post_notice(connection, house.texts, Notice(one.owner_id, "letter-chore", key, args, (button,)), now)
    return True
