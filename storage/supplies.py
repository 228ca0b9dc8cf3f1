"""Emergency supplies as one actor may read them (safety.supplies.SupplyBook)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select, true

from checklists.catalogue import Catalogue
from checklists.supplies import SupplyItem
from safety.people import Actor, Right
from safety.supplies import Depot, Supply
from storage import facts
from storage.attached import FAILED
from storage.places import area_name
from storage.scope import Reach, Scope, scope_of, within
from storage.tables.ledger import areas, enterprises
from storage.tables.media import media
from storage.tables.people import people
from storage.tables.supplies import depots, supplies

_own_area = areas.alias("own_area")
_WHOLE = select(
    depots,
    enterprises.c.name.label("unit"),
    func.coalesce(areas.c.name, _own_area.c.name).label("town"),
    people.c.name.label("checker"),
).select_from(
    depots.outerjoin(enterprises, enterprises.c.id == depots.c.enterprise)
    .outerjoin(areas, areas.c.id == enterprises.c.town)
    .outerjoin(_own_area, _own_area.c.id == depots.c.area)
    .outerjoin(people, people.c.id == depots.c.checked_by)
)


def seen(scope: Scope) -> ColumnElement[bool]:
    """Depots that a reach holds: those of its enterprises, and of its own area; everybody sees the district's as well. It binds `place`."""
    if scope.reach is Reach.DISTRICT:
        return true()
    inside = within(scope.reach, depots.c.enterprise)
    if scope.reach is Reach.ENTERPRISE:
        return inside
    officials = and_(
        depots.c.enterprise.is_(None), or_(depots.c.area.is_(None), depots.c.area == scope.place)
    )
    return or_(inside, officials)


def kept_by(scope: Scope, row: Any) -> bool:
    """Whether somebody with this reach may change a depot: its own enterprise, its own area."""
    if scope.reach is Reach.ENTERPRISE:
        return row.enterprise is not None and row.enterprise == scope.place
    if row.enterprise is not None:
        return False
    return scope.reach is Reach.DISTRICT or row.area == scope.place


@dataclass(frozen=True, slots=True)
class SuppliesOf:
    """Implements safety.supplies.SupplyBook."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue

    def depots(self, *, offset: int = 0, limit: int = 5) -> Sequence[Depot]:
        scope = scope_of(self.actor, Right.SEE_SUPPLIES)
        if scope is None:
            return ()
        order = (depots.c.enterprise.is_not(None), enterprises.c.name, depots.c.id)
        found = _WHOLE.where(seen(scope)).order_by(*order).offset(offset).limit(limit)
        rows = self.connection.execute(found, {"place": scope.place}).all()
        return [self._depot(row, scope, with_things=True) for row in rows]

    def count(self) -> int:
        scope = scope_of(self.actor, Right.SEE_SUPPLIES)
        if scope is None:
            return 0
        found = select(func.count()).select_from(depots).where(seen(scope))
        return int(self.connection.execute(found, {"place": scope.place}).scalar_one())

    def one(self, depot: int) -> Depot | None:
        scope = scope_of(self.actor, Right.SEE_SUPPLIES)
        if scope is None:
            return None
        found = _WHOLE.where(seen(scope), depots.c.id == depot)
        row = self.connection.execute(found, {"place": scope.place}).one_or_none()
        return None if row is None else self._depot(row, scope, with_things=True)

    def last(self) -> Depot | None:
        mine = select(func.max(depots.c.id)).where(depots.c.made_by == self.actor.person)
        newest = self.connection.execute(mine).scalar()
        return None if newest is None else self.one(newest)

    def suggested(self) -> Sequence[SupplyItem]:
        seat = self.actor.seat
        if seat is None or seat.enterprise is None:
            return ()
        stated = self.catalogue.facts.derive(facts.stated(self.connection, seat.enterprise))
        return self.catalogue.rules.supplies.suggested(stated)

    def _depot(self, row: Row[Any], scope: Scope, *, with_things: bool) -> Depot:
        mine = kept_by(scope, row) and self.actor.may(Right.KEEP_SUPPLIES)
        return Depot(
            row.id,
            row.kind,
            row.unit or "",
            row.town or area_name(self.connection, None),
            row.name,
            row.place,
            row.keeper,
            row.phone,
            things(self.connection, row.id) if with_things else (),
            row.checked_at,
            row.checker or "",
            mine,
        )


def things(connection: Connection, depot: int) -> Sequence[Supply]:
    """What lies in a depot, in the order in which it was entered."""
    found = select(supplies).where(supplies.c.depot == depot, supplies.c.dropped_at.is_(None))
    rows = connection.execute(found.order_by(supplies.c.id)).all()
    shown = _photos(connection, [row.id for row in rows])
    return [
        Supply(
            row.id,
            row.item,
            row.name,
            row.unit,
            row.quantity,
            row.wanted,
            row.expires,
            *shown.get(f"supply/{row.id}", (None, None)),
        )
        for row in rows
    ]


def _photos(connection: Connection, things: Sequence[int]) -> Mapping[str, tuple[str | None, datetime]]:
    """By subject: our newest copy, and when the newest photo came."""
    if not things:
        return {}
    found = (
        select(media.c.subject, media.c.path, media.c.state, media.c.received_at)
        .where(media.c.subject.in_([f"supply/{one}" for one in things]), media.c.state != FAILED)
        .order_by(media.c.id)
    )
    kept: dict[str, tuple[str | None, datetime]] = {}
    for row in connection.execute(found):
        before, _ = kept.get(row.subject, (None, row.received_at))
        kept[row.subject] = (row.path if row.state == "safe" else before, row.received_at)
    return kept
