"""The clock of inspections on site: who leads one that is still open is reminded, once a working day. Rows of `due`."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.screens import post_notice
from bot.turn import House
from safety.calendar import Calendar, today
from safety.letters import Notice, Opens
from safety.visits import UNFINISHED
from storage import due
from storage.due import Due
from storage.recording.visits import KIND
from storage.visits import rows

__all__ = ["KIND", "remind"]
DAY = timedelta(days=1)


def remind(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row; the lead is reminded on working days, and the row comes again a working day later until the visit is over."""
    one, day = rows.of(connection, int(row.subject)), today(now)
    going_on = one is not None and one.state in UNFINISHED
    again = now + (calendar.next_working(day + DAY) - day)
    if not due.move(connection, row, again if going_on else None):
        return False
    if not calendar.is_working(day):
        return True
    if one is None or not going_on:
        return True
    button = Opens("open-visit", "visit", "card", {"visit": one.id})
    key = f"visit:{one.id}:open:{day:%Y%m%d}"
    notice = Notice(one.lead, "letter-visit-open", key, {"enterprise": one.firm}, (button,))
    post_notice(connection, house.texts, notice, now)
    return True
