"""Seats that are handed over: who offers which to whom, and what became of it."""

from sqlalchemy import Column, ForeignKey, Index, String, Table, text

from safety.handovers import OfferState
from safety.people import Role
from storage.tables.base import Id, metadata
from storage.types import Moment, Named

handovers = Table(
    "handovers",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("role", Named(Role, 16), nullable=False),
    Column("giver", ForeignKey("people.id"), nullable=False),
    Column("receiver", ForeignKey("people.id")),  # none: whoever joins by the invitation
    Column("invitation", ForeignKey("invitations.id")),
    Column("offered_by", ForeignKey("people.id"), nullable=False),
    Column("offered_at", Moment, nullable=False),
    Column("reason", String(200), nullable=False, server_default=""),  # of a supervisor
    Column("state", Named(OfferState, 10), nullable=False),
    Column("ended_at", Moment),
    sqlite_autoincrement=True,
)
OPEN = text("state = 'offered'")
Index(
    "ix_handovers_giver", handovers.c.giver, handovers.c.enterprise, sqlite_where=OPEN, postgresql_where=OPEN
)
Index("ix_handovers_receiver", handovers.c.receiver, sqlite_where=OPEN, postgresql_where=OPEN)
Index("ix_handovers_invitation", handovers.c.invitation, sqlite_where=OPEN, postgresql_where=OPEN)
ACCEPTED = text("state = 'accepted'")  # for digests: which changed hands when
Index("ix_handovers_ended_at", handovers.c.ended_at, sqlite_where=ACCEPTED, postgresql_where=ACCEPTED)
