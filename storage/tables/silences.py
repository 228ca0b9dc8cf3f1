"""When nobody of an enterprise could be reached: a row each time, open while it lasts."""

from sqlalchemy import Column, ForeignKey, Index, Table, text

from storage.tables.base import Id, metadata
from storage.types import Moment

LASTS = text("until IS NULL")

silences = Table(
    "silences",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("since", Moment, nullable=False),
    Column("told_at", Moment),  # when the town heard of it
    Column("until", Moment),
    sqlite_autoincrement=True,
)
Index("ix_silences_open", silences.c.enterprise, unique=True, sqlite_where=LASTS, postgresql_where=LASTS)
Index("ix_silences_enterprise", silences.c.enterprise)
