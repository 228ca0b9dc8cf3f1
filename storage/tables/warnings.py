"""Warnings: what was sent to whom, the letters that carried it, who has confirmed. The words of one never change."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from checklists.warnings import Level
from safety.warnings import Stage
from storage.tables.base import Id, metadata
from storage.types import Json, Moment, Named

warnings = Table(
    "warnings",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("number", String(16), nullable=False, unique=True),
    Column("template", String(32), nullable=False),
    Column("level", Named(Level, 8), nullable=False),
    Column("stage", Named(Stage, 8), nullable=False),
    Column("follows", String(16)),  # number of the warning it updates or ends
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("area", ForeignKey("areas.id")),  # of the sender; null: the whole district
    Column("words", Json, nullable=False),  # title and lines in both languages
    Column("circle", Json, nullable=False),
    Column("issued_at", Moment, nullable=False),
    Column("valid_to", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("ended_by", String(16)),  # number of what followed it
    Column("targets", Integer, nullable=False),
    Column("at_enterprise", BigInteger, nullable=False, server_default="0"),  # how far this step has come
    Column("step", SmallInteger, nullable=False, server_default="0"),  # of safety.warnings.STEPS
    Column("read_from", Moment),  # since when its first letters could be read
    Column("count_letter", BigInteger),  # the sender's letter with the count, edited in place
    Column("count_shown", String(64)),  # fingerprint of what it shows
    Column("document", Json),  # everything the fingerprint is over; older ones have none
    Column("sha256", String(64)),
    sqlite_autoincrement=True,
)

warning_targets = Table(
    "warning_targets",
    metadata,
    Column("warning", ForeignKey("warnings.id"), nullable=False),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("posted_at", Moment),
    Column("silent", Boolean, nullable=False, server_default=text("false")),  # nobody there can be written to
    Column("step", SmallInteger, nullable=False, server_default="0"),
    Column("confirmed_at", Moment),
    Column("confirmed_by", ForeignKey("people.id")),
    Column("answer", Text, nullable=False, server_default=""),
    Column("answered_at", Moment),
    Column("answered_by", ForeignKey("people.id")),
    PrimaryKeyConstraint("warning", "enterprise"),
)
Index("ix_warning_targets_enterprise", warning_targets.c.enterprise, warning_targets.c.warning)

warning_files = Table(  # a photo or PDF that goes out with it
    "warning_files",
    metadata,
    Column("warning", ForeignKey("warnings.id"), primary_key=True, autoincrement=False),
    Column("media", ForeignKey("media.id"), nullable=False),
)

warning_letters = Table(
    "warning_letters",
    metadata,
    Column("letter", BigInteger, primary_key=True, autoincrement=False),  # of the outbox
    Column("warning", ForeignKey("warnings.id"), nullable=False),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("step", SmallInteger, nullable=False),
    UniqueConstraint("warning", "enterprise", "person", "step"),
)
