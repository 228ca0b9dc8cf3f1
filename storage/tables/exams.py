"""Exams: papers as they were drawn, answers while they are written, results for good, every answer that was judged."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
    text,
)

from safety.people import Role
from storage.tables.append_only import append_only
from storage.tables.base import Id, metadata
from storage.types import Json, Moment, Named

exams = Table(
    "exams",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column(
        "ordinal", Integer, nullable=False
    ),  # the person's first, second … so that two cannot begin at once
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("role", Named(Role, 16), nullable=False),
    Column("paper", String(32), nullable=False),
    Column("sheet", Json, nullable=False),  # safety.exams.Sheet
    Column("begun_at", Moment, nullable=False),
    Column("deadline", Moment, nullable=False),
    UniqueConstraint("person", "ordinal"),
    sqlite_autoincrement=True,
)
append_only(exams)

exam_answers = Table(
    "exam_answers",
    metadata,
    Column("exam", ForeignKey("exams.id"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("chosen", Json, nullable=False),
    Column("marked", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("exam", "place"),
)

# One row an exam: the key is what makes handing in happen once.
exam_results = Table(
    "exam_results",
    metadata,
    Column("exam", ForeignKey("exams.id"), primary_key=True),
    Column("number", String(16), nullable=False, unique=True),
    Column("hundredths", Integer, nullable=False),  # of a point
    Column("passed", Boolean, nullable=False),
    Column("by_time", Boolean, nullable=False),
    Column("ended_at", Moment, nullable=False),
    Column("document", Json, nullable=False),  # everything the fingerprint is over
    Column("sha256", String(64), nullable=False),
)
Index("ix_exam_results_ended_at", exam_results.c.ended_at)
append_only(exam_results)

exam_tries = Table(
    "exam_tries",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("item", String(32), nullable=False),
    Column("fingerprint", ForeignKey("contents.fingerprint"), nullable=False),
    Column("correct", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
    Column(
        "taught", Boolean, nullable=False, server_default=text("false")
    ),  # by a self-check: never asked yet
)
Index("ix_exam_tries_person", exam_tries.c.person, exam_tries.c.id)
append_only(exam_tries)
