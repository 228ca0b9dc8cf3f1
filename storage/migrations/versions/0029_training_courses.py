"""Training courses: begun, read, answered, passed."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0029"
down_revision = "0028"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")

APPEND_ONLY = ("course_takings", "course_cards", "course_answers", "course_results")


def upgrade() -> None:
    _takings()
    _steps()
    _results()
    for table in APPEND_ONLY:
        guard(table)


def _takings() -> None:
    op.create_table(
        "course_takings",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("course", sa.String(length=32), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("items", JSON, nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["enterprise"], ["enterprises.id"], name=op.f("fk_course_takings_enterprise")
        ),
        sa.ForeignKeyConstraint(
            ["fingerprint"], ["contents.fingerprint"], name=op.f("fk_course_takings_fingerprint")
        ),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_course_takings_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_takings")),
        sa.UniqueConstraint("person", "ordinal", name=op.f("uq_course_takings_person_ordinal")),
        sqlite_autoincrement=True,
    )


def _steps() -> None:
    op.create_table(
        "course_cards",
        sa.Column("taking", NUMBER, nullable=False),
        sa.Column("card", sa.String(length=32), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["taking"], ["course_takings.id"], name=op.f("fk_course_cards_taking")),
        sa.PrimaryKeyConstraint("taking", "card", name=op.f("pk_course_cards")),
    )
    op.create_table(
        "course_answers",
        sa.Column("taking", NUMBER, nullable=False),
        sa.Column("round", sa.SmallInteger(), nullable=False),
        sa.Column("item", sa.String(length=32), nullable=False),
        sa.Column("chosen", JSON, nullable=False),
        sa.Column("correct", sa.Boolean(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["taking"], ["course_takings.id"], name=op.f("fk_course_answers_taking")),
        sa.PrimaryKeyConstraint("taking", "round", "item", name=op.f("pk_course_answers")),
    )


def _results() -> None:
    op.create_table(
        "course_results",
        sa.Column("taking", NUMBER, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("minutes", sa.SmallInteger(), nullable=False),
        sa.Column("right", sa.SmallInteger(), nullable=False),
        sa.Column("asked", sa.SmallInteger(), nullable=False),
        sa.Column("ended_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["enterprise"], ["enterprises.id"], name=op.f("fk_course_results_enterprise")
        ),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_course_results_person")),
        sa.ForeignKeyConstraint(["taking"], ["course_takings.id"], name=op.f("fk_course_results_taking")),
        sa.PrimaryKeyConstraint("taking", name=op.f("pk_course_results")),
    )
    op.create_index("ix_course_results_person", "course_results", ["person", "day"], unique=False)
    op.create_index("ix_course_results_enterprise", "course_results", ["enterprise", "day"], unique=False)


def guard(table: str) -> None:
    """Rows may be added and never changed, like those of the first append-only tables."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    for action in ("update", "delete", "truncate") if postgresql else ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table}\n"
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            if postgresql
            else f"CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table}\n"
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
