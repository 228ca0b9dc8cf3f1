"""Writes down interviews (约谈): held, confirmed or objected to by who was spoken with, looked at again."""

from datetime import time
from typing import Any

from sqlalchemy import Row, insert, select, update

from safety.calendar import at, today
from safety.errors import Refusal
from safety.events_interviews import (
    InterviewConfirmed,
    InterviewDone,
    InterviewHeld,
    InterviewObjected,
    InterviewPresented,
)
from safety.interviews import ENDED, LATEST, LONGEST, SHORTEST, InterviewState
from safety.people import Right
from storage import due
from storage.interviews import spoken
from storage.numbers import Series, next_number
from storage.receipts import fingerprint_over
from storage.recording.turn import Turn, Written
from storage.scope import scope_of, within
from storage.tables.interviews import interviews
from storage.tables.ledger import enterprises
from storage.types import to_text

KIND = "interview"  # of the due row: the day on which it is looked at again
MORNING = time(8, 30)


def interview_held(turn: Turn, event: InterviewHeld) -> Written:
    """Refusal outside the scope, for somebody who answers for nothing there, without words, and for a day that is none."""
    enterprise = _inside(turn, event.enterprise)
    reason, measures = event.reason.strip()[:LONGEST], event.measures.strip()[:LONGEST]
    if len(reason) < SHORTEST or len(measures) < SHORTEST:
        raise Refusal("interview-empty")
    day = today(turn.now)
    if not day < event.again <= day + LATEST:
        raise Refusal("interview-day-wrong")
    person = next((one for one in spoken(turn.connection, enterprise.id) if one.person == event.person), None)
    if person is None:
        raise Refusal("interview-nobody")
    number = next_number(turn.connection, Series.INTERVIEW, turn.now)
    document = {
        "number": number,
        "enterprise": {"code": event.enterprise, "name": enterprise.name},
        "person": {"id": person.person, "name": person.name, "role": person.role},
        "officer": turn.actor.person,
        "at": to_text(turn.now),
        "reason": reason,
        "measures": measures,
        "again": event.again.isoformat(),
    }
    row = {
        "number": number,
        "enterprise": enterprise.id,
        "person": event.person,
        "officer": turn.actor.person,
        "held_at": turn.now,
        "reason": reason,
        "measures": measures,
        "again": event.again,
        "state": InterviewState.HELD,
        "document": document,
        "sha256": fingerprint_over(document),
    }
    turn.connection.execute(insert(interviews), row)
    due.plan(turn.connection, f"{KIND}:{number}", KIND, number, at(event.again, MORNING))
    return Written(
        f"interview/{number}", {"number": number}, (InterviewPresented(number),), enterprise=enterprise.id
    )


def interview_presented(_turn: Turn, event: InterviewPresented) -> Written:
    """Nothing but the letter that comes of it."""
    return Written(f"interview/{event.number}")


def interview_confirmed(turn: Turn, event: InterviewConfirmed) -> Written:
    """By who was spoken with, exactly what was put before them, once."""
    row = _theirs(turn, event.number)
    if row.sha256 != event.sha256:
        raise Refusal("interview-over")
    _change(turn, row, state=InterviewState.CONFIRMED, confirmed_at=turn.now)
    return Written(f"interview/{row.number}", enterprise=row.enterprise)


def interview_objected(turn: Turn, event: InterviewObjected) -> Written:
    """By who was spoken with; the record stays, with their words."""
    row, words = _theirs(turn, event.number), event.words.strip()[:LONGEST]
    if len(words) < SHORTEST:
        raise Refusal("interview-empty")
    _change(turn, row, state=InterviewState.OBJECTED, objection=words)
    return Written(f"interview/{row.number}", enterprise=row.enterprise)


def interview_done(turn: Turn, event: InterviewDone) -> Written:
    """By a supervisor of the enterprise; of two at once the second is told that it is done."""
    scope, outcome = scope_of(turn.actor, Right.HOLD_INTERVIEW), event.outcome.strip()[:LONGEST]
    if scope is None:
        raise Refusal("not-allowed")
    if len(outcome) < SHORTEST:
        raise Refusal("interview-empty")
    found = select(interviews).where(
        interviews.c.number == event.number, within(scope.reach, interviews.c.enterprise)
    )
    row = turn.connection.execute(found, {"place": scope.place}).one_or_none()
    if row is None:
        raise Refusal("interview-gone")
    if row.state in ENDED:
        raise Refusal("interview-over")
    ended = {"outcome": outcome, "done_at": turn.now, "done_by": turn.actor.person}
    _change(turn, row, state=InterviewState.DONE, **ended)
    waiting = due.of(turn.connection, f"{KIND}:{row.number}")
    if waiting is not None:
        due.move(turn.connection, waiting, None)
    return Written(f"interview/{row.number}", enterprise=row.enterprise)


def _inside(turn: Turn, code: str) -> Any:
    """An enterprise of the supervisor's area."""
    scope = scope_of(turn.actor, Right.HOLD_INTERVIEW)
    if scope is None:
        raise Refusal("not-allowed")
    found = select(enterprises.c.id, enterprises.c.name).where(
        within(scope.reach, enterprises.c.id), enterprises.c.credit_code == code
    )
    row = turn.connection.execute(found, {"place": scope.place}).one_or_none()
    if row is None:
        raise Refusal("enterprise-gone")
    return row


def _theirs(turn: Turn, number: str) -> Row[Any]:
    """One that lies before the actor, who still has a seat in the enterprise."""
    row = turn.connection.execute(select(interviews).where(interviews.c.number == number)).one_or_none()
    seat = turn.actor.seat
    inside = row is not None and seat is not None and seat.enterprise == row.enterprise
    if row is None or not inside or row.person != turn.actor.person:
        raise Refusal("interview-gone")
    if row.state is not InterviewState.HELD:
        raise Refusal("interview-over")
    return row


def _change(turn: Turn, row: Row[Any], **values: Any) -> None:
    """Only while it stands as it was read: of two at once one wins."""
    same = (interviews.c.id == row.id) & (interviews.c.state == row.state)
    if turn.connection.execute(update(interviews).where(same).values(**values)).rowcount != 1:
        raise Refusal("interview-over")
