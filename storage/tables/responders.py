"""Whom to call in an emergency, as it stands now."""

from sqlalchemy import Column, Float, ForeignKey, Index, String, Table

from safety.responders import ResponderKind
from storage.tables.base import Id, metadata
from storage.types import Moment, Named

responders = Table(
    "responders",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("kind", Named(ResponderKind, 16), nullable=False),
    Column("area", ForeignKey("areas.id")),  # null: the district's own
    Column("name", String(80), nullable=False),
    Column("person", String(80), nullable=False),
    Column("phone", String(20), nullable=False),
    Column("words", String(200), nullable=False),
    Column("lat", Float),
    Column("lon", Float),
    Column("changed_at", Moment, nullable=False),
    Column("gone_at", Moment),
    sqlite_autoincrement=True,
)
Index("ix_responders_kind", responders.c.kind, responders.c.id)
