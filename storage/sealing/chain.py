"""Appends seals to the chain: in the order of event numbers, in batches, each event once, outside the turn.

Numbers are handed out before a transaction commits. On SQLite there is one writer at a time, so whatever can be seen is
final below the highest number. On PostgreSQL a transaction may still commit a lower number than one that can be seen.
Therefore the highest number M and the next transaction id X are noted together: whoever holds a number up to M has
taken it before, and has written something before it (its inbox row, its photo's row), so its id is below X. Once no
transaction below X runs any more (pg_snapshot_xmin has reached X), all numbers up to M are settled.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, insert, select, text

from safety.seals.entries import START, Row, Seal, seal_of
from safety.seals.register import receipt_of
from storage.prepared import Prepared
from storage.sealing import reading
from storage.tables.events import events
from storage.tables.seals import receipts, seals
from storage.types import to_text

MOST = 500  # at once: turns that wait in the same batch wait a few milliseconds
LOCK = 7_302_741_906  # any number; who holds it is the only process that seals
_HIGHEST = select(func.max(events.c.id))
_SNAPSHOT = text(
    "SELECT max(id), CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint),"
    " CAST(CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text) AS bigint) FROM events"
)
_LAST = Prepared(
    select(seals.c.entry, seals.c.event, seals.c.chained).order_by(seals.c.entry.desc()).limit(1)
)
_COLUMNS = ("entry", "event", "digest", "parts", "sealed_at", "chained")
_APPEND = Prepared(
    insert(seals).values({name: bindparam(f"b_{name}", type_=seals.c[name].type) for name in _COLUMNS})
)
_ENTER = Prepared.upsert(
    lambda insert: (
        insert(receipts)
        .values(number=bindparam("b_number"), entry=bindparam("b_entry"), kind=bindparam("b_kind"))
        .on_conflict_do_nothing()
    )
)


@dataclass(slots=True)
class Settled:
    """Up to which number the record is settled, as one process knows it. It lives between the ticks."""

    upto: int = 0
    seen: int = 0
    before: int | None = None  # transactions with lower ids may hold numbers up to `seen`

    def look(self, connection: Connection) -> int:
        """Look anew; the highest number that nobody can commit anything below of."""
        if connection.dialect.name == "sqlite":
            self.upto = connection.execute(_HIGHEST).scalar() or 0
            return self.upto
        highest, oldest, following = connection.execute(_SNAPSHOT).one()
        if self.before is not None and oldest < self.before:
            return self.upto
        self.upto, self.seen, self.before = self.seen, highest or 0, following
        return self.upto


@dataclass(frozen=True, slots=True)
class Last:
    """Where the chain ends."""

    entry: int = 0
    event: int = 0
    chained: bytes = START


def last(connection: Connection) -> Last:
    """The end of the chain."""
    row = _LAST.first(connection, {})
    return Last() if row is None else Last(row.entry, row.event, bytes(row.chained))


def seal(connection: Connection, settled: Settled, now: datetime, most: int = MOST) -> int:
    """Seal the next events; how many there were: 0 also when somebody else is at it, or when nothing is settled yet."""
    if not _claimed(connection):
        return 0
    end, upto = last(connection), settled.look(connection)
    rows = reading.portion(connection, end.event, upto, most)
    if rows:
        _append(connection, rows, end, to_text(now))
    return len(rows)


def _claimed(connection: Connection) -> bool:
    """Be the only one who seals, up to the end of the transaction; SQLite has one writer anyway."""
    if connection.dialect.name == "sqlite":
        return True
    claim = text("SELECT pg_try_advisory_xact_lock(:lock)")
    return bool(connection.execute(claim, {"lock": LOCK}).scalar_one())


def _append(connection: Connection, rows: list[Row], end: Last, sealed_at: str) -> None:
    made: list[Seal] = []
    before = end.chained
    for entry, row in enumerate(rows, end.entry + 1):
        made.append(seal_of(row, entry, before, sealed_at))
        before = made[-1].chained
    moment = datetime.fromisoformat(sealed_at)
    _APPEND.run_many(connection, [_columns(one, moment) for one in made])
    _register(connection, rows, made)


def _columns(seal: Seal, moment: datetime) -> dict[str, object]:
    return {
        "b_entry": seal.entry,
        "b_event": seal.event,
        "b_digest": seal.digest,
        "b_parts": seal.parts,
        "b_sealed_at": moment,
        "b_chained": seal.chained,
    }


def _register(connection: Connection, rows: list[Row], made: list[Seal]) -> None:
    """Note where receipts stand. A number that is there already keeps its first place; checking.py tells of the second."""
    numbered = [
        {"b_number": number, "b_entry": one.entry, "b_kind": row.kind}
        for row, one in zip(rows, made, strict=True)
        if (number := receipt_of(row.kind, row.body)) is not None
    ]
    _ENTER.run_many(connection, numbered)
