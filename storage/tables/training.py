"""Until when somebody's hours of training are enough, as the clock last worked it out."""

from sqlalchemy import Column, Date, ForeignKey, PrimaryKeyConstraint, String, Table

from storage.tables.base import metadata
from storage.types import Moment

training_whole = Table(
    "training_whole",
    metadata,
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("about", String(32), nullable=False),  # person:4, worker:9
    Column("until", Date),  # none: for good
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("enterprise", "about"),
)
