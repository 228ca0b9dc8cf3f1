"""Lessons: what was announced, how signing in stands, the record once it was held; who was there."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.tables.base import Id, metadata
from storage.types import Json, Moment

lessons = Table(
    "lessons",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("enterprise", ForeignKey("enterprises.id")),  # who holds it; none: an area, or the whole district
    Column("area", ForeignKey("areas.id")),
    Column("host", ForeignKey("people.id"), nullable=False),
    Column("subject", String(32), nullable=False),
    Column("topic", String(80), nullable=False),
    Column("lecturer", String(80), nullable=False),
    Column("at", Moment, nullable=False),
    Column("minutes", SmallInteger, nullable=False),
    Column("place", String(80), nullable=False),
    Column("industry", String(64), nullable=False, server_default=""),
    Column("announced_at", Moment, nullable=False),
    Column("told", Id, nullable=False, server_default="0"),  # the last person who got a letter about it
    Column("code", String(8)),  # while signing in is open
    Column("others", SmallInteger, nullable=False, server_default="0"),
    Column("names", Text, nullable=False, server_default=""),
    Column("called_off_at", Moment),
    Column("closed_at", Moment),
    Column("number", String(16), unique=True),
    Column("attended", SmallInteger),
    Column("document", Json),  # everything the fingerprint is over
    Column("sha256", String(64)),
    sqlite_autoincrement=True,
)
OPEN = text("code IS NOT NULL")
Index("ix_lessons_code", lessons.c.code, unique=True, sqlite_where=OPEN, postgresql_where=OPEN)
Index("ix_lessons_enterprise", lessons.c.enterprise, lessons.c.at)
Index("ix_lessons_at", lessons.c.at)

lesson_people = Table(
    "lesson_people",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("lesson", ForeignKey("lessons.id"), nullable=False),
    Column("person", ForeignKey("people.id")),  # or else somebody of the roster who has no account
    Column("worker", ForeignKey("workers.id")),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("way", String(8), nullable=False),  # code, tick
    UniqueConstraint("lesson", "person"),
    UniqueConstraint("lesson", "worker"),
    sqlite_autoincrement=True,
)
Index("ix_lesson_people_person", lesson_people.c.person)
Index("ix_lesson_people_worker", lesson_people.c.worker)
