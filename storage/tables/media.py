"""Photos and files: what was sent, and what became of our own copy. The copies themselves are files, not rows."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.tables.base import Id, metadata
from storage.types import Moment

media = Table(
    "media",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("check_id", ForeignKey("checks.id")),  # of an answer, or else of a hazard
    Column("question", String(64)),
    Column("file", String(255), nullable=False),  # the platform's reference, used once
    Column("unique_name", String(128), nullable=False),
    Column("kind", String(8), nullable=False, server_default="photo"),  # photo, file
    Column("name", String(80), nullable=False, server_default=""),  # what the sender calls a file
    Column("announced_size", BigInteger),
    Column("note", Text, nullable=False, server_default=""),
    Column("received_at", Moment, nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("state", String(8), nullable=False),  # pending, safe, failed
    Column("attempts", SmallInteger, nullable=False, server_default="0"),
    Column("again_at", Moment, nullable=False),  # free to be fetched from then on
    Column("reason", String(64)),  # text id of what was wrong
    Column("path", String(160)),  # of our copy, below the media folder
    Column("sha256", String(64)),
    Column("size", BigInteger),
    Column("width", Integer),
    Column("height", Integer),
    Column("plain", Boolean),  # one colour all over: nothing to see
    Column("settled_at", Moment),
    Column("hazard", ForeignKey("hazards.id")),
    Column("stage", String(8)),  # of a hazard: before, after, note
    Column("answers", ForeignKey("media.id")),  # the photo "before" that this one "after" answers
    Column("pair", String(160)),  # path of our picture of both side by side
    Column("round", SmallInteger),  # how often the hazard had been reopened by then
    Column("word", String(40)),  # of the day, that was to be in the picture
    Column("word_seen", Boolean),  # by whoever looked for it
    Column("subject", String(64)),  # what else it belongs to: warning/3/17, incident/5
    UniqueConstraint("check_id", "question", "unique_name"),
    sqlite_autoincrement=True,
)
OF_CHECK = text("check_id IS NOT NULL")
Index("ix_media_check_id", media.c.check_id, sqlite_where=OF_CHECK, postgresql_where=OF_CHECK)
OF_HAZARD = text("hazard IS NOT NULL")
Index(
    "ix_media_hazard",
    media.c.hazard,
    media.c.unique_name,
    unique=True,
    sqlite_where=OF_HAZARD,
    postgresql_where=OF_HAZARD,
)
ATTACHED = text("subject IS NOT NULL")
Index(
    "ix_media_subject",
    media.c.subject,
    media.c.unique_name,
    unique=True,
    sqlite_where=ATTACHED,
    postgresql_where=ATTACHED,
)
UNPAIRED = text("answers IS NOT NULL AND pair IS NULL AND state = 'safe'")
Index("ix_media_unpaired", media.c.id, sqlite_where=UNPAIRED, postgresql_where=UNPAIRED)
SAFE = text("sha256 IS NOT NULL")
Index("ix_media_sha256", media.c.sha256, media.c.id, sqlite_where=SAFE, postgresql_where=SAFE)
PENDING = text("state = 'pending'")
Index("ix_media_pending", media.c.again_at, sqlite_where=PENDING, postgresql_where=PENDING)
