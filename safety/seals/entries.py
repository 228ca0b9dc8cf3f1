"""One entry of the chain: the canonical form of an event row, its digest, and the hash that links it to the entry before.

Canonical form: JSON of all columns with sorted keys, without spaces, UTF-8, the moment as ISO text in UTC with
microseconds. It is the same on both databases.
"""

from hashlib import sha256
from typing import Any, NamedTuple

import orjson

START = bytes(32)  # what the first entry is linked to
PART = 4  # bytes of a part's mark
WHEN, WHO, WHAT = "when", "who", "what"


class Row(NamedTuple):
    """An event as it stands in the record; `at` is ISO text, `body` parsed JSON."""

    id: int
    at: str
    kind: str
    subject: str
    person: int | None
    role: str | None
    enterprise: int | None
    area: int | None
    body: Any
    update_key: str | None
    ordinal: int


FIELDS = Row._fields


class Seal(NamedTuple):
    """An entry as it is kept.

    entry      1, 2, 3 … without a gap
    event      number of the event row
    digest     SHA-256 of the row's canonical form
    parts      the first four bytes of the SHA-256 of when, who and what, so that a change can be called by its name
    sealed_at  ISO text: when it was sealed, by the clock of the process that did
    chained    SHA-256 over all of these and the entry before
    """

    entry: int
    event: int
    digest: bytes
    parts: bytes
    sealed_at: str
    chained: bytes


def canonical(value: Any) -> bytes:
    """Canonical JSON; what is no JSON at all (a tampered row) is written as text."""
    return orjson.dumps(value, default=str, option=orjson.OPT_SORT_KEYS)


def digest_of(row: Row) -> bytes:
    """SHA-256 of the row's canonical form."""
    return sha256(canonical(dict(zip(FIELDS, row, strict=True)))).digest()


def parts_of(row: Row) -> bytes:
    """Marks of when, who and what; the row's number and the update it came by are in none of them."""
    when = [row.at]
    who = [row.person, row.role, row.enterprise, row.area]
    what = [row.kind, row.subject, row.body]
    return b"".join(sha256(canonical(part)).digest()[:PART] for part in (when, who, what))


def differing(parts: bytes, others: bytes) -> frozenset[str]:
    """Which of when, who and what differ."""
    names = enumerate((WHEN, WHO, WHAT))
    return frozenset(name for i, name in names if parts[PART * i :][:PART] != others[PART * i :][:PART])


def chained(before: bytes, entry: int, event: int, digest: bytes, parts: bytes, sealed_at: str) -> bytes:
    """The hash of an entry, over the one before."""
    fields = f"{before.hex()}|{entry}|{event}|{digest.hex()}|{parts.hex()}|{sealed_at}"
    return sha256(fields.encode()).digest()


def seal_of(row: Row, entry: int, before: bytes, sealed_at: str) -> Seal:
    """Seal a row as the entry after the one whose hash is `before`."""
    digest, parts = digest_of(row), parts_of(row)
    hashed = chained(before, entry, row.id, digest, parts, sealed_at)
    return Seal(entry, row.id, digest, parts, sealed_at, hashed)


def links(seal: Seal, before: bytes) -> bool:
    """Whether an entry is what its own hash says, and follows the one before."""
    found = chained(before, seal.entry, seal.event, seal.digest, seal.parts, seal.sealed_at)
    return found == seal.chained
