"""Enterprises and their listed contacts: read by the people of one, entered and changed in bulk by an import."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from checklists.answers import JsonValue
from safety.departments import DepartmentBy
from safety.ledger import Colour, Enterprise
from safety.people import Role
from storage import facts
from storage.phones import digits
from storage.places import DEPARTMENT, DISTRICT, TOWN, area_id, grid_id
from storage.prepared import Prepared
from storage.tables.ledger import areas, contacts, enterprises
from storage.upsert import Upsert

_ONE = Prepared(
    select(enterprises.c.name, enterprises.c.credit_code, enterprises.c.colour, areas.c.name.label("town"))
    .join(areas, areas.c.id == enterprises.c.town)
    .where(enterprises.c.id == bindparam("enterprise"))
)
_KNOWN = select(enterprises).where(enterprises.c.credit_code.in_(bindparam("codes", expanding=True)))
_CHANGED = ("name", "colour", "town", "address", "department", "department_by", "grid")
_CHANGE = (
    update(enterprises)
    .where(enterprises.c.credit_code == bindparam("b_credit_code"))
    .values(**{name: bindparam(f"b_{name}") for name in _CHANGED}, stale=True)
)
_CONTACT = Upsert(
    lambda insert: (row := insert(contacts)).on_conflict_do_update(
        index_elements=["enterprise", "phone"],
        set_={"name": row.excluded.name, "role": row.excluded.role},
    )
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A contact on an enterprise's list."""

    name: str
    phone: str
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One enterprise as an import brings it. Facts are stated with `source`, contacts added or renamed.

    department, grid   by their names; empty: the list does not say, what is known stays
    """

    credit_code: str
    name: str
    colour: Colour
    town: str
    address: str = ""
    facts: Mapping[str, JsonValue] = field(default_factory=dict)
    contacts: Sequence[Listed] = ()
    department: str = ""
    grid: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """What an import did."""

    new: int
    changed: int
    same: int


def one(connection: Connection, enterprise: int) -> Enterprise:
    """An enterprise as its people see it."""
    (row,) = _ONE.rows(connection, {"enterprise": enterprise})
    return Enterprise(row.name, row.credit_code, row.colour, row.town)


def by_code(connection: Connection, credit_code: str) -> int | None:
    """The row of the enterprise with this credit code."""
    found = select(enterprises.c.id).where(enterprises.c.credit_code == credit_code)
    return connection.execute(found).scalar_one_or_none()


def name_district(connection: Connection, name: str) -> int:
    """Enter the district; there is one in an installation."""
    return area_id(connection, DISTRICT, name)


def save(connection: Connection, entries: Sequence[Entry], now: datetime, source: str) -> Saved:
    """Enter new enterprises and change known ones (by credit code). Facts that did not change are not stated again."""
    known = _known(connection, [entry.credit_code for entry in entries])
    found = _Areas.of(connection, entries)
    rows = [_row(entry, found, known.get(entry.credit_code)) for entry in entries]
    new = [row | {"added_at": now} for row in rows if row["credit_code"] not in known]
    changed = [row for row in rows if _differs(row, known.get(row["credit_code"]))]
    if new:
        connection.execute(insert(enterprises), new)
    if changed:
        connection.execute(_CHANGE, [{f"b_{name}": value for name, value in row.items()} for row in changed])
    _save_around(connection, entries, now, source)
    return Saved(len(new), len(changed), len(rows) - len(new) - len(changed))


def _known(connection: Connection, codes: Sequence[str]) -> dict[str, Any]:
    return {row.credit_code: row for row in connection.execute(_KNOWN, {"codes": list(codes)})}


@dataclass(frozen=True, slots=True)
class _Areas:
    """The rows of all areas that a list names."""

    towns: Mapping[str, int]
    departments: Mapping[str, int]
    grids: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, connection: Connection, entries: Sequence[Entry]) -> "_Areas":
        towns = sorted({entry.town for entry in entries})
        departments = sorted({entry.department for entry in entries} - {""})
        grids = sorted({(entry.town, entry.grid) for entry in entries if entry.grid})
        return cls(
            {name: area_id(connection, TOWN, name) for name in towns},
            {name: area_id(connection, DEPARTMENT, name) for name in departments},
            {(town, grid): grid_id(connection, town, grid) for town, grid in grids},
        )


def _row(entry: Entry, found: _Areas, known: Any) -> dict[str, Any]:
    row = {
        "credit_code": entry.credit_code,
        "name": entry.name,
        "colour": _colour(entry, known),
        "town": found.towns[entry.town],
        "address": entry.address,
        "grid": _grid(entry, found, known),
    }
    return row | _department(entry, found, known)


def _colour(entry: Entry, known: Any) -> Colour:
    """A colour that a supervisor has set by hand stays, whatever a list says."""
    by_hand = known is not None and known.colour_reason is not None
    return known.colour if by_hand else entry.colour


def _department(entry: Entry, found: _Areas, known: Any) -> dict[str, Any]:
    """The department that the list names; what a supervisor has said stays, and what is known when it names none."""
    if known is not None and (not entry.department or known.department_by is DepartmentBy.HAND):
        return {"department": known.department, "department_by": known.department_by}
    if entry.department:
        return {"department": found.departments[entry.department], "department_by": DepartmentBy.LIST}
    return {"department": None, "department_by": DepartmentBy.RULE}


def _grid(entry: Entry, found: _Areas, known: Any) -> int | None:
    """The grid that the list names, else the known one; one who moves to another town leaves it."""
    if entry.grid:
        return found.grids[entry.town, entry.grid]
    return known.grid if known is not None and known.town == found.towns[entry.town] else None


def _differs(row: Mapping[str, Any], known: Any) -> bool:
    return known is not None and any(row[name] != getattr(known, name) for name in _CHANGED)


def _save_around(connection: Connection, entries: Sequence[Entry], now: datetime, source: str) -> None:
    """Contacts and facts of the entries."""
    known = _known(connection, [entry.credit_code for entry in entries])
    numbered = [(known[entry.credit_code].id, entry) for entry in entries]
    listed = [
        {"enterprise": number, "name": one.name, "phone": digits(one.phone), "role": one.role}
        for number, entry in numbered
        for one in entry.contacts
    ]
    if listed:
        _CONTACT.run(connection, listed)
    _state(connection, numbered, now, source)


def _state(connection: Connection, numbered: Sequence[tuple[int, Entry]], now: datetime, source: str) -> None:
    before = facts.stated_of(connection, [number for number, _ in numbered])
    new = [
        facts.Statement(number, fact, value, source)
        for number, entry in numbered
        for fact, value in entry.facts.items()
        if facts.plain([(fact, value)]).get(fact) != before[number].get(fact)
    ]
    facts.state(connection, new, now)
    touched = sorted({statement.enterprise for statement in new})
    if touched:
        stale = update(enterprises).where(enterprises.c.id.in_(touched))
        connection.execute(stale.values(stale=True))


def list_supervisor(connection: Connection, area: int | None, listed: Listed) -> None:
    """Put a supervisor's phone on the list of a town, or of the district (None)."""
    row = {"area": area, "name": listed.name, "phone": digits(listed.phone), "role": listed.role}
    here = (contacts.c.area.is_not_distinct_from(area)) & (contacts.c.phone == row["phone"])
    there = connection.execute(select(contacts.c.id).where(here, contacts.c.enterprise.is_(None))).first()
    if there is None:
        connection.execute(insert(contacts), row)
