"""Digests: figures as they were counted once, what each reader was told last, what readers want, who was chased on which day."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
    text,
)

from storage.tables.append_only import append_only
from storage.tables.base import Id, metadata
from storage.types import Json, Moment

digest_figures = Table(
    "digest_figures",
    metadata,
    Column("place", String(32), nullable=False),  # how far it reaches: storage.digest_figures.key_of
    Column("span", String(8), nullable=False),  # safety.digests.Span
    Column("first", Date, nullable=False),  # the first day of what is spoken of
    Column("last", Date, nullable=False),
    Column("body", Json, nullable=False),  # the number of each measure, and of each source
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("place", "span", "first"),
)
append_only(digest_figures)

digest_told = Table(
    "digest_told",
    metadata,
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("span", String(8), nullable=False),
    Column("case", String(160), nullable=False),  # number of a hazard, else credit code of an enterprise
    Column("kind", String(16), nullable=False),
    Column("days", SmallInteger, nullable=False),
    Column("on", Date, nullable=False),
    PrimaryKeyConstraint("person", "span", "case"),
)

digest_wishes = Table(
    "digest_wishes",
    metadata,
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("minutes", SmallInteger, nullable=False),  # of the day, in China
    Column("report", Boolean, nullable=False, server_default=text("false")),  # monthly, as a PDF
)

chases = Table(
    "chases",
    metadata,
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("hazard", String(16)),  # its number, where it is about one
    PrimaryKeyConstraint("enterprise", "day"),  # once a day, whoever asks
)
append_only(chases)

digest_groups = Table(
    "digest_groups",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("chat", BigInteger, nullable=False),
    Column("title", String(160), nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),  # who linked it, and answers for it
    Column("area", ForeignKey("areas.id")),  # none: the whole district
    Column("role", String(16), nullable=False),  # of the seat from which it was linked
    Column("code", String(16), nullable=False),  # what the private screen knows it by until it is confirmed
    Column("asked_at", Moment, nullable=False),
    Column("linked_at", Moment),
    Column("ended_at", Moment),
    UniqueConstraint("code"),
    sqlite_autoincrement=True,
)
LINKED = text("linked_at IS NOT NULL AND ended_at IS NULL")
Index(
    "ix_digest_groups_chat",
    digest_groups.c.chat,
    unique=True,
    sqlite_where=LINKED,
    postgresql_where=LINKED,
)
