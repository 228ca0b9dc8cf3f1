"""The roster: who works in an enterprise, at what, since when, with an account or without one."""

from sqlalchemy import Column, Date, ForeignKey, Index, String, Table, text

from storage.tables.base import Id, metadata
from storage.types import Moment

HERE = text("until IS NULL")
SEATED = text("until IS NULL AND person IS NOT NULL")

workers = Table(
    "workers",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("name", String(160), nullable=False),
    Column("post", String(64), nullable=False, server_default=""),  # id of a post, or how people call it
    Column("since", Date, nullable=False),  # in this post
    Column("came", Date),  # first day in the enterprise, once they have had another post; else it is `since`
    Column("back_since", Date),  # back after an absence
    Column("until", Date),  # the last day; NULL: still here
    Column("person", ForeignKey("people.id")),  # NULL: has no account
    Column("added_at", Moment, nullable=False),
    Column("added_by", ForeignKey("people.id")),
    sqlite_autoincrement=True,
)
Index("ix_workers_enterprise", workers.c.enterprise, sqlite_where=HERE, postgresql_where=HERE)
Index(
    "uq_workers_person",
    workers.c.enterprise,
    workers.c.person,
    unique=True,
    sqlite_where=SEATED,
    postgresql_where=SEATED,
)
