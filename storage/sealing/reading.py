"""Reads the record and its seals in portions by number, without any conversion that could hide a change.

Moments come as the ISO text that `to_text` writes, bodies as parsed JSON, the same from both databases.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import orjson
from sqlalchemy import Connection, bindparam, select, text

from safety.seals.entries import Row, Seal
from storage.prepared import Prepared
from storage.tables.seals import seals

PORTION = 5_000
BODY = Row._fields.index("body")
_ISO = r"""to_char({0} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24\:MI\:SS.US') || '+00\:00'"""
_EVENTS = """SELECT id, {at}, kind, subject, person, role, enterprise, area, {body}, update_key, ordinal
FROM events WHERE id > :after AND id <= :upto ORDER BY id LIMIT :most"""
_SEALS = """SELECT entry, event, digest, parts, {at}, chained
FROM seals WHERE entry > :after AND entry <= :upto ORDER BY entry LIMIT :most"""
EVENTS = Prepared(
    {
        "sqlite": text(_EVENTS.format(at="at", body="body")),
        "postgresql": text(_EVENTS.format(at=_ISO.format("at"), body="CAST(body AS text)")),
    }
)
SEALS = Prepared(
    {
        "sqlite": text(_SEALS.format(at="sealed_at")),
        "postgresql": text(_SEALS.format(at=_ISO.format("sealed_at"))),
    }
)
_OF_PARTS = select(seals.c.entry).where(seals.c.parts == bindparam("parts")).order_by(seals.c.entry).limit(2)
_OF_EVENT = select(seals.c.entry).where(seals.c.event == bindparam("event"))


def portion(connection: Connection, after: int, upto: int, most: int = PORTION) -> list[Row]:
    """The next rows of the record by number."""
    given = {"after": after, "upto": upto, "most": most}
    found = EVENTS.rows(connection, given)
    return [Row._make((*row[:BODY], parsed(row[BODY]), *row[BODY + 1 :])) for row in found]


def rows(connection: Connection, after: int, upto: int) -> Iterator[Row]:
    """The record from after one number up to another."""
    while found := portion(connection, after, upto):
        yield from found
        after = found[-1].id


def row(connection: Connection, event: int) -> Row | None:
    """One row of the record."""
    found = portion(connection, event - 1, event, 1)
    return found[0] if found else None


def entries(connection: Connection, after: int, upto: int) -> Iterator[Seal]:
    """The chain from after one entry up to another."""
    while found := _entries(connection, after, upto):
        yield from found
        after = found[-1].entry


def _entries(connection: Connection, after: int, upto: int) -> list[Seal]:
    given = {"after": after, "upto": upto, "most": PORTION}
    return [Seal(*row) for row in SEALS.rows(connection, given)]


def entry(connection: Connection, number: int) -> Seal | None:
    """One entry of the chain."""
    found = _entries(connection, number - 1, number)
    return found[0] if found else None


def entry_of(connection: Connection, event: int) -> int | None:
    """The entry of an event."""
    return connection.execute(_OF_EVENT, {"event": event}).scalar_one_or_none()


def entries_with(connection: Connection, parts: bytes) -> Sequence[int]:
    """The first entries that were sealed over this content. Looks through the whole chain: only for what is wrong."""
    return connection.execute(_OF_PARTS, {"parts": parts}).scalars().all()


def parsed(body: Any) -> Any:
    """The JSON of a body; a body that is none stays the text that it is, and fits no digest."""
    try:
        return orjson.loads(body)
    except (orjson.JSONDecodeError, TypeError):
        return body
