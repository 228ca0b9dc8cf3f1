"""How far a seat reaches, as a condition in SQL: one enterprise, one area, or the whole district."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, bindparam, select, true

from safety.people import Actor, Right
from storage.tables.ledger import enterprises

_in_town = enterprises.alias("in_town")


class Reach(StrEnum):
    """The three ways a seat is limited."""

    ENTERPRISE = "enterprise"
    AREA = "area"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True)
class Scope:
    """A seat's reach and the place it ends at: the enterprise, the area, or nothing for the district."""

    reach: Reach
    place: int | None


def scope_of(actor: Actor, right: Right | None = None) -> Scope | None:
    """How far the actor's seat reaches; None without a seat, or when it lacks the right."""
    seat = actor.seat
    if seat is None or (right is not None and not actor.may(right)):
        return None
    if seat.enterprise is not None:
        return Scope(Reach.ENTERPRISE, seat.enterprise)
    if not seat.supervises:
        return None
    return Scope(Reach.DISTRICT, None) if seat.area is None else Scope(Reach.AREA, seat.area)


def within(reach: Reach, enterprise: ColumnElement[Any]) -> ColumnElement[bool]:
    """The condition that keeps a query inside the reach, on its column of enterprises; it binds `place`."""
    if reach is Reach.ENTERPRISE:
        return enterprise == bindparam("place")
    if reach is Reach.AREA:
        return enterprise.in_(select(_in_town.c.id).where(_in_town.c.town == bindparam("place")))
    return true()
