"""The ladder of what is owed as it is kept: which steps were announced and told, each once; more time that was asked for."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from checklists.catalogue import Catalogue
from checklists.reminders import Hours, Recipient, Reminder
from safety.calendar import Calendar, at, today
from safety.ladder import Answer, Ladder, Rise, coming, rises
from storage import due, recipients
from storage.places import area_name
from storage.prepared import Prepared
from storage.tables.ladder import extensions
from storage.tables.ladder import rises as table
from storage.tables.ledger import enterprises
from storage.tables.obligations import obligations, tellings
from storage.tables.people import people
from storage.upsert import Upsert

OUTSIDE = frozenset({Recipient.TOWN, Recipient.DISTRICT})
KIND = "ladder"  # of the due row: the next step of one matter, or its announcement
_EXTENSIONS = (
    select(extensions)
    .where(extensions.c.obligation.in_(bindparam("numbers", expanding=True)))
    .order_by(extensions.c.id)
)
_RISEN = select(table.c.obligation).where(
    table.c.obligation.in_(bindparam("numbers", expanding=True)),
    table.c.recipient == bindparam("to"),
    table.c.told_at.is_not(None),
    table.c.step >= 0,
)
_ENTER = Upsert(lambda insert: insert(table).on_conflict_do_nothing())
_VALUES = {
    name: bindparam(f"b_{name}", type_=tellings.c[name].type) for name in ("obligation", "person", "at")
}
_TELL = Prepared.upsert(
    lambda make: (row := make(tellings).values(_VALUES)).on_conflict_do_update(
        index_elements=["obligation", "person"], set_={"at": row.excluded.at}
    )
)


@dataclass(frozen=True, slots=True)
class Climbing:
    """One open matter. `due`: when it is due, granted extensions counted; `granted_at`: when the newest was granted."""

    id: int
    rule: Reminder
    enterprise: int
    about: str
    due: datetime
    holder: int | None
    granted_at: datetime | None


def standing(connection: Connection, catalogue: Catalogue, number: int) -> Climbing | None:
    """The matter as it stands; None when it is done or void, or its rule is there no more."""
    found = select(obligations).where(obligations.c.id == number, obligations.c.state == "open")
    row = connection.execute(found).one_or_none()
    known = {rule.id: rule for rule in catalogue.rules.reminders.rules}
    if row is None or row.rule not in known:
        return None
    more = granted(connection, [number]).get(number)
    hours = catalogue.rules.reminders.hours
    until = row.due_at if more is None else _later(row.due_at, more.until, hours)
    moment = None if more is None else more.decided_at
    return Climbing(row.id, known[row.rule], row.enterprise, row.about, until, row.holder, moment)


def _later(due_at: datetime, until: date, hours: Hours) -> datetime:
    return max(due_at, at(until, hours.windows[-1].end))


def granted(connection: Connection, numbers: Sequence[int]) -> Mapping[int, Any]:
    """The newest granted extension of each of these matters, by its number."""
    return _wanted(connection, numbers)[0]


def plan(
    connection: Connection,
    number: int,
    rule: Reminder,
    due_at: datetime,
    calendar: Calendar,
    hours: Hours,
    lead: timedelta,
) -> None:
    """The clock looks at it when its first step is announced; what is late already is looked at with the next tick."""
    steps = rises(rule, due_at, calendar, hours)
    if steps:
        first = min(one.warn or one.moment for one in steps)
        due.pull(connection, key_of(number), KIND, str(number), first if rule.urgent else first - lead)


def key_of(number: int) -> str:
    """The key of a matter's due row."""
    return f"{KIND}:{number}"


def look(connection: Connection, number: int, now: datetime) -> None:
    """Something has changed about it: the clock looks at it at once."""
    due.pull(connection, key_of(number), KIND, str(number), now)


def warned(connection: Connection, matter: Climbing, rise: Rise, now: datetime) -> bool:
    """Note that a step was announced. False: it was before."""
    return _noted(connection, matter, rise, now, "warned_at")


def told(connection: Connection, matter: Climbing, rise: Rise, now: datetime) -> bool:
    """Note that a step was told. False: it was before."""
    return _noted(connection, matter, rise, now, "told_at")


