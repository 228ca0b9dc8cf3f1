"""The clock of drills: announced shortly before, injects in time, who has not answered, lists on screens, the end by time. Rows of `due`."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot import redrawing
from bot.screens import post_notice, post_screen
from bot.turn import House
from dialogs.drills import telling
from dialogs.talk import Screen, State
from safety import notices
from safety.calendar import Calendar
from safety.drills import Drill, DrillState, lateness, leads, now_due
from safety.errors import Refusal
from safety.events import Event
from safety.events_drills import DrillEnded, DrillTold
from storage import drills, due, inbox, people
from storage.audience import AudienceOf
from storage.due import Due
from storage.outbox import Kind
from storage.prepared import savepoint
from storage.record import record
from storage.recording.drills import BOARD, CHASE, INJECT, OVER, SOON

__all__ = ["BOARD", "CHASE", "INJECT", "OVER", "SOON", "announce", "chase", "end", "redraw", "tell"]

LIVES = timedelta(hours=2)
LATE = timedelta(minutes=10)  # after its time nobody is told that it is about to begin


def announce(connection: Connection, house: House, _calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row and tell everybody once more; nobody when it was cancelled or has begun."""
    if not due.move(connection, row, None):
        return False
    drill = drills.by_id(connection, int(row.subject))
    if drill is None or drill.state is not DrillState.PLANNED:
        return True
    number = drills.row_of(connection, drill.number)
    for person in drills.seated(connection, number.enterprise if number is not None else 0):
        screen = telling.soon(drill, person, late=now >= drill.planned_at + LATE)
        _post(connection, house, person, screen, f"drill-soon:{drill.number}:{person}", now)
    return True


def tell(connection: Connection, house: House, _calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row and tell what is due by now, in one message a person; the row moves on to the next inject."""
    drill = drills.by_id(connection, int(row.subject))
    running = drill is not None and drill.state is DrillState.RUNNING
    if drill is None or not running or drill.script is None or drill.started_at is None:
        return due.move(connection, row, None)
    injects = now_due(drill.script, drill.started_at, drill.sent.keys(), now)
    told = {*drill.sent, *(one.id for one in injects)}
    rest = [one for one in drill.script.injects if one.id not in told]
    following = drill.started_at + timedelta(minutes=rest[0].minute) if rest else None
    if not due.move(connection, row, following):
        return False
    if not injects:
        return True
    rules = house.catalogue.rules.drills
    late = tuple(lateness(one, drill.started_at, now, rules) for one in injects)
    rolls = any(one.rollcall for one in injects)
    chase_at = now + timedelta(minutes=rules.chase_minutes) if rolls else None
    event = DrillTold(drill.number, tuple(one.id for one in injects), late, chase_at)
    _record(connection, house, drill, event, now)
    after = drills.by_id(connection, int(row.subject))
    inside = drills.inside(connection, drill.number)
    for one in after.people if after is not None else ():
        if one.person not in inside:
            continue
        screen = telling.told(drill, one, injects, late, begins=not drill.sent)
        if screen is not None:
            key = f"drill-told:{drill.number}:{injects[0].id}:{one.person}"
            _post(connection, house, one.person, screen, key, now)
    return True


def chase(connection: Connection, house: House, _calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row and ask those once more who have not answered; who commands hears who they are, or who could take over."""
    if not due.move(connection, row, None):
        return False
    drill = drills.by_id(connection, int(row.subject))
    if drill is None or drill.state is not DrillState.RUNNING:
        return True
    open_ = [one for one in drill.among(None) if not one.chased]
    inside = drills.inside(connection, drill.number)
    for one in (one for one in open_ if one.person in inside):
        key = f"drill-chase:{drill.number}:{one.person}"
        _post(connection, house, one.person, telling.chase(drill), key, now)
    for leader in _leading(connection, drill):
        others = [one for one in open_ if one.person != leader]
        if others:
            key = f"drill-missing:{drill.number}:{leader}"
            _post(connection, house, leader, telling.missing(drill, others), key, now)
    drills.chased(connection, int(row.subject), [one.person for one in open_], now)
    return True


def _leading(connection: Connection, drill: Drill) -> Sequence[int]:
    """Who is told how it stands: the commander, or everybody who could take over from one that has left."""
    if drill.here:
        return (drill.commander,)
    row = drills.row_of(connection, drill.number)
    return drills.leaders(connection, row.enterprise) if row is not None else ()


def end(connection: Connection, house: House, _calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row and end what nobody has ended, as of its time. What people sent before that is heard first."""
    drill = drills.by_id(connection, int(row.subject))
    runs = drill is not None and drill.state is DrillState.RUNNING
    if (
        drill is not None
        and runs
        and inbox.any_waits(connection, _taking_part(connection, drill), row.due_at)
    ):
        return False
    if not due.move(connection, row, None):
        return False
    if drill is not None and runs:
        event = DrillEnded(drill.number, by_time=True, until=row.due_at)
        _record(connection, house, drill, event, now)
    return True


def _taking_part(connection: Connection, drill: Drill) -> Sequence[int]:
    """Everybody whose answer may count: who takes part, and who has come to the enterprise meanwhile."""
    return sorted({one.person for one in drill.people} | drills.inside(connection, drill.number))


def _record(connection: Connection, house: House, drill: Drill, event: Event, now: datetime) -> None:
    """Write down what the clock has done, in the commander's name, with its letters."""
    actor = people.actor_of(connection, drill.commander)
    audience = AudienceOf(connection, actor, house.catalogue, now)
    try:
        with savepoint(connection, "drill"):
            for one in record(connection, actor, [event], now, None, house.vault):
                for notice in notices.of(one, audience, now):
                    post_notice(connection, house.texts, notice, now)
    except Refusal:
        return


def _post(connection: Connection, house: House, person: int, screen: Screen, key: str, now: datetime) -> None:
    post_screen(connection, house.texts, person, screen, key=key, kind=Kind.ALERT, now=now, lives=LIVES)


# --- the list on the screens of those who command -----------------------------------------------------------------


def redraw(connection: Connection, house: House, _calendar: Calendar, row: Due, now: datetime) -> bool:
    """Claim one row and change the list in place on the screens of officers and principals that show it."""
    if not due.move(connection, row, None):
        return False
    drill = drills.by_id(connection, int(row.subject))
    found = None if drill is None else drills.row_of(connection, drill.number)
    if drill is None or found is None:
        return True
    watching = {*drills.leaders(connection, found.enterprise), *_leading(connection, drill)}
    for person in sorted(watching):
        _refresh(connection, house, drill, person, now)
    return True


def _refresh(connection: Connection, house: House, drill: Drill, person: int, now: datetime) -> None:
    """One person's screen, when it shows this drill and can still be changed; the buttons on it stay good."""
    redrawing.redraw(connection, house, person, lambda state: _shows(state, drill, person), now)


def _shows(state: State, drill: Drill, person: int) -> bool:
    here = state.data.get("number") == drill.number or (state.at == "newest" and leads(drill, person))
    return state.flow == "drill" and state.at in {"card", "newest"} and here
