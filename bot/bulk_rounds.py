"""Requests that nobody has decided in time run out, and who had asked is told. Rows of `due`."""

from datetime import datetime

from sqlalchemy import Connection

from bot.screens import post_notice
from bot.turn import House
from safety import notices
from safety.bulk import BulkState
from safety.calendar import Calendar
from safety.events_bulk import BulkExpired
from storage import bulk, due, people
from storage.audience import AudienceOf
from storage.due import Due
from storage.record import record

KIND = bulk.KIND


def expire(connection: Connection, house: House, _calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row; nothing more when it was decided meanwhile. Whether it was claimed."""
    if not due.move(connection, row, None):
        return False
    request = bulk.row_of(connection, int(row.subject))
    if request is None or request.state is not BulkState.WAITING:
        return True
    actor = people.actor_of(connection, request.person)
    audience = AudienceOf(connection, actor, house.catalogue, now)
    for event in record(connection, actor, [BulkExpired(request.id)], now, None):
        for notice in notices.of(event, audience, now):
            post_notice(connection, house.texts, notice, now)
    return True
