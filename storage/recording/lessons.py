"""Writes down lessons: announced, opened, who is there, and the one record of each once it was held."""

import secrets
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from checklists.reminders import Task
from safety.errors import Refusal
from safety.events_lessons import (
    LessonAnnounced,
    LessonAttended,
    LessonCalledOff,
    LessonClosed,
    LessonCounted,
    LessonOpened,
    LessonTicked,
)
from safety.lessons import FIRST_LESSON, GUESS, LONGEST, MOST_MINUTES, MOST_OTHERS, NAMES
from safety.people import Right
from storage import due, lessons, staff, training
from storage.numbers import Series, next_number
from storage.obligations import AT_ONCE, settle
from storage.receipts import fingerprint_over
from storage.recording.turn import Turn, Written
from storage.scope import inside
from storage.tables import lessons as tables
from storage.tables.ledger import enterprises
from storage.types import to_text
from storage.upsert import Upsert

KIND = "lesson-told"  # of the due row: people are told of a lesson, some at a time
CODE, TICK = "code", "tick"
TRIES = 100
_HERE = Upsert(lambda insert: insert(tables.lesson_people).on_conflict_do_nothing())


def lesson_announced(turn: Turn, event: LessonAnnounced) -> Written:
    """Refusal for who may hold none, and for what is too long."""
    seat = turn.actor.seat
    if seat is None or not turn.actor.may(Right.HOLD_LESSON):
        raise Refusal("not-allowed")
    said = (event.topic, event.lecturer, event.place)
    if any(len(one) > LONGEST for one in said) or not 0 < event.minutes <= MOST_MINUTES:
        raise Refusal("lesson-changed")
    row = {
        "enterprise": seat.enterprise,
        "area": seat.area,
        "host": turn.actor.person,
        "subject": event.subject,
        "topic": event.topic,
        "lecturer": event.lecturer,
        "at": event.at,
        "minutes": event.minutes,
        "place": event.place,
        "industry": event.industry if seat.enterprise is None else "",
        "announced_at": turn.now,
    }
    new = insert(tables.lessons).returning(tables.lessons.c.id)
    number = turn.connection.execute(new, row).scalar_one()
    if event.at > turn.now:
        due.plan(turn.connection, f"{KIND}:{number}", KIND, str(number), AT_ONCE)
    return Written(f"lesson/{number}", {"lesson": number})


def lesson_opened(turn: Turn, event: LessonOpened) -> Written:
    """Another code than any that is open now; nobody can guess it."""
    _held(turn, event.lesson)
    taken = set(_open_codes(turn.connection))
    code = next(
        (one for _ in range(TRIES) if (one := _code(event.digits)) not in taken),
        None,
    )
    if code is None:
        raise Refusal("lesson-changed")
    _change(turn, event.lesson, code=code)
    return Written(f"lesson/{event.lesson}")


def _code(digits: int) -> str:
    return "".join(secrets.choice("0123456789") for _ in range(max(4, digits)))


def _open_codes(connection: Connection) -> list[str]:
    found = select(tables.lessons.c.code).where(tables.lessons.c.code.is_not(None))
    return [str(one) for one in connection.execute(found).scalars()]


def lesson_attended(turn: Turn, event: LessonAttended) -> Written:
    """The code has to be that of an open lesson of one's own enterprise, or to which one is asked. Twice is once."""
    enterprise = turn.enterprise(Right.TAKE_EXAM)
    found = select(tables.lessons).where(tables.lessons.c.code == event.code).with_for_update()
    row = turn.connection.execute(found).one_or_none()
    if row is None or not _for(turn, row, enterprise):
        raise Refusal("lesson-code-wrong", guess=GUESS)
    there = {
        "lesson": row.id,
        "person": turn.actor.person,
        "worker": None,
        "enterprise": enterprise,
        "at": turn.now,
        "way": CODE,
    }
    _HERE.run(turn.connection, there)
    return Written(f"lesson/{row.id}", {"lesson": row.id})


def _for(turn: Turn, row: Row[Any], enterprise: int) -> bool:
    """Whether people of an enterprise can be at a lesson: their own one's, that of their town or department, or of the district."""
    if row.enterprise is not None or row.area is None:
        return row.enterprise in (None, enterprise)
    here = enterprises.c.id
    found = select(here).where(here == enterprise, here.in_(inside(row.area)))
    return turn.connection.execute(found).first() is not None


