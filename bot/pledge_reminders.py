"""Reminders of commitments that end: 30, 7 and 1 days before, and once after. Rows of `due`, moved on at each step."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.screens import post_notice
from bot.turn import House
from safety.calendar import Calendar, next_time, today
from safety.notices import Notice, Opens, Value
from safety.pledges import next_reminder
from storage import due, pledges
from storage.due import Due

KIND = "pledge"
LIVES = timedelta(days=3)


def remind(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row and tell the principals, unless the commitment has given way to a newer one. Whether it was claimed."""
    rules = house.catalogue.rules.defaults.pledging
    if not calendar.is_working(today(now)):
        return due.move(connection, row, next_time(now, rules.remind_hour, calendar))
    ending = pledges.ending(connection, row.subject)
    following = None if ending is None else next_reminder(ending.valid_to, now, rules)
    if not due.move(connection, row, following):
        return False
    if ending is not None:
        for person in ending.principals:
            post_notice(connection, house.texts, _notice(ending, person, now), now)
    return True


def _notice(ending: pledges.Ending, person: int, now: datetime) -> Notice:
    day = today(now)
    left = (ending.valid_to - day).days
    args: dict[str, Value] = {
        "enterprise": ending.enterprise,
        "number": ending.number,
        "due": ending.valid_to,
    }
    key = f"pledge:{ending.number}:{left}:{person}"
    button = (Opens("open-pledges", "pledges"),)
    if left < 0:
        return Notice(person, "letter-pledge-ended", key, args, button, expires_in=LIVES)
    return Notice(person, "letter-pledge-ends", key, {**args, "days": left}, button, expires_in=LIVES)
