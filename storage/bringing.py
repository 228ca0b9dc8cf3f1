"""Enterprises in bulk: entered once by credit code, changed only where a list differs, in portions. One of them: enterprises.py."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from checklists.answers import JsonValue
from checklists.reminders import Activity
from safety.departments import DepartmentBy
from safety.enterprises import Colour
from safety.people import AreaKind, Role
from storage import facts, obligations
from storage.phones import digits
from storage.places import DEPARTMENT, TOWN, area_id, grid_id, grid_name
from storage.places import named as areas_named
from storage.prepared import Prepared
from storage.tables.events import events
from storage.tables.ledger import areas, contacts, enterprises

PORTION = 500  # rows that one statement looks up
_department, _grid = areas.alias("department_area"), areas.alias("grid_area")
_KNOWN = (
    select(
        enterprises,
        areas.c.name.label("town_name"),
        _department.c.name.label("department_name"),
        _grid.c.name.label("grid_name"),
    )
    .join(areas, areas.c.id == enterprises.c.town)
    .outerjoin(_department, _department.c.id == enterprises.c.department)
    .outerjoin(_grid, _grid.c.id == enterprises.c.grid)
    .where(enterprises.c.credit_code.in_(bindparam("codes", expanding=True)))
)
_NAMED = (
    select(enterprises.c.name, areas.c.name.label("town_name"))
    .join(areas, areas.c.id == enterprises.c.town)
    .where(enterprises.c.name.in_(bindparam("names", expanding=True)))
)
_IDS = select(enterprises.c.credit_code, enterprises.c.id).where(
    enterprises.c.credit_code.in_(bindparam("codes", expanding=True))
)
_LISTED = select(contacts.c.enterprise, contacts.c.phone, contacts.c.name, contacts.c.role).where(
    contacts.c.enterprise.in_(bindparam("enterprises", expanding=True))
)
_CHANGED = ("name", "colour", "town", "address", "department", "department_by", "grid")
_CHANGE = Prepared(
    update(enterprises)
    .where(enterprises.c.credit_code == bindparam("b_credit_code"))
    .values(**{name: bindparam(f"b_{name}", type_=enterprises.c[name].type) for name in _CHANGED}, stale=True)
)
CHANGED = "enterprise:imported"  # in the record of events: known enterprises that a list has changed
_NOTED = ("at", "kind", "subject", "person", "enterprise", "body", "ordinal")
_APPEND = Prepared(
    insert(events).values({name: bindparam(f"b_{name}", type_=events.c[name].type) for name in _NOTED})
)
_UNLIST = delete(contacts).where(
    contacts.c.enterprise == bindparam("b_enterprise"), contacts.c.phone == bindparam("b_phone")
)
_CONTACT = Prepared.upsert(
    lambda insert: (
        row := insert(contacts).values(
            {
                name: bindparam(f"b_{name}", type_=contacts.c[name].type)
                for name in ("enterprise", "name", "phone", "role")
            }
        )
    ).on_conflict_do_update(
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
    cleared    facts that are not stated any more
    unlisted   contacts with these roles leave the list, but for those that the entry itself lists
    activity   what it does now; None: nothing is said of it
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
    cleared: frozenset[str] = frozenset()
    unlisted: frozenset[Role] = frozenset()
    activity: Activity | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """What an import did."""

    new: int
    changed: int
    same: int

    def __add__(self, other: "Saved") -> "Saved":
        return Saved(self.new + other.new, self.changed + other.changed, self.same + other.same)


@dataclass(frozen=True, slots=True)
class Difference:
    """What an entry would change. `known`: the row as it stands, None for a new enterprise."""

    entry: Entry
    known: Any
    columns: Sequence[str] = ()
    facts: Mapping[str, JsonValue] = field(default_factory=dict)  # None: not stated any more
    listed: Sequence[Listed] = ()
    unlisted: Sequence[str] = ()  # phones
    acts: bool = False

    @property
    def same(self) -> bool:
        """Whether the ledger says all of it already."""
        return self.known is not None and not (
            self.columns or self.facts or self.listed or self.unlisted or self.acts
        )


def save(
    connection: Connection,
    entries: Sequence[Entry],
    now: datetime,
    source: str,
    person: int | None = None,
) -> Saved:
    """Enter new enterprises and change known ones (by credit code). What did not change is not written again."""
    saved = Saved(0, 0, 0)
    for start in range(0, len(entries), PORTION):
        found = differences(connection, entries[start : start + PORTION])
        saved += write(connection, found, now, source, person)
    return saved


def write(
    connection: Connection, found: Sequence[Difference], now: datetime, source: str, person: int | None
) -> Saved:
    """Write what differs."""
    _write(connection, [one for one in found if not one.same], now, source, person)
    return counted(found)


def counted(found: Sequence[Difference]) -> Saved:
    """New, changed and same ones."""
    new, same = sum(one.known is None for one in found), sum(one.same for one in found)
    return Saved(new, len(found) - new - same, same)


def known(connection: Connection, codes: Sequence[str]) -> dict[str, Any]:
    """The rows of enterprises by credit code, with the names of their towns (`town_name`)."""
    rows = connection.execute(_KNOWN, {"codes": list(codes)}) if codes else ()
    return {row.credit_code: row for row in rows}


def named(connection: Connection, names: Sequence[str]) -> frozenset[tuple[str, str]]:
    """Town and name of the enterprises that have one of these names."""
    rows = connection.execute(_NAMED, {"names": list(names)}) if names else ()
    return frozenset((row.town_name, row.name) for row in rows)


def differences(
    connection: Connection, entries: Sequence[Entry], there: Mapping[str, Any] | None = None
) -> list[Difference]:
    """What each entry would change. At most PORTION of them at once. `there`: what `known` has just said of them."""
    codes = [entry.credit_code for entry in entries]
    rows = known(connection, codes) if there is None else {one: there[one] for one in codes if one in there}
    numbers = [row.id for row in rows.values()]
    stated = facts.stated_of(connection, numbers) if numbers else {}
    listed: dict[int, dict[str, Any]] = defaultdict(dict)
    for one in connection.execute(_LISTED, {"enterprises": numbers}) if numbers else ():
        listed[one.enterprise][one.phone] = one
    return [_difference(entry, rows.get(entry.credit_code), stated, listed) for entry in entries]


def _difference(
    entry: Entry, row: Any, stated: Mapping[int, Mapping[str, Any]], listed: Mapping[int, Mapping[str, Any]]
) -> Difference:
    before = stated.get(row.id, {}) if row is not None else {}
    on_list = listed.get(row.id, {}) if row is not None else {}
    acts = entry.activity is not None and entry.activity != (row.activity if row else Activity.PRODUCING)
    new = {fact: value for fact, value in entry.facts.items() if _plain(value) != before.get(fact)}
    gone = {fact: None for fact in entry.cleared if fact in before}
    return Difference(
        entry,
        row,
        () if row is None else tuple(_differing(entry, row)),
        {**new, **gone},
        tuple(one for one in entry.contacts if not _is_listed(one, on_list.get(digits(one.phone)))),
        tuple(_leaving(entry, on_list)),
        acts,
    )


def _plain(value: JsonValue) -> Any:
    return facts.value_of(value)


def _differing(entry: Entry, row: Any) -> Iterator[str]:
    if entry.name != row.name:
        yield "name"
    if (
        entry.colour != row.colour and row.colour_reason is None
    ):  # one set by hand stays, whatever a list says
        yield "colour"
    if entry.town != row.town_name:
        yield "town"
    if entry.address != row.address:
        yield "address"
    told = (row.department_name, row.department_by) == (entry.department, DepartmentBy.LIST)
    if entry.department and not told and row.department_by is not DepartmentBy.HAND:
        yield "department"
    if entry.grid and row.grid_name != grid_name(entry.town, entry.grid):
        yield "grid"


def _is_listed(one: Listed, row: Any) -> bool:
    return row is not None and (row.name, row.role) == (one.name, one.role)


def _leaving(entry: Entry, on_list: Mapping[str, Any]) -> Iterator[str]:
    stay = {digits(one.phone) for one in entry.contacts}
    yield from (phone for phone, row in on_list.items() if row.role in entry.unlisted and phone not in stay)


# --- writing --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Areas:
    """The rows of all areas that are needed, entered when they are new."""

    towns: Mapping[str, int]
    departments: Mapping[str, int]
    grids: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, connection: Connection, found: Sequence[Difference]) -> "_Areas":
        entries = [one.entry for one in found if one.known is None or one.columns]
        towns = sorted({one.town for one in entries})
        departments = sorted({one.department for one in entries} - {""})
        grids = sorted({(one.town, one.grid) for one in entries if one.grid})
        return cls(
            _all(connection, TOWN, towns),
            _all(connection, DEPARTMENT, departments),
            {(town, grid): grid_id(connection, town, grid) for town, grid in grids},
        )


def _all(connection: Connection, kind: AreaKind, names: Sequence[str]) -> Mapping[str, int]:
    """The rows of areas by their names; those that are missing are entered."""
    there = areas_named(connection, kind) if names else {}
    return {name: there.get(name) or area_id(connection, kind, name) for name in names}


def _write(
    connection: Connection, found: Sequence[Difference], now: datetime, source: str, person: int | None
) -> None:
    if not found:
        return
    held = _Areas.of(connection, found)
    new = [_row(one, held) | {"added_at": now} for one in found if one.known is None]
    if new:
        connection.execute(insert(enterprises), new)
    changed = [_row(one, held) for one in found if one.columns]
    _CHANGE.run_many(connection, [{f"b_{name}": value for name, value in row.items()} for row in changed])
    numbers = _numbers(connection, found)
    statements = [
        facts.Statement(numbers[one.entry.credit_code], fact, value, source)
        for one in found
        for fact, value in one.facts.items()
    ]
    facts.state(connection, statements, now, person)
    _list(connection, found, numbers)
    _note(connection, found, now, source, person)
    _touch(connection, [numbers[one.entry.credit_code] for one in found if one.facts])
    for one in found:
        if one.acts and one.entry.activity is not None:
            obligations.act(connection, numbers[one.entry.credit_code], one.entry.activity, now)


def _row(one: Difference, held: _Areas) -> dict[str, Any]:
    entry, known = one.entry, one.known
    row = {
        "credit_code": entry.credit_code,
        "name": entry.name,
        "colour": entry.colour if known is None or "colour" in one.columns else known.colour,
        "town": held.towns[entry.town],
        "address": entry.address,
        "grid": _grid_of(one, held),
    }
    return row | _department_of(one, held)


def _department_of(one: Difference, held: _Areas) -> dict[str, Any]:
    """The department that the list names; what a supervisor has said stays, and what is known when it names none."""
    name, known = one.entry.department, one.known
    if known is not None and (not name or known.department_by is DepartmentBy.HAND):
        return {"department": known.department, "department_by": known.department_by}
    if name:
        return {"department": held.departments[name], "department_by": DepartmentBy.LIST}
    return {"department": None, "department_by": DepartmentBy.RULE}


def _grid_of(one: Difference, held: _Areas) -> int | None:
    """The grid that the list names, else the known one; one who moves to another town leaves it."""
    if one.entry.grid:
        return held.grids[one.entry.town, one.entry.grid]
    known = one.known
    return known.grid if known is not None and known.town == held.towns[one.entry.town] else None


def _numbers(connection: Connection, found: Sequence[Difference]) -> dict[str, int]:
    numbers = {one.entry.credit_code: one.known.id for one in found if one.known is not None}
    new = [one.entry.credit_code for one in found if one.known is None]
    return numbers | {row.credit_code: row.id for row in connection.execute(_IDS, {"codes": new})}


def _list(connection: Connection, found: Sequence[Difference], numbers: Mapping[str, int]) -> None:
    gone = [
        {"b_enterprise": numbers[one.entry.credit_code], "b_phone": phone}
        for one in found
        for phone in one.unlisted
    ]
    if gone:
        connection.execute(_UNLIST, gone)
    rows = [
        {
            "b_enterprise": numbers[one.entry.credit_code],
            "b_name": listed.name,
            "b_phone": digits(listed.phone),
            "b_role": listed.role,
        }
        for one in found
        for listed in one.listed
    ]
    _CONTACT.run_many(connection, rows)


def _note(
    connection: Connection, found: Sequence[Difference], now: datetime, source: str, person: int | None
) -> None:
    """What a list has changed of known enterprises stands in the record, with what it was before. Facts keep their own history."""
    changed = [one for one in found if one.known is not None and (one.columns or one.acts)]
    rows = [
        {
            "b_at": now,
            "b_kind": CHANGED,
            "b_subject": one.entry.credit_code,
            "b_person": person,
            "b_enterprise": one.known.id,
            "b_body": {"source": source, "changes": dict(_changes(one))},
            "b_ordinal": 0,
        }
        for one in changed
    ]
    _APPEND.run_many(connection, rows)


def _changes(one: Difference) -> Iterator[tuple[str, list[JsonValue]]]:
    """Before and after of each column, as words."""
    kept = {"town": "town_name", "department": "department_name", "grid": "grid_name"}
    for column in one.columns:
        yield column, [getattr(one.known, kept.get(column, column)), getattr(one.entry, column)]
    if one.acts and one.entry.activity is not None:
        yield "activity", [one.known.activity.value, one.entry.activity.value]


def _touch(connection: Connection, numbers: Sequence[int]) -> None:
    """Their facts have changed: what they owe is worked out again."""
    if numbers:
        connection.execute(
            update(enterprises).where(enterprises.c.id.in_(sorted(numbers))).values(stale=True)
        )
