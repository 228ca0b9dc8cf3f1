"""The chain of seals over the record of events, the signed heads, and where each receipt stands. Nothing of it ever changes."""

from sqlalchemy import BigInteger, Column, Date, Index, LargeBinary, String, Table, Text

from storage.tables.append_only import append_only
from storage.tables.base import Id, metadata
from storage.types import Moment

# No foreign keys, as with events: a seal has to outlive what somebody takes away.
seals = Table(
    "seals",
    metadata,
    Column("entry", Id, primary_key=True, autoincrement=False),  # 1, 2, 3 … without a gap
    Column("event", BigInteger, nullable=False, unique=True),
    Column("digest", LargeBinary(32), nullable=False),
    Column("parts", LargeBinary(12), nullable=False),
    Column("sealed_at", Moment, nullable=False),
    Column("chained", LargeBinary(32), nullable=False),
)
append_only(seals)

heads = Table(
    "heads",
    metadata,
    Column("day", Date, primary_key=True),
    Column("last", BigInteger, nullable=False),  # the last entry that it covers
    Column("made_at", Moment, nullable=False),
    Column("body", Text, nullable=False),  # the signed head as JSON, word for word
)
append_only(heads)

receipts = Table(
    "receipts",
    metadata,
    Column("number", String(32), primary_key=True),
    Column("entry", BigInteger, nullable=False),
    Column("kind", String(40), nullable=False),
)
Index("ix_receipts_entry", receipts.c.entry)
append_only(receipts)
