"""Rows of an older version: that a commitment ends is told by a reminder rule now (R38), with everything else of the day. They go."""

from datetime import datetime

from sqlalchemy import Connection

from bot.turn import House
from safety.calendar import Calendar
from storage import due
from storage.due import Due

KIND = "pledge"


def drop(connection: Connection, _house: House, _calendar: Calendar, row: Due, _now: datetime) -> bool:
    """Claim one row and remove it."""
    return due.move(connection, row, None)
