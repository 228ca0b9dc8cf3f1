"""Writes down what comes again and again: that it is entered, done, pauses, stops. The clock reminds of it by a due row."""

from datetime import date, time
from typing import Any

from sqlalchemy import delete, exists, insert, select, update

from safety.calendar import at, today
from safety.chores import ChoreState, Rhythm, following
from safety.errors import Refusal
from safety.events_chores import ChoreDone, ChoreMade, ChoreTurned
from safety.events_hazards import HazardMoved
from safety.people import RIGHTS, Right
from storage import attached, due
from storage.chores import KIND
from storage.numbers import Series, next_number
from storage.recording.turn import Turn, Written
from storage.tables.chores import chore_deeds, chores
from storage.tables.ledger import hazards
from storage.tables.people import seats
from storage.tables.post import due as rows

LONGEST, MOST, HOUR = 200, 366, time(8)  # before the messages of the day
TREATING = [role for role, rights in RIGHTS.items() if Right.TREAT_HAZARD in rights]


def chore_made(turn: Turn, event: ChoreMade) -> Written:
    """With its number. Refusal: no words, a strange rhythm, a day that is over, or nobody of the enterprise to do it."""
    enterprise = turn.enterprise(Right.TREAT_HAZARD)
    whole = event.every is None or (event.unit is not None and 1 <= event.every <= MOST)
    if not event.title.strip() or not whole or event.due < today(turn.now):
        raise Refusal("chore-needs")
    _check(turn, enterprise, event)
    return Written(enter(turn, enterprise, event), enterprise=enterprise)


def _check(turn: Turn, enterprise: int, event: ChoreMade) -> None:
    own = (seats.c.person == event.owner) & (seats.c.enterprise == enterprise)
    seated = exists().where(own, seats.c.until.is_(None), seats.c.role.in_(TREATING))
    if not turn.connection.execute(select(seated)).scalar_one():
        raise Refusal("hazard-needs-owner")
    if event.hazard:
        there = exists().where(hazards.c.number == event.hazard, hazards.c.enterprise == enterprise)
        if not turn.connection.execute(select(there)).scalar_one():
            raise Refusal("hazard-gone")


def enter(turn: Turn, enterprise: int, event: ChoreMade) -> str:
    """A new one; its number."""
    number = next_number(turn.connection, Series.CHORE, turn.now)
    row = {
        "number": number,
        "enterprise": enterprise,
        "title": event.title.strip()[:LONGEST],
        "owner": event.owner,
        "every": event.every,
        "unit": event.unit,
        "due": event.due,
        "state": ChoreState.OPEN,
        "hazard": event.hazard or None,
        "made_by": turn.actor.person,
        "made_at": turn.now,
    }
    turn.connection.execute(insert(chores).values(row))
    _plan(turn, number, event.due)
    return number


def prevention(turn: Turn, event: HazardMoved, enterprise: int) -> None:
    """What keeps a hazard from coming back is to be done once, by a day; said anew it takes the place of the former."""
    mine = (chores.c.hazard == event.number) & chores.c.every.is_(None) & (chores.c.state == ChoreState.OPEN)
    former = update(chores).where(mine).values(state=ChoreState.STOPPED).returning(chores.c.number)
    for number in turn.connection.execute(former).scalars().all():
        _forget(turn, number)
    if event.measures.strip() and event.owner is not None and event.day is not None:
        enter(turn, enterprise, ChoreMade(event.measures, event.owner, event.day, hazard=event.number))


def chore_done(turn: Turn, event: ChoreDone) -> Written:
    """Once more; it is due again by its rhythm. Refusal when it is not open."""
    row = _standing(turn, event.number, ChoreState.OPEN)
    if event.picture is not None:
        attached.enter(turn.connection, f"chore/{row.number}", event.picture, turn.actor.person, turn.now)
    deed = {"chore": row.id, "due": row.due, "at": turn.now, "person": turn.actor.person}
    turn.connection.execute(insert(chore_deeds).values(deed))
    if row.every is None:
        _set(turn, row.id, state=ChoreState.DONE)
        _forget(turn, row.number)
        return Written(event.number, enterprise=row.enterprise)
    after = following(row.due, Rhythm(row.every, row.unit), today(turn.now))
    _set(turn, row.id, due=after)
    _plan(turn, row.number, after)
    return Written(event.number, {"due": after.isoformat()}, enterprise=row.enterprise)


TURNS = {
    ChoreState.PAUSED: (ChoreState.OPEN,),
    ChoreState.OPEN: (ChoreState.PAUSED,),
    ChoreState.STOPPED: (ChoreState.OPEN, ChoreState.PAUSED),
}


def chore_turned(turn: Turn, event: ChoreTurned) -> Written:
    """It pauses, goes on from today at the earliest, or stops. Refusal when it cannot from where it stands."""
    if event.to not in TURNS:
        raise Refusal("chore-not-now")
    row = _standing(turn, event.number, *TURNS[event.to])
    day = max(row.due, today(turn.now)) if event.to is ChoreState.OPEN else row.due
    _set(turn, row.id, state=event.to, due=day)
    _plan(turn, row.number, day) if event.to is ChoreState.OPEN else _forget(turn, row.number)
    return Written(event.number, enterprise=row.enterprise)


def _standing(turn: Turn, number: str, *states: ChoreState) -> Any:
    """One of the own enterprise, nobody else changing it. Refusal: there is none, or it stands elsewhere."""
    own = (chores.c.number == number) & (chores.c.enterprise == turn.enterprise(Right.TREAT_HAZARD))
    row = turn.connection.execute(select(chores).where(own).with_for_update()).one_or_none()
    if row is None:
        raise Refusal("chore-gone")
    if row.state not in states:
        raise Refusal("chore-not-now")
    return row


def _set(turn: Turn, chore: int, **values: Any) -> None:
    turn.connection.execute(update(chores).where(chores.c.id == chore).values(values))


def _plan(turn: Turn, number: str, day: date) -> None:
    """The reminder stands at its day."""
    _forget(turn, number)
    due.plan(turn.connection, f"{KIND}:{number}", KIND, number, at(day, HOUR))


def _forget(turn: Turn, number: str) -> None:
    turn.connection.execute(delete(rows).where(rows.c.key == f"{KIND}:{number}"))
