"""What was submitted, version by version, and what supervisors gave back. Nothing of either ever changes."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.append_only import append_only
from storage.tables.base import Id, metadata
from storage.types import Json, Moment

submissions = Table(
    "submissions",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("check_id", ForeignKey("checks.id"), nullable=False),
    Column("version", SmallInteger, nullable=False),  # from 1; a correction is the next one
    Column("form", ForeignKey("contents.fingerprint"), nullable=False),
    Column("receipt", String(24), nullable=False, unique=True),
    Column("fingerprint", String(64), nullable=False),
    Column("submitted_at", Moment, nullable=False),
    Column("submitted_by", ForeignKey("people.id"), nullable=False),
    Column("reason", Text, nullable=False, server_default=""),  # of the correction
    Column("score", SmallInteger, nullable=False),
    Column("passed", SmallInteger, nullable=False),
    Column("asked", SmallInteger, nullable=False),
    Column("bad", SmallInteger, nullable=False),
    Column("zero", Boolean),  # nothing was found, and that was signed; none: older than that
    Column("result", Json),  # the whole score
    Column("answers", Json, nullable=False),
    UniqueConstraint("check_id", "version"),
    sqlite_autoincrement=True,
)
Index("ix_submissions_submitted_at", submissions.c.submitted_at)
append_only(submissions)

returns = Table(
    "returns",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("check_id", ForeignKey("checks.id"), nullable=False),
    Column("version", SmallInteger, nullable=False),  # of the submission that was given back
    Column("returned_at", Moment, nullable=False),
    Column("returned_by", ForeignKey("people.id"), nullable=False),
    Column("reason", Text, nullable=False),
    Column("questions", Json, nullable=False),
    UniqueConstraint("check_id", "version"),
    sqlite_autoincrement=True,
)
append_only(returns)
