"""The week's question about each listed hazard rides in the message of the day: rows of `due`, moved on until the listing is removed."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.passing_on import ride_on
from bot.screens import post_notice
from bot.turn import House
from dialogs.owing.letter import Ride
from dialogs.talk import Button, Line, State
from safety.calendar import Calendar, today
from safety.hazard_ledger import HazardState
from safety.listing import Listing, asked_again, next_question
from safety.notices_listings import args_of, asked, silence
from safety.owing_days import opening
from storage import abouts, due, listings
from storage.due import Due
from storage.riders import Rider, Riding

KIND = listings.KIND
RIDES = timedelta(days=6)  # a question of last week is none
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
    for person in asked(one):
        ride_on(connection, person, Riding.LISTING, row.subject, now, RIDES)
    if listing.missed >= rules.tell_after:
        leaves = opening(now, calendar, house.catalogue.rules.reminders.hours)
        for notice in silence(one, listing, day):
            post_notice(connection, house.texts, notice, now, not_before=leaves)
    return True


def ride(connection: Connection, house: House, rider: Rider, place: int, now: datetime) -> Ride | None:
    """The question to one person; nothing when progress came, nothing is to be told now, or it is not theirs any more."""
    standing = listings.current(connection, rider.subject)
    if standing is None or standing.state not in GOES_ON or not _open(standing.listing):
        return None
    one = abouts.by_clock(connection, house.catalogue, rider.subject)
    if rider.absent is None and rider.person not in asked(one):
        return None
    opens = State("hazards", "ask", {"number": rider.subject, "do": "progress"})
    label = Line("ride-progress", {"n": place})
    return Ride(
        Line("letter-listing-asked", args_of(one, standing.listing, today(now))), Button(label, opens=opens)
    )


def _open(listing: Listing) -> bool:
    """Whether the last question waits for its answer."""
    return listing.asked is not None and (listing.reported is None or listing.reported < listing.asked)


def _just_listed(standing: listings.Standing, row: Due) -> bool:
    """On its first day nothing is asked: the letter that it is listed has just come."""
    return standing.listing.asked is None and standing.listing.since == today(row.due_at)
