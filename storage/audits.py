"""What may be asked of the record of reading: the district's office all of it, everybody what concerns themself (safety.audits.AuditBook)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal, or_, select, union_all

from safety.audits import Access, AuditSieve
from safety.calendar import at
from safety.people import Actor, Right
from storage.phones import digits
from storage.tables.audits import audits
from storage.tables.ledger import contacts, enterprises
from storage.tables.people import people
from storage.tables.responders import responders
from storage.tables.staff import workers
from storage.tables.supplies import depots

A = audits.c
SOME = 200  # people that a name may mean; with more it has to be said better
CHUNK = 1000
_READER = people.alias("reader")
_WHOM = people.alias("whom")
_ROWS = (
    select(
        audits,
        _READER.c.name.label("reader_name"),
        _WHOM.c.name.label("whom_name"),
        enterprises.c.name.label("enterprise_name"),
    )
    .select_from(
        audits.outerjoin(_READER, _READER.c.id == A.reader)
        .outerjoin(_WHOM, _WHOM.c.id == A.person)
        .outerjoin(enterprises, enterprises.c.id == A.enterprise)
    )
    .order_by(A.id.desc())
)
NAMED = {  # subjects that have a name of their own while there is no account behind them
    "contact": (contacts.c.id, contacts.c.name),
    "worker": (workers.c.id, workers.c.name),
    "responder": (responders.c.id, responders.c.person),
    "depot": (depots.c.id, depots.c.keeper),
}


@dataclass(frozen=True, slots=True)
class AuditsOf:
    """Implements safety.audits.AuditBook."""

    connection: Connection
    actor: Actor

    def listed(self, sieve: AuditSieve, *, offset: int = 0, limit: int = 5) -> Sequence[Access]:
        if not self.actor.may(Right.SEE_AUDIT):
            return ()
        return page(self.connection, conditions(self.connection, sieve), offset, limit)

    def count(self, sieve: AuditSieve) -> int:
        if not self.actor.may(Right.SEE_AUDIT):
            return 0
        return counted(self.connection, conditions(self.connection, sieve))

    def of_me(self, *, offset: int = 0, limit: int = 5) -> Sequence[Access]:
        return page(self.connection, [self._mine()], offset, limit)

    def count_of_me(self) -> int:
        return counted(self.connection, [self._mine()])

    def _mine(self) -> ColumnElement[bool]:
        """What was read of the actor, and of the entry in the list of enterprises that has their phone."""
        listed = (
            select(contacts.c.id)
            .join(people, people.c.phone == contacts.c.phone)
            .where(people.c.id == self.actor.person)
        )
        subjects = [f"contact/{one}" for one in self.connection.execute(listed).scalars()]
        mine = (
            or_(A.person == self.actor.person, A.about.in_(subjects))
            if subjects
            else A.person == self.actor.person
        )
        return and_(mine, A.reader != self.actor.person)


def conditions(connection: Connection, sieve: AuditSieve) -> list[ColumnElement[bool]]:
    """A sieve as conditions on the table."""
    found: list[ColumnElement[bool]] = []
    if sieve.whom:
        persons, subjects = _people(connection, sieve.whom), _subjects(connection, sieve.whom)
        found.append(or_(A.person.in_(persons), A.about.in_(subjects)))
    if sieve.reader:
        found.append(A.reader.in_(_people(connection, sieve.reader)))
    if sieve.enterprise:
        found.append(A.enterprise.in_(_enterprises(connection, sieve.enterprise)))
    if sieve.day is not None:
        begin = at(sieve.day, time.min).astimezone(UTC)
        found.append(and_(begin <= A.at, begin + timedelta(days=1) > A.at))
    return found


def page(
    connection: Connection, where: Sequence[ColumnElement[bool]], offset: int, limit: int
) -> Sequence[Access]:
    """One page, the newest first."""
    rows = connection.execute(_ROWS.where(*where).offset(offset).limit(limit)).all()
    names = _names(connection, rows)
    return [_access(row, names) for row in rows]


def every(connection: Connection, where: Sequence[ColumnElement[bool]], most: int) -> Iterator[Access]:
    """All of them in chunks, the newest first, `most` at most: for files."""
    below: int | None = None
    left = most
    while left > 0:
        older = () if below is None else (A.id < below,)
        rows = connection.execute(_ROWS.where(*where, *older).limit(min(CHUNK, left))).all()
        if not rows:
            return
        names = _names(connection, rows)
        yield from (_access(row, names) for row in rows)
        below, left = rows[-1].id, left - len(rows)


def counted(connection: Connection, where: Sequence[ColumnElement[bool]]) -> int:
    return int(connection.execute(select(func.count()).select_from(audits).where(*where)).scalar_one())


def _access(row: Any, names: Mapping[str, str]) -> Access:
    moment: datetime = row.at
    return Access(
        row.id,
        moment,
        row.what,
        row.reader_name or "",
        row.role,
        row.whom_name or names.get(row.about, ""),
        row.enterprise_name or "",
        row.place,
        row.rows,
    )


def _names(connection: Connection, rows: Sequence[Any]) -> dict[str, str]:
    """Names of the subjects of a page that have no account."""
    wanted: dict[str, set[int]] = {}
    for row in rows:
        kind, _, name = row.about.partition("/")
        if row.person is None and kind in NAMED and name.isdigit():
            wanted.setdefault(kind, set()).add(int(name))
    parts: list[Select[Any]] = []
    for kind, numbers in wanted.items():
        key, name = NAMED[kind]
        parts.append(
            select(literal(kind).label("kind"), key.label("id"), name.label("name")).where(key.in_(numbers))
        )
    if not parts:
        return {}
    found = connection.execute(union_all(*parts)).all()
    return {f"{row.kind}/{row.id}": row.name for row in found}


def _people(connection: Connection, text: str) -> Sequence[int]:
    """People of this name, or with this phone."""
    phone = digits(text)
    meant = (
        or_(people.c.name.contains(text, autoescape=True), people.c.phone == phone)
        if phone
        else (people.c.name.contains(text, autoescape=True))
    )
    return connection.execute(select(people.c.id).where(meant).limit(SOME)).scalars().all()


def _subjects(connection: Connection, text: str) -> Sequence[str]:
    """People without an account of this name; in the list of enterprises also with this phone."""
    phone, found = digits(text), []
    for kind, (key, name) in NAMED.items():
        meant: ColumnElement[bool] = name.contains(text, autoescape=True)
        if kind == "contact" and phone:
            meant = or_(meant, contacts.c.phone == phone)
        rows = connection.execute(select(key).where(meant).limit(SOME)).scalars()
        found += [f"{kind}/{one}" for one in rows]
    return found


def _enterprises(connection: Connection, text: str) -> Sequence[int]:
    code = text.strip().upper()
    meant = or_(enterprises.c.credit_code == code, enterprises.c.name.contains(text, autoescape=True))
    return connection.execute(select(enterprises.c.id).where(meant).limit(SOME)).scalars().all()
