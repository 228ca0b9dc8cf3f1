"""The clock of campaigns: rounds begin, take in their audience in chunks, are chased, and end with a summary. Rows of `due`.

Each chunk is one short transaction: its enterprises and the row that brings the next one. What they owe is worked out by the
clock of obligations like everything else, so that the day's message tells of a campaign beside what is owed anyway.
"""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from bot.screens import post_screen
from bot.turn import House
from dialogs.campaigns import letters
from safety.calendar import Calendar, today
from safety.campaigns import Rhythm, Standing, Terms, next_round, whole, window
from safety.owing_days import opening as leaves
from storage import due, telling
from storage.campaigns import opening, view
from storage.campaigns.planning import BEGIN, CHASE, CLOSE, OPEN, begins_at, closes_at, key_of
from storage.due import Due
from storage.outbox import Kind

__all__ = ["BEGIN", "CHASE", "CLOSE", "OPEN", "begin", "chase", "close", "enter"]

PAUSE = timedelta(seconds=1)  # between two chunks: other work comes in between
DAY = timedelta(days=1)
ENTERED = 200  # enterprises taken in at once: about 20 ms on a free core
RELEASED = 500
WRITTEN = 25  # enterprises that are written to at once
CONDITION = "campaign"  # asked again at the moment of sending: bot/gate.py


def begin(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row: begin a round whose day has come, and wait for the next one. Nothing while it is paused or over."""
    del house
    kept = opening.campaign(connection, int(row.subject))
    if kept.standing is not Standing.RUNNING:
        return due.move(connection, row, None)
    terms, day = Terms.from_json(kept.terms), today(now)
    starts = now >= begins_at(day) and _begins(connection, kept.id, terms, day, calendar)
    if not due.move(
        connection, row, _following(connection, kept.id, terms, day, calendar, now, starts=starts)
    ):
        return False
    if starts:
        one = window(terms, day, calendar)
        number = opening.begin(connection, kept, one)
        due.plan(connection, key_of(OPEN, number), OPEN, str(number), now)
        due.plan(connection, key_of(CLOSE, number), CLOSE, str(number), closes_at(one.closes))
    return True


def _begins(connection: Connection, number: int, terms: Terms, day: date, calendar: Calendar) -> bool:
    """Whether a round begins today. A campaign's only one begins when it can, however late (it was paused, nobody looked)."""
    if terms.rhythm is Rhythm.ONCE:
        return day >= terms.starts and not opening.began_on(connection, number, date.min)
    return next_round(terms, day, calendar) == day and not opening.began_on(connection, number, day)


def _following(
    connection: Connection,
    number: int,
    terms: Terms,
    day: date,
    calendar: Calendar,
    now: datetime,
    *,
    starts: bool,
) -> datetime | None:
    """When to look again; None: no more rounds."""
    over = starts or opening.began_on(connection, number, day)
    if terms.rhythm is Rhythm.ONCE:
        over = starts or opening.began_on(connection, number, date.min)
        following = None if over else max(terms.starts, day)
    else:
        following = next_round(terms, day + DAY if over else day, calendar)
    return None if following is None else max(begins_at(following), now + PAUSE)


def enter(connection: Connection, house: House, _calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row and take the next enterprises of the audience in."""
    if not due.move(connection, row, now + PAUSE):
        return False
    kept = opening.one_round(connection, int(row.subject))
    going = kept.closed_at is None and not opening.ended(kept)
    if going and opening.enter(connection, house.catalogue, kept, ENTERED, now):
        return True
    if kept.opened_at is None:
        opening.come_to(connection, kept.id, opened_at=now, at_enterprise=0)
    _finished(connection, row, now)
    return True


def close(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row: nothing is taken from now on; those that have not done it owe it no more; then whoever leads hears how it went."""
    if not due.move(connection, row, now + PAUSE):
        return False
    kept = opening.one_round(connection, int(row.subject))
    if kept.closed_at is None:
        begun = {} if kept.opened_at is not None else {"opened_at": now}
        opening.come_to(connection, kept.id, closed_at=now, at_enterprise=0, **begun)
        return True
    if opening.release(connection, kept, RELEASED, now):
        return True
    _finished(connection, row, now)
    _summary(connection, house, calendar, kept, now)
    return True


def _finished(connection: Connection, row: Due, now: datetime) -> None:
    due.move(connection, Due(row.id, row.key, row.kind, row.subject, now + PAUSE), None)


def _summary(connection: Connection, house: House, calendar: Calendar, kept: Any, now: datetime) -> None:
    """How it went, to whoever leads it, in office hours."""
    scope = opening.scope_of_round(connection, kept)
    towns = view.tallied(connection, scope, kept)
    found = view.found(connection, scope, kept.id)
    screen = letters.summary(kept.number, kept.title, whole(towns), found, towns)
    later = leaves(now, calendar, house.catalogue.rules.reminders.hours)
    for person in opening.leaders(connection, kept):
        post_screen(
            connection,
            house.texts,
            person,
            screen,
            key=f"{CLOSE}:{kept.id}:{person}",
            kind=Kind.NOTICE,
            now=now,
            lives=timedelta(days=14),
            not_before=None if later == now else later,
        )


def chase(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row and tell the next enterprises that have not done it, in office hours."""
    hours = house.catalogue.rules.reminders.hours
    opens = leaves(now, calendar, hours)
    if opens > now:
        return due.move(connection, row, opens)
    if not due.move(connection, row, now + PAUSE):
        return False
    kept = opening.chase(connection, int(row.subject))
    found = [] if kept.closed_at is not None else opening.next_chased(connection, kept, WRITTEN)
    if not found:
        _finished(connection, row, now)
        return True
    written = sum(_chased(connection, house, kept, one, now) for one in found)
    told = sum(bool(one.people) for one in found)
    opening.chased(connection, kept, found[-1].enterprise, told, written)
    return True


def _chased(connection: Connection, house: House, kept: Any, one: opening.Chased, now: datetime) -> int:
    """How many people of an enterprise hear of it: by today's message when that has not left, else by a letter."""
    about = f"check:{one.enterprise}/{kept.checklist}/{kept.period}"
    for person in one.people:
        if _rides(connection, about, person, now):
            continue
        post_screen(
            connection,
            house.texts,
            person,
            letters.chase(kept.title, one.name, kept.period, kept.due, today(now)),
            key=f"{CHASE}:{kept.id}:{one.enterprise}:{person}",
            kind=Kind.NOTICE,
            now=now,
            lives=timedelta(days=2),
            condition=CONDITION,
        )
    return len(one.people)


def _rides(connection: Connection, about: str, person: int, now: datetime) -> bool:
    """Have today's message tell it, when it has not left yet and they are told of such things in it."""
    numbers = telling.open_about(connection, about, person)
    if not numbers or telling.key_of(connection, f"owed:{person}:{today(now):%Y%m%d}") is None:
        return False
    telling.untold(connection, person, numbers, now)
    return True
