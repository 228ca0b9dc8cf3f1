"""What comes again and again in an enterprise, and each time that it was done."""

from sqlalchemy import Column, Date, ForeignKey, Index, SmallInteger, String, Table, text

from safety.chores import ChoreState, Unit
from storage.tables.base import Id, metadata
from storage.types import Moment, Named

chores = Table(
    "chores",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("number", String(16), nullable=False, unique=True),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("title", String(200), nullable=False),
    Column("owner", ForeignKey("people.id"), nullable=False),
    Column("every", SmallInteger),  # none: once
    Column("unit", Named(Unit, 8)),
    Column("due", Date, nullable=False),
    Column("state", Named(ChoreState, 8), nullable=False),
    Column("hazard", String(16)),  # number of what it keeps from coming back
    Column("made_by", ForeignKey("people.id"), nullable=False),
    Column("made_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)
GOING = text("state IN ('open', 'paused')")
Index(
    "ix_chores_enterprise",
    chores.c.enterprise,
    chores.c.state,
    chores.c.due,
    sqlite_where=GOING,
    postgresql_where=GOING,
)

chore_deeds = Table(
    "chore_deeds",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("chore", ForeignKey("chores.id"), nullable=False),
    Column("due", Date, nullable=False),
    Column("at", Moment, nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_chore_deeds_chore", chore_deeds.c.chore, chore_deeds.c.id)
