"""People, the seats they act from, and how they came to them: invitations and joins."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    SmallInteger,
    String,
    Table,
    text,
)

from checklists.words import Language
from safety.people import Role
from storage.tables.base import Id, metadata
from storage.types import Moment, Named

people = Table(
    "people",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("account", BigInteger, nullable=False, unique=True),  # the platform's number of the person
    Column("chat", BigInteger, nullable=False),
    Column("name", String(160), nullable=False, server_default=""),  # kept from the consent on
    Column("username", String(64)),
    Column("language", Named(Language, 8), nullable=False),
    Column("consent_version", String(32)),
    Column("consent_at", Moment),
    Column("phone", String(20)),  # only once it was shared
    Column("reachable", Boolean, nullable=False, server_default=text("true")),
    Column("reachable_at", Moment),
    Column("seat", BigInteger),  # the seat chosen to act from; an ended one is passed over
    Column("met_at", Moment, nullable=False),
    Column("hour", SmallInteger),  # own choice of when to be reminded: minutes of the day
    sqlite_autoincrement=True,
)

SHARED = text("phone IS NOT NULL")
Index("ix_people_phone", people.c.phone, sqlite_where=SHARED, postgresql_where=SHARED)
# SQLite uses a partial index only where the query says it in the same words: ours says `reachable = 0` there.
Index(
    "ix_people_away",
    people.c.id,
    sqlite_where=text("reachable = 0"),
    postgresql_where=text("NOT reachable"),
)

PLACE = "enterprise IS NULL OR area IS NULL"  # neither: the whole district
OPEN = text("until IS NULL")

invitations = Table(
    "invitations",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("code_hash", String(64), nullable=False, unique=True),
    Column("role", Named(Role, 16), nullable=False),
    Column("enterprise", ForeignKey("enterprises.id")),
    Column("area", ForeignKey("areas.id")),
    Column("made_at", Moment, nullable=False),
    Column("made_by", ForeignKey("people.id")),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    Column("used_by", ForeignKey("people.id")),
    Column("revoked_at", Moment),
    Column("sheet", ForeignKey("sheets.id")),  # the printing that it stands on
    CheckConstraint(PLACE, name="one_place"),
    sqlite_autoincrement=True,
)
Index("ix_invitations_enterprise", invitations.c.enterprise)
PRINTED = text("sheet IS NOT NULL")
Index("ix_invitations_sheet", invitations.c.sheet, sqlite_where=PRINTED, postgresql_where=PRINTED)

joins = Table(
    "joins",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("invitation", ForeignKey("invitations.id"), nullable=False, unique=True),
    Column("role", Named(Role, 16), nullable=False),
    Column("enterprise", ForeignKey("enterprises.id")),
    Column("area", ForeignKey("areas.id")),
    Column("phone", String(20), nullable=False),
    Column("state", String(8), nullable=False),  # waiting, approved, refused, revoked
    Column("asked_at", Moment, nullable=False),
    Column("decided_at", Moment),
    Column("decided_by", ForeignKey("people.id")),
    CheckConstraint(PLACE, name="one_place"),
    sqlite_autoincrement=True,
)
WAITING = text("state = 'waiting'")
Index("ix_joins_waiting", joins.c.id, sqlite_where=WAITING, postgresql_where=WAITING)
Index("ix_joins_person", joins.c.person)

seats = Table(
    "seats",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("role", Named(Role, 16), nullable=False),
    Column("enterprise", ForeignKey("enterprises.id")),
    Column("area", ForeignKey("areas.id")),
    Column("since", Moment, nullable=False),
    Column("until", Moment),
    Column("join_id", ForeignKey("joins.id")),
    Column("given_by", ForeignKey("people.id")),
    CheckConstraint(PLACE, name="one_place"),
    sqlite_autoincrement=True,
)
Index("ix_seats_person", seats.c.person, sqlite_where=OPEN, postgresql_where=OPEN)
Index(  # who is where, who ever joined: without the rows
    "ix_seats_enterprise", seats.c.enterprise, seats.c.since, seats.c.until, seats.c.role, seats.c.person
)
Index("ix_seats_area", seats.c.area, seats.c.role, sqlite_where=OPEN, postgresql_where=OPEN)
Index("ix_seats_join_id", seats.c.join_id)
Index("ix_seats_role", seats.c.role, seats.c.person, sqlite_where=OPEN, postgresql_where=OPEN)
