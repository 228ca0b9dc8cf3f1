"""Lists of an enterprise's own that were sent in the chat. What was read of one stands here until it is brought in, dropped or a week old."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, text

from safety.own_lists import OwnListKind, OwnListState
from storage.tables.base import Id, metadata
from storage.types import Json, Moment, Named

own_lists = Table(
    "own_lists",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("kind", Named(OwnListKind, 16), nullable=False),
    Column("enterprise", ForeignKey("enterprises.id")),  # none: an office's depot
    Column("depot", ForeignKey("depots.id")),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("name", String(200), nullable=False),
    Column("file", Text, nullable=False),  # the platform's reference
    Column("size", BigInteger),
    Column("sent_at", Moment, nullable=False),
    Column("state", Named(OwnListState, 8), nullable=False),
    Column("reason", String(32), nullable=False, server_default=""),  # ends a text id
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("next_at", Moment, nullable=False),
    Column("entries", Json),  # as they were read
    Column("bad", Json),  # head, cells and faults of the rows that were left out
    Column("good", Integer, nullable=False, server_default="0"),
    Column("new", Integer, nullable=False, server_default="0"),
    Column("papers", Integer, nullable=False, server_default="0"),
    Column("wanted", Boolean, nullable=False, server_default=text("false")),  # the bad rows as a file
    Column("ended_at", Moment),
    sqlite_autoincrement=True,
)
WORK = text("state = 'reading'")
WANTED = text("wanted")
Index("ix_own_lists_work", own_lists.c.next_at, sqlite_where=WORK, postgresql_where=WORK)
Index("ix_own_lists_wanted", own_lists.c.id, sqlite_where=WANTED, postgresql_where=WANTED)
Index("ix_own_lists_person", own_lists.c.person, own_lists.c.id)
