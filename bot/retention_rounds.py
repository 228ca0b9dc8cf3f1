"""Personal data whose time has come is cleared at night, a portion of a class in each transaction. Rows of `due`, and the command.

A portion that a crash undid is taken again: what is to be cleared is worked out from the rows themselves.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta

from sqlalchemy import Connection

from bot.turn import House
from checklists.catalogue import Catalogue
from safety.calendar import Calendar, at, today
from storage import due, retention
from storage.due import Due
from storage.tips import contacts

KIND = "retention"
HOUR = time(2, 40)
SOON = timedelta(seconds=5)  # between two portions of one night
ERASE = "erase"  # of due rows: a person's data go, a little after they were told


def terms(catalogue: Catalogue) -> Mapping[str, int]:
    """Days of the classes that end by themselves in the database."""
    return {
        one.id: one.days
        for one in catalogue.privacy.classes
        if one.days is not None and one.id in retention.CLASSES
    }


def next_night(now: datetime) -> datetime:
    """The next time that it is that hour in Shanghai."""
    tonight = at(today(now), HOUR).astimezone(UTC)
    return tonight if tonight > now else tonight + timedelta(days=1)


def plan(connection: Connection, house: House, now: datetime) -> None:
    """A row each class, from the next night on."""
    for name in terms(house.catalogue):
        due.plan(connection, f"{KIND}:{name}", KIND, name, next_night(now))


def clear(connection: Connection, house: House, _calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim a class; one portion of it, the next one soon, when there is no more the next night. Whether it was claimed."""
    days = terms(house.catalogue).get(row.subject)
    if days is None:
        return due.move(connection, row, None)
    before = now - timedelta(days=days)
    cleared = retention.clear(connection, row.subject, before)
    again = now + SOON if cleared == retention.PORTION else next_night(now)
    if not due.move(connection, row, again):
        return False
    house.cleared[row.subject] += cleared
    return True


def erase(connection: Connection, house: House, _calendar: Calendar, row: Due, now: datetime) -> bool:
    """What a second person has approved happens. Whether it was claimed."""
    if not due.move(connection, row, None):
        return False
    person = int(row.subject)
    if house.vault is not None:
        contacts.forget(connection, contacts.own(connection, house.vault, person))
    retention.erase(connection, person, now)
    house.cleared[ERASE] += 1
    return True
