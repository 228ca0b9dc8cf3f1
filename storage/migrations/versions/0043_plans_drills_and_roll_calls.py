"""Emergency plans with their versions, drills and roll calls with all that belongs to them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0043"
down_revision = "0042"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")
RUNNING = sa.text("state = 'running'")
APPEND_ONLY = ("drill_replies", "drill_injects")


def upgrade() -> None:
    _plans()
    _drills()
    _people()
    _course()
    _evaluation()
    for table in APPEND_ONLY:
        guard(table)


def _plans() -> None:
    op.create_table(
        "plans",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("title", sa.String(120), nullable=False),
        sa.Column("entered_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_plans_enterprise")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plans")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_plans_enterprise", "plans", ["enterprise"], unique=False)
    op.create_table(
        "plan_versions",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("plan", NUMBER, nullable=False),
        sa.Column("ordinal", sa.SmallInteger(), nullable=False),
        sa.Column("version", sa.String(20), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("filed_on", sa.Date()),
        sa.Column("filing", sa.String(60)),
        sa.Column("reviewed_on", sa.Date()),
        sa.Column("entered_at", MOMENT, nullable=False),
        sa.Column("entered_by", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["entered_by"], ["people.id"], name=op.f("fk_plan_versions_entered_by")),
        sa.ForeignKeyConstraint(["plan"], ["plans.id"], name=op.f("fk_plan_versions_plan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_versions")),
        sa.UniqueConstraint("plan", "ordinal", name=op.f("uq_plan_versions_plan_ordinal")),
        sqlite_autoincrement=True,
    )


def _drills() -> None:
    op.create_table(
        "drills",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(16), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("real", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("script", sa.String(64)),
        sa.Column("plan", NUMBER),
        sa.Column("place", sa.String(120), nullable=False),
        sa.Column("extra", sa.Integer(), server_default="0", nullable=False),
        sa.Column("planned_at", MOMENT, nullable=False),
        sa.Column("planned_by", NUMBER, nullable=False),
        sa.Column("commander", NUMBER, nullable=False),
        sa.Column("started_at", MOMENT),
        sa.Column("called_at", MOMENT),
        sa.Column("ended_at", MOMENT),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("closed_at", MOMENT),
        sa.Column("closed_by", NUMBER),
        sa.Column("next_due", sa.Date()),
        sa.Column("document", JSON),
        sa.Column("sha256", sa.String(64)),
        sa.ForeignKeyConstraint(["closed_by"], ["people.id"], name=op.f("fk_drills_closed_by")),
        sa.ForeignKeyConstraint(["commander"], ["people.id"], name=op.f("fk_drills_commander")),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_drills_enterprise")),
        sa.ForeignKeyConstraint(["plan"], ["plans.id"], name=op.f("fk_drills_plan")),
        sa.ForeignKeyConstraint(["planned_by"], ["people.id"], name=op.f("fk_drills_planned_by")),
        sa.ForeignKeyConstraint(["script"], ["contents.fingerprint"], name=op.f("fk_drills_script")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drills")),
        sa.UniqueConstraint("number", name=op.f("uq_drills_number")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_drills_enterprise", "drills", ["enterprise", "planned_at"], unique=False)
    op.create_index(
        "ix_drills_running",
        "drills",
        ["enterprise", "real"],
        unique=True,
        sqlite_where=RUNNING,
        postgresql_where=RUNNING,
    )


def _people() -> None:
    op.create_table(
        "drill_people",
        sa.Column("drill", NUMBER, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("joined_at", MOMENT, nullable=False),
        sa.Column("chased_at", MOMENT),
        *_keys("drill_people", ("drill", "person")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_drill_people_person")),
    )
    op.create_index("ix_drill_people_person", "drill_people", ["person"], unique=False)
    op.create_table(
        "drill_replies",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("drill", NUMBER, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("answer", sa.String(8), nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        *_keys("drill_replies", ("id",)),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_drill_replies_person")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_drill_replies_drill", "drill_replies", ["drill"], unique=False)


def _course() -> None:
    op.create_table(
        "drill_injects",
        sa.Column("drill", NUMBER, nullable=False),
        sa.Column("inject", sa.String(32), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("late", sa.SmallInteger(), nullable=False),
        *_keys("drill_injects", ("drill", "inject")),
    )


def _evaluation() -> None:
    op.create_table(
        "drill_washes",
        sa.Column("drill", NUMBER, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("question", sa.String(32), nullable=False),
        sa.Column("fine", sa.Boolean(), nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        *_keys("drill_washes", ("drill", "person", "question")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_drill_washes_person")),
    )
    op.create_table(
        "drill_marks",
        sa.Column("drill", NUMBER, nullable=False),
        sa.Column("measure", sa.String(32), nullable=False),
        sa.Column("fine", sa.Boolean(), nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("hazard", sa.String(16)),
        *_keys("drill_marks", ("drill", "measure")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_drill_marks_person")),
    )


def _keys(table: str, key: tuple[str, ...]) -> tuple[sa.Constraint, sa.Constraint]:
    return (
        sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{table}")),
        sa.ForeignKeyConstraint(["drill"], ["drills.id"], name=op.f(f"fk_{table}_drill")),
    )


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
