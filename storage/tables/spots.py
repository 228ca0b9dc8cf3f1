"""Spot exams: who opened one where, how coming in stands, the record once everybody has handed in; whose exams belong to it, names of guests."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, String, Table, UniqueConstraint, text

from storage.tables.append_only import append_only
from storage.tables.base import Id, metadata
from storage.types import Json, Moment

spots = Table(
    "spots",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("inspector", ForeignKey("people.id"), nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("until", Moment, nullable=False),
    Column("own", Boolean, nullable=False, server_default=text("false")),  # by the enterprise itself
    Column("code", String(12)),  # while people can come in
    Column("link", String(32)),  # the key of the link, as long
    Column("picture", String(80)),  # of the link; empty once its file is gone
    Column("number", String(16), unique=True),
    Column("document", Json),  # everything the fingerprint is over
    Column("sha256", String(64)),
    sqlite_autoincrement=True,
)
OPEN = text("code IS NOT NULL")
Index("ix_spots_code", spots.c.code, unique=True, sqlite_where=OPEN, postgresql_where=OPEN)
LINKED = text("link IS NOT NULL")
Index("ix_spots_link", spots.c.link, unique=True, sqlite_where=LINKED, postgresql_where=LINKED)
LYING = text("picture <> ''")
Index("ix_spots_picture", spots.c.id, sqlite_where=LYING, postgresql_where=LYING)
Index("ix_spots_enterprise", spots.c.enterprise)

spot_exams = Table(
    "spot_exams",
    metadata,
    Column("exam", ForeignKey("exams.id"), primary_key=True),
    Column("spot", ForeignKey("spots.id"), nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    UniqueConstraint("spot", "person"),
)
append_only(spot_exams)

spot_guests = Table(
    "spot_guests",
    metadata,
    Column("exam", ForeignKey("exams.id"), primary_key=True),
    Column("name", String(40), nullable=False),
)
