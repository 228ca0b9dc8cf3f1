"""Sheets of invitations: printings that somebody has asked for. The codes on them are kept nowhere, their hashes with the invitations."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, text

from safety.invites import SheetState
from safety.people import Role
from storage.tables.base import Id, metadata
from storage.types import Json, Moment, Named

WAITING = text("state = 'waiting'")
LYING = text("path IS NOT NULL")

sheets = Table(
    "sheets",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("person", ForeignKey("people.id")),  # nobody: printed by the command
    Column("role", Named(Role, 16)),  # the seat from which it was asked for
    Column("area", ForeignKey("areas.id")),
    Column("query", Json, nullable=False),
    Column("roles", Json, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("state", Named(SheetState, 8), nullable=False),
    Column("cards", Integer, nullable=False, server_default="0"),
    Column("expires_at", Moment),
    Column("path", String(120)),  # below the media folder, until it has left
    Column("ended_at", Moment),
    sqlite_autoincrement=True,
)
# One at a time for each person, and the queue of all of them.
Index("ix_sheets_waiting", sheets.c.person, unique=True, sqlite_where=WAITING, postgresql_where=WAITING)
Index("ix_sheets_person", sheets.c.person, sheets.c.id)
Index("ix_sheets_lying", sheets.c.id, sqlite_where=LYING, postgresql_where=LYING)
