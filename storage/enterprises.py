"""Enterprises and their listed contacts: read by the people of one, entered and changed in bulk by an import."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from checklists.answers import JsonValue
from safety.ledger import Colour, Enterprise
from safety.people import Role
from storage import facts
from storage.phones import digits
from storage.places import DISTRICT, TOWN, area_id
from storage.prepared import Prepared
from storage.tables.ledger import areas, contacts, enterprises
from storage.upsert import Upsert

_ONE = Prepared(
    select(enterprises.c.name, enterprises.c.credit_code, enterprises.c.colour, areas.c.name.label("town"))
    .join(areas, areas.c.id == enterprises.c.town)
    .where(enterprises.c.id == bindparam("enterprise"))
)
_KNOWN = select(enterprises).where(enterprises.c.credit_code.in_(bindparam("codes", expanding=True)))
_CHANGED = ("name", "colour", "town", "address")
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
    """One enterprise as an import brings it. Facts are stated with `source`, contacts added or renamed."""

    credit_code: str
    name: str
    colour: Colour
    town: str
    address: str = ""
    facts: Mapping[str, JsonValue] = field(default_factory=dict)
    contacts: Sequence[Listed] = ()


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
    towns = {name: area_id(connection, TOWN, name) for name in sorted({entry.town for entry in entries})}
    rows = [_by_hand(_row(entry, towns), known.get(entry.credit_code)) for entry in entries]
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


def _row(entry: Entry, towns: Mapping[str, int]) -> dict[str, Any]:
    return {
        "credit_code": entry.credit_code,
        "name": entry.name,
        "colour": entry.colour,
        "town": towns[entry.town],
        "address": entry.address,
    }


def _by_hand(row: dict[str, Any], known: Any) -> dict[str, Any]:
    """A colour that a supervisor has set by hand stays, whatever a list says."""
    by_hand = known is not None and known.colour_reason is not None
    return {**row, "colour": known.colour} if by_hand else row


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
