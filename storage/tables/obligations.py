"""What is owed by the reminder rules (应办事项), whom it is told to next, and what terms are counted from."""

from sqlalchemy import Column, ForeignKey, Index, PrimaryKeyConstraint, SmallInteger, String, Table, text

from storage.tables.base import Id, metadata
from storage.types import Moment

ABOUT = 120  # characters of "<subject>:<id>"

obligations = Table(
    "obligations",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("rule", String(32), nullable=False),
    Column("task", String(16), nullable=False),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("about", String(ABOUT), nullable=False),
    Column("begun_at", Moment, nullable=False),  # what the rule counts from
    Column("due_at", Moment, nullable=False),
    Column("set_at", Moment, nullable=False),  # when this due moment became known
    Column("state", String(4), nullable=False),  # safety.owing.State: open, done, void
    Column("done_at", Moment),  # done, or of no concern any more
    Column("done_by", ForeignKey("people.id")),
    Column("holder", ForeignKey("people.id")),  # who it was handed to
    Column("handed_by", ForeignKey("people.id")),
    Column("told", SmallInteger, nullable=False, server_default="0"),  # reminders that were posted
    Column(
        "newest", SmallInteger, nullable=False, server_default="1"
    ),  # 1: the next one of its rule and subject is counted from this row
    sqlite_autoincrement=True,
)
NEWEST = text("newest = 1")
OPEN = text("state = 'open'")
Index(
    "ix_obligations_newest",
    obligations.c.enterprise,
    obligations.c.rule,
    obligations.c.about,
    unique=True,
    sqlite_where=NEWEST,
    postgresql_where=NEWEST,
)
Index("ix_obligations_about", obligations.c.about, sqlite_where=NEWEST, postgresql_where=NEWEST)
Index(
    "ix_obligations_due_at",
    obligations.c.due_at,
    obligations.c.id,
    obligations.c.rule,  # what is late is counted by these three without the rows
    obligations.c.task,
    obligations.c.enterprise,
    sqlite_where=OPEN,
    postgresql_where=OPEN,
)
DONE = text("state = 'done'")
Index(
    "ix_obligations_done",
    obligations.c.enterprise,
    obligations.c.done_at,
    sqlite_where=DONE,
    postgresql_where=DONE,
)

VOID = text("state = 'void'")
Index(
    "ix_obligations_void",
    obligations.c.enterprise,
    obligations.c.due_at,
    sqlite_where=VOID,
    postgresql_where=VOID,
)

tellings = Table(
    "tellings",
    metadata,
    Column("obligation", ForeignKey("obligations.id"), nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("at", Moment),  # when they are told next; none: no more
    Column("put_off", Moment),  # they asked to be told again then
    PrimaryKeyConstraint("obligation", "person"),
)
Index("ix_tellings_person", tellings.c.person, tellings.c.at)

terms = Table(
    "terms",
    metadata,
    Column("about", String(ABOUT), nullable=False),
    Column("what", String(40), nullable=False),  # done:<task>, at:<happening>, on:<date>
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("about", "what", "enterprise"),
)
Index("ix_terms_enterprise", terms.c.enterprise)

obligation_photos = Table(
    "obligation_photos",
    metadata,
    Column("media", ForeignKey("media.id"), primary_key=True),
    Column("obligation", ForeignKey("obligations.id"), nullable=False),
)
Index("ix_obligation_photos_obligation", obligation_photos.c.obligation)
