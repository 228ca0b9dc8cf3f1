"""The ladder of what is owed: which steps were announced and told, and more time that was asked for."""

from sqlalchemy import Column, Date, ForeignKey, Index, PrimaryKeyConstraint, SmallInteger, Table, Text, text

from checklists.reminders import Recipient
from safety.ladder import Answer
from storage.tables.base import Id, metadata
from storage.types import Moment, Named

rises = Table(
    "rises",
    metadata,
    Column("obligation", ForeignKey("obligations.id"), nullable=False),
    Column("due_at", Moment, nullable=False),  # with more time the ladder begins anew
    Column("step", SmallInteger, nullable=False),  # days to the due day
    Column("recipient", Named(Recipient, 16), nullable=False),
    Column("warned_at", Moment),
    Column("told_at", Moment),
    PrimaryKeyConstraint("obligation", "due_at", "step", "recipient"),
)

extensions = Table(
    "extensions",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("obligation", ForeignKey("obligations.id"), nullable=False),
    Column("until", Date, nullable=False),
    Column("reason", Text, nullable=False),
    Column("asked_by", ForeignKey("people.id"), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("decider", Named(Recipient, 16), nullable=False),
    Column("answer", Named(Answer, 8), nullable=False),
    Column("decided_by", ForeignKey("people.id")),
    Column("decided_at", Moment),
    sqlite_autoincrement=True,
)
ASKED = text("answer = 'asked'")
Index("ix_extensions_obligation", extensions.c.obligation)
Index("ix_extensions_asked", extensions.c.obligation, unique=True, sqlite_where=ASKED, postgresql_where=ASKED)
