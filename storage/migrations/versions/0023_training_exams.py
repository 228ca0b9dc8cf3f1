"""Training exams: papers as drawn, answers, results, judged answers."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0023"
down_revision = "0022"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")

APPEND_ONLY = ("exams", "exam_results", "exam_tries")


def upgrade() -> None:
    _papers()
    _results()
    for table in APPEND_ONLY:
        guard(table)


def _papers() -> None:
    op.create_table(
        "exams",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("paper", sa.String(length=32), nullable=False),
        sa.Column("sheet", JSON, nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("deadline", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_exams_enterprise")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_exams_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exams")),
        sa.UniqueConstraint("person", "ordinal", name=op.f("uq_exams_person_ordinal")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "exam_answers",
        sa.Column("exam", NUMBER, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("chosen", JSON, nullable=False),
        sa.Column("marked", sa.Boolean(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["exam"], ["exams.id"], name=op.f("fk_exam_answers_exam")),
        sa.PrimaryKeyConstraint("exam", "place", name=op.f("pk_exam_answers")),
    )


def _results() -> None:
    op.create_table(
        "exam_results",
        sa.Column("exam", NUMBER, nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("hundredths", sa.Integer(), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=False),
        sa.Column("by_time", sa.Boolean(), nullable=False),
        sa.Column("ended_at", MOMENT, nullable=False),
        sa.Column("document", JSON, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["exam"], ["exams.id"], name=op.f("fk_exam_results_exam")),
        sa.PrimaryKeyConstraint("exam", name=op.f("pk_exam_results")),
        sa.UniqueConstraint("number", name=op.f("uq_exam_results_number")),
    )
    op.create_table(
        "exam_tries",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("item", sa.String(length=32), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("correct", sa.Boolean(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["fingerprint"], ["contents.fingerprint"], name=op.f("fk_exam_tries_fingerprint")
        ),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_exam_tries_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exam_tries")),
    )
    op.create_index("ix_exam_tries_person", "exam_tries", ["person", "id"], unique=False)


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
