"""Whom to call in an emergency, as one actor may read it (safety.responders.ResponderBook); and the import of a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from safety.people import Actor, Right
from safety.responders import Responder, ResponderKind, Spot
from storage.places import TOWN
from storage.scope import Scope, scope_of
from storage.tables.ledger import areas, enterprises
from storage.tables.responders import responders

_WHOLE = (
    select(responders, areas.c.name.label("town"))
    .outerjoin(areas, areas.c.id == responders.c.area)
    .where(responders.c.gone_at.is_(None))
    .order_by(responders.c.id)
)


@dataclass(frozen=True, slots=True)
class RespondersOf:
    """Implements safety.responders.ResponderBook: whoever may see one sees all; whom somebody may change: `mine`."""

    connection: Connection
    actor: Actor

    def of_kind(self, kind: ResponderKind) -> Sequence[Responder]:
        if not self.actor.may(Right.SEE_RESPONDERS):
            return ()
        rows = self.connection.execute(_WHOLE.where(responders.c.kind == kind))
        return [self._responder(row) for row in rows]

    def count(self, kind: ResponderKind) -> int:
        if not self.actor.may(Right.SEE_RESPONDERS):
            return 0
        standing = (responders.c.kind == kind, responders.c.gone_at.is_(None))
        found = select(func.count()).select_from(responders).where(*standing)
        return int(self.connection.execute(found).scalar_one())

    def one(self, responder: int) -> Responder | None:
        if not self.actor.may(Right.SEE_RESPONDERS):
            return None
        row = self.connection.execute(_WHOLE.where(responders.c.id == responder)).one_or_none()
        return None if row is None else self._responder(row)

    def town(self) -> str:
        seat = self.actor.seat
        if seat is None:
            return ""
        if seat.enterprise is None:
            area = seat.area
        else:
            own = select(enterprises.c.town).where(enterprises.c.id == seat.enterprise)
            area = self.connection.execute(own).scalar_one()
        named = select(areas.c.name).where(areas.c.id == area, areas.c.kind == TOWN)
        return self.connection.execute(named).scalar_one_or_none() or ""

    def _responder(self, row: Row[Any]) -> Responder:
        scope = scope_of(self.actor, Right.KEEP_RESPONDERS)
        spot = Spot(row.lat, row.lon) if row.lat is not None and row.lon is not None else None
        mine = scope is not None and may_change(scope, row.area)
        return Responder(
            row.id, row.kind, row.town or "", row.name, row.person, row.phone, row.words, spot, mine
        )


def may_change(scope: Scope, area: int | None) -> bool:
    """The district changes all, a town and a department their own."""
    return scope.keeps(area)


@dataclass(frozen=True, slots=True)
class Listed:
    """One of a list that is imported. `area`: None for the district's own."""

    kind: ResponderKind
    area: int | None
    name: str
    person: str
    phone: str
    words: str
    spot: Spot | None


def save(connection: Connection, listed: Sequence[Listed], now: datetime) -> tuple[int, int]:
    """Enter a list; who has the same kind, area and name is brought up to date. How many are new, and how many were known."""
    new = 0
    for one in listed:
        area = responders.c.area.is_(None) if one.area is None else responders.c.area == one.area
        same = (responders.c.kind == one.kind) & (responders.c.name == one.name) & area
        values: dict[str, Any] = {"person": one.person, "phone": one.phone, "words": one.words}
        values |= {"changed_at": now, "gone_at": None}
        if one.spot is not None:
            values |= {"lat": one.spot.lat, "lon": one.spot.lon}
        if connection.execute(update(responders).where(same).values(values)).rowcount == 0:
            row = values | {"kind": one.kind, "area": one.area, "name": one.name}
            connection.execute(insert(responders).values(row))
            new += 1
    return new, len(listed) - new
