"""Signed heads as they are kept in the database, and what a new one is made over. Signing is done elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, bindparam, insert, select, true

from safety.calendar import today
from safety.people import Role
from safety.seals import heads as signed
from safety.seals.heads import FIRST, MARK, Head
from safety.seals.merkle import Tree
from storage.people import with_seat
from storage.sealing import chain, reading
from storage.tables.seals import heads, seals
from storage.types import to_text

_ALL = select(heads.c.body).order_by(heads.c.last, heads.c.day)
_NEWEST = select(heads.c.body).order_by(heads.c.day.desc()).limit(1)
_OVER = (
    select(heads.c.body)
    .where(heads.c.last >= bindparam("entry"))
    .order_by(heads.c.last, heads.c.day)
    .limit(1)
)
_HASHES = (
    select(seals.c.entry, seals.c.chained)
    .where(seals.c.entry > bindparam("after"), seals.c.entry <= bindparam("upto"))
    .order_by(seals.c.entry)
    .limit(reading.PORTION)
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A head without key and signature, and the marks that are kept in a file beside it."""

    head: Head
    marks: bytes


def every(connection: Connection) -> list[Head]:
    """All heads, the first first."""
    return [signed.read(body) for body in connection.execute(_ALL).scalars()]


def newest(connection: Connection) -> Head | None:
    """The last head that was made."""
    body = connection.execute(_NEWEST).scalar_one_or_none()
    return None if body is None else signed.read(body)


def over(connection: Connection, entry: int) -> Head | None:
    """The first head that covers an entry; None while it waits for one."""
    body = connection.execute(_OVER, {"entry": entry}).scalar_one_or_none()
    return None if body is None else signed.read(body)


def draft(connection: Connection, now: datetime) -> Draft | None:
    """What the head of today is made over; None when there is one of today, or a later one, already."""
    before, day = newest(connection), today(now)
    if before is not None and before.date >= day:
        return None
    end, after = chain.last(connection), before.last if before else 0
    tree, marks = Tree(), bytearray()
    for hashed in hashes(connection, after, end.entry):
        tree.add(hashed)
        marks += hashed[:MARK]
    head = Head(
        day=day.isoformat(),
        first=after + 1,
        last=end.entry,
        chained=end.chained.hex(),
        root=tree.root().hex(),
        marks=sha256(marks).hexdigest(),
        before=before.digest() if before else FIRST,
        made_at=to_text(now),
        key="",
    )
    return Draft(head, bytes(marks))


def hashes(connection: Connection, after: int, upto: int) -> Iterator[bytes]:
    """The hashes of the entries from after one up to another."""
    while found := connection.execute(_HASHES, {"after": after, "upto": upto}).all():
        yield from (bytes(row.chained) for row in found)
        after = found[-1].entry


def marks(connection: Connection, head: Head) -> bytes:
    """The marks of a head as the chain has them now."""
    return b"".join(hashed[:MARK] for hashed in hashes(connection, head.first - 1, head.last))


def keep(connection: Connection, head: Head, now: datetime) -> None:
    """Keep a signed head."""
    row = {"day": head.date, "last": head.last, "made_at": now, "body": head.text()}
    connection.execute(insert(heads), row)


def keepers(connection: Connection) -> Sequence[int]:
    """Who keeps heads outside of the database: the people of the district."""
    return with_seat(connection, [Role.DISTRICT], true())


def missing(connection: Connection, days: Sequence[str]) -> list[Head]:
    """Heads of other days than these."""
    known = set(days)
    return [head for head in every(connection) if head.day not in known]