def _noted(connection: Connection, matter: Climbing, rise: Rise, now: datetime, column: str) -> bool:
    row = {"obligation": matter.id, "due_at": matter.due, "step": rise.offset, "recipient": rise.to}
    _ENTER.run(connection, row)
    mine = [table.c[name] == value for name, value in row.items()]
    note = update(table).where(*mine, table.c[column].is_(None)).values({column: now})
    return connection.execute(note).rowcount == 1


def owners(connection: Connection, matter: Climbing) -> Sequence[int]:
    """Who has to do it: who it was handed to, else whom its rule names."""
    if matter.holder is not None:
        return (matter.holder,)
    return recipients.of(connection, matter.enterprise, matter.about, matter.rule.who)


def tell_on(connection: Connection, number: int, person: int, moment: datetime) -> None:
    """Have it in this person's next message from a moment on."""
    _TELL.run(connection, {"b_obligation": number, "b_person": person, "b_at": moment})


def risen(connection: Connection, numbers: Sequence[int], to: Recipient = Recipient.PRINCIPAL) -> set[int]:
    """Those of these that have gone up to somebody."""
    return set(connection.execute(_RISEN, {"numbers": numbers, "to": to}).scalars())


def ladders(
    connection: Connection, catalogue: Catalogue, calendar: Calendar, rows: Sequence[Any], now: datetime
) -> Mapping[int, Ladder]:
    """What is told of the ladders of these rows of obligations."""
    numbers = [row.id for row in rows]
    more_time, how_often, asked = _wanted(connection, numbers)
    up = risen(connection, numbers)
    rules, hours = (
        {rule.id: rule for rule in catalogue.rules.reminders.rules},
        catalogue.rules.reminders.hours,
    )
    found = {}
    for row in rows:
        more = more_time.get(row.id)
        due_at = row.due_at if more is None else _later(row.due_at, more.until, hours)
        rule = rules.get(row.rule)
        ahead = coming(rule, due_at, calendar, hours, now) if rule and row.state == "open" else None
        ahead = None if ahead and rule and _to_themselves(connection, row, rule, ahead.to) else ahead
        found[row.id] = Ladder(
            to=ahead.to if ahead else None,
            on=today(ahead.moment) if ahead else None,
            above=_above(connection, row, ahead.to) if ahead else "",
            until=more.until if more is not None and today(row.due_at) < more.until else None,
            asked=asked.get(row.id),
            count=how_often.get(row.id, 0),
            risen=row.id in up and not (rule and _to_themselves(connection, row, rule, Recipient.PRINCIPAL)),
        )
    return found


def _wanted(
    connection: Connection, numbers: Sequence[int]
) -> tuple[Mapping[int, Any], Mapping[int, int], Mapping[int, date]]:
    """The extensions of these matters: the newest granted one, how many were, the day that is asked for."""
    more_time: dict[int, Any] = {}
    how_often: Counter[int] = Counter()
    asked: dict[int, date] = {}
    for row in connection.execute(_EXTENSIONS, {"numbers": numbers}):
        if row.answer is Answer.GRANTED:
            more_time[row.obligation] = row
            how_often[row.obligation] += 1
        elif row.answer is Answer.ASKED:
            asked[row.obligation] = row.until
    return more_time, how_often, asked


def counts(connection: Connection, numbers: Sequence[int]) -> Mapping[int, int]:
    """How many extensions of each of these matters were granted."""
    return _wanted(connection, numbers)[1]


def _to_themselves(connection: Connection, row: Any, rule: Reminder, to: Recipient) -> bool:
    """Whether a step goes to the very people who have to do it: nobody is told that it is reported to them."""
    if to in OUTSIDE:
        return False
    own = (row.holder,) if row.holder is not None else None
    have_to = own or recipients.of(connection, row.enterprise, row.about, rule.who)
    return set(recipients.of(connection, row.enterprise, row.about, to)) <= set(have_to)


def _above(connection: Connection, row: Any, to: Recipient) -> str:
    """The name of whom a step goes to: a person inside the enterprise, else the area."""
    if to is Recipient.DISTRICT:
        return area_name(connection, None)
    if to is Recipient.TOWN:
        town = select(enterprises.c.town).where(enterprises.c.id == row.enterprise)
        return area_name(connection, connection.execute(town).scalar_one())
    found = recipients.of(connection, row.enterprise, row.about, to)
    names = select(people.c.name).where(people.c.id.in_(found)).order_by(people.c.id).limit(1)
    return connection.execute(names).scalar_one_or_none() or ""
