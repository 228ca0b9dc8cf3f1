"""Look submissions through for signs."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0010"
down_revision = "0009"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "flags",
        sa.Column("check_id", NUMBER, nullable=False),
        sa.Column("sign", sa.String(16), nullable=False),
        sa.Column("question", sa.String(length=64), nullable=False),
        sa.Column("figures", JSON, nullable=False),
        sa.Column("raised_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["check_id"], ["checks.id"], name=op.f("fk_flags_check_id")),
        sa.PrimaryKeyConstraint("check_id", "sign", "question", name=op.f("pk_flags")),
    )
    op.create_table(
        "looks",
        sa.Column("check_id", NUMBER, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["check_id"], ["checks.id"], name=op.f("fk_looks_check_id")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_looks_person")),
        sa.PrimaryKeyConstraint("check_id", "person", name=op.f("pk_looks")),
    )
    op.create_table(
        "phrases",
        sa.Column("check_id", NUMBER, nullable=False),
        sa.Column("mark", sa.BigInteger(), nullable=False),
        sa.Column("question", sa.String(length=64), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("said_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["check_id"], ["checks.id"], name=op.f("fk_phrases_check_id")),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_phrases_enterprise")),
        sa.PrimaryKeyConstraint("check_id", "mark", name=op.f("pk_phrases")),
    )
    op.create_index("ix_phrases_mark", "phrases", ["mark", "said_at"], unique=False)
    op.add_column(
        "checks", sa.Column("inspect", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
    op.create_index(
        "ix_checks_inspect",
        "checks",
        ["id"],
        unique=False,
        sqlite_where=sa.text("inspect"),
        postgresql_where=sa.text("inspect"),
    )
