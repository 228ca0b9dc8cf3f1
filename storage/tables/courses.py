"""Training courses: that somebody began one and in which version, the cards they read, what they answered, what they passed."""

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
    UniqueConstraint,
)

from safety.people import Role
from storage.tables.append_only import append_only
from storage.tables.base import Id, metadata
from storage.types import Json, Moment, Named

course_takings = Table(
    "course_takings",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column(
        "ordinal", Integer, nullable=False
    ),  # the person's first, second … so that two cannot begin at once
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("role", Named(Role, 16), nullable=False),
    Column("course", String(32), nullable=False),
    Column("fingerprint", ForeignKey("contents.fingerprint"), nullable=False),
    Column("items", Json, nullable=False),  # fingerprints of the questions
    Column("begun_at", Moment, nullable=False),
    UniqueConstraint("person", "ordinal"),
    sqlite_autoincrement=True,
)
append_only(course_takings)

course_cards = Table(
    "course_cards",
    metadata,
    Column("taking", ForeignKey("course_takings.id"), nullable=False),
    Column("card", String(32), nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("taking", "card"),
)
append_only(course_cards)

course_answers = Table(
    "course_answers",
    metadata,
    Column("taking", ForeignKey("course_takings.id"), nullable=False),
    Column("round", SmallInteger, nullable=False),  # which time the quiz is answered, from 1
    Column("item", String(32), nullable=False),
    Column("chosen", Json, nullable=False),
    Column("correct", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("taking", "round", "item"),
)
append_only(course_answers)

# One row a taking: the key is what makes passing happen once.
course_results = Table(
    "course_results",
    metadata,
    Column("taking", ForeignKey("course_takings.id"), primary_key=True),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("day", Date, nullable=False),  # local
    Column("minutes", SmallInteger, nullable=False),  # counted as training
    Column("right", SmallInteger, nullable=False),
    Column("asked", SmallInteger, nullable=False),
    Column("ended_at", Moment, nullable=False),
)
Index("ix_course_results_person", course_results.c.person, course_results.c.day)
Index("ix_course_results_enterprise", course_results.c.enterprise, course_results.c.day)
append_only(course_results)
