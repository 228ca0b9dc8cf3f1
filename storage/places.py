"""Names of places: an enterprise, a town, or the district itself."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, func, literal, select

from storage.tables.ledger import areas, enterprises

DISTRICT = "district"
TOWN = "town"

_district = areas.alias("district")
_DISTRICT_NAME = select(_district.c.name).where(_district.c.kind == DISTRICT).limit(1).scalar_subquery()


def place_name() -> ColumnElement[Any]:
    """The name of the place in a query that has (outer) joined `enterprises` and `areas`."""
    return func.coalesce(enterprises.c.name, areas.c.name, _DISTRICT_NAME, literal(""))


def area_name(connection: Connection, area: int | None) -> str:
    """The name of a town, or of the district (None)."""
    one = areas.c.kind == DISTRICT if area is None else areas.c.id == area
    return connection.execute(select(areas.c.name).where(one).limit(1)).scalar_one_or_none() or ""


def area_id(connection: Connection, kind: str, name: str) -> int:
    """The row of a town or the district by its name, entered when it is new."""
    same = (areas.c.kind == kind) & (areas.c.name == name)
    found = connection.execute(select(areas.c.id).where(same)).scalar_one_or_none()
    if found is not None:
        return int(found)
    entered = areas.insert().values(kind=kind, name=name).returning(areas.c.id)
    return int(connection.execute(entered).scalar_one())


def towns(connection: Connection) -> frozenset[str]:
    """The names of all towns."""
    return frozenset(connection.execute(select(areas.c.name).where(areas.c.kind == TOWN)).scalars())