def lesson_ticked(turn: Turn, event: LessonTicked) -> Written:
    """By whoever holds it, for people of their own enterprise."""
    row = _held(turn, event.lesson)
    kind, _, digits = event.about.partition(":")
    number = int(digits) if digits.isascii() and digits.isdigit() else 0
    if row.enterprise is None or not _works(turn, row.enterprise, kind, number):
        raise Refusal("not-allowed")
    person, worker = (number, None) if kind == "person" else (None, number)
    column = tables.lesson_people.c.person if kind == "person" else tables.lesson_people.c.worker
    if event.here:
        there = {"lesson": row.id, "person": person, "worker": worker, "enterprise": row.enterprise}
        _HERE.run(turn.connection, {**there, "at": turn.now, "way": TICK})
    else:
        gone = (tables.lesson_people.c.lesson == row.id) & (column == number)
        turn.connection.execute(delete(tables.lesson_people).where(gone))
    return Written(f"lesson/{row.id}/{event.about}")


def _works(turn: Turn, enterprise: int, kind: str, number: int) -> bool:
    if kind == "person":
        return number in {person for person, _ in lessons.roster(turn.connection, enterprise)}
    found = staff.one(turn.connection, number) if kind == "worker" else None
    return found is not None and found.enterprise == enterprise and found.until is None


def lesson_counted(turn: Turn, event: LessonCounted) -> Written:
    _held(turn, event.lesson)
    if not 0 <= event.others <= MOST_OTHERS or len(event.names) > NAMES:
        raise Refusal("lesson-changed")
    _change(turn, event.lesson, others=event.others, names=event.names)
    return Written(f"lesson/{event.lesson}")


def lesson_closed(turn: Turn, event: LessonClosed) -> Written:
    """Once, with at least one person there, not before its time. What is owed for it is done."""
    row = _held(turn, event.lesson)
    there = sorted(lessons.there(turn.connection, row.id))
    if not there and not row.others:
        raise Refusal("lesson-empty")
    if row.at > turn.now:
        raise Refusal("lesson-early")
    number = next_number(turn.connection, Series.LESSON, turn.now)
    whole = _whole(turn, row, there) | {"number": number, "closed_at": to_text(turn.now)}
    digest = fingerprint_over(whole)
    _change(
        turn,
        row.id,
        code=None,
        closed_at=turn.now,
        number=number,
        attended=len(there),
        document=whole,
        sha256=digest,
    )
    _counts(turn, row, event.settles)
    return Written(f"lesson/{row.id}", {"number": number, "sha256": digest, "attended": len(there)})


def _whole(turn: Turn, row: Row[Any], there: list[str]) -> dict[str, Any]:
    """What is kept of a lesson for good, and what its fingerprint is over."""
    return {
        "lesson": row.id,
        "holder": lessons.holder_name(turn.connection, row),
        "subject": row.subject,
        "topic": row.topic,
        "lecturer": row.lecturer,
        "at": to_text(row.at),
        "minutes": row.minutes,
        "place": row.place,
        "people": there,
        "others": row.others,
        "names": row.names,
        "closed_by": turn.actor.person,
    }


def _counts(turn: Turn, row: Row[Any], settles: tuple[str, ...]) -> None:
    """It counts for everybody who was there, and for the enterprise that held it."""
    mine = select(tables.lesson_people).where(tables.lesson_people.c.lesson == row.id)
    for one in turn.connection.execute(mine).all():
        about = f"person:{one.person}" if one.person is not None else f"worker:{one.worker}"
        training.look(turn.connection, one.enterprise, about)
    if row.enterprise is None:
        return
    about = f"enterprise:{row.enterprise}"
    if row.subject == FIRST_LESSON:
        settle(turn.connection, Task.LESSON, about, turn.now, turn.actor.person)
    for rule in settles:
        settle(turn.connection, Task.TRAINING, about, turn.now, turn.actor.person, rule=rule)


def lesson_called_off(turn: Turn, event: LessonCalledOff) -> Written:
    _held(turn, event.lesson)
    _change(turn, event.lesson, called_off_at=turn.now, code=None)
    return Written(f"lesson/{event.lesson}")


def _held(turn: Turn, lesson: int) -> Row[Any]:
    """A lesson of the actor's enterprise or area that is not over, held until the end of the transaction."""
    table = tables.lessons
    turn.connection.execute(select(table.c.id).where(table.c.id == lesson).with_for_update())
    row = lessons.of_number(turn.connection, lesson)
    if row is None or not lessons.may_hold(turn.actor, row):
        raise Refusal("not-allowed")
    if row.closed_at is not None or row.called_off_at is not None:
        raise Refusal("lesson-over")
    return row


def _change(turn: Turn, lesson: int, **values: Any) -> None:
    turn.connection.execute(update(tables.lessons).where(tables.lessons.c.id == lesson).values(**values))
