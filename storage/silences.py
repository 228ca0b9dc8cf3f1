"""What supervisors read of people who cannot be reached (safety.reachability.Reachability), within their area."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, distinct, false, func, select

from safety.delivery import Delivered, by_topic
from safety.people import Actor, Right
from safety.reachability import ANSWERING, Absent, Call, Reached, Silent
from storage import delivery
from storage.phones import masked
from storage.reachability import CAN_BE_REACHED
from storage.scope import Reach, Scope, scope_of, within
from storage.tables.ledger import areas, contacts, enterprises
from storage.tables.people import people, seats
from storage.tables.silences import silences

_ANSWERS = and_(seats.c.until.is_(None), seats.c.role.in_(ANSWERING))
# On SQLite word for word what the partial index ix_people_away says: of 13,000 people it holds the few that are meant.
GONE = people.c.reachable == false()
_HELD = seats.join(people, people.c.id == seats.c.person)
_AWAY = (  # a row each enterprise somebody of which is out of reach
    select(seats.c.enterprise, func.min(people.c.reachable_at).label("since"))
    .select_from(_HELD)
    .where(_ANSWERS, GONE)
    .group_by(seats.c.enterprise)
    .subquery("away")
)
_LASTING = and_(silences.c.enterprise == enterprises.c.id, silences.c.until.is_(None))
_LIST = (
    select(
        enterprises.c.id,
        enterprises.c.credit_code,
        enterprises.c.name,
        areas.c.name.label("town"),
        func.coalesce(silences.c.since, _AWAY.c.since).label("since"),
        silences.c.id.is_not(None).label("nobody"),
    )
    .select_from(
        _AWAY.join(enterprises, enterprises.c.id == _AWAY.c.enterprise)
        .join(areas, areas.c.id == enterprises.c.town)
        .outerjoin(silences, _LASTING)
    )
    .order_by(silences.c.id.is_(None), func.coalesce(silences.c.since, _AWAY.c.since), enterprises.c.id)
)


def _inside(statement: Select[Any], reach: Reach) -> Select[Any]:
    return statement.where(within(reach, enterprises.c.id))


@dataclass(frozen=True, slots=True)
class Silences:
    """The reads of one actor. Nothing for whoever is no supervisor."""

    connection: Connection
    actor: Actor

    def reached(self) -> Sequence[Reached]:
        """By town, of the enterprises that somebody answers for."""
        scope = self._scope()
        if scope is None:
            return ()
        joined = func.count(distinct(seats.c.enterprise)).label("all")
        silent = func.count(distinct(silences.c.enterprise)).label("silent")
        by_town = (
            select(areas.c.name, joined, silent)
            .select_from(
                seats.join(enterprises, enterprises.c.id == seats.c.enterprise)
                .join(areas, areas.c.id == enterprises.c.town)
                .outerjoin(silences, _LASTING)
            )
            .where(_ANSWERS)
            .group_by(areas.c.name)
            .order_by(areas.c.name)
        )
        rows = self.connection.execute(_inside(by_town, scope.reach), {"place": scope.place})
        return [Reached(row.name, row.all - row.silent, row.all) for row in rows]

    def count(self) -> int:
        """Enterprises that the list names."""
        scope = self._scope()
        if scope is None:
            return 0
        named = select(func.count()).select_from(_AWAY).where(within(scope.reach, _AWAY.c.enterprise))
        return int(self.connection.execute(named, {"place": scope.place}).scalar_one())

    def silent(self) -> int:
        """Those of them that are silent."""
        scope = self._scope()
        if scope is None:
            return 0
        lasting = and_(silences.c.until.is_(None), within(scope.reach, silences.c.enterprise))
        found = select(func.count()).select_from(silences).where(lasting)
        return int(self.connection.execute(found, {"place": scope.place}).scalar_one())

    def listed(self, *, offset: int = 0, limit: int = 5) -> Sequence[Silent]:
        """One page of the list."""
        scope = self._scope()
        if scope is None:
            return ()
        page = _inside(_LIST, scope.reach).offset(offset).limit(limit)
        rows = self.connection.execute(page, {"place": scope.place}).all()
        return [_silent(row) for row in rows]

    def one(self, credit_code: str) -> Silent | None:
        """One of the list with whom to call; phones are masked for who may not admit people."""
        scope = self._scope()
        if scope is None:
            return None
        found = _inside(_LIST, scope.reach).where(enterprises.c.credit_code == credit_code)
        row = self.connection.execute(found, {"place": scope.place}).one_or_none()
        if row is None:
            return None
        card = _silent(row)
        return Silent(
            card.credit_code,
            card.enterprise,
            card.town,
            card.since,
            card.nobody,
            self._absent(row.id),
            self._reachable(row.id),
            self._calls(row.id),
        )

    def delivered(self, since: datetime, until: datetime) -> Sequence[Delivered]:
        """Letters to people of the area, by topic."""
        scope = self._scope()
        return () if scope is None else by_topic(delivery.figures(self.connection, since, until, scope))

    def _absent(self, enterprise: int) -> Sequence[Absent]:
        gone = select(
            people.c.id, people.c.name, seats.c.role, people.c.reachable_at, people.c.phone
        ).select_from(_HELD)
        rows = self.connection.execute(
            gone.where(_ANSWERS, seats.c.enterprise == enterprise, GONE).order_by(seats.c.id)
        )
        return [
            Absent(row.name, row.role, row.reachable_at, self._phone(row.phone), f"person/{row.id}")
            for row in rows
        ]

    def _reachable(self, enterprise: int) -> Sequence[str]:
        there = select(people.c.name).select_from(_HELD).order_by(seats.c.id)
        mine = there.where(_ANSWERS, seats.c.enterprise == enterprise, CAN_BE_REACHED)
        return self.connection.execute(mine).scalars().all()

    def _calls(self, enterprise: int) -> Sequence[Call]:
        """Contacts of the list whose phone none of its people has."""
        own = select(people.c.phone).select_from(_HELD)
        known = own.where(_ANSWERS, seats.c.enterprise == enterprise, people.c.phone.is_not(None))
        listed = select(contacts.c.id, contacts.c.name, contacts.c.role, contacts.c.phone).where(
            contacts.c.enterprise == enterprise, contacts.c.phone.not_in(known)
        )
        rows = self.connection.execute(listed.order_by(contacts.c.id))
        return [Call(row.name, row.role, self._phone(row.phone), f"contact/{row.id}") for row in rows]

    def _phone(self, phone: str | None) -> str:
        if not phone:
            return ""
        return phone if self.actor.may(Right.APPROVE_JOIN) else masked(phone)

    def _scope(self) -> Scope | None:
        scope = scope_of(self.actor, Right.SEE_REACH)
        return None if scope is None or scope.reach is Reach.ENTERPRISE else scope


def _silent(row: Any) -> Silent:
    return Silent(row.credit_code, row.name, row.town, row.since, bool(row.nobody))
