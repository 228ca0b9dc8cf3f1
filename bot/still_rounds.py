"""Four weeks after a hazard was closed, whoever found it is asked whether it is still put right. Rows of `due`."""

from datetime import datetime

from sqlalchemy import Connection

from bot.screens import post_notice
from bot.turn import House
from safety import still
from safety.calendar import Calendar
from storage import due, people
from storage.audience import AudienceOf
from storage.cases import closed_finder
from storage.due import Due
from storage.recording.lives import STILL_FIXED

KIND = STILL_FIXED


def ask(connection: Connection, house: House, _calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row; ask the finder, nobody when it is open again or they have left. Whether it was claimed."""
    if not due.move(connection, row, None):
        return False
    finder = closed_finder(connection, row.subject)
    if finder is None:
        return True
    actor = people.actor_of(connection, finder)
    try:
        one = AudienceOf(connection, actor, house.catalogue, now).about(row.subject)
    except LookupError:
        return True
    post_notice(connection, house.texts, still.asked(one, row.key), now)
    return True
