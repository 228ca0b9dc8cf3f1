"""The reminder of suspected major hazards that wait for a supervisor's word: one due row for all, moved on each working day."""

from datetime import datetime

from sqlalchemy import Connection

from bot.screens import post_notice
from bot.turn import House
from safety.calendar import Calendar, next_time, today
from safety.reviews import Late, is_chased, letters, waited
from storage import due, reviews
from storage.due import Due

KIND = "reviews"


def plan(connection: Connection, house: House, calendar: Calendar, now: datetime) -> bool:
    """Enter the row where there is none. Whether it was new."""
    at = next_time(now, house.catalogue.rules.defaults.review.hour, calendar)
    return due.plan(connection, KIND, KIND, "", at)


def chase(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim the row until the next working day, and remind who is to say it. Whether it was claimed."""
    rules = house.catalogue.rules.defaults.review
    if not due.move(connection, row, next_time(now, rules.hour, calendar)):
        return False
    day = today(now)
    found = [
        (Late(one.number, waited(today(one.since), day, calendar)), one.to)
        for one in reviews.waiting(connection)
    ]
    late = [(one, to) for one, to in found if is_chased(one.days, rules.chased_after)]
    for notice in letters(late, day):
        post_notice(connection, house.texts, notice, now)
    return True
