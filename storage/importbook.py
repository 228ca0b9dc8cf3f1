"""Imports as one supervisor may read them (safety.imports.ImportBook): their own, from the seat in which they act."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, and_, false, select
from sqlalchemy.sql import ColumnElement

from checklists.catalogue import Catalogue
from safety.imports import Import, Named, fields_of
from safety.people import Actor, Right
from storage.imports import import_of
from storage.tables.imports import imports

LATEST = 5


def own(actor: Actor) -> ColumnElement[bool]:
    """The condition that keeps to one's own, from this seat; nobody without the right has any."""
    seat = actor.seat
    if seat is None or not actor.may(Right.IMPORT):
        return false()
    return and_(
        imports.c.person == actor.person,
        imports.c.role == seat.role,
        imports.c.area.is_not_distinct_from(seat.area),
    )


@dataclass(frozen=True, slots=True)
class ImportsOf:
    """Implements safety.imports.ImportBook."""

    connection: Connection
    actor: Actor
    catalogue: Catalogue

    def one(self, number: int) -> Import | None:
        row = self.connection.execute(select(imports).where(own(self.actor), imports.c.id == number)).first()
        return None if row is None else import_of(row)

    def recent(self, limit: int = LATEST) -> Sequence[Import]:
        found = select(imports).where(own(self.actor)).order_by(imports.c.id.desc()).limit(limit)
        return [import_of(row) for row in self.connection.execute(found)]

    def last(self) -> Import | None:
        return next(iter(self.recent(1)), None)

    def fields(self) -> Sequence[Named]:
        return fields_of(self.catalogue.facts)

    def whole(self) -> bool:
        seat = self.actor.seat
        return seat is not None and seat.area is None
