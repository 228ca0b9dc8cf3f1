"""Whose personal data a subject stands for, and keeping that it was read. What may be asked of the record: audits.py."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from safety.audits import Personal
from safety.people import Actor
from storage.tables.audits import audits
from storage.tables.incidents import incidents
from storage.tables.ledger import contacts, enterprises
from storage.tables.people import joins, people, seats
from storage.tables.responders import responders
from storage.tables.staff import workers
from storage.tables.supplies import depots

READING = frozenset({Personal.PHONE, Personal.NUMBER, Personal.PEOPLE, Personal.EXPORT})
NARROW, WIDE = 48, 64  # columns of the table


@dataclass(frozen=True, slots=True)
class Whose:
    """A subject as it is kept: the person where they have an account, their enterprise where they are of one."""

    person: int | None = None
    enterprise: int | None = None


def keep(
    connection: Connection,
    actor: Actor,
    what: Personal,
    about: Sequence[str],
    place: str,
    now: datetime,
    rows: int = 0,
) -> int:
    """A row for each subject, reading one's own left out; one that names nobody when no subject is said. How many rows."""
    whose = {subject: whose_of(connection, subject) for subject in dict.fromkeys(about)}
    own = what in READING
    others = {subject: one for subject, one in whose.items() if not own or one.person != actor.person}
    kept = others or ({} if whose else {"": Whose()})
    role = actor.seat.role if actor.seat else None
    values = [
        {
            "at": now, "reader": actor.person, "role": role, "what": what, "about": subject[:WIDE],
            "person": one.person, "enterprise": one.enterprise, "place": place[:NARROW], "rows": rows,
        }
        for subject, one in kept.items()
    ]  # fmt: skip
    if values:
        connection.execute(insert(audits), values)
    return len(values)


def whose_of(connection: Connection, subject: str) -> Whose:
    """Who stands behind a subject; nobody for one that is unknown or gone."""
    kind, _, name = subject.partition("/")
    found = KINDS.get(kind)
    return found(connection, name) if found is not None else Whose()


def _person(connection: Connection, name: str) -> Whose:
    if not name.isdigit():
        return Whose()
    seat = select(seats.c.enterprise).where(seats.c.person == int(name), seats.c.until.is_(None))
    own = connection.execute(seat.order_by(seats.c.id).limit(1)).scalar_one_or_none()
    return Whose(int(name), own)


def _join(connection: Connection, name: str) -> Whose:
    return _row(connection, name, joins.c.id, joins.c.person, joins.c.enterprise)


def _worker(connection: Connection, name: str) -> Whose:
    return _row(connection, name, workers.c.id, workers.c.person, workers.c.enterprise)


def _contact(connection: Connection, name: str) -> Whose:
    """Somebody of the list of enterprises: the person who has shared that phone, if they have."""
    if not name.isdigit():
        return Whose()
    known = select(contacts.c.enterprise, people.c.id).select_from(
        contacts.outerjoin(people, people.c.phone == contacts.c.phone)
    )
    row = connection.execute(known.where(contacts.c.id == int(name)).limit(1)).one_or_none()
    return Whose(row.id, row.enterprise) if row is not None else Whose()


def _depot(connection: Connection, name: str) -> Whose:
    return _row(connection, name, depots.c.id, None, depots.c.enterprise)


def _responder(connection: Connection, name: str) -> Whose:
    return _row(connection, name, responders.c.id, None, None)


def _incident(connection: Connection, name: str) -> Whose:
    found = select(incidents.c.reported_by, incidents.c.enterprise).where(incidents.c.number == name)
    row = connection.execute(found).one_or_none()
    return Whose(row.reported_by, row.enterprise) if row is not None else Whose()


def _enterprise(connection: Connection, name: str) -> Whose:
    found = select(enterprises.c.id).where(enterprises.c.credit_code == name)
    return Whose(None, connection.execute(found).scalar_one_or_none())


def _row(connection: Connection, name: str, key: object, person: object, enterprise: object) -> Whose:
    """A row by its number: the columns that name its person and its enterprise."""
    wanted = [column for column in (person, enterprise) if column is not None]
    if not name.isdigit() or not wanted:
        return Whose()
    row = connection.execute(select(*wanted).where(key == int(name))).one_or_none()  # type: ignore[call-overload]
    if row is None:
        return Whose()
    told = dict(zip(wanted, row, strict=True))
    return Whose(told.get(person), told.get(enterprise))


KINDS: dict[str, Callable[[Connection, str], Whose]] = {
    "person": _person,
    "join": _join,
    "worker": _worker,
    "contact": _contact,
    "depot": _depot,
    "responder": _responder,
    "incident": _incident,
    "enterprise": _enterprise,
}
