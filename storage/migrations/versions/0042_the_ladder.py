"""The ladder of what is owed: steps that were announced and told, more time that was asked for."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "rises",
        sa.Column("obligation", NUMBER, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("step", sa.SmallInteger(), nullable=False),
        sa.Column("recipient", sa.String(16), nullable=False),
        sa.Column("warned_at", MOMENT),
        sa.Column("told_at", MOMENT),
        sa.ForeignKeyConstraint(["obligation"], ["obligations.id"], name=op.f("fk_rises_obligation")),
        sa.PrimaryKeyConstraint("obligation", "due_at", "step", "recipient", name=op.f("pk_rises")),
    )
    op.create_table(
        "extensions",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("obligation", NUMBER, nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("asked_by", NUMBER, nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("decider", sa.String(16), nullable=False),
        sa.Column("answer", sa.String(8), nullable=False),
        sa.Column("decided_by", NUMBER),
        sa.Column("decided_at", MOMENT),
        sa.ForeignKeyConstraint(["obligation"], ["obligations.id"], name=op.f("fk_extensions_obligation")),
        sa.ForeignKeyConstraint(["asked_by"], ["people.id"], name=op.f("fk_extensions_asked_by")),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name=op.f("fk_extensions_decided_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extensions")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_extensions_obligation", "extensions", ["obligation"])
    asked = sa.text("answer = 'asked'")
    op.create_index(
        "ix_extensions_asked",
        "extensions",
        ["obligation"],
        unique=True,
        sqlite_where=asked,
        postgresql_where=asked,
    )
