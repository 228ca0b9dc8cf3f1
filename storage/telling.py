"""What a person is to be told of now, and that they were told: read and written in the transaction that posts the letter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, select, update

from checklists.reminders import Hours, Reminders
from safety import owing_days
from safety.calendar import Calendar
from safety.owing_days import after, hour_of, slot
from storage import owing, riders
from storage.prepared import Prepared
from storage.tables.obligations import obligations, tellings
from storage.tables.people import people
from storage.tables.post import outbox

NOW = ("todo", "now")  # what the first button of a message about what is owed opens

_OF_PERSON = tellings.c.person == bindparam("person")
_BOTH = tellings.join(obligations, obligations.c.id == tellings.c.obligation)
_NOW = bindparam("now", type_=tellings.c.at.type)
_WAITING = Prepared(
    select(obligations.c.id, obligations.c.rule, obligations.c.due_at)
    .select_from(_BOTH)
    .where(_OF_PERSON, tellings.c.at <= _NOW, obligations.c.state == "open")
    .order_by(obligations.c.due_at, obligations.c.id)
)
_NEXT = Prepared(
    select(func.min(tellings.c.at).label("at"))
    .select_from(_BOTH)
    .where(_OF_PERSON, tellings.c.at.is_not(None), obligations.c.state == "open")
)
_HOUR = Prepared(select(people.c.hour).where(people.c.id == bindparam("person")))
_AGAIN = Prepared(
    update(tellings)
    .where(tellings.c.person == bindparam("b_person"), tellings.c.obligation == bindparam("b_id"))
    .values(at=bindparam("b_at", type_=tellings.c.at.type), put_off=None)
)
_COUNT = Prepared(
    update(obligations).where(obligations.c.id == bindparam("b_id")).values(told=obligations.c.told + 1)
)
_PUT_OFF = Prepared(
    update(tellings)
    .where(tellings.c.person == bindparam("b_person"), tellings.c.obligation == bindparam("b_id"))
    .values(
        at=bindparam("b_at", type_=tellings.c.at.type), put_off=bindparam("b_at", type_=tellings.c.at.type)
    )
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One obligation that a person is to be told of."""

    id: int
    rule: str
    due: datetime


def waiting(connection: Connection, person: int, now: datetime) -> Sequence[Waiting]:
    """What this person is to be told of by now and is still open, most urgent first."""
    rows = _WAITING.rows(connection, {"person": person, "now": now})
    return [Waiting(row.id, row.rule, row.due_at) for row in rows]


def told(
    connection: Connection,
    person: int,
    found: Sequence[Waiting],
    reminders: Reminders,
    calendar: Calendar,
    now: datetime,
) -> None:
    """They were told of these; what comes next for each."""
    rules = {rule.id: rule for rule in reminders.rules}
    again = [
        {
            "b_person": person,
            "b_id": one.id,
            "b_at": after(rules[one.rule], one.due, calendar, reminders.hours, now)
            if one.rule in rules
            else None,
        }
        for one in found
    ]
    _AGAIN.run_many(connection, again)
    _COUNT.run_many(connection, [{"b_id": one.id} for one in found])


def untold(connection: Connection, person: int, numbers: Sequence[int], now: datetime) -> None:
    """A letter did not leave: what is still open of it is to be told again at once."""
    _AGAIN.run_many(connection, [{"b_person": person, "b_id": one, "b_at": now} for one in numbers])
    owing.pull(connection, person, now)


def open_about(connection: Connection, about: str, person: int) -> Sequence[int]:
    """What is open about a subject and told to this person in the day's message."""
    return [row.id for row in _ABOUT.rows(connection, {"about": about, "person": person})]


def put_off(connection: Connection, person: int, numbers: Sequence[int], until: datetime) -> None:
    """They asked to be told again then. The due moment stays."""
    _PUT_OFF.run_many(connection, [{"b_person": person, "b_id": one, "b_at": until} for one in numbers])
    owing.pull(connection, person, until)


_ABOUT = Prepared(
    select(obligations.c.id)
    .join(tellings, tellings.c.obligation == obligations.c.id)
    .where(
        obligations.c.about == bindparam("about"),
        obligations.c.newest == 1,
        obligations.c.state == "open",
        tellings.c.person == bindparam("person"),
    )
)
_UNSENT = Prepared(
    select(outbox.c.id, outbox.c.opens).where(
        outbox.c.key >= bindparam("first"), outbox.c.key < bindparam("last"), outbox.c.state == "waiting"
    )
)


def recall(connection: Connection, person: int, now: datetime) -> None:
    """A message of another day that could not leave gives way to that of today, which tells what it told."""
    span = {"first": f"owed:{person}:", "last": f"owed:{person};"}
    for row in _UNSENT.rows(connection, span):
        riders.untold(connection, row.id)
        connection.execute(update(outbox).where(outbox.c.id == row.id).values(state="merged"))
        numbers = numbers_in(row.opens)
        _AGAIN.run_many(connection, [{"b_person": person, "b_id": one, "b_at": now} for one in numbers])


def numbers_in(opens: Sequence[Any]) -> Sequence[int]:
    """The obligations that a letter tells of, by what its first button opens: to do them now."""
    first = next(iter(opens or ()), None) or {}
    kept = first["data"].get("ids") if (first.get("flow"), first.get("at")) == NOW else None
    return [one for one in kept or () if isinstance(one, int)]


def next_day(
    connection: Connection, person: int, hours: Hours, calendar: Calendar, now: datetime
) -> datetime | None:
    """When this person is told next, after now; None when nothing waits for it."""
    found = (_NEXT.scalar(connection, {"person": person}), riders.next_at(connection, person, now))
    at = min((one for one in found if one is not None), default=None)
    if at is None:
        return None
    return slot(max(at, now), hour(connection, person, hours), calendar)


def hour(connection: Connection, person: int, hours: Hours) -> time:
    """The hour at which this person is told."""
    return hour_of(_HOUR.scalar(connection, {"person": person}), hours)


def open_among(connection: Connection, numbers: Sequence[int]) -> set[int]:
    """Those of these that are still open."""
    found = select(obligations.c.id).where(and_(obligations.c.id.in_(numbers), obligations.c.state == "open"))
    return set(connection.execute(found).scalars())


def tomorrow(
    connection: Connection, person: int, hours: Hours, calendar: Calendar, now: datetime
) -> datetime:
    """Their next hour after today."""
    return owing_days.tomorrow(now, hour(connection, person, hours), calendar)


_OF_DAY = Prepared(  # a message of a day, and those that gave way to it
    select(outbox.c.state).where(outbox.c.key >= bindparam("day"), outbox.c.key < bindparam("after"))
)


def key_of(connection: Connection, day: str) -> str | None:
    """The key under which a message of this day can be posted; None when there is one that stands."""
    states = [row.state for row in _OF_DAY.rows(connection, {"day": day, "after": f"{day};"})]
    if any(state != "merged" for state in states):
        return None
    return f"{day}:{len(states)}" if states else day


_OPEN = Prepared(
    select(func.count().label("n")).select_from(_BOTH).where(_OF_PERSON, obligations.c.state == "open")
)


def count_others(connection: Connection, person: int, told: int) -> int:
    """How much else this person has to do, beside what is told now."""
    return max(0, int(_OPEN.scalar(connection, {"person": person})) - told)
