"""Content as it was shown: the exact text of every version by its fingerprint, and each release of all content together."""

from sqlalchemy import Column, Index, String, Table, Text

from storage.tables.append_only import append_only
from storage.tables.base import Id, metadata
from storage.types import Json, Moment

contents = Table(
    "contents",
    metadata,
    Column("fingerprint", String(64), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("name", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("since", Moment, nullable=False),
)
Index("ix_contents_kind", contents.c.kind, contents.c.name)
append_only(contents)

# The newest row is what every process of a deployment serves.
releases = Table(
    "releases",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("fingerprint", String(64), nullable=False),  # of all files
    Column("files", Json, nullable=False),  # their texts by path
    Column("released_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_releases_fingerprint", releases.c.fingerprint)
append_only(releases)
