"""Statistics of hazards that principals have signed, and the paper of each. Append-only: a correction is a new version."""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.append_only import append_only
from storage.tables.base import Id, metadata
from storage.types import Json, Moment

statistics = Table(
    "statistics",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("number", String(16), nullable=False, unique=True),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("period", String(8), nullable=False),
    Column("version", SmallInteger, nullable=False),
    Column("general_found", Integer, nullable=False),
    Column("general_fixed", Integer, nullable=False),
    Column("major_found", Integer, nullable=False),
    Column("major_fixed", Integer, nullable=False),
    Column("major_planned", Integer, nullable=False),
    Column("open", Integer, nullable=False),
    Column("overdue", Integer, nullable=False),
    Column("money", BigInteger, nullable=False),
    Column("corrections", Json, nullable=False),
    Column("signer", ForeignKey("people.id"), nullable=False),
    Column("name", String(160), nullable=False),  # as it was typed
    Column("signed_at", Moment, nullable=False),
    Column("signed", Json, nullable=False),  # everything that was signed
    Column("sha256", String(64), nullable=False),  # of its canonical JSON
    UniqueConstraint("enterprise", "period", "version"),
    sqlite_autoincrement=True,
)
Index("ix_statistics_period", statistics.c.period, statistics.c.enterprise, statistics.c.version)
append_only(statistics)

statistic_papers = Table(
    "statistic_papers",
    metadata,
    Column("statistic", ForeignKey("statistics.id"), primary_key=True),
    Column("path", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("made_at", Moment, nullable=False),
)
append_only(statistic_papers)
