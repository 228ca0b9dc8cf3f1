"""Spot exams on site."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0045"
down_revision = "0044"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")
OPEN = sa.text("code IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "spots",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("inspector", NUMBER, nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.Column("code", sa.String(12)),
        sa.Column("number", sa.String(16)),
        sa.Column("document", JSON),
        sa.Column("sha256", sa.String(64)),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_spots_enterprise")),
        sa.ForeignKeyConstraint(["inspector"], ["people.id"], name=op.f("fk_spots_inspector")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spots")),
        sa.UniqueConstraint("number", name=op.f("uq_spots_number")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_spots_code", "spots", ["code"], unique=True, sqlite_where=OPEN, postgresql_where=OPEN)
    op.create_index("ix_spots_enterprise", "spots", ["enterprise"], unique=False)
    op.create_table(
        "spot_exams",
        sa.Column("exam", NUMBER, nullable=False),
        sa.Column("spot", NUMBER, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["exam"], ["exams.id"], name=op.f("fk_spot_exams_exam")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_spot_exams_person")),
        sa.ForeignKeyConstraint(["spot"], ["spots.id"], name=op.f("fk_spot_exams_spot")),
        sa.PrimaryKeyConstraint("exam", name=op.f("pk_spot_exams")),
        sa.UniqueConstraint("spot", "person", name=op.f("uq_spot_exams_spot_person")),
    )
    _guard("spot_exams")


def _guard(table: str) -> None:
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
