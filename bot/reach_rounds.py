"""What follows when somebody is out of reach, or back: who stands in hears of it, the town, and what was kept is told. Rows of `due`."""

import html
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import orjson
from sqlalchemy import Connection

from bot.screens import post_notice, post_screen
from bot.turn import House
from checklists.words import Words
from dialogs.cards import button
from dialogs.codec import state_from_json
from dialogs.owing.letter import Ride
from dialogs.talk import Button, Line, Screen, State
from safety.calendar import Calendar, next_time, today
from safety.letters import Notice, Opens
from safety.reachability import key_for, may_be_passed_on
from safety.reminders import next_window
from storage import due, kept, outbox, people, reachability, riders
from storage.due import Due
from storage.kept import Kept
from storage.outbox import Kind
from storage.people import REACH
from storage.riders import Rider, Riding

__all__ = ["REACH", "TOWN", "follow", "tell_town"]

TOWN = "silence"  # kind of due row: a town hears of silent enterprises, at most once a working day
LIVES = timedelta(days=7)
MOST = 8  # letters that one letter tells of
NAMED = 3  # enterprises that a letter names
LONGEST = 90  # characters of a letter told in one line
TAG = re.compile(r"<[^>]*>")


def follow(connection: Connection, house: House, calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row; do what follows from where its person stands now."""
    if not due.move(connection, row, None):
        return False
    person = int(row.subject)
    away = reachability.away(connection, person)
    for enterprise, _role in reachability.answers_for(connection, person):
        if reachability.reckon(connection, enterprise, now):
            _plan_town(connection, house, calendar, reachability.town_of(connection, enterprise), now)
    if away is not None:
        _stand_in(connection, house, person, away, now)
    else:
        _welcome_back(connection, house, person, now)
    return True


def _stand_in(
    connection: Connection, house: House, person: int, away: reachability.Away, now: datetime
) -> None:
    """Who stands in is told so with their next message, with what has waited so far; of what is red at once."""
    instead = reachability.stand_in(connection, person)
    if instead is None:
        return
    waits = [one for one in kept.of(connection, person, now) if may_be_passed_on(one.key)]
    red = [one for one in waits if one.kind is not Kind.NOTICE]
    if red:
        screen = told_together(Line("letter-standing-in", {"person": away.name}), red)
        key = f"stand-in:{person}:{away.since:%Y%m%d%H%M%S}:{instead.person}"
        _post(connection, house, instead.person, screen, key, Kind.ALERT, now)
    else:
        riders.put(connection, instead.person, Riding.STANDING_IN, str(person), now, LIVES, absent=person)
    for one in waits:
        if one.kind is Kind.NOTICE:
            riders.put(connection, instead.person, Riding.COPY, str(one.id), now, LIVES, absent=person)


def ride_standing_in(
    connection: Connection, house: House, rider: Rider, place: int, now: datetime
) -> Ride | None:
    """That the reader stands in for somebody, as long as they do."""
    del house, place, now
    away = _stands_in(connection, rider)
    return None if away is None else Ride(Line("letter-standing-in", {"person": away.name}))


def ride_copy(connection: Connection, house: House, rider: Rider, place: int, now: datetime) -> Ride | None:
    """A letter to somebody else in one line, with where its first button leads, as long as it waits for them and the reader has none of their own."""
    del house
    one, away = kept.one(connection, int(rider.subject), now), _stands_in(connection, rider)
    if one is None or away is None or rider.absent is None:
        return None
    if outbox.known(connection, key_for(one.key, rider.absent, rider.person)):
        return None
    way = opened(one)
    line = Line("ride-copy", {"n": place, "person": away.name, "text": gist(one)})
    return Ride(line, None if way is None else Button(Line("ride-open-copy", {"n": place}), opens=way))


def _stands_in(connection: Connection, rider: Rider) -> reachability.Away | None:
    """For whom the reader stands in still; None when that one is back or somebody else does."""
    away = None if rider.absent is None else reachability.away(connection, rider.absent)
    instead = None if away is None else reachability.stand_in(connection, int(rider.absent or 0))
    return away if instead is not None and instead.person == rider.person else None


def _welcome_back(connection: Connection, house: House, person: int, now: datetime) -> None:
    """What was kept is told in one letter, worst first; a single one leaves as it is, files too."""
    if people.reader_of(connection, person) is None:
        return
    waits = kept.of(connection, person, now)
    together = [one for one in waits if one.text]
    files = [one for one in waits if not one.text]
    if len(together) <= 1:
        kept.let_go(connection, waits, now)
        return
    kept.let_go(connection, files, now)
    kept.put_together(connection, together)
    worst = sorted(together, key=lambda one: (one.kind is not Kind.ALERT, -one.id))
    heading = Line("letter-kept", {"n": len(together)})
    kind = Kind.ALERT if worst[0].kind is Kind.ALERT else Kind.NOTICE
    key = f"kept:{person}:{now:%Y%m%d%H%M%S}"
    _post(connection, house, person, told_together(heading, worst), key, kind, now)


def _post(
    connection: Connection, house: House, person: int, screen: Screen, key: str, kind: Kind, now: datetime
) -> None:
    post_screen(connection, house.texts, person, screen, key=key, kind=kind, now=now, lives=LIVES)


def told_together(heading: Line, these: Sequence[Kept]) -> Screen:
    """Several letters in one: a line of each, and the way to it."""
    shown = these[:MOST]
    lines: list[Line | Words] = [heading]
    lines += [
        Line("kept-item", {"n": n, "time": one.posted_at, "text": gist(one)})
        for n, one in enumerate(shown, 1)
    ]
    if len(these) > MOST:
        lines.append(Line("kept-more", {"n": len(these) - MOST}))
    ways = [
        replace(button("item-number", "", n=n), opens=way)
        for n, one in enumerate(shown, 1)
        if (way := opened(one)) is not None
    ]
    return Screen(lines, (tuple(ways),) if ways else ())


def gist(one: Kept) -> str:
    """The first two lines of a letter without its markup."""
    body = orjson.loads(one.body)
    plain = html.unescape(TAG.sub("", str(body.get("text") or "")))
    words = " ".join(line.strip() for line in plain.splitlines()[:2])
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def opened(one: Kept) -> State | None:
    """Where the first of its buttons leads."""
    return next((state_from_json(state) for state in one.opens if state), None)


# --- the town -----------------------------------------------------------------------------------------------------


def _plan_town(connection: Connection, house: House, calendar: Calendar, town: int, now: datetime) -> None:
    """In working hours at once; a second time on the same day waits for the next working morning."""
    hours = house.catalogue.rules.reminders.hours
    before = reachability.last_told(connection, town)
    again = before is not None and today(before) == today(now)
    at = next_time(now, hours.daily, calendar) if again else next_window(now, calendar, hours)
    due.plan(connection, f"{TOWN}:{town}", TOWN, str(town), at)


def tell_town(connection: Connection, house: House, _calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row; the town hears once of each enterprise that is still silent."""
    if not due.move(connection, row, None):
        return False
    town = int(row.subject)
    silent = reachability.untold(connection, town)
    if silent:
        reachability.told(connection, silent, now)
        for person in reachability.watching(connection, town):
            post_notice(connection, house.texts, silence(silent, person, now), now)
    return True


def silence(silent: Sequence[reachability.Untold], person: int, now: datetime) -> Notice:
    """The letter to one supervisor: names, how many more, the way to whom to call."""
    named = [one.enterprise for one in silent[:NAMED]]
    names = Words("、".join(named), ", ".join(named))
    first = Opens("open-silent", "reach", "card", {"code": silent[0].credit_code})
    every = Opens("open-unreachable", "reach")
    return Notice(
        person,
        "letter-silent",
        f"silence:{now:%Y%m%d%H%M%S}:{person}",
        {"names": names, "n": len(silent), "more": max(0, len(silent) - NAMED)},
        (first,) if len(silent) == 1 else (every,),
    )
