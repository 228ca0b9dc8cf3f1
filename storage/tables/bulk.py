"""What needs a second person before it happens: exports of much, deletion of a person's data."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, text

from safety.bulk import BulkKind, BulkState
from safety.people import Role
from storage.tables.base import Id, metadata
from storage.types import Moment, Named

WAITING = text("state = 'waiting'")

bulk_requests = Table(
    "bulk_requests",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("kind", Named(BulkKind, 8), nullable=False),
    Column("state", Named(BulkState, 8), nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("role", Named(Role, 16), nullable=False),  # the seat from which it was asked for
    Column("enterprise", ForeignKey("enterprises.id")),
    Column("area", ForeignKey("areas.id")),
    Column("export", ForeignKey("exports.id")),
    Column("content", String(32), nullable=False, server_default=""),  # what is exported
    Column("rows", Integer, nullable=False, server_default="0"),
    Column("asked_at", Moment, nullable=False),
    Column("until", Moment, nullable=False),
    Column("decided_at", Moment),
    Column("decided_by", ForeignKey("people.id")),
    sqlite_autoincrement=True,
)
Index("ix_bulk_requests_waiting", bulk_requests.c.id, sqlite_where=WAITING, postgresql_where=WAITING)
Index("ix_bulk_requests_person", bulk_requests.c.person, bulk_requests.c.id)
