"""Self-checks: one row per enterprise, checklist and period; the answers as they stand and each save as it came."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from checklists.answers import Carried
from storage.tables.append_only import append_only
from storage.tables.base import Id, metadata
from storage.types import Json, Moment, Named

checks = Table(
    "checks",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("checklist", String(64), nullable=False),
    Column("period", String(10), nullable=False),
    Column("form", ForeignKey("contents.fingerprint"), nullable=False),
    Column("due", Date, nullable=False),
    Column("begun_at", Moment, nullable=False),
    Column("begun_by", ForeignKey("people.id"), nullable=False),
    Column("submitted_at", Moment),
    Column("submitted_by", ForeignKey("people.id")),
    Column("receipt", String(16), unique=True),
    Column("fingerprint", String(64)),  # of everything that was submitted
    Column("score", SmallInteger),
    Column("passed", SmallInteger),
    Column("asked", SmallInteger),
    Column("bad", SmallInteger),
    Column("zero", Boolean),  # nothing was found, and that was signed (零报告)
    Column("result", Json),  # the whole score as it was submitted
    Column("version", SmallInteger, nullable=False, server_default="0"),  # how often it was submitted
    Column("correcting", Json),  # a correction that is under way: why, which questions, by whose wish
    Column("stayed", String(64)),  # the newer version of the form that was declined for this draft
    Column(
        "shared", Boolean, nullable=False, server_default=text("false")
    ),  # a section was taken at some time
    Column(
        "inspect", Boolean, nullable=False, server_default=text("false")
    ),  # its signs are to be looked for
    UniqueConstraint("enterprise", "checklist", "period"),
    sqlite_autoincrement=True,
)
INSPECT = text("inspect")
Index("ix_checks_inspect", checks.c.id, sqlite_where=INSPECT, postgresql_where=INSPECT)
SUBMITTED = text("submitted_at IS NOT NULL")
Index(  # of all enterprises, by the day
    "ix_checks_submitted_at",
    checks.c.submitted_at,
    checks.c.enterprise,
    sqlite_where=SUBMITTED,
    postgresql_where=SUBMITTED,
)
Index(
    "ix_checks_latest",
    checks.c.enterprise,
    checks.c.submitted_at,
    sqlite_where=SUBMITTED,
    postgresql_where=SUBMITTED,
)
Index(
    "ix_checks_submitted",
    checks.c.checklist,
    checks.c.period,
    checks.c.submitted_at,
    sqlite_where=SUBMITTED,
    postgresql_where=SUBMITTED,
)

answers = Table(
    "answers",
    metadata,
    Column("check_id", ForeignKey("checks.id"), nullable=False),
    Column("question", String(64), nullable=False),
    Column("value", Json),
    Column("outcome", String(8)),
    Column("skipped", Boolean, nullable=False, server_default=text("false")),
    Column("note", Text, nullable=False, server_default=""),
    Column("photos_pending", SmallInteger, nullable=False, server_default="0"),
    Column("photos_safe", SmallInteger, nullable=False, server_default="0"),
    Column("photos_failed", SmallInteger, nullable=False, server_default="0"),
    Column("photos_skipped", Boolean, nullable=False, server_default=text("false")),
    Column("to_confirm", Boolean, nullable=False, server_default=text("false")),  # it stands, but asks again
    Column("carried", Named(Carried, 8)),  # how it was taken over; none: given anew
    Column("since", Date),  # when a carried value was last given anew
    Column("at", Moment, nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("revision", Integer, nullable=False, server_default="0"),  # how often it was saved
    PrimaryKeyConstraint("check_id", "question"),
)

taken_sections = Table(
    "taken_sections",
    metadata,
    Column("check_id", ForeignKey("checks.id"), nullable=False),
    Column("section", String(64), nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("since", Moment, nullable=False),
    PrimaryKeyConstraint("check_id", "section"),
)

saves = Table(
    "saves",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("check_id", ForeignKey("checks.id"), nullable=False),
    Column("question", String(64), nullable=False),
    Column("value", Json),
    Column("outcome", String(8), nullable=False),
    Column("form", String(64), nullable=False),  # the exact version the question was read in
    Column("shown_at", Moment),
    Column("carried", Named(Carried, 8)),
    Column("since", Date),
    Column("at", Moment, nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
)
Index("ix_saves_check_id", saves.c.check_id, saves.c.question)
append_only(saves)
