"""Imports of lists: where each stands, what columns with these headings were said to mean, files that somebody waits for."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    text,
)

from safety.imports import ImportState
from safety.people import Role
from storage.tables.base import Id, metadata
from storage.types import Json, Moment, Named

WORK = text("state IN ('reading', 'writing')")
WAITING = text("state = 'waiting'")

imports = Table(
    "imports",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("person", ForeignKey("people.id")),  # none: by the command line
    Column("role", Named(Role, 16)),  # the seat from which it was sent
    Column("area", ForeignKey("areas.id")),
    Column("name", String(200), nullable=False),
    Column("file", Text),  # the platform's reference
    Column("size", BigInteger),
    Column("sent_at", Moment, nullable=False),
    Column("state", Named(ImportState, 8), nullable=False),
    Column("reason", String(32), nullable=False, server_default=""),  # ends a text id
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("next_at", Moment, nullable=False),  # when it may be worked at, by who moves this on
    Column("path", Text),  # below the data folder, for as long as the file is kept
    Column("sha256", String(64)),
    Column("fields", Json),  # what columns were said to mean, by their labels
    Column("remembered", Boolean, nullable=False, server_default=text("false")),
    Column("understood", Json),
    Column("done", Integer, nullable=False, server_default="0"),
    Column("total", Integer, nullable=False, server_default="0"),
    Column("new", Integer, nullable=False, server_default="0"),
    Column("changed", Integer, nullable=False, server_default="0"),
    Column("same", Integer, nullable=False, server_default="0"),
    Column("ended_at", Moment),
    sqlite_autoincrement=True,
)
Index("ix_imports_work", imports.c.next_at, sqlite_where=WORK, postgresql_where=WORK)
Index("ix_imports_person", imports.c.person, imports.c.id)

import_fields = Table(
    "import_fields",
    metadata,
    Column("place", String(24), nullable=False),  # district, area:<id>
    Column("headings", String(64), nullable=False),  # fingerprint of all headings of a list
    Column("fields", Json, nullable=False),
    Column("person", ForeignKey("people.id")),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("place", "headings"),
)

import_files = Table(
    "import_files",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("list", ForeignKey("imports.id")),  # none: an empty list to fill in
    Column("asked_at", Moment, nullable=False),
    Column("state", String(8), nullable=False),  # waiting, made, dropped
    Column("ended_at", Moment),
    sqlite_autoincrement=True,
)
# One at a time for each person.
Index(
    "ix_import_files_waiting",
    import_files.c.person,
    unique=True,
    sqlite_where=WAITING,
    postgresql_where=WAITING,
)
