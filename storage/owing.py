"""Keeps what one enterprise owes as rows, and who is told when: worked out by safety/owing.py, written in one transaction.

Whoever owes something has one row a matter in `tellings` (when they are told next) and one row of `due` for the day on which they
are told of everything at once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from checklists.catalogue import Catalogue
from checklists.reminders import Hours, Recipient, Reminder, Reminders, Task
from safety.calendar import Calendar
from safety.owing import Holding, Moved, Opened, Row, Settled, State, Term, Voided, changes
from safety.owing_days import hour_of, slot, told_at
from storage import due, ladder
from storage.matters import Matters, matters
from storage.prepared import Prepared
from storage.tables.obligations import obligations, tellings

DAY = "owed-day"  # of the due row: a person is told of everything that is due to be told
LEAD = timedelta(hours=1)  # the ladder looks ahead, so that what it says stands in the message of the day
ALERT = "owed-alert"  # of the due row: an urgent matter, told at once
ELSEWHERE = frozenset({Task.PROGRESS})  # the week's question asks for it (bot/listing_rounds.py)

_ROWS = Prepared(
    select(
        obligations.c.id,
        obligations.c.rule,
        obligations.c.about,
        obligations.c.begun_at,
        obligations.c.due_at,
        obligations.c.set_at,
        obligations.c.state,
        obligations.c.done_at,
        obligations.c.holder,
    )
    .where(obligations.c.enterprise == bindparam("enterprise"), obligations.c.newest == 1)
    .order_by(obligations.c.id)
)
_FIELDS = ("rule", "task", "enterprise", "about", "begun_at", "due_at", "set_at")
_OPEN = Prepared(
    insert(obligations)
    .values(
        {name: bindparam(f"b_{name}", type_=obligations.c[name].type) for name in _FIELDS}
        | {"state": "open", "newest": 1, "told": 0}
    )
    .returning(obligations.c.id)
)
_MOVE = Prepared(
    update(obligations)
    .where(obligations.c.id == bindparam("b_id"))
    .values({name: bindparam(f"b_{name}", type_=obligations.c[name].type) for name in _FIELDS[-3:]})
)
_VOID = Prepared(
    update(obligations)
    .where(obligations.c.id == bindparam("b_id"), obligations.c.state == "open")
    .values(state="void", done_at=bindparam("b_at", type_=obligations.c.done_at.type))
)
_DONE = Prepared(
    update(obligations)
    .where(obligations.c.id == bindparam("b_id"), obligations.c.state == "open")
    .values(state="done", done_at=bindparam("b_at", type_=obligations.c.done_at.type))
)
_PASSED = Prepared(update(obligations).where(obligations.c.id == bindparam("b_id")).values(newest=0))
_TOLD = Prepared(
    select(tellings.c.obligation, tellings.c.person)
    .join(obligations, obligations.c.id == tellings.c.obligation)
    .where(obligations.c.enterprise == bindparam("enterprise"), obligations.c.newest == 1)
)
_TELL = Prepared.upsert(
    lambda make: (
        row := make(tellings).values(
            obligation=bindparam("b_obligation"),
            person=bindparam("b_person"),
            at=bindparam("b_at", type_=tellings.c.at.type),
        )
    ).on_conflict_do_update(index_elements=["obligation", "person"], set_={"at": row.excluded.at})
)
_HUSH = Prepared(
    delete(tellings).where(
        tellings.c.obligation == bindparam("b_obligation"), tellings.c.person == bindparam("b_person")
    )
)


@dataclass(frozen=True, slots=True)
class Standing:
    """One open obligation as it stands now. `fresh`: its due moment has just become known or moved."""

    id: int
    rule: Reminder
    about: str
    term: Term
    holder: int | None
    fresh: bool


def refresh(
    connection: Connection, catalogue: Catalogue, calendar: Calendar, enterprise: int, now: datetime
) -> datetime | None:
    """Work out what an enterprise owes now. When it has to be done again by itself; None: only when something happens."""
    place = {"enterprise": enterprise}
    kept = _ROWS.rows(connection, place)
    rows = [_row(one) for one in kept]
    found = matters(connection, catalogue, enterprise, rows, now)
    if found is None:
        return None
    reminders = catalogue.rules.reminders
    told = {(one.obligation, one.person) for one in _TOLD.rows(connection, place)}
    holders = {one.id: one.holder for one in kept}
    standing = list(_changed(connection, reminders, calendar, enterprise, found, rows, holders, now))
    _sync(connection, reminders.hours, calendar, found, standing, told, now)
    for one in standing:
        if one.fresh:
            ladder.plan(connection, one.id, one.rule, one.term.due, calendar, reminders.hours, LEAD)
    return found.turns


def _row(one: Any) -> Row:
    return Row(
        one.id, one.rule, one.about, one.begun_at, one.due_at, one.set_at, State(one.state), one.done_at
    )


def _changed(
    connection: Connection,
    reminders: Reminders,
    calendar: Calendar,
    enterprise: int,
    found: Matters,
    rows: Sequence[Row],
    holders: dict[int, int | None],
    now: datetime,
) -> Iterator[Standing]:
    """Write down how the rows change; everything that is open then."""
    rules = {rule.id: rule for rule in reminders.rules}
    still = {row.id: row for row in rows if row.state is State.OPEN and row.rule in rules}
    holding = Holding(found.standing, found.things, rows)
    for change in list(changes(reminders.rules, holding, calendar, reminders.hours, now)):
        if isinstance(change, Voided):
            _void(connection, change, now)
            still.pop(change.row.id, None)
        elif isinstance(change, Settled):
            still.pop(change.row.id, None)
            _DONE.run(connection, {"b_id": change.row.id, "b_at": change.at})
        elif isinstance(change, Moved):
            still.pop(change.row.id, None)
            _MOVE.run(connection, {"b_id": change.row.id, **_when(change.term, now)})
            own = holders[change.row.id]
            yield Standing(change.row.id, change.rule, change.row.about, change.term, own, fresh=True)
        else:
            yield _opened(connection, enterprise, change, now)
    for row in still.values():
        term = Term(row.begun, row.due)
        yield Standing(row.id, rules[row.rule], row.about, term, holders[row.id], fresh=False)


def _when(term: Term, now: datetime) -> dict[str, datetime]:
    return {"b_begun_at": term.begun, "b_due_at": term.due, "b_set_at": now}


def _void(connection: Connection, change: Voided, now: datetime) -> None:
    _VOID.run(connection, {"b_id": change.row.id, "b_at": now})
    if change.gone:
        _PASSED.run(connection, {"b_id": change.row.id})


def _opened(connection: Connection, enterprise: int, change: Opened, now: datetime) -> Standing:
    if change.after is not None:
        _PASSED.run(connection, {"b_id": change.after.id})
    row = {
        "b_rule": change.rule.id,
        "b_task": change.rule.task.value,
        "b_enterprise": enterprise,
        "b_about": change.about,
        **_when(change.term, now),
    }
    number = int(_OPEN.scalar(connection, row))
    return Standing(number, change.rule, change.about, change.term, None, fresh=True)


def _sync(
    connection: Connection,
    hours: Hours,
    calendar: Calendar,
    found: Matters,
    standing: Sequence[Standing],
    told: set[tuple[int, int]],
    now: datetime,
) -> None:
    """Who is told of what is open, and nobody of what is not; whoever has to do with it anew is told from now on."""
    earliest: dict[int, datetime] = {}
    up = ladder.risen(connection, [one.id for one in standing]) if standing else set()
    for one in standing:
        people = _people(found, one)
        if one.id in up:
            above = found.crew.of(Recipient.PRINCIPAL, one.about)
            told.difference_update((one.id, person) for person in above if person not in people)
        if one.rule.urgent and one.fresh and people:
            first = told_at(one.rule, one.term.due, calendar, hours, now)[0]
            due.pull(connection, f"{ALERT}:{one.id}", ALERT, str(one.id), first)
        for person in people:
            known = (one.id, person) in told
            told.discard((one.id, person))
            if known and not one.fresh:
                continue
            moment = _first(one, calendar, hours, now, known=known)
            _TELL.run(connection, {"b_obligation": one.id, "b_person": person, "b_at": moment})
            if moment is not None:
                earliest[person] = min(moment, earliest.get(person, moment))
    for obligation, person in sorted(told):
        _HUSH.run(connection, {"b_obligation": obligation, "b_person": person})
    for person, moment in earliest.items():
        pull(connection, person, slot(moment, hour_of(found.crew.hour(person), hours), calendar))


def pull(connection: Connection, person: int, at: datetime) -> None:
    """Have a person told on a day, unless they are told earlier already."""
    due.pull(connection, f"{DAY}:{person}", DAY, str(person), at)


def _people(found: Matters, one: Standing) -> Sequence[int]:
    """Who is told: who it was handed to, as long as they are there; else whom the rule names."""
    if one.holder is not None and found.crew.holds(one.holder):
        return (one.holder,)
    return found.crew.of(one.rule.who, one.about)


def _first(one: Standing, calendar: Calendar, hours: Hours, now: datetime, *, known: bool) -> datetime | None:
    """When somebody is told first. Urgent matters, and those that are asked for elsewhere, are not in the day's message.

    What was to be told before it was known is told now, together; when a day has only moved, what comes is enough.
    """
    if one.rule.urgent or one.rule.task in ELSEWHERE:
        return None
    moments = told_at(one.rule, one.term.due, calendar, hours, now)
    return moments[1] if known and len(moments) > 1 and moments[0] == now else moments[0]
