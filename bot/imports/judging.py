"""A list held against the ledger: what would be new, changed, the same, and what must not be written. Nothing is written here."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection

from bot.entries import Drafted
from bot.imports.reading import Reading, as_new
from safety.imports import SHOWN, Fault, Field, Note, Understood
from storage import bringing, places
from storage.bringing import Saved
from storage.enterprises import Entry

MOST_NOTES = 20
ENDING = re.compile(r"(街道办事处|办事处|街道|镇|乡)$")


@dataclass(frozen=True, slots=True)
class Limit:
    """How far an import reaches: the whole district, or one town (its area and name)."""

    area: int | None = None
    town: str = ""

    @classmethod
    def of(cls, connection: Connection, area: int | None) -> "Limit":
        """The limit of a seat."""
        return cls(area, "" if area is None else places.area_name(connection, area))


@dataclass(frozen=True, slots=True)
class Towns:
    """The names of towns that there are; a list may leave their endings out (青溪 for 青溪镇)."""

    names: frozenset[str]
    short: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def known(cls, connection: Connection) -> "Towns":
        """As the ledger has them."""
        names = places.towns(connection)
        bare: dict[str, list[str]] = {}
        for name in names:
            bare.setdefault(ENDING.sub("", name), []).append(name)
        return cls(names, {short: full[0] for short, full in bare.items() if len(full) == 1})

    def named(self, town: str) -> str:
        """The town that is meant; a name that nobody knows is a new one."""
        return town if town in self.names else self.short.get(town, town)


@dataclass(frozen=True, slots=True)
class Resolved:
    """Rows as the ledger would take them, the faults of rows that it must not, and the enterprises that it knows."""

    entries: Sequence[Entry]
    faults: Sequence[Fault]
    known: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """Everything that is known of a list before it is written."""

    understood: Understood
    faults: Sequence[Fault] = ()


def judge(connection: Connection, reading: Reading, limit: Limit) -> Judged:
    """What writing would do, counted the way it is written."""
    saved, faults, notes = Saved(0, 0, 0), list(reading.faults), list(reading.notes)
    towns, new_towns = Towns.known(connection), set[str]()
    for start in range(0, len(reading.drafted), bringing.PORTION):
        some = resolve(connection, reading.drafted[start : start + bringing.PORTION], limit, towns)
        found = bringing.differences(connection, some.entries, some.known)
        saved += bringing.counted(found)
        faults.extend(some.faults)
        new_towns |= {one.entry.town for one in found if not one.same} - towns.names
        if len(notes) < MOST_NOTES:
            notes.extend(_namesakes(connection, [one.entry for one in found if one.known is None]))
    for start in range(0, len(reading.faulty), bringing.PORTION):
        some = resolve(connection, reading.faulty[start : start + bringing.PORTION], limit, towns)
        faults.extend(some.faults)  # everything that is wrong with a row is said at once
    notes = [*(Note("new-town", {"town": town}) for town in sorted(new_towns)), *notes]
    faults.sort(key=lambda fault: (fault.row, reading.place(fault) or 0))
    understood = Understood(
        rows=len(reading.rows),
        new=saved.new,
        changed=saved.changed,
        same=saved.same,
        bad=len({fault.row for fault in faults}),
        headings=tuple(one for one in reading.columns.headings if one.label),
        faults=_first(faults),
        notes=tuple(notes[:MOST_NOTES]),
    )
    return Judged(understood, faults)


def _first(faults: Sequence[Fault]) -> Sequence[Fault]:
    """Everything that is wrong with the first bad rows."""
    rows = list(dict.fromkeys(fault.row for fault in faults))[:SHOWN]
    return tuple(fault for fault in faults if fault.row in rows)[: 2 * SHOWN]


def resolve(connection: Connection, drafted: Sequence[Drafted], limit: Limit, towns: Towns) -> Resolved:
    """Rows with what the ledger knows where they say nothing. At most PORTION of them at once."""
    known = bringing.known(connection, [one.code for one in drafted])
    entries: list[Entry] = []
    faults: list[Fault] = []
    for one in drafted:
        row = known.get(one.code)
        named = towns.named(one.town) if one.town else ""
        town = named or (row.town_name if row is not None else limit.town)
        wrong = list(_wrong(one, row, town, limit))
        faults.extend(wrong)
        if not wrong:
            entries.append(_entry(one, row, town))
    return Resolved(entries, faults, known)


def _wrong(one: Drafted, row: Any, town: str, limit: Limit) -> Iterator[Fault]:
    """Another town's rows; what a new enterprise cannot do without."""
    if limit.area is not None and row is not None and row.town != limit.area:
        yield Fault(one.row, "others", {"field": Field.CODE.value})
    elif limit.area is not None and town != limit.town:
        yield Fault(one.row, "other-town", {"field": Field.TOWN.value, "town": town, "own": limit.town})
    if row is None and not one.name:
        yield Fault(one.row, "empty", {"field": Field.NAME.value})
    if not town:
        yield Fault(one.row, "empty", {"field": Field.TOWN.value})


def _entry(one: Drafted, row: Any, town: str) -> Entry:
    if row is None:
        return replace(as_new(one), town=town)
    return Entry(
        one.code,
        one.name or row.name,
        one.written or row.colour,
        town,
        row.address if one.address is None else one.address,
        one.facts,
        one.contacts,
        one.department,
        one.grid,
        one.cleared,
        one.unlisted,
        one.activity,
    )


def _namesakes(connection: Connection, entries: Sequence[Entry]) -> Iterator[Note]:
    """Two enterprises of one name in one town: allowed, worth a look."""
    there = bringing.named(connection, [one.name for one in entries])
    seen: set[tuple[str, str]] = set()
    for one in entries:
        if (one.town, one.name) in seen or (one.town, one.name) in there:
            yield Note("namesake", {"name": one.name, "town": one.town})
        seen.add((one.town, one.name))
