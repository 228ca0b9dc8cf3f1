"""Writes down what people do with what they owe: put off, handed over, given back, recorded as done; hours and activities."""

from datetime import time
from typing import Any

from sqlalchemy import Row, bindparam, select, update

from checklists.reminders import Task
from safety.calendar import at, today
from safety.errors import Refusal
from safety.events_owed import (
    ActivityChanged,
    HourChosen,
    OwedGivenBack,
    OwedHanded,
    OwedPutOff,
    OwedRecorded,
)
from safety.owing_days import LONGEST_DELAY, LONGEST_RECORD, NOON
from safety.people import RIGHTS, Right, Role
from storage import due, obligations, owing, telling
from storage.recording.turn import Turn, Written
from storage.scope import scope_of, within
from storage.tables.ledger import enterprises
from storage.tables.media import media
from storage.tables.obligations import obligation_photos
from storage.tables.obligations import obligations as table
from storage.tables.people import people, seats

LONGEST = 500  # characters of what was done, and of a reason
DAY = 24 * 60  # minutes
DOES = [role for role, rights in RIGHTS.items() if Right.ANSWER_CHECK in rights]


def owed_put_off(turn: Turn, event: OwedPutOff) -> Written:
    """Told again then. Refusal when that is no time to come, or nothing of it is open in the actor's enterprise."""
    if not turn.now < event.until <= turn.now + LONGEST_DELAY:
        raise Refusal("owed-gone")
    own = [_open(turn, number).id for number in event.numbers]
    telling.put_off(turn.connection, turn.actor.person, own, event.until)
    return Written("owed/put-off")


def owed_handed(turn: Turn, event: OwedHanded) -> Written:
    """The colleague sees to it. Refusal when they have no seat from which it can be done."""
    row = _open(turn, event.number)
    seated = select(seats.c.id).where(
        seats.c.person == event.to,
        seats.c.enterprise == row.enterprise,
        seats.c.until.is_(None),
        seats.c.role.in_(DOES),
    )
    if event.to == turn.actor.person or turn.connection.execute(seated).first() is None:
        raise Refusal("owed-no-colleague")
    _hold(turn, row, event.to, turn.actor.person)
    return Written(f"owed/{event.number}")


def owed_given_back(turn: Turn, event: OwedGivenBack) -> Written:
    """It goes back to whom the rule names. Refusal for anybody but who it was handed to."""
    row = _open(turn, event.number)
    if row.holder != turn.actor.person or row.handed_by != event.to:
        raise Refusal("owed-gone")
    _hold(turn, row, None, None)
    return Written(f"owed/{event.number}")


def _hold(turn: Turn, row: Row[Any], holder: int | None, giver: int | None) -> None:
    mine = update(table).where(table.c.id == row.id)
    turn.connection.execute(mine.values(holder=holder, handed_by=giver))
    obligations.mark(turn.connection, row.enterprise, turn.now)


def owed_recorded(turn: Turn, event: OwedRecorded) -> Written:
    """Done on that day. Refusal when somebody was quicker, for a day to come, and for statistics that no principal signs."""
    row = _open(turn, event.number)
    day = today(turn.now)
    if not day - LONGEST_RECORD <= event.day <= day:
        raise Refusal("owed-other-day")
    if row.task == Task.STATISTICS.value and (
        turn.actor.seat is None or turn.actor.seat.role is not Role.PRINCIPAL
    ):
        raise Refusal("owed-principal-signs")
    moment = turn.now if event.day == day else at(event.day, NOON)
    obligations.settle(turn.connection, Task(row.task), row.about, moment, turn.actor.person, rule=row.rule)
    for picture in event.pictures:
        _photograph(turn, row.id, picture)
    return Written(f"owed/{event.number}", {"rule": row.rule, "about": row.about})


def _photograph(turn: Turn, obligation: int, picture: Any) -> None:
    row = {
        "file": picture.file,
        "unique_name": picture.unique,
        "announced_size": picture.size,
        "note": picture.note,
        "received_at": turn.now,
        "person": turn.actor.person,
        "state": "pending",
        "again_at": turn.now,
    }
    made = turn.connection.execute(media.insert().values(row).returning(media.c.id)).scalar_one()
    turn.connection.execute(obligation_photos.insert().values(media=made, obligation=obligation))


def hour_chosen(turn: Turn, event: HourChosen) -> Written:
    """Told at that hour from the next message on; what waits for a later hour of a coming day comes earlier on that day."""
    if event.minutes is not None and not 0 <= event.minutes < DAY:
        raise Refusal("owed-no-hour")
    own = people.c.id == turn.actor.person
    turn.connection.execute(update(people).where(own).values(hour=event.minutes))
    row = due.of(turn.connection, f"{owing.DAY}:{turn.actor.person}")
    if row is not None and event.minutes is not None and today(row.due_at) > today(turn.now):
        moment = at(today(row.due_at), time(*divmod(event.minutes, 60)))
        owing.pull(turn.connection, turn.actor.person, moment)
    return Written("owed/hour")


def activity_changed(turn: Turn, event: ActivityChanged) -> Written:
    """What it owes is worked out anew; working again after a stop starts the terms of resumption."""
    scope = scope_of(turn.actor, Right.SET_COLOUR)
    if scope is None:
        raise Refusal("not-allowed")
    found = select(enterprises.c.id, enterprises.c.activity).where(
        within(scope.reach, enterprises.c.id), enterprises.c.credit_code == bindparam("code")
    )
    row = turn.connection.execute(found, {"place": scope.place, "code": event.enterprise}).one_or_none()
    if row is None:
        raise Refusal("enterprise-gone")
    if row.activity is event.activity or not event.reason.strip():
        raise Refusal("activity-not-changed")
    obligations.act(turn.connection, row.id, event.activity, turn.now)
    return Written(f"activity/{event.enterprise}", {"before": row.activity.value}, enterprise=row.id)


def _open(turn: Turn, number: int) -> Row[Any]:
    """An open obligation of the actor's enterprise, nobody else changing it. Refusal when there is none."""
    own = (table.c.id == number) & (table.c.enterprise == turn.enterprise(Right.ANSWER_CHECK))
    found = select(table).where(own, table.c.state == "open").with_for_update()
    row = turn.connection.execute(found).one_or_none()
    if row is None:
        raise Refusal("owed-gone")
    return row
