"""Inspections on site, what was corrected afterwards, how they agree with self-checks; who was reached in a quarter; samples."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from checklists.grading import Covered
from safety.people import Role
from safety.sampling import Ground, Judged
from safety.visits import Ending, VisitKind, VisitState
from storage.tables.append_only import append_only
from storage.tables.base import Id, metadata
from storage.types import Json, Moment, Named

inspections = Table(
    "inspections",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("kind", Named(VisitKind, 12), nullable=False),
    Column("state", Named(VisitState, 12), nullable=False),
    Column("lead", ForeignKey("people.id"), nullable=False),
    Column("role", Named(Role, 16), nullable=False),  # in which the lead came
    Column("begun_at", Moment, nullable=False),
    Column("second", ForeignKey("people.id")),  # the second officer; none: an expert who came alone
    Column("second_at", Moment),  # when they confirmed that they are there
    Column("places", Json),  # where and when a place was shared
    Column("remark", Text, nullable=False, server_default=""),
    Column("present", ForeignKey("people.id")),  # who of the enterprise was asked to confirm
    Column("presented_at", Moment),
    Column("presented", String(64)),  # fingerprint of what was put before them
    Column("objection", Text),  # what they had to say against it
    Column("ending", Named(Ending, 12)),
    Column("reason", Text, nullable=False, server_default=""),  # why nobody confirmed
    Column("closed_at", Moment),
    Column("number", String(16), unique=True),
    Column("document", Json),  # everything the fingerprint is over
    Column("sha256", String(64)),
    Column("compared", SmallInteger),  # questions that a recent self-check had answered as well
    Column("agreed", SmallInteger),
    Column("missed", SmallInteger),  # fine in the self-check, found here
    Column("clean", Boolean),  # the self-check before it had found nothing; none: there was none
    Column("items", SmallInteger),  # hazards that it found
    sqlite_autoincrement=True,
)
UNFINISHED = text("state IN ('open', 'presented')")
Index("ix_inspections_enterprise", inspections.c.enterprise, inspections.c.closed_at)
Index("ix_inspections_of_lead", inspections.c.lead, inspections.c.id)  # the one begun last
Index("ix_inspections_lead", inspections.c.lead, sqlite_where=UNFINISHED, postgresql_where=UNFINISHED)
Index("ix_inspections_second", inspections.c.second, sqlite_where=UNFINISHED, postgresql_where=UNFINISHED)
FINISHED = text("closed_at IS NOT NULL")
Index("ix_inspections_closed_at", inspections.c.closed_at, sqlite_where=FINISHED, postgresql_where=FINISHED)

inspection_notes = Table(
    "inspection_notes",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("inspection", ForeignKey("inspections.id"), nullable=False),
    Column("version", SmallInteger, nullable=False),  # from 2: the record itself is the first
    Column("number", String(20), nullable=False, unique=True),
    Column("at", Moment, nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("words", Text, nullable=False),
    Column("hazard", String(16)),  # number of the finding that is taken back
    Column("document", Json, nullable=False),
    Column("sha256", String(64), nullable=False),
    UniqueConstraint("inspection", "version"),
    sqlite_autoincrement=True,
)
append_only(inspection_notes)

inspection_papers = Table(
    "inspection_papers",
    metadata,
    Column("inspection", ForeignKey("inspections.id"), nullable=False),
    Column("version", SmallInteger, nullable=False),
    Column("path", String(160), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("made_at", Moment, nullable=False),
    PrimaryKeyConstraint("inspection", "version"),
)

agreements = Table(
    "agreements",
    metadata,
    Column("inspection", ForeignKey("inspections.id"), nullable=False),
    Column("checklist", String(64), nullable=False),
    Column("question", String(64), nullable=False),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("own", Boolean, nullable=False),  # fine in the self-check
    Column("found", Boolean, nullable=False),  # fine on site
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("inspection", "checklist", "question"),
)
Index("ix_agreements_enterprise", agreements.c.enterprise, agreements.c.at)
Index("ix_agreements_at", agreements.c.at)
append_only(agreements)

coverings = Table(
    "coverings",
    metadata,
    Column("quarter", String(7), nullable=False),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("how", Named(Covered, 24), nullable=False),
    Column("about", String(24), nullable=False),  # number of the visit, receipt of the self-check
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("quarter", "enterprise", "how", "about"),
)
Index("ix_coverings_enterprise", coverings.c.enterprise, coverings.c.at)

draws = Table(
    "draws",
    metadata,
    Column("day", Date, primary_key=True),  # of the self-checks that it drew from
    Column("at", Moment, nullable=False),
    Column("seed", String(64), nullable=False),
    Column("figures", Json, nullable=False),  # among how many, drawn how many, by which shares
)
append_only(draws)

samples = Table(
    "samples",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("check_id", ForeignKey("checks.id"), nullable=False),
    Column("version", SmallInteger, nullable=False),
    Column("receipt", String(24), nullable=False, unique=True),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("day", ForeignKey("draws.day"), nullable=False),
    Column("ground", Named(Ground, 12), nullable=False),
    Column("permille", SmallInteger, nullable=False),  # the chance it was drawn by
    Column("drawn_at", Moment, nullable=False),
    Column("judged", Named(Judged, 12)),
    Column("judged_at", Moment),
    Column("judged_by", ForeignKey("people.id")),
    Column("reason", Text, nullable=False, server_default=""),
    Column("visit", ForeignKey("inspections.id")),  # it was judged by
    UniqueConstraint("check_id", "version"),
    sqlite_autoincrement=True,
)
UNJUDGED = text("judged IS NULL")
Index("ix_samples_waiting", samples.c.drawn_at, sqlite_where=UNJUDGED, postgresql_where=UNJUDGED)
Index("ix_samples_enterprise", samples.c.enterprise, samples.c.drawn_at)
