"""Listings (挂牌督办) as they stand in the hazards' rows, and what the clock has to know and write of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select, update

from safety.hazard_ledger import HazardState
from safety.hazards import OVER
from safety.listing import Listing
from storage.tables.ledger import hazards
from storage.tables.people import people

KIND = "listing"  # of due rows: the week's question; their subject is the hazard's number


def key_of(number: str) -> str:
    """The key of the due row of a listing."""
    return f"{KIND}:{number}"


def to_json(listing: Listing) -> dict[str, Any]:
    """A listing as its column keeps it."""
    return {
        "number": listing.number,
        "since": listing.since.isoformat(),
        "until": listing.until.isoformat(),
        "demand": listing.demand,
        "person": listing.person,
        "said": listing.said,
        "reported": _text(listing.reported),
        "asked": _text(listing.asked),
        "missed": listing.missed,
        "removed": _text(listing.removed),
    }


def from_json(kept: Mapping[str, Any]) -> Listing:
    """What to_json wrote."""
    return Listing(
        kept["number"],
        date.fromisoformat(kept["since"]),
        date.fromisoformat(kept["until"]),
        kept["demand"],
        kept["person"],
        kept["said"],
        _day(kept["reported"]),
        _day(kept["asked"]),
        kept["missed"],
        _day(kept["removed"]),
    )


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(kept: str | None) -> date | None:
    return None if kept is None else date.fromisoformat(kept)


def in_charge(connection: Connection, rows: Sequence[Row[Any]]) -> dict[int, str]:
    """Who is in charge of the listed ones among these rows of hazards, by the rows' ids; no query when none is listed."""
    people_of = {row.id: row.listing["person"] for row in rows if row.listing}
    if not people_of:
        return {}
    found = select(people.c.id, people.c.name).where(people.c.id.in_(set(people_of.values())))
    names = {row.id: row.name for row in connection.execute(found)}
    return {hazard: names.get(person, "") for hazard, person in people_of.items()}


def preventing(connection: Connection, rows: Sequence[Row[Any]]) -> dict[int, str]:
    """Who prevents it from now on, of those of these hazards whose cause was said; no query when none was."""
    people_of = {row.id: row.cause["owner"] for row in rows if row.cause and row.cause["owner"] is not None}
    if not people_of:
        return {}
    found = select(people.c.id, people.c.name).where(people.c.id.in_(set(people_of.values())))
    names = {row.id: row.name for row in connection.execute(found)}
    return {hazard: names.get(person) or "" for hazard, person in people_of.items()}


@dataclass(frozen=True, slots=True)
class Standing:
    """A listing that stands, and where its hazard is."""

    hazard: int
    state: HazardState
    listing: Listing


def standing(connection: Connection, number: str, listed: str) -> Standing | None:
    """The listing `listed` of this hazard, nobody else changing it; None once it is removed or another one."""
    found = select(hazards.c.id, hazards.c.state, hazards.c.listing).where(hazards.c.number == number)
    row = connection.execute(found.with_for_update()).one_or_none()
    if row is None or row.listing is None or row.state in OVER:
        return None
    listing = from_json(row.listing)
    if listing.removed is not None or listing.number != listed:
        return None
    return Standing(row.id, row.state, listing)


def current(connection: Connection, number: str) -> Standing | None:
    """The listing of this hazard as it stands, to be read alone; None when it has none."""
    found = select(hazards.c.id, hazards.c.state, hazards.c.listing).where(hazards.c.number == number)
    row = connection.execute(found).one_or_none()
    if row is None or row.listing is None or row.state in OVER:
        return None
    listing = from_json(row.listing)
    return None if listing.removed is not None else Standing(row.id, row.state, listing)


def keep(connection: Connection, hazard: int, listing: Listing) -> None:
    """What the clock found out: when it asked, and how many weeks are missed."""
    connection.execute(update(hazards).where(hazards.c.id == hazard).values(listing=to_json(listing)))
