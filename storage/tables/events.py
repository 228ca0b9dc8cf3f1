"""What happened, in order, for ever: the append-only record of events."""

from sqlalchemy import BigInteger, Column, Index, SmallInteger, String, Table, UniqueConstraint

from safety.people import Role
from storage.tables.append_only import append_only
from storage.tables.base import Id, metadata
from storage.types import Json, Moment, Named

# No foreign keys: a record must be able to outlive what it speaks of.
events = Table(
    "events",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),  # when the person acted
    Column("kind", String(40), nullable=False),
    Column("subject", String(200), nullable=False),
    Column("person", BigInteger),
    Column("role", Named(Role, 16)),
    Column("enterprise", BigInteger),
    Column("area", BigInteger),
    Column("body", Json, nullable=False),
    Column(
        "update_key", String(80)
    ),  # the update that caused it; with `ordinal` it can take effect only once
    Column("ordinal", SmallInteger, nullable=False),
    UniqueConstraint("update_key", "ordinal"),
)
Index("ix_events_enterprise", events.c.enterprise, events.c.id)
append_only(events)
