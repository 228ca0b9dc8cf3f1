"""Emergency plans, drills and roll calls: what was planned, who takes part, what was told, answered and evaluated."""

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

from checklists.drills import PlanKind
from safety.drills import Answer, DrillState
from safety.people import Role
from storage.tables.append_only import append_only
from storage.tables.base import Id, metadata
from storage.types import Json, Moment, Named

plans = Table(
    "plans",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("kind", Named(PlanKind, 8), nullable=False),
    Column("title", String(120), nullable=False),
    Column("entered_at", Moment, nullable=False),
    Column("ended_at", Moment),  # withdrawn: nothing is owed about it any more
    sqlite_autoincrement=True,
)
Index("ix_plans_enterprise", plans.c.enterprise)

plan_versions = Table(
    "plan_versions",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("plan", ForeignKey("plans.id"), nullable=False),
    Column("ordinal", SmallInteger, nullable=False),
    Column("version", String(20), nullable=False),
    Column("published_on", Date, nullable=False),
    Column("filed_on", Date),
    Column("filing", String(60)),  # number of the filing
    Column("reviewed_on", Date),  # evaluated without a new version
    Column("entered_at", Moment, nullable=False),
    Column("entered_by", ForeignKey("people.id"), nullable=False),
    UniqueConstraint("plan", "ordinal"),
    sqlite_autoincrement=True,
)

drills = Table(
    "drills",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("number", String(16), nullable=False, unique=True),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("real", Boolean, nullable=False),
    Column("state", Named(DrillState, 10), nullable=False),
    Column("script", ForeignKey("contents.fingerprint")),  # the exact text that is played
    Column("plan", ForeignKey("plans.id")),
    Column("place", String(120), nullable=False),
    Column("extra", Integer, nullable=False, server_default="0"),
    Column("planned_at", Moment, nullable=False),
    Column("planned_by", ForeignKey("people.id"), nullable=False),
    Column("commander", ForeignKey("people.id"), nullable=False),
    Column("started_at", Moment),
    Column("called_at", Moment),
    Column("ended_at", Moment),
    Column("reason", Text, nullable=False, server_default=""),  # of breaking it off
    Column("closed_at", Moment),
    Column("closed_by", ForeignKey("people.id")),
    Column("next_due", Date),
    Column("document", Json),  # everything the fingerprint is over
    Column("sha256", String(64)),
    sqlite_autoincrement=True,
)
Index("ix_drills_enterprise", drills.c.enterprise, drills.c.planned_at)
RUNNING = text("state = 'running'")
Index(
    "ix_drills_running",
    drills.c.enterprise,
    drills.c.real,
    unique=True,
    sqlite_where=RUNNING,
    postgresql_where=RUNNING,
)

drill_people = Table(
    "drill_people",
    metadata,
    Column("drill", ForeignKey("drills.id"), nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("role", Named(Role, 16), nullable=False),
    Column("joined_at", Moment, nullable=False),
    Column("chased_at", Moment),
    PrimaryKeyConstraint("drill", "person"),
)
Index("ix_drill_people_person", drill_people.c.person)

drill_replies = Table(
    "drill_replies",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("drill", ForeignKey("drills.id"), nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("answer", Named(Answer, 8), nullable=False),
    Column("words", Text, nullable=False, server_default=""),
    Column("at", Moment, nullable=False),  # when the person acted
    sqlite_autoincrement=True,
)
Index("ix_drill_replies_drill", drill_replies.c.drill)
append_only(drill_replies)

drill_injects = Table(
    "drill_injects",
    metadata,
    Column("drill", ForeignKey("drills.id"), nullable=False),
    Column("inject", String(32), nullable=False),
    Column("at", Moment, nullable=False),
    Column("late", SmallInteger, nullable=False),  # minutes
    PrimaryKeyConstraint("drill", "inject"),
)
append_only(drill_injects)

drill_washes = Table(
    "drill_washes",
    metadata,
    Column("drill", ForeignKey("drills.id"), nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("question", String(32), nullable=False),
    Column("fine", Boolean, nullable=False),
    Column("words", Text, nullable=False, server_default=""),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("drill", "person", "question"),
)

drill_marks = Table(
    "drill_marks",
    metadata,
    Column("drill", ForeignKey("drills.id"), nullable=False),
    Column("measure", String(32), nullable=False),
    Column("fine", Boolean, nullable=False),
    Column("words", Text, nullable=False, server_default=""),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("hazard", String(16)),  # number of the hazard that it became
    PrimaryKeyConstraint("drill", "measure"),
)
