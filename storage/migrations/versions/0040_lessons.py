"""Lessons: announced, attended, held."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0040"
down_revision = "0039"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")
OPEN = sa.text("code IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "lessons",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("enterprise", NUMBER, nullable=True),
        sa.Column("area", NUMBER, nullable=True),
        sa.Column("host", NUMBER, nullable=False),
        sa.Column("subject", sa.String(length=32), nullable=False),
        sa.Column("topic", sa.String(length=80), nullable=False),
        sa.Column("lecturer", sa.String(length=80), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("minutes", sa.SmallInteger(), nullable=False),
        sa.Column("place", sa.String(length=80), nullable=False),
        sa.Column("industry", sa.String(length=64), server_default="", nullable=False),
        sa.Column("announced_at", MOMENT, nullable=False),
        sa.Column("told", NUMBER, server_default="0", nullable=False),
        sa.Column("code", sa.String(length=8), nullable=True),
        sa.Column("others", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("names", sa.Text(), server_default="", nullable=False),
        sa.Column("called_off_at", MOMENT, nullable=True),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("number", sa.String(length=16), nullable=True),
        sa.Column("attended", sa.SmallInteger(), nullable=True),
        sa.Column("document", JSON, nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name=op.f("fk_lessons_area")),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_lessons_enterprise")),
        sa.ForeignKeyConstraint(["host"], ["people.id"], name=op.f("fk_lessons_host")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lessons")),
        sa.UniqueConstraint("number", name=op.f("uq_lessons_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_lessons_code", "lessons", ["code"], unique=True, sqlite_where=OPEN, postgresql_where=OPEN
    )
    op.create_index("ix_lessons_enterprise", "lessons", ["enterprise", "at"], unique=False)
    op.create_index("ix_lessons_at", "lessons", ["at"], unique=False)
    _people()


def _people() -> None:
    op.create_table(
        "lesson_people",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("lesson", NUMBER, nullable=False),
        sa.Column("person", NUMBER, nullable=True),
        sa.Column("worker", NUMBER, nullable=True),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("way", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_lesson_people_enterprise")),
        sa.ForeignKeyConstraint(["lesson"], ["lessons.id"], name=op.f("fk_lesson_people_lesson")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_lesson_people_person")),
        sa.ForeignKeyConstraint(["worker"], ["workers.id"], name=op.f("fk_lesson_people_worker")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson_people")),
        sa.UniqueConstraint("lesson", "person", name=op.f("uq_lesson_people_lesson_person")),
        sa.UniqueConstraint("lesson", "worker", name=op.f("uq_lesson_people_lesson_worker")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_lesson_people_person", "lesson_people", ["person"], unique=False)
    op.create_index("ix_lesson_people_worker", "lesson_people", ["worker"], unique=False)
