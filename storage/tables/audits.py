"""Who has read whose personal data, and what became of it: a row each subject, for good. Never the data itself."""

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table

from safety.audits import Personal
from safety.people import Role
from storage.tables.append_only import append_only
from storage.tables.base import Id, metadata
from storage.types import Moment, Named

# No foreign keys: it outlives what it speaks of.
audits = Table(
    "audits",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("reader", BigInteger, nullable=False),
    Column("role", Named(Role, 16)),
    Column("what", Named(Personal, 16), nullable=False),
    Column("about", String(64), nullable=False),  # join/12, contact/3; empty: whose it is was not said
    Column("person", BigInteger),  # whom it is about, where that is somebody with an account
    Column("enterprise", BigInteger),  # theirs
    Column("place", String(48), nullable=False),  # flow/step of the screen, or the kind of export
    Column("rows", Integer, nullable=False, server_default="0"),
    sqlite_autoincrement=True,
)
Index("ix_audits_reader", audits.c.reader, audits.c.id)
Index("ix_audits_person", audits.c.person, audits.c.id)
Index("ix_audits_about", audits.c.about, audits.c.id)
Index("ix_audits_enterprise", audits.c.enterprise, audits.c.id)
Index("ix_audits_at", audits.c.at)
append_only(audits)
