"""Interviews (约谈): what was agreed with whom, confirmed by both, looked at again on a day."""

from sqlalchemy import Column, Date, ForeignKey, Index, String, Table, Text, text

from safety.interviews import InterviewState
from storage.tables.base import Id, metadata
from storage.types import Json, Moment, Named

interviews = Table(
    "interviews",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("number", String(16), nullable=False, unique=True),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),  # who was spoken with
    Column("officer", ForeignKey("people.id"), nullable=False),
    Column("held_at", Moment, nullable=False),
    Column("reason", Text, nullable=False),
    Column("measures", Text, nullable=False),
    Column("again", Date, nullable=False),  # the day it is looked at again
    Column("state", Named(InterviewState, 12), nullable=False),
    Column("document", Json, nullable=False),  # everything the fingerprint is over
    Column("sha256", String(64), nullable=False),
    Column("confirmed_at", Moment),
    Column("objection", Text, nullable=False, server_default=""),
    Column("outcome", Text, nullable=False, server_default=""),
    Column("done_at", Moment),
    Column("done_by", ForeignKey("people.id")),
    sqlite_autoincrement=True,
)
GOING_ON = text("done_at IS NULL")
Index("ix_interviews_enterprise", interviews.c.enterprise, interviews.c.id)
Index("ix_interviews_again", interviews.c.again, sqlite_where=GOING_ON, postgresql_where=GOING_ON)
