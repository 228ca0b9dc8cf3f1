"""Writes down who comes, changes, returns and leaves; and the row of the roster that joining by invitation makes or finds."""

from datetime import date, time
from typing import Any

from sqlalchemy import insert, select, update

from checklists.reminders import Happening
from safety.calendar import at, today
from safety.errors import Refusal
from safety.events_staff import WorkerAdded, WorkerChanged, WorkerLeft, WorkerLinked, WorkerReturned
from safety.people import Right, Role
from safety.staff import Worker
from storage import obligations, staff
from storage.joins import Join
from storage.recording.turn import Turn, Written
from storage.tables.certificates import certificates, vetoes
from storage.tables.staff import workers

LONGEST_NAME, LONGEST_POST = 40, 40  # characters
INSIDE = frozenset({Role.PRINCIPAL, Role.OFFICER, Role.WORKER})


def worker_added(turn: Turn, event: WorkerAdded) -> Written:
    """In the roster. Refusal without a name, or for a day that is still to come."""
    enterprise = turn.enterprise(Right.KEEP_STAFF)
    name = event.name.strip()[:LONGEST_NAME]
    if not name:
        raise Refusal("staff-no-name")
    _past(turn, event.since)
    number = _enter(turn, enterprise, name, event.post[:LONGEST_POST], event.since)
    if event.fresh:
        _comes(turn, Happening.WORKER_JOINED, enterprise, number, event.since)
    return Written(_subject(number), {"name": None, "worker": number})


def worker_changed(turn: Turn, event: WorkerChanged) -> Written:
    """Another post; training for it counts as after a return (山东省安全生产条例 art. 28)."""
    one = _mine(turn, event.worker)
    _past(turn, event.since)
    post = event.post[:LONGEST_POST]
    came = one.came if post == one.post else one.new  # only a day was mended, or they have left a post
    _change(turn, one, post=post, since=event.since, back_since=None, came=came)
    _comes(turn, Happening.WORKER_RETURNED, one.enterprise, one.id, event.since)
    return Written(_subject(one.id))


def worker_returned(turn: Turn, event: WorkerReturned) -> Written:
    """Back after an absence."""
    one = _mine(turn, event.worker)
    _past(turn, event.since)
    _change(turn, one, back_since=event.since)
    _comes(turn, Happening.WORKER_RETURNED, one.enterprise, one.id, event.since)
    return Written(_subject(one.id))


def worker_left(turn: Turn, event: WorkerLeft) -> Written:
    """Gone from the roster; nothing is owed about them or their papers from now on."""
    one = _mine(turn, event.worker)
    _past(turn, event.until)
    if event.until < one.since:
        raise Refusal("staff-day-before")
    _change(turn, one, until=event.until)
    _let_go(turn, one)
    return Written(_subject(one.id))


def worker_linked(turn: Turn, event: WorkerLinked) -> Written:
    """The account of the other row becomes this one's. Refusal when either has changed, or papers hang on the other."""
    one, other = _mine(turn, event.worker), _mine(turn, event.other)
    if one.person is not None or other.person is None or one.id == other.id or _papers(turn, other.id):
        raise Refusal("staff-not-linked")
    _change(turn, other, person=None, until=today(turn.now))
    _change(turn, one, person=other.person)
    obligations.gone(turn.connection, one.enterprise, _about(other.id), turn.now)
    return Written(_subject(one.id))


def seated(turn: Turn, join: Join) -> None:
    """Somebody has joined an enterprise: their row is found by its name, or made."""
    enterprise = join.seat.enterprise
    if enterprise is None or join.seat.role not in INSIDE:
        return
    if join.seat.role is Role.PRINCIPAL:
        about = f"person:{join.person}"
        obligations.arise(turn.connection, Happening.PRINCIPAL_APPOINTED, enterprise, about, turn.now)
    if staff.of_person(turn.connection, enterprise, join.person) is not None:
        return
    name = turn.actor.name if join.person == turn.actor.person else join.name
    same = [one for one in staff.of(turn.connection, enterprise) if (one.name, one.person) == (name, None)]
    if len(same) == 1:
        _change(turn, same[0], person=join.person)
        return
    day = today(turn.now)
    post = "" if join.seat.role is Role.WORKER else join.seat.role.value
    number = _enter(turn, enterprise, name[:LONGEST_NAME], post, day, join.person)
    if join.seat.role is Role.WORKER:
        _comes(turn, Happening.WORKER_JOINED, enterprise, number, day)


def _enter(turn: Turn, enterprise: int, name: str, post: str, since: date, person: int | None = None) -> int:
    row = {
        "enterprise": enterprise,
        "name": name,
        "post": post,
        "since": since,
        "person": person,
        "added_at": turn.now,
        "added_by": turn.actor.person,
    }
    return int(turn.connection.execute(insert(workers).returning(workers.c.id), row).scalar_one())


def _change(turn: Turn, one: Worker, **changed: Any) -> None:
    turn.connection.execute(update(workers).where(workers.c.id == one.id).values(**changed))


def _mine(turn: Turn, worker: int) -> Worker:
    """Somebody who works in the actor's enterprise now, held until the end of the transaction. Refusal otherwise."""
    enterprise = turn.enterprise(Right.KEEP_STAFF)
    turn.connection.execute(select(workers.c.id).where(workers.c.id == worker).with_for_update())
    one = staff.one(turn.connection, worker)
    if one is None or one.enterprise != enterprise or not one.here:
        raise Refusal("staff-gone")
    return one


def _past(turn: Turn, day: date) -> None:
    if day > today(turn.now):
        raise Refusal("staff-day-ahead")


def _comes(turn: Turn, what: Happening, enterprise: int, worker: int, day: date) -> None:
    obligations.arise(turn.connection, what, enterprise, _about(worker), at(day, time.min))


def _let_go(turn: Turn, one: Worker) -> None:
    obligations.gone(turn.connection, one.enterprise, _about(one.id), turn.now)
    held = select(certificates.c.id, certificates.c.first).where(
        certificates.c.worker == one.id, certificates.c.gone_at.is_(None)
    )
    for row in turn.connection.execute(held).all():
        about = f"certificate:{row.first or row.id}"
        obligations.gone(turn.connection, one.enterprise, about, turn.now)


def _papers(turn: Turn, worker: int) -> bool:
    tied = (
        select(certificates.c.id)
        .where(certificates.c.worker == worker)
        .union(select(vetoes.c.id).where(vetoes.c.worker == worker))
    )
    return turn.connection.execute(tied).first() is not None


def _about(worker: int) -> str:
    return f"worker:{worker}"


def _subject(worker: int) -> str:
    return f"worker/{worker}"
