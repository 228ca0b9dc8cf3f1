"""The post: updates that came in, letters that go out, where each conversation stands, and what is due."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    Text,
    text,
)

from storage.tables.base import Id, metadata
from storage.types import Json, Moment

WAITING = text("state = 'waiting'")

inbox = Table(
    "inbox",
    metadata,
    Column("bot", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("lane", BigInteger, nullable=False),
    Column("body", Text, nullable=False),  # the raw update; emptied once it is done and old
    Column("received_at", Moment, nullable=False),
    Column("state", String(8), nullable=False, server_default="waiting"),
    Column("attempts", SmallInteger, nullable=False, server_default="0"),
    Column("again_at", Moment),
    Column("reason", Text),
    Column("done_at", Moment),
    PrimaryKeyConstraint("bot", "update_id"),
)
Index("ix_inbox_waiting", inbox.c.lane, inbox.c.update_id, sqlite_where=WAITING, postgresql_where=WAITING)
Index("ix_inbox_order", inbox.c.update_id, sqlite_where=WAITING, postgresql_where=WAITING)
DONE = text("done_at IS NOT NULL")
Index("ix_inbox_done", inbox.c.done_at, sqlite_where=DONE, postgresql_where=DONE)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("chat", BigInteger, nullable=False),
    Column("person", BigInteger),
    Column("kind", String(8), nullable=False),
    Column("method", String(32), nullable=False),
    Column("body", Text, nullable=False),
    Column("media", String(128)),
    Column("target", BigInteger),  # the letter that this one edits or deletes
    Column("message", BigInteger),  # the platform's number once it is sent
    Column("rank", SmallInteger, nullable=False),
    Column("state", String(9), nullable=False, server_default="waiting"),
    Column("key", String(160).with_variant(String(160, collation="C"), "postgresql")),  # spans of it are read
    Column("token", String(24)),
    Column("opens", Json),
    Column("condition", String(160)),  # asked again at the moment of sending
    Column("not_before", Moment, nullable=False),
    Column("expires_at", Moment),
    Column("posted_at", Moment, nullable=False),
    Column("sent_at", Moment),
    Column("acted_at", Moment),
    Column("attempts", SmallInteger, nullable=False, server_default="0"),
    Column("doubts", SmallInteger, nullable=False, server_default="0"),
    Column("claimed_by", String(40)),
    Column("error", Text),
    Column(
        "sealed", Boolean, nullable=False, server_default=text("false")
    ),  # the body can be read with the key only; the row goes once it has left
    sqlite_autoincrement=True,
)
letter_rules = Table(  # which reminder rules a letter tells of, for the figures of delivery
    "letter_rules",
    metadata,
    Column("letter", ForeignKey("outbox.id", ondelete="CASCADE"), nullable=False),
    Column("rule", String(16), nullable=False),
    PrimaryKeyConstraint("letter", "rule"),
)
SEALED = text("sealed")
Index("ix_outbox_sealed", outbox.c.id, sqlite_where=SEALED, postgresql_where=SEALED)
Index("ix_outbox_waiting", outbox.c.rank, outbox.c.id, sqlite_where=WAITING, postgresql_where=WAITING)
SENDING = text("state = 'sending'")
Index("ix_outbox_sending", outbox.c.claimed_by, sqlite_where=SENDING, postgresql_where=SENDING)
KEPT = text("state = 'kept'")  # for somebody who cannot be reached now
Index("ix_outbox_kept", outbox.c.person, outbox.c.id, sqlite_where=KEPT, postgresql_where=KEPT)
Index("ix_outbox_chat", outbox.c.chat, outbox.c.id)
KEYED, OPENING = (
    text("key IS NOT NULL"),
    text("token IS NOT NULL"),
)  # screens have neither, and they are most letters
Index("ix_outbox_key", outbox.c.key, unique=True, sqlite_where=KEYED, postgresql_where=KEYED)
Index(  # covers the figures of delivery (storage/delivery.py)
    "ix_outbox_posted",
    outbox.c.posted_at,
    outbox.c.key,
    outbox.c.state,
    outbox.c.person,
    outbox.c.acted_at,
    sqlite_where=KEYED,
    postgresql_where=KEYED,
)
Index("ix_outbox_token", outbox.c.token, unique=True, sqlite_where=OPENING, postgresql_where=OPENING)

sessions = Table(
    "sessions",
    metadata,
    Column("person", BigInteger, ForeignKey("people.id"), primary_key=True),
    Column("state", Text, nullable=False),  # the conversation as JSON
    Column("live", BigInteger),  # the letter that is the live screen
    Column("form", String(8), nullable=False),  # text, photo, contact: they cannot become each other
    Column("settling", Boolean, nullable=False),  # the live letter may still wait for more photos
    Column("seen_at", Moment, nullable=False),
)

due = Table(
    "due",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("key", String(160), nullable=False, unique=True),
    Column("kind", String(32), nullable=False),
    Column("subject", String(80), nullable=False),
    Column("due_at", Moment, nullable=False),
)
Index("ix_due_due_at", due.c.due_at)

processes = Table(
    "processes",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("beat_at", Moment, nullable=False),
    Column("release", BigInteger),  # the content it serves
)
