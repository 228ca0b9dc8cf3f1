"""How far a seat reaches, as a condition in SQL: one enterprise, a town, a department's industries, a grid, the whole district."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, or_, select, true

from safety.people import Actor, AreaKind, Right
from storage.tables.ledger import enterprises

_inside = enterprises.alias("inside")


class Reach(StrEnum):
    """The ways a seat is limited. AREA: a town."""

    ENTERPRISE = "enterprise"
    AREA = "area"
    DEPARTMENT = "department"
    GRID = "grid"
    DISTRICT = "district"


_OF = {
    AreaKind.DISTRICT: Reach.DISTRICT,
    AreaKind.TOWN: Reach.AREA,
    AreaKind.DEPARTMENT: Reach.DEPARTMENT,
    AreaKind.GRID: Reach.GRID,
}
_HELD_BY = {
    Reach.AREA: _inside.c.town,
    Reach.DEPARTMENT: _inside.c.department,
    Reach.GRID: _inside.c.grid,
}


@dataclass(frozen=True, slots=True)
class Scope:
    """A seat's reach and the place it ends at: the enterprise, the area, or nothing for the district."""

    reach: Reach
    place: int | None

    @property
    def across_towns(self) -> bool:
        """Whether it holds enterprises of several towns, so that a list is worth narrowing down to one."""
        return self.reach in {Reach.DISTRICT, Reach.DEPARTMENT}

    def keeps(self, area: int | None) -> bool:
        """Whether what belongs to an area itself (a warning sent from it) is theirs: the district keeps all."""
        if self.reach is Reach.ENTERPRISE:
            return False
        return self.reach is Reach.DISTRICT or self.place == area


def scope_of(actor: Actor, right: Right | None = None) -> Scope | None:
    """How far the actor's seat reaches; None without a seat, or when it lacks the right."""
    seat = actor.seat
    if seat is None or (right is not None and not actor.may(right)):
        return None
    if seat.enterprise is not None:
        return Scope(Reach.ENTERPRISE, seat.enterprise)
    if not seat.supervises:
        return None
    return over(seat.area, seat.over)


def over(area: int | None, kind: AreaKind | None) -> Scope:
    """The reach of an area of a kind; without an area the whole district."""
    return Scope(_OF[kind or AreaKind.TOWN], area) if area is not None else Scope(Reach.DISTRICT, None)


def within(reach: Reach, enterprise: ColumnElement[Any]) -> ColumnElement[bool]:
    """The condition that keeps a query inside the reach, on its column of enterprises; it binds `place`."""
    if reach is Reach.ENTERPRISE:
        return enterprise == bindparam("place")
    if reach is Reach.DISTRICT:
        return true()
    return enterprise.in_(select(_inside.c.id).where(_HELD_BY[reach] == bindparam("place")))


def held(scope: Scope, enterprise: ColumnElement[Any]) -> ColumnElement[bool]:
    """The same condition with its place written into it, for a statement that is not kept."""
    if scope.reach is Reach.DISTRICT:
        return true()
    if scope.reach is Reach.ENTERPRISE:
        return enterprise == scope.place
    return enterprise.in_(select(_inside.c.id).where(_HELD_BY[scope.reach] == scope.place))


def inside(area: Any) -> Select[Any]:
    """The enterprises of an area, whichever kind it is: of a town, of a grid, or those a department answers for."""
    held = (_inside.c.town == area, _inside.c.department == area, _inside.c.grid == area)
    return select(_inside.c.id).where(or_(*held))
