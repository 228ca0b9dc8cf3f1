"""Interviews as one actor may read them (safety.interviews.InterviewBook); what one was confirmed over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, select

from safety.interviews import Interview, Spoken
from safety.people import Actor, Right, Role
from storage.prepared import Prepared
from storage.scope import Scope, scope_of, within
from storage.tables.interviews import interviews
from storage.tables.ledger import areas, enterprises
from storage.tables.people import people, seats

ANSWERING = (Role.PRINCIPAL, Role.OFFICER)
_officers = people.alias("interviewing")
_WHOLE = (
    select(
        interviews,
        enterprises.c.credit_code,
        enterprises.c.name.label("firm"),
        areas.c.name.label("town_name"),
        people.c.name.label("named"),
        _officers.c.name.label("officer_name"),
    )
    .join(enterprises, enterprises.c.id == interviews.c.enterprise)
    .join(areas, areas.c.id == enterprises.c.town)
    .join(people, people.c.id == interviews.c.person)
    .join(_officers, _officers.c.id == interviews.c.officer)
)
_DOCUMENT = Prepared(select(interviews.c.document).where(interviews.c.number == bindparam("number")))


def document(connection: Connection, number: str) -> Mapping[str, Any] | None:
    """What both have confirmed under this number."""
    found: Mapping[str, Any] | None = _DOCUMENT.scalar(connection, {"number": number})
    return found


def going_on(connection: Connection, number: str) -> Row[Any] | None:
    """One that is not looked at again yet, whoever asks."""
    found = _WHOLE.where(interviews.c.number == number, interviews.c.done_at.is_(None))
    return connection.execute(found).one_or_none()


def spoken(connection: Connection, enterprise: int) -> Sequence[Spoken]:
    """Principals first, then officers, each once."""
    found = (
        select(people.c.id, people.c.name, seats.c.role)
        .join(seats, seats.c.person == people.c.id)
        .where(seats.c.enterprise == enterprise, seats.c.until.is_(None), seats.c.role.in_(ANSWERING))
        .order_by(seats.c.role.desc(), people.c.id)
    )
    once: dict[int, Spoken] = {}
    for row in connection.execute(found):
        once.setdefault(row.id, Spoken(row.id, row.name or "", row.role.value))
    return tuple(once.values())


@dataclass(frozen=True, slots=True)
class InterviewsOf:
    """Implements safety.interviews.InterviewBook for one actor."""

    connection: Connection
    actor: Actor

    def one(self, number: str) -> Interview | None:
        scope = self._scope()
        if scope is None:
            return None
        found = self._inside(scope, _WHOLE.where(interviews.c.number == number))
        row = self.connection.execute(found, {"place": scope.place}).one_or_none()
        return None if row is None else _interview(row)

    def listed(self, credit_code: str = "", *, offset: int = 0, limit: int = 5) -> Sequence[Interview]:
        scope = self._scope()
        if scope is None:
            return ()
        found = self._inside(scope, _of(_WHOLE, credit_code))
        page = found.order_by(
            interviews.c.done_at.is_not(None), interviews.c.again, interviews.c.id.desc()
        ).limit(limit)
        rows = self.connection.execute(page.offset(offset), {"place": scope.place}).all()
        return [_interview(row) for row in rows]

    def count(self, credit_code: str = "") -> int:
        return self._count(_of(_COUNT, credit_code))

    def waiting(self) -> int:
        return self._count(_COUNT.where(interviews.c.done_at.is_(None)))

    def spoken(self, credit_code: str) -> Sequence[Spoken]:
        scope = scope_of(self.actor, Right.HOLD_INTERVIEW)
        if scope is None:
            return ()
        found = select(enterprises.c.id).where(
            within(scope.reach, enterprises.c.id), enterprises.c.credit_code == credit_code
        )
        enterprise = self.connection.execute(found, {"place": scope.place}).scalar_one_or_none()
        return () if enterprise is None else spoken(self.connection, enterprise)

    def _count(self, found: Select[Any]) -> int:
        scope = self._scope()
        if scope is None:
            return 0
        inside = self._inside(scope, found)
        return int(self.connection.execute(inside, {"place": scope.place}).scalar_one())

    def _inside(self, scope: Scope, found: Select[Any]) -> Select[Any]:
        return found.where(within(scope.reach, interviews.c.enterprise))

    def _scope(self) -> Scope | None:
        """A supervisor's area, or one's own enterprise for who answers for it."""
        return scope_of(self.actor, Right.HOLD_INTERVIEW) or scope_of(self.actor, Right.ASK_CHANGE)


_COUNT = (
    select(func.count())
    .select_from(interviews)
    .join(enterprises, enterprises.c.id == interviews.c.enterprise)
)


def _of(found: Select[Any], credit_code: str) -> Select[Any]:
    return found.where(enterprises.c.credit_code == credit_code) if credit_code else found


def _interview(row: Any) -> Interview:
    return Interview(
        number=row.number,
        credit_code=row.credit_code,
        enterprise=row.firm,
        town=row.town_name,
        person=row.person,
        named=row.named or "",
        officer=row.officer,
        officer_name=row.officer_name or "",
        held_at=row.held_at,
        reason=row.reason,
        measures=row.measures,
        again=row.again,
        state=row.state,
        sha256=row.sha256,
        confirmed_at=row.confirmed_at,
        objection=row.objection,
        outcome=row.outcome,
        done_at=row.done_at,
    )
