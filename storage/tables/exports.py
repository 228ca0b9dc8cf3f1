"""Exports: tables that somebody has asked for, and what became of each."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text, text

from safety.people import Role
from storage.tables.base import Id, metadata
from storage.types import Json, Moment, Named

WAITING = text("state = 'waiting'")

exports = Table(
    "exports",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("role", Named(Role, 16), nullable=False),  # the seat from which it was asked for
    Column("enterprise", ForeignKey("enterprises.id")),
    Column("area", ForeignKey("areas.id")),
    Column("sieve", Json, nullable=False),
    Column("what", String(16), nullable=False, server_default="hazards"),  # safety.events_exports.Exported
    Column("form", String(8), nullable=False, server_default="xlsx"),  # FileForm
    Column("asked_at", Moment, nullable=False),
    Column("state", String(8), nullable=False),  # waiting, held (for a second person), made, dropped
    Column("rows", Integer),
    Column("path", Text),  # below the media folder, for as long as the file is kept
    Column("sha256", String(64)),
    Column("ended_at", Moment),
    sqlite_autoincrement=True,
)
# One at a time for each person, and the queue of all of them.
Index("ix_exports_waiting", exports.c.person, unique=True, sqlite_where=WAITING, postgresql_where=WAITING)
