"""Incidents and near misses as they were reported, and what was added and answered since. Photos: media, by subject."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, String, Table, Text

from storage.tables.append_only import append_only
from storage.tables.base import Id, metadata
from storage.types import Json, Moment

incidents = Table(
    "incidents",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("number", String(16), nullable=False, unique=True),
    Column("near", Boolean, nullable=False),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("words", Text, nullable=False),
    Column("place", String(200), nullable=False),
    Column("harm", Json, nullable=False),
    Column("going", String(4), nullable=False),
    Column("reported_at", Moment, nullable=False),
    Column("reported_by", ForeignKey("people.id"), nullable=False),
    Column("document", Json),  # everything the fingerprint is over; older ones have none
    Column("sha256", String(64)),
    sqlite_autoincrement=True,
)
Index("ix_incidents_enterprise", incidents.c.enterprise, incidents.c.id)
append_only(incidents)

incident_notes = Table(
    "incident_notes",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("incident", ForeignKey("incidents.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("what", String(8), nullable=False),  # added, or a supervisor's status
    Column("words", Text, nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_incident_notes_incident", incident_notes.c.incident, incident_notes.c.id)
append_only(incident_notes)
