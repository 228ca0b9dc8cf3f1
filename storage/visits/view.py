"""Inspections as one actor may read them (safety.visits.VisitBook): their own, those ended in their area, those of their enterprise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, case, false, func, select

from checklists.catalogue import Catalogue
from checklists.schema import Checklist
from safety.calendar import today
from safety.people import Actor, Right, Role
from safety.visit_lists import EVERY_VISIT, VisitSieve
from safety.visits import Host, Officer, Visit, VisitState
from storage import facts
from storage.exporting_visits import conditions
from storage.places import seated_over
from storage.scope import Reach, held, scope_of
from storage.tables.inspections import inspections
from storage.tables.ledger import areas, enterprises
from storage.tables.people import people, seats
from storage.visits import reading, rows

LONGEST = 40  # characters of a name that is looked for
_RANK = case((seats.c.role == Role.PRINCIPAL, 0), (seats.c.role == Role.OFFICER, 1), else_=2)


@dataclass(frozen=True, slots=True)
class VisitsOf:
    """Implements safety.visits.VisitBook for one actor."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue
    now: datetime

    def one(self, visit: int) -> Visit | None:
        row = self.row(visit)
        return None if row is None else self._whole(row)

    def numbered(self, number: str) -> Visit | None:
        found = self.connection.execute(rows.WHOLE.where(inspections.c.number == number)).one_or_none()
        return self._whole(found) if found is not None and self.sees(found) else None

    def begun(self) -> Visit | None:
        mine = select(func.max(inspections.c.id)).where(inspections.c.lead == self.actor.person)
        number = self.connection.execute(mine).scalar_one_or_none()
        return None if number is None else self.one(number)

    def unfinished(self) -> Sequence[Visit]:
        if not self.actor.may(Right.HOLD_VISIT):
            return ()
        mine = inspections.c.id.in_(rows.unfinished_of(self.actor.person))
        found = rows.WHOLE.where(mine).order_by(inspections.c.id.desc())
        return [self._head(row) for row in self.connection.execute(found) if self.sees(row)]

    def ended(self, *, offset: int = 0, limit: int = 6, sieve: VisitSieve = EVERY_VISIT) -> Sequence[Visit]:
        found = rows.WHOLE.where(self._ended(sieve)).order_by(
            inspections.c.closed_at.desc(), inspections.c.id.desc()
        )
        return [self._head(row) for row in self.connection.execute(found.limit(limit).offset(offset))]

    def count_ended(self, sieve: VisitSieve = EVERY_VISIT) -> int:
        counted = (
            select(func.count())
            .select_from(inspections.join(enterprises, enterprises.c.id == inspections.c.enterprise))
            .where(self._ended(sieve))
        )
        return int(self.connection.execute(counted).scalar_one())

    def officers(self, credit_code: str, text: str = "", *, limit: int = 6) -> Sequence[Officer]:
        enterprise = self._enterprise(credit_code)
        if enterprise is None:
            return ()
        own = self.actor.seat.area if self.actor.seat else None
        near = case((seats.c.area == own, 0), else_=1) if own is not None else seats.c.area.is_not(None)
        found = (
            select(people.c.id, people.c.name, seats.c.role, areas.c.name.label("place"))
            .select_from(seats.join(people, people.c.id == seats.c.person))
            .outerjoin(areas, areas.c.id == seats.c.area)
            .where(
                seats.c.until.is_(None),
                seats.c.role.in_(reading.INSPECTING),
                seats.c.person != self.actor.person,
                seated_over(enterprise),
                people.c.name != "",
            )
            .order_by(near, people.c.name, people.c.id)
        )
        if text.strip():
            found = found.where(people.c.name.contains(text.strip()[:LONGEST], autoescape=True))
        unique: dict[int, Officer] = {}
        for row in self.connection.execute(found.limit(limit * 3)):
            unique.setdefault(row.id, Officer(row.id, row.name, row.role, row.place or ""))
        return list(unique.values())[:limit]

    def hosts(self, visit: int) -> Sequence[Host]:
        row = self.row(visit)
        if row is None or not rows.inspects(row, self.actor.person):
            return ()
        found = (
            select(people.c.id, people.c.name, func.min(_RANK).label("rank"))
            .join(people, people.c.id == seats.c.person)
            .where(seats.c.enterprise == row.enterprise, seats.c.until.is_(None), people.c.name != "")
            .where(people.c.id.not_in([row.lead, row.second or row.lead]))
            .group_by(people.c.id, people.c.name)
            .order_by(func.min(_RANK), people.c.id)
        )
        roles = (Role.PRINCIPAL, Role.OFFICER, Role.WORKER)
        return [Host(one.id, one.name, roles[one.rank]) for one in self.connection.execute(found)]

    def forms(self, visit: int) -> Sequence[Checklist]:
        row = self.row(visit)
        if row is None:
            return ()
        known = self.catalogue.facts.derive(facts.stated(self.connection, row.enterprise))
        own = self.catalogue.owed_on(row.colour, known, today(self.now))
        rest = [name for name in self.catalogue.checklists if name not in own]
        return [self.catalogue.checklists[name] for name in (*own, *rest)]

    def row(self, visit: int) -> Row[Any] | None:
        """The row of one that the actor may see."""
        found = rows.of(self.connection, visit)
        return found if found is not None and self.sees(found) else None

    def sees(self, row: Row[Any]) -> bool:
        """Its inspectors from the beginning, who was asked to confirm once it lies before them, others when it is ended."""
        seat = self.actor.seat
        if seat is not None and seat.enterprise is not None:
            asked = row.state is VisitState.PRESENTED and row.present == self.actor.person
            return bool(seat.enterprise == row.enterprise and (asked or row.state is VisitState.CLOSED))
        if self.actor.person in {row.lead, row.second} and row.state is not VisitState.DROPPED:
            return rows.in_scope(self.connection, self.actor, row.enterprise)
        ended = row.state is VisitState.CLOSED
        return ended and rows.in_scope(self.connection, self.actor, row.enterprise, Right.INSPECT)

    def _ended(self, sieve: VisitSieve) -> ColumnElement[bool]:
        """The rows of a list, by the conditions of its table and of the number that opens it."""
        scope = scope_of(self.actor)
        inside = scope is not None and (scope.reach is Reach.ENTERPRISE or self.actor.may(Right.INSPECT))
        if scope is None or not inside:
            return false()
        return and_(held(scope, inspections.c.enterprise), *conditions(sieve))

    def _enterprise(self, credit_code: str) -> int | None:
        found = select(enterprises.c.id).where(enterprises.c.credit_code == credit_code)
        enterprise = self.connection.execute(found).scalar_one_or_none()
        inside = enterprise is not None and rows.in_scope(self.connection, self.actor, enterprise)
        return enterprise if inside else None

    def _head(self, row: Row[Any]) -> Visit:
        return reading.head(self.connection, row, self.actor.person)

    def _whole(self, row: Row[Any]) -> Visit:
        return reading.whole(self.connection, self.catalogue, row, self.actor.person)
