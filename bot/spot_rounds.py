"""The clock of spot exams: when time is up nobody comes in any more, and once all have handed in it is recorded. Rows of `due`."""

from datetime import datetime

from sqlalchemy import Connection

from bot.turn import House
from safety.calendar import Calendar
from safety.errors import Refusal
from safety.events_spots import SpotClosed
from storage import due, people, spots
from storage.due import Due
from storage.prepared import savepoint
from storage.record import record
from storage.recording.spots import KIND

__all__ = ["KIND", "end"]


def end(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row and close its spot exam, unless an inspector was quicker; while somebody writes the row comes again."""
    del calendar
    if not due.move(connection, row, None):
        return False
    spot = spots.of_number(connection, int(row.subject))
    if spot is None or spot.number is not None:
        return True
    actor = people.actor_of(connection, spot.inspector)
    try:
        with savepoint(connection, "spot"):
            record(connection, actor, [SpotClosed(spot.id)], now, None, house.vault)
    except Refusal:
        return True
    return True
