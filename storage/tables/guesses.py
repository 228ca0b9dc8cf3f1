"""Wrong codes: how many of each kind somebody has given lately."""

from sqlalchemy import Column, Float, ForeignKey, PrimaryKeyConstraint, String, Table

from storage.tables.base import metadata
from storage.types import Moment

guesses = Table(
    "guesses",
    metadata,
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("level", Float, nullable=False),  # of the bucket, at that moment
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("person", "kind"),
)
