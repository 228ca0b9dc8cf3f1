"""One receipt: where it stands, whether it is unchanged, and everything that proves it without the database."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select

from safety.calendar import today
from safety.seals.entries import START, Row, Seal, digest_of, links
from safety.seals.heads import Head
from safety.seals.merkle import path
from safety.seals.receipts import Receipt
from safety.seals.register import fingerprint_of, receipt_of, what_of
from safety.seals.verified import Verified
from storage.prepared import Prepared
from storage.receipts import fingerprint_over
from storage.scope import Reach, Scope, within
from storage.sealing import heads, reading
from storage.sealing.documents import DOCUMENTS, document
from storage.tables.ledger import enterprises
from storage.tables.people import people
from storage.tables.seals import receipts

_PLACE = Prepared(select(receipts.c.entry).where(receipts.c.number == bindparam("number")))
_ENTERPRISE = Prepared(select(enterprises.c.name).where(enterprises.c.id == bindparam("id")))
_WITHIN = {
    reach: select(enterprises.c.id).where(
        enterprises.c.id == bindparam("id"), within(reach, enterprises.c.id)
    )
    for reach in Reach
}
_PERSON = Prepared(select(people.c.name).where(people.c.id == bindparam("id")))


@dataclass(frozen=True, slots=True)
class Standing:
    """A receipt in the chain as it is now."""

    number: str
    row: Row | None  # None: the event is gone
    seal: Seal
    unchanged: bool
    head: Head | None  # the first signed head over it; None while it waits for one


def standing(connection: Connection, number: str) -> Standing | None:
    """Look a receipt up; None when no sealed event has given this number."""
    place = _PLACE.scalar(connection, {"number": number})
    seal = None if place is None else reading.entry(connection, place)
    if seal is None:
        return None
    row = reading.row(connection, seal.event)
    held = row is not None and _held(connection, number, row, seal)
    return Standing(number, row, seal, held, heads.over(connection, seal.entry))


def verified(connection: Connection, number: str) -> Verified | None:
    """The same as anybody may know it. The day of an event that is gone or unreadable is that of its seal."""
    found = standing(connection, number)
    if found is None:
        return None
    row, seal = found.row, found.seal
    what = what_of(row.kind, row.body) if row is not None and receipt_of(row.kind, row.body) else ""
    at = row.at if row is not None and found.unchanged else seal.sealed_at
    day = today(datetime.fromisoformat(at))
    return Verified(number, what, day, seal.entry, found.unchanged, found.head.date if found.head else None)


def enterprise_within(connection: Connection, scope: Scope, number: str) -> int | None:
    """The enterprise of a receipt when it lies within a scope."""
    found = standing(connection, number)
    if found is None or found.row is None:
        return None
    where = {"place": scope.place, "id": found.row.enterprise}
    return connection.execute(_WITHIN[scope.reach], where).scalar_one_or_none()


def _held(connection: Connection, number: str, row: Row, seal: Seal) -> bool:
    """The event is the one that was sealed, the seal follows the one before, and what was signed has its fingerprint."""
    if digest_of(row) != seal.digest or receipt_of(row.kind, row.body) != number:
        return False
    return links(seal, _before(connection, seal)) and _signed(connection, number, row)


def _before(connection: Connection, seal: Seal) -> bytes:
    before = reading.entry(connection, seal.entry - 1)
    return START if before is None else before.chained


def _signed(connection: Connection, number: str, row: Row) -> bool:
    if row.kind not in DOCUMENTS:
        return True
    found = document(connection, row.kind, number)
    return found is not None and fingerprint_over(found) == fingerprint_of(row.kind, row.body)


def proof(connection: Connection, found: Standing) -> Receipt | None:
    """The receipt file of a receipt; None while no head covers it, or when its event is gone."""
    if found.row is None or found.head is None:
        return None
    head = found.head
    hashes = list(heads.hashes(connection, head.first - 1, head.last))
    return Receipt(
        found.number,
        found.row,
        found.seal,
        _before(connection, found.seal),
        head,
        path(hashes, found.seal.entry - head.first),
        document(connection, found.row.kind, found.number),
        _names(connection, found.row),
    )


def _names(connection: Connection, row: Row) -> dict[str, str]:
    """Who and where in words, as they are called now."""
    named: dict[str, Any] = {
        "enterprise": _ENTERPRISE.scalar(connection, {"id": row.enterprise}),
        "person": _PERSON.scalar(connection, {"id": row.person}),
    }
    return {name: value for name, value in named.items() if value}
