"""Signs at submissions (safety/quality.py): the flags that stand, who has looked, and marks of words to compare by.

Flags are worked out from what is kept elsewhere and replaced when it changes; what happened stands in `events`.
"""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, PrimaryKeyConstraint, String, Table

from safety.quality import Sign
from storage.tables.base import metadata
from storage.types import Json, Moment, Named

flags = Table(
    "flags",
    metadata,
    Column("check_id", ForeignKey("checks.id"), nullable=False),
    Column("sign", Named(Sign, 16), nullable=False),
    Column("question", String(64), nullable=False),  # empty: the whole submission
    Column("figures", Json, nullable=False),
    Column("raised_at", Moment, nullable=False),
    PrimaryKeyConstraint("check_id", "sign", "question"),
)

looks = Table(
    "looks",
    metadata,
    Column("check_id", ForeignKey("checks.id"), nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("check_id", "person"),
)

phrases = Table(
    "phrases",
    metadata,
    Column("check_id", ForeignKey("checks.id"), nullable=False),
    Column("mark", BigInteger, nullable=False),  # of the words; they are not kept here
    Column("question", String(64), nullable=False),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("said_at", Moment, nullable=False),
    PrimaryKeyConstraint("check_id", "mark"),
)
Index("ix_phrases_mark", phrases.c.mark, phrases.c.said_at)
