"""Where senders of a hazard's photos were. It is personal data: kept with the hazard, shown to whoever verifies it."""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, Table

from storage.tables.base import Id, metadata
from storage.types import Moment

hazard_places = Table(
    "hazard_places",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("hazard", ForeignKey("hazards.id"), nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("lat", Float, nullable=False),
    Column("lon", Float, nullable=False),
    Column("accuracy", Integer),  # metres
    Column("live", Boolean, nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_hazard_places_hazard", hazard_places.c.hazard, hazard_places.c.at)
