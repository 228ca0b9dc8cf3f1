"""Notices and commitments: what was read, what was signed, what was called back, and the paper of each. All append-only."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, String, Table, Text

from checklists.documents import Renewal
from safety.enterprises import Colour
from storage.tables.append_only import append_only
from storage.tables.base import Id, metadata
from storage.types import Json, Moment, Named

readings = Table(
    "readings",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("fingerprint", ForeignKey("contents.fingerprint"), nullable=False),  # the exact text
    Column("item", String(16), nullable=False),
    Column("at", Moment, nullable=False),
)
Index("ix_readings_person", readings.c.person, readings.c.enterprise, readings.c.fingerprint)
append_only(readings)

commitments = Table(
    "commitments",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("number", String(16), nullable=False, unique=True),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("colour", Named(Colour, 8), nullable=False),
    Column("fingerprint", ForeignKey("contents.fingerprint"), nullable=False),
    Column("notice", ForeignKey("contents.fingerprint"), nullable=False),  # the notice read before it
    Column("signer", ForeignKey("people.id"), nullable=False),
    Column("name", String(160), nullable=False),  # as it was typed
    Column("on_record", Boolean, nullable=False),  # whether the list of the enterprise has this name
    Column("begun_at", Moment, nullable=False),
    Column("read_at", Moment, nullable=False),
    Column("signed_at", Moment, nullable=False),
    Column("valid_to", Date, nullable=False),
    Column("signed", Json, nullable=False),  # everything that was signed
    Column("sha256", String(64), nullable=False),  # of its canonical JSON
    sqlite_autoincrement=True,
)
Index("ix_commitments_enterprise", commitments.c.enterprise, commitments.c.id)
append_only(commitments)

recalls = Table(
    "recalls",
    metadata,
    Column("commitment", ForeignKey("commitments.id"), primary_key=True),
    Column("at", Moment, nullable=False),  # when it ended
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("why", Named(Renewal, 24), nullable=False),
)
append_only(recalls)

papers = Table(
    "papers",
    metadata,
    Column("commitment", ForeignKey("commitments.id"), primary_key=True),
    Column("path", Text, nullable=False),  # below the folder of papers
    Column("sha256", String(64), nullable=False),
    Column("made_at", Moment, nullable=False),
)
append_only(papers)

breaches = Table(
    "breaches",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("commitment", ForeignKey("commitments.id"), nullable=False),
    Column("item", String(16), nullable=False),
    Column("at", Moment, nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),  # the supervisor who verified it
    Column("reason", Text, nullable=False),
)
Index("ix_breaches_commitment", breaches.c.commitment, breaches.c.id)
append_only(breaches)
