"""Areas and the names of places: an enterprise, a town, a department, a grid, or the district itself."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, literal, or_, select, update

from safety.people import AreaKind
from storage.tables.ledger import areas, enterprises
from storage.tables.people import seats

DISTRICT, TOWN, DEPARTMENT, GRID = AreaKind.DISTRICT, AreaKind.TOWN, AreaKind.DEPARTMENT, AreaKind.GRID

_district = areas.alias("district")
_DISTRICT_NAME = select(_district.c.name).where(_district.c.kind == DISTRICT).limit(1).scalar_subquery()


def place_name() -> ColumnElement[Any]:
    """The name of the place in a query that has (outer) joined `enterprises` and `areas`."""
    return func.coalesce(enterprises.c.name, areas.c.name, _DISTRICT_NAME, literal(""))


def area_name(connection: Connection, area: int | None) -> str:
    """The name of an area, or of the district (None)."""
    one = areas.c.kind == DISTRICT if area is None else areas.c.id == area
    return connection.execute(select(areas.c.name).where(one).limit(1)).scalar_one_or_none() or ""


def area_id(connection: Connection, kind: AreaKind, name: str, *, parent: int | None = None) -> int:
    """The row of an area by its kind and name, entered when it is new: below `parent`, else below the district."""
    found = find(connection, kind, name)
    if found is not None:
        return found
    above = _district_id(connection) if parent is None and kind is not DISTRICT else parent
    entered = areas.insert().values(kind=kind, name=name, parent=above).returning(areas.c.id)
    number = int(connection.execute(entered).scalar_one())
    if kind is DISTRICT:  # towns that were entered before it
        orphans = (areas.c.kind.in_([TOWN, DEPARTMENT])) & areas.c.parent.is_(None)
        connection.execute(update(areas).where(orphans).values(parent=number))
    return number


def find(connection: Connection, kind: AreaKind, name: str) -> int | None:
    """The row of an area by its kind and name; None when there is none."""
    same = (areas.c.kind == kind) & (areas.c.name == name)
    return connection.execute(select(areas.c.id).where(same)).scalar_one_or_none()


def kind_of(connection: Connection, area: int | None) -> AreaKind | None:
    """What an area is; the district for None, None for one that is not there."""
    if area is None:
        return DISTRICT
    kind: AreaKind | None = connection.execute(
        select(areas.c.kind).where(areas.c.id == area)
    ).scalar_one_or_none()
    return kind


def _district_id(connection: Connection) -> int | None:
    found = select(areas.c.id).where(areas.c.kind == DISTRICT).limit(1)
    return connection.execute(found).scalar_one_or_none()


def grid_name(town: str, grid: str) -> str:
    """The name of a grid as the whole district reads it: with its town's before it."""
    return grid if grid.startswith(town) else f"{town}{grid}"


def grid_id(connection: Connection, town: str, grid: str) -> int:
    """The row of a grid of a town, both entered when they are new."""
    name = grid_name(town, grid)
    return find(connection, GRID, name) or area_id(
        connection, GRID, name, parent=area_id(connection, TOWN, town)
    )


def named(connection: Connection, kind: AreaKind) -> Mapping[str, int]:
    """All areas of a kind by their names, in alphabetical order."""
    found = select(areas.c.name, areas.c.id).where(areas.c.kind == kind).order_by(areas.c.name)
    return {row.name: row.id for row in connection.execute(found)}


def towns(connection: Connection) -> frozenset[str]:
    """The names of all towns."""
    return frozenset(named(connection, TOWN))


def seated_over(enterprise: ColumnElement[Any] | int) -> ColumnElement[bool]:
    """The condition on `seats` that one watches over an enterprise: its town, department or grid, or the whole district."""
    district = seats.c.enterprise.is_(None) & seats.c.area.is_(None)
    return or_(seats.c.area.in_(areas_of(enterprise)), district)


def areas_of(enterprise: ColumnElement[Any] | int) -> Sequence[Any]:
    """Its town, its department and its grid, as values of a query."""
    one = enterprises.alias("watched")
    held = (one.c.town, one.c.department, one.c.grid)
    return [select(column).where(one.c.id == enterprise).scalar_subquery() for column in held]
