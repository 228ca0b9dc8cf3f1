"""Classes of supervision (分级): as they stand with their working, and every change; what people ask to have changed; confirmations of the profile."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from checklists.grading import EnterpriseClass
from safety.requests import RequestState
from storage.tables.append_only import append_only
from storage.tables.base import Id, metadata
from storage.types import Json, Moment, Named

grades = Table(
    "grades",
    metadata,
    Column("enterprise", ForeignKey("enterprises.id"), primary_key=True),
    Column("worked", Named(EnterpriseClass, 3), nullable=False),  # by the rules
    Column("hand", Named(EnterpriseClass, 3)),  # set by a supervisor; none: the rules decide
    Column("hand_over", Named(EnterpriseClass, 3)),  # what the rules said when it was set
    Column("points", Integer, nullable=False),  # hundredths
    Column("working", Json, nullable=False),  # what it was worked out from: facts, figures, credit
    Column("self_days", Integer, nullable=False),  # how often it is looked at, in days
    Column("inspect_days", Integer, nullable=False),
    Column("expert_days", Integer),  # none: by no expert
    Column("at", Moment, nullable=False),
)

gradings = Table(
    "gradings",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("person", ForeignKey("people.id")),  # none: worked out
    Column("before", Named(EnterpriseClass, 3)),  # none: the first one
    Column("after", Named(EnterpriseClass, 3), nullable=False),
    Column("points", Integer, nullable=False),  # hundredths
    Column("hand", Boolean, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),  # of a supervisor; else ids of what moved it
    sqlite_autoincrement=True,
)
Index("ix_gradings_enterprise", gradings.c.enterprise, gradings.c.id)
append_only(gradings)

requests = Table(
    "requests",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("number", String(16), nullable=False, unique=True),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("what", String(40), nullable=False),  # safety.requests.Attribute, or fact:<id>
    Column("before", Json),
    Column("after", Json),
    Column("reason", Text, nullable=False),
    Column("state", Named(RequestState, 10), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("asked_by", ForeignKey("people.id"), nullable=False),
    Column("decided_at", Moment),
    Column("decided_by", ForeignKey("people.id")),
    Column("answer", Text, nullable=False, server_default=""),  # why it was refused
    sqlite_autoincrement=True,
)
WAITING = text("state = 'waiting'")
Index("ix_requests_waiting", requests.c.id, sqlite_where=WAITING, postgresql_where=WAITING)
Index("ix_requests_enterprise", requests.c.enterprise, requests.c.id)

confirmations = Table(
    "confirmations",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("day", Date, nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("facts", Json, nullable=False),  # as they were confirmed, by id
    Column("changed", Json, nullable=False),  # ids of those that were answered otherwise than before
    sqlite_autoincrement=True,
)
Index("ix_confirmations_enterprise", confirmations.c.enterprise, confirmations.c.id)
append_only(confirmations)
