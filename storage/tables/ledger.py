"""The ledger: areas, enterprises with contacts, facts and what they owe, hazards, and the counters of their numbers."""

from sqlalchemy import (
    BigInteger,
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

from checklists.grading import EnterpriseClass
from checklists.reminders import Activity
from checklists.schema import Severity
from safety.departments import DepartmentBy
from safety.enterprises import Colour
from safety.hazard_ledger import HazardSource, HazardState
from safety.people import AreaKind, Role
from storage.tables.append_only import append_only
from storage.tables.base import Id, metadata
from storage.types import Json, Moment, Named

areas = Table(
    "areas",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("kind", Named(AreaKind, 12), nullable=False),
    Column("name", String(64), nullable=False),  # a grid's begins with its town's
    Column("parent", ForeignKey("areas.id")),  # of a town and a department the district, of a grid its town
    Column("code", String(32)),  # of a department, by which the content's rules know it
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
    Column("colour_reason", Text),  # why a supervisor set the colour by hand; an import leaves it alone then
    Column(
        "told_text", String(64)
    ),  # fingerprint of the new commitment that its principals have been told of
    Column("activity", Named(Activity, 12), nullable=False, server_default=Activity.PRODUCING.value),
    Column("department", ForeignKey("areas.id")),  # which answers for it (三管三必须)
    Column("grid", ForeignKey("areas.id")),
    Column("department_by", Named(DepartmentBy, 8), nullable=False, server_default=DepartmentBy.RULE.value),
    Column("supervision", Named(EnterpriseClass, 3)),  # the class that holds; none: not worked out yet
    Column("ungraded", Boolean, nullable=False, server_default=text("true")),  # to be worked out again
    Column("department_reason", Text),  # why a supervisor has set it by hand
    sqlite_autoincrement=True,
)
Index("ix_enterprises_town", enterprises.c.town, enterprises.c.added_at)
Index("ix_enterprises_department", enterprises.c.department, enterprises.c.added_at)
Index("ix_enterprises_grid", enterprises.c.grid, enterprises.c.added_at)
Index("ix_enterprises_name", enterprises.c.name)
UNGRADED = text("ungraded")
Index("ix_enterprises_ungraded", enterprises.c.id, sqlite_where=UNGRADED, postgresql_where=UNGRADED)
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
Index("ix_facts_fact", facts.c.fact, facts.c.enterprise, facts.c.id)
append_only(facts)

duties = Table(
    "duties",
    metadata,
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("checklist", String(64), nullable=False),
    Column("since", Moment, nullable=False),
    PrimaryKeyConstraint("enterprise", "checklist"),
)
Index(
    "ix_duties_checklist", duties.c.checklist, duties.c.since, duties.c.enterprise
)  # counted without the rows

hazards = Table(
    "hazards",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("number", String(16), nullable=False, unique=True),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("check_id", ForeignKey("checks.id")),  # neither: it was not found by a self-check
    Column("question", String(64)),
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
    Column("source", Named(HazardSource, 12), nullable=False, server_default=HazardSource.CHECK.value),
    Column("kind", String(32), nullable=False, server_default=""),  # id of a category
    Column("place", String(200), nullable=False, server_default=""),
    Column("words", Text, nullable=False, server_default=""),
    Column("owner", ForeignKey("people.id")),  # who sees it put right; set while it is open
    Column("plan", Json),  # 五落实: who, how, money, by when, what if
    Column("extensions", SmallInteger, nullable=False, server_default="0"),  # granted
    Column("wanted", Json),  # an extension that was asked for and not decided
    Column("evidence_by", ForeignKey("people.id")),
    Column("returned", SmallInteger, nullable=False, server_default="0"),  # how often
    Column("returned_at", Moment),
    Column("reopened", SmallInteger, nullable=False, server_default="0"),  # how often
    Column("of", String(16)),  # number of the hazard that this one is a duplicate of
    Column(
        "graded_up", Boolean, nullable=False, server_default=text("false")
    ),  # 提级: closed by a supervisor
    Column("clause", String(64)),  # id of the question or criterion that its reporter chose
    Column("recurs", String(16)),  # number of the closed hazard that this one is again
    Column("listing", Json),  # 挂牌督办: number, day, deadline, removal
    Column("parent", String(16)),  # number of the hazard that this one is a part of
    Column("cost", BigInteger),  # of putting it right, in yuan
    Column("listed", Boolean, nullable=False, server_default=text("false")),  # its listing is not removed
    Column(
        "doubted", Boolean, nullable=False, server_default=text("false")
    ),  # a duplicate that was in review when it was marked
    Column("details", Json),  # what else is known of it, by the extra fields of its kind
    Column("cause", Json),  # what was behind it, and what prevents it
    Column("root", String(32)),  # id of the cause, to be counted by
    Column(
        "explained", Boolean, nullable=False, server_default=text("false")
    ),  # its cause has to be said although it is a general one
    Column("salt", String(32)),  # of a major one: what its words of the day are drawn by
    Column("closed_at", Moment),  # closed, or known as a duplicate
    Column("closed_by", ForeignKey("people.id")),
    Column("closure", String(16)),  # number of the receipt of its last closure
    Column("visit", Id),  # the inspection on site that found it (inspections.id)
    UniqueConstraint("check_id", "question"),
    sqlite_autoincrement=True,
)
Index("ix_hazards_enterprise", hazards.c.enterprise, hazards.c.state, hazards.c.due)
OPEN = text(
    "state IN ('found', 'reported', 'review', 'planned', 'fixing', 'evidence', 'suspended')"
)  # safety.hazards.OPEN
_SIFTED = [  # what lists are narrowed down by: a count of 50,000 never reads the rows themselves
    hazards.c.enterprise,
    hazards.c.state,
    hazards.c.reported_at,
    hazards.c.source,
    hazards.c.severity,
    hazards.c.owner,
    hazards.c.found_by,
]
_WORST = [hazards.c.listed.desc(), hazards.c.suspected_major.desc(), hazards.c.due, hazards.c.id]
Index(
    "ix_hazards_worst",
    *_WORST,
    *_SIFTED,
    hazards.c.found_at,  # the figures of an area count by it
    sqlite_where=OPEN,
    postgresql_where=OPEN,
)
# What is overdue, the longest first; each database in its own words, as in ix_people_away.
LATE = "state IN ('reported', 'planned', 'fixing')"  # storage.concerns.OWED
Index(
    "ix_hazards_late",
    hazards.c.due,
    hazards.c.id,
    hazards.c.enterprise,
    sqlite_where=text(f"{LATE} AND suspected_major = 0"),
    postgresql_where=text(f"{LATE} AND NOT suspected_major"),
)
ENDED = text("closed_at IS NOT NULL")
Index("ix_hazards_ended", hazards.c.closed_at, sqlite_where=ENDED, postgresql_where=ENDED)
TAKEN_BACK = text("withdrawn_at IS NOT NULL")
Index("ix_hazards_taken_back", hazards.c.withdrawn_at, sqlite_where=TAKEN_BACK, postgresql_where=TAKEN_BACK)
WAITS = text(
    "state IN ('review', 'evidence') OR wanted IS NOT NULL AND state IN ('planned', 'fixing')"
)  # storage.sifting.WAITS
Index("ix_hazards_waits", *_WORST, sqlite_where=WAITS, postgresql_where=WAITS)
CLOSED = text("state IN ('closed')")
_LATELY = [hazards.c.closed_at.desc(), hazards.c.id.desc(), hazards.c.suspected_major]
Index("ix_hazards_closed", *_LATELY, *_SIFTED, sqlite_where=CLOSED, postgresql_where=CLOSED)
PART = text("parent IS NOT NULL")
Index("ix_hazards_parent", hazards.c.parent, sqlite_where=PART, postgresql_where=PART)
Index("ix_hazards_found_at", hazards.c.found_at)
VISIT = text("visit IS NOT NULL")
Index("ix_hazards_visit", hazards.c.visit, sqlite_where=VISIT, postgresql_where=VISIT)
ROOT = text("root IS NOT NULL")
Index("ix_hazards_root", hazards.c.root, hazards.c.enterprise, sqlite_where=ROOT, postgresql_where=ROOT)
MAJOR = text("suspected_major")
Index("ix_hazards_major", hazards.c.found_at, sqlite_where=MAJOR, postgresql_where=MAJOR)

hazard_moves = Table(
    "hazard_moves",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("hazard", ForeignKey("hazards.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("before", Named(HazardState, 12)),
    Column("after", Named(HazardState, 12), nullable=False),
    Column("action", String(24), nullable=False),
    Column("body", Json, nullable=False),  # reason, days, names: what the action had to say
    sqlite_autoincrement=True,
)
Index("ix_hazard_moves_hazard", hazard_moves.c.hazard, hazard_moves.c.id)
append_only(hazard_moves)

counters = Table(
    "counters",
    metadata,
    Column("series", String(8), nullable=False),
    Column("year", Integer, nullable=False),
    Column("value", Integer, nullable=False),
    PrimaryKeyConstraint("series", "year"),
)
