"""The ledger: areas, enterprises with contacts, facts and what they owe, hazards, and the counters of their numbers."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from checklists.schema import Severity
from safety.ledger import Colour, HazardState
from safety.people import Role
from storage.tables.append_only import append_only
from storage.tables.base import Id, metadata
from storage.types import Json, Moment, Named

areas = Table(
    "areas",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("kind", String(8), nullable=False),  # district, town
    Column("name", String(64), nullable=False),
    UniqueConstraint("kind", "name"),
)

STALE = text("stale")

enterprises = Table(
    "enterprises",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("credit_code", String(18), nullable=False, unique=True),
    Column("name", String(160), nullable=False),
    Column("colour", Named(Colour, 8), nullable=False),
    Column("town", ForeignKey("areas.id"), nullable=False),
    Column("address", String(200), nullable=False, server_default=""),
    Column("added_at", Moment, nullable=False),
    Column(
        "stale", Boolean, nullable=False, server_default=text("true")
    ),  # its duties are to be worked out again
    sqlite_autoincrement=True,
)
Index("ix_enterprises_town", enterprises.c.town, enterprises.c.added_at)
Index("ix_enterprises_stale", enterprises.c.id, sqlite_where=STALE, postgresql_where=STALE)

contacts = Table(
    "contacts",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("enterprise", ForeignKey("enterprises.id")),
    Column("area", ForeignKey("areas.id")),  # neither: the district's own people
    Column("name", String(160), nullable=False, server_default=""),
    Column("role", Named(Role, 16)),
    Column("phone", String(20), nullable=False),  # digits only, without +86
    UniqueConstraint("enterprise", "phone"),
)

facts = Table(
    "facts",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("fact", String(64), nullable=False),
    Column("value", Json),
    Column("source", String(160), nullable=False),
    Column("at", Moment, nullable=False),
    Column("person", ForeignKey("people.id")),
    sqlite_autoincrement=True,
)
Index("ix_facts_enterprise", facts.c.enterprise, facts.c.id)
append_only(facts)

duties = Table(
    "duties",
    metadata,
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("checklist", String(64), nullable=False),
    Column("since", Moment, nullable=False),
    PrimaryKeyConstraint("enterprise", "checklist"),
)

hazards = Table(
    "hazards",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("number", String(16), nullable=False, unique=True),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("check_id", ForeignKey("checks.id"), nullable=False),
    Column("question", String(64), nullable=False),
    Column("severity", Named(Severity, 8), nullable=False),
    Column("suspected_major", Boolean, nullable=False),
    Column("state", Named(HazardState, 12), nullable=False),
    Column("due", Date, nullable=False),
    Column("found_at", Moment, nullable=False),
    Column("found_by", ForeignKey("people.id"), nullable=False),
    Column("reported_at", Moment),
    Column("withdrawn_at", Moment),
    Column("withdrawn_reason", Text),  # of the correction that withdrew it after it was reported
    Column("form", String(64)),  # the exact version its question was read in
    UniqueConstraint("check_id", "question"),
    sqlite_autoincrement=True,
)
Index("ix_hazards_enterprise", hazards.c.enterprise, hazards.c.state, hazards.c.due)
OPEN = text("state IN ('found', 'reported')")
Index(
    "ix_hazards_worst",
    hazards.c.suspected_major.desc(),
    hazards.c.due,
    hazards.c.id,
    sqlite_where=OPEN,
    postgresql_where=OPEN,
)
Index("ix_hazards_found_at", hazards.c.found_at)
MAJOR = text("suspected_major")
Index("ix_hazards_major", hazards.c.found_at, sqlite_where=MAJOR, postgresql_where=MAJOR)

counters = Table(
    "counters",
    metadata,
    Column("series", String(8), nullable=False),
    Column("year", Integer, nullable=False),
    Column("value", Integer, nullable=False),
    PrimaryKeyConstraint("series", "year"),
)
