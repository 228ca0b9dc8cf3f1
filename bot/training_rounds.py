"""After something counted as training: whether that of its person is whole now, and so what is owed for it done. Rows of `due`."""

from datetime import datetime

from sqlalchemy import Connection

from bot.turn import House
from safety.calendar import Calendar
from storage import due
from storage.due import Due
from storage.recording.training import KIND, work_out

__all__ = ["KIND", "look"]


def look(connection: Connection, house: House, _calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row and work it out. Whether it was claimed."""
    if not due.move(connection, row, None):
        return False
    enterprise, _, about = row.subject.partition("/")
    work_out(connection, house.catalogue, int(enterprise), about, now)
    return True
