"""Depots of emergency supplies and what lies in them, as it stands now. How it came to be stands in the record of events."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table

from safety.supplies import DepotKind
from storage.tables.base import Id, metadata
from storage.types import Moment, Named

depots = Table(
    "depots",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("kind", Named(DepotKind, 16), nullable=False),
    Column("enterprise", ForeignKey("enterprises.id")),
    Column("area", ForeignKey("areas.id")),  # neither: the district's own
    Column("name", String(80), nullable=False),
    Column("place", String(80), nullable=False),
    Column("keeper", String(80), nullable=False),
    Column("phone", String(20), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("made_by", ForeignKey("people.id"), nullable=False),
    Column("checked_at", Moment),
    Column("checked_by", ForeignKey("people.id")),
    sqlite_autoincrement=True,
)
Index("ix_depots_enterprise", depots.c.enterprise)

supplies = Table(
    "supplies",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("depot", ForeignKey("depots.id"), nullable=False),
    Column("item", String(32), nullable=False),  # of the content; empty: one's own
    Column("name", String(60), nullable=False),
    Column("unit", String(16), nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("wanted", Integer, nullable=False),
    Column("expires", Date),
    Column("dropped_at", Moment),
    sqlite_autoincrement=True,
)
Index("ix_supplies_depot", supplies.c.depot)
