"""The week's question about each listed hazard: rows of `due`, moved on until the listing is removed."""

from datetime import datetime

from sqlalchemy import Connection

from bot.screens import post_notice
from bot.turn import House
from safety.calendar import Calendar, today
from safety.ledger import HazardState
from safety.listing import asked_again, next_question
from safety.notices_listings import question, silence
from storage import abouts, due, listings
from storage.due import Due

KIND = listings.KIND
GOES_ON = frozenset({HazardState.REPORTED, HazardState.PLANNED, HazardState.FIXING})


def ask(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row; ask who puts it right, and tell the supervisor of weeks without a word. Whether it was claimed."""
    standing = listings.standing(connection, row.subject, row.key.removeprefix(f"{KIND}:"))
    rules = house.catalogue.rules.listing
    following = None if standing is None else next_question(now, rules.weekday, rules.hour, calendar)
    if not due.move(connection, row, following):
        return False
    if standing is None or _just_listed(standing, row):
        return True
    day = today(now)
    listing = asked_again(standing.listing, day, waits=standing.state in GOES_ON)
    listings.keep(connection, standing.hazard, listing)
    if listing.asked is None:
        return True
    one = abouts.by_clock(connection, house.catalogue, row.subject)
    notices = question(one, listing, day)
    if listing.missed >= rules.tell_after:
        notices += silence(one, listing, day)
    for notice in notices:
        post_notice(connection, house.texts, notice, now)
    return True


def _just_listed(standing: listings.Standing, row: Due) -> bool:
    """On its first day nothing is asked: the letter that it is listed has just come."""
    return standing.listing.asked is None and standing.listing.since == today(row.due_at)
