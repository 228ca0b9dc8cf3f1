"""Enterprises and their listed contacts, one at a time. In bulk, by an import: bringing.py."""

from sqlalchemy import Connection, bindparam, insert, select

from safety.enterprises import Enterprise
from storage.bringing import Entry, Listed, Saved, save
from storage.phones import digits
from storage.places import DISTRICT, area_id
from storage.prepared import Prepared
from storage.tables.ledger import areas, contacts, enterprises

__all__ = ["Entry", "Listed", "Saved", "by_code", "list_supervisor", "name_district", "one", "save"]

_ONE = Prepared(
    select(enterprises.c.name, enterprises.c.credit_code, enterprises.c.colour, areas.c.name.label("town"))
    .add_columns(enterprises.c.activity)
    .join(areas, areas.c.id == enterprises.c.town)
    .where(enterprises.c.id == bindparam("enterprise"))
)


def one(connection: Connection, enterprise: int) -> Enterprise:
    """An enterprise as its people see it."""
    (row,) = _ONE.rows(connection, {"enterprise": enterprise})
    return Enterprise(row.name, row.credit_code, row.colour, row.town, row.activity)


def by_code(connection: Connection, credit_code: str) -> int | None:
    """The row of the enterprise with this credit code."""
    found = select(enterprises.c.id).where(enterprises.c.credit_code == credit_code)
    return connection.execute(found).scalar_one_or_none()


def name_district(connection: Connection, name: str) -> int:
    """Enter the district; there is one in an installation."""
    return area_id(connection, DISTRICT, name)


def list_supervisor(connection: Connection, area: int | None, listed: Listed) -> None:
    """Put a supervisor's phone on the list of a town, or of the district (None)."""
    row = {"area": area, "name": listed.name, "phone": digits(listed.phone), "role": listed.role}
    here = (contacts.c.area.is_not_distinct_from(area)) & (contacts.c.phone == row["phone"])
    there = connection.execute(select(contacts.c.id).where(here, contacts.c.enterprise.is_(None))).first()
    if there is None:
        connection.execute(insert(contacts), row)
