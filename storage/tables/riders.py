"""What rides in the day's message of a person beside what they owe: a question, practice, somebody else's letter."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, PrimaryKeyConstraint, String, Table, text

from storage.tables.base import metadata
from storage.types import Moment

riders = Table(
    "riders",
    metadata,
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("subject", String(80), nullable=False),
    Column("absent", ForeignKey("people.id")),  # for whom the reader stands in
    Column("at", Moment, nullable=False),  # from when on it may be told
    Column("ends", Moment, nullable=False),  # from when on it is no news any more
    Column("letter", BigInteger),  # the message that told it
    PrimaryKeyConstraint("person", "kind", "subject"),
)
TOLD = text("letter IS NOT NULL")
Index("ix_riders_letter", riders.c.letter, sqlite_where=TOLD, postgresql_where=TOLD)
