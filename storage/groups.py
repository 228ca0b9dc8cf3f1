"""Saved groups of enterprises, of the actor's own area (safety.groups.GroupBook)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from safety.groups import Group
from safety.people import Actor, Right
from safety.queries import Query
from storage.scope import Reach, Scope, scope_of
from storage.tables.campaigns import groups
from storage.tables.people import people

G = groups.c


def own(scope: Scope) -> ColumnElement[bool]:
    """Those of the area itself that are still used; the district's own are those of no area."""
    return G.area.is_not_distinct_from(scope.place) & G.gone_at.is_(None)


def query_of(connection: Connection, group: int | None) -> Query | None:
    """What a group says; what it said last when it is used no more. None without one."""
    kept = select(G.query).where(G.id == group)
    row = connection.execute(kept).one_or_none() if group else None
    return None if row is None else Query.from_json(row.query)


@dataclass(frozen=True, slots=True)
class GroupsOf:
    """Implements safety.groups.GroupBook."""

    connection: Connection
    actor: Actor

    def count(self) -> int:
        scope = self._scope()
        found = select(func.count()).select_from(groups)
        return 0 if scope is None else int(self.connection.execute(found.where(own(scope))).scalar_one())

    def listed(self, *, offset: int = 0, limit: int = 5) -> Sequence[Group]:
        return self._read(_CARD.order_by(G.name, G.id).offset(offset).limit(limit))

    def one(self, number: int) -> Group | None:
        return next(iter(self._read(_CARD.where(G.id == number))), None)

    def named(self, name: str) -> Group | None:
        return next(iter(self._read(_CARD.where(G.name == name))), None)

    def _read(self, found: Select[Any]) -> Sequence[Group]:
        scope = self._scope()
        rows = () if scope is None else self.connection.execute(found.where(own(scope))).all()
        return [
            Group(row.id, row.name, Query.from_json(row.query), row.person_name or "", row.saved_at)
            for row in rows
        ]

    def _scope(self) -> Scope | None:
        scope = scope_of(self.actor, Right.KEEP_GROUPS)
        return None if scope is None or scope.reach is Reach.ENTERPRISE else scope


_CARD = select(groups, people.c.name.label("person_name")).join(people, people.c.id == G.person)
