"""Content as it was shown: the exact text of every version, found by its fingerprint."""

from sqlalchemy import Column, Index, String, Table, Text

from storage.tables.append_only import append_only
from storage.tables.base import metadata
from storage.types import Moment

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
