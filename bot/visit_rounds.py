"""The clock of inspections on site: who leads one that is still open is reminded, once a working day. Rows of `due`."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.screens import post_notice
from bot.turn import House
from safety.calendar import Calendar
from safety.letters import Notice, Opens
from safety.visits import UNFINISHED
from storage import due
from storage.due import Due
from storage.recording.visits import KIND
from storage.visits import rows

__all__ = ["KIND", "remind"]


def remind(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row; the lead is reminded, and the row comes again a working day later until the visit is over."""
    one = rows.of(connection, int(row.subject))
    going_on = one is not None and one.state in UNFINISHED
    day = calendar.after((now + timedelta(days=1)).date(), 0, working=True)
    again = now + (day - now.date())
    if not due.move(connection, row, again if going_on else None):
        return False
    if one is None or not going_on:
        return True
    button = Opens("open-visit", "visit", "card", {"visit": one.id})
    key = f"visit:{one.id}:open:{now:%Y%m%d}"
    notice = Notice(one.lead, "letter-visit-open", key, {"enterprise": one.firm}, (button,))
    post_notice(connection, house.texts, notice, now)
    return True
