"""The clock of interviews (约谈): on the day that was agreed both are told that it is looked at again. Rows of `due`."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.screens import post_notice
from bot.turn import House
from safety.calendar import Calendar, today
from safety.letters import Notice, Opens
from storage import due, interviews
from storage.due import Due
from storage.recording.interviews import KIND

__all__ = ["KIND", "remind"]
DAY = timedelta(days=1)


def remind(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row; both are told once, on a working day. One that was looked at already has no row any more."""
    day = today(now)
    if not calendar.is_working(day):
        return due.move(connection, row, now + (calendar.next_working(day + DAY) - day))
    if not due.move(connection, row, None):
        return False
    one = interviews.going_on(connection, row.subject)
    if one is None:
        return True
    opens = Opens("open-interview", "interview", "card", {"number": row.subject})
    for person, line in ((one.officer, "letter-interview-again"), (one.person, "letter-interview-today")):
        args = {"enterprise": one.firm, "number": row.subject}
        notice = Notice(person, line, f"interview-again:{row.subject}:{person}", args, (opens,))
        post_notice(connection, house.texts, notice, now)
    return True
