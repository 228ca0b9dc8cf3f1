"""Closures of hazards: the receipt of each and what it was given for. Append-only."""

from sqlalchemy import Column, ForeignKey, Index, String, Table

from storage.tables.append_only import append_only
from storage.tables.base import Id, metadata
from storage.types import Json, Moment

closures = Table(
    "closures",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("number", String(16), nullable=False, unique=True),
    Column("hazard", ForeignKey("hazards.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),  # who verified it
    Column("document", Json, nullable=False),  # everything that the receipt says
    Column("sha256", String(64), nullable=False),  # of its canonical JSON
    sqlite_autoincrement=True,
)
Index("ix_closures_hazard", closures.c.hazard, closures.c.id)
append_only(closures)
