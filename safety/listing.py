"""Listed supervision (挂牌督办) of a major hazard: what a listing holds, what acts on it, and when the week's progress is asked.

安监总局令16 arts 18 and 23 know the listing, the assessment after treatment and the check before it is removed; how often
progress is told is content (rules/listing.yaml).
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from safety.calendar import Calendar, at, today

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Listing:
    """One listing of a hazard.

    number    what people call it by (GP-2026-000001); empty until storage has given it
    since     the day it was listed
    until     the day set with it; from then on the hazard's due day is the truth
    demand    what the supervisor demands
    person    the supervisor in charge (督办人): who listed it
    said      the last progress in its words, and `reported`, the day it came
    asked     the day progress was asked for last; None: not yet, or nothing was to be told then
    missed    weeks in a row for which no progress came
    removed   the day it was removed (摘牌); None: it stands
    """

    number: str
    since: date
    until: date
    demand: str
    person: int
    said: str = ""
    reported: date | None = None
    asked: date | None = None
    missed: int = 0
    removed: date | None = None


def begun(day: date, until: date, demand: str, person: int) -> Listing:
    """A hazard is listed today; storage gives the number."""
    return Listing("", day, until, demand, person)


def told(listing: Listing, words: str, day: date) -> Listing:
    """Progress came."""
    return replace(listing, said=words, reported=day, missed=0)


def removed(listing: Listing, day: date) -> Listing:
    """The treated hazard was accepted, and the listing ends with it."""
    return replace(listing, removed=day)


def asked_again(listing: Listing, day: date, *, waits: bool) -> Listing:
    """The week's question on this day. `waits`: the enterprise has to go on; else (stopped, or evidence is looked at)
    nothing is asked and no week counts.

    A week is missed when nothing came since the question before.
    """
    if not waits:
        return replace(listing, asked=None)
    silent = listing.asked is not None and (listing.reported is None or listing.reported < listing.asked)
    return replace(listing, asked=day, missed=listing.missed + 1 if silent else 0)


def next_question(now: datetime, weekday: int, hour: time, calendar: Calendar) -> datetime:
    """The next such weekday (1 Monday … 7 Sunday) at this hour, strictly after `now`; on a day off the next working day."""
    day = today(now)
    day += timedelta(days=(weekday - day.isoweekday()) % 7)
    while at(calendar.next_working(day), hour) <= now:
        day += WEEK
    return at(calendar.next_working(day), hour)
