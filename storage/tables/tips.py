"""Anonymous tips: what was said, and in one encrypted table which account stands behind it. No other table names the reporter."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    Text,
    text,
)

from safety.tips import Side, TipState
from storage.tables.base import Id, metadata
from storage.types import Moment, Named

# Moments of the reporter are cut to the hour: to the second they would name who wrote then.
tips = Table(
    "tips",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("number", String(16), nullable=False, unique=True),
    Column("enterprise", ForeignKey("enterprises.id")),  # none: not known in the register
    Column("named", String(160), nullable=False, server_default=""),
    Column("words", Text, nullable=False),
    Column("place", String(200), nullable=False, server_default=""),
    Column("sent_at", Moment, nullable=False),
    Column("state", Named(TipState, 8), nullable=False),
    Column("hazard", ForeignKey("hazards.id")),
    Column("true", Boolean),
    Column("result", Text, nullable=False, server_default=""),
    Column("closed_at", Moment),
    Column("closed_by", ForeignKey("people.id")),
    Column("code_hash", String(64), unique=True),
    Column("paid_at", Moment),
    Column("paid_by", ForeignKey("people.id")),
    sqlite_autoincrement=True,
)
OPEN = text("state <> 'closed'")
Index("ix_tips_open", tips.c.id, sqlite_where=OPEN, postgresql_where=OPEN)
Index("ix_tips_enterprise", tips.c.enterprise, tips.c.id)

tip_messages = Table(
    "tip_messages",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("tip", ForeignKey("tips.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("side", Named(Side, 8), nullable=False),
    Column("person", ForeignKey("people.id")),  # of the office; the reporter has none
    Column("text", Text, nullable=False),
    CheckConstraint("(side = 'reporter') = (person IS NULL)", name="reporter_has_no_name"),
    sqlite_autoincrement=True,
)
Index("ix_tip_messages_tip", tip_messages.c.tip, tip_messages.c.id)

tip_photos = Table(
    "tip_photos",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("tip", ForeignKey("tips.id"), nullable=False),
    Column("file", String(255), nullable=False),  # the platform's reference; emptied once it was used
    Column("announced_size", Integer),
    Column("received_at", Moment, nullable=False),
    Column("state", String(8), nullable=False),  # pending, safe, failed
    Column("attempts", SmallInteger, nullable=False, server_default="0"),
    Column("again_at", Moment, nullable=False),
    Column("reason", String(64)),
    Column("path", String(160)),
    Column("sha256", String(64)),
    Column("size", Integer),
    Column("width", Integer),
    Column("height", Integer),
    Column("prints", Text),  # safety.likeness, one behind the other
    sqlite_autoincrement=True,
)
Index("ix_tip_photos_tip", tip_photos.c.tip, tip_photos.c.id)
PENDING = text("state = 'pending'")
Index("ix_tip_photos_pending", tip_photos.c.again_at, sqlite_where=PENDING, postgresql_where=PENDING)

# The one place in which an account and a tip stand together, readable with the key only (storage/tips/vault.py).
tip_contacts = Table(
    "tip_contacts",
    metadata,
    Column("tip", ForeignKey("tips.id"), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("until", Date, nullable=False),  # deleted on this day
)

# How often an account did something today: a mark that only the key can make, and that differs every day.
tip_counts = Table(
    "tip_counts",
    metadata,
    Column("day", Date, nullable=False),
    Column("mark", String(64), nullable=False),
    Column("count", Integer, nullable=False),
    PrimaryKeyConstraint("day", "mark"),
)
