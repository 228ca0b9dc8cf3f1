"""Interviews with who answers for an enterprise (约谈)."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0068"
down_revision = "0067"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
GOING_ON = sa.text("done_at IS NULL")
JSON = sa.Text().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "interviews",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(16), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("officer", NUMBER, nullable=False),
        sa.Column("held_at", MOMENT, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("measures", sa.Text(), nullable=False),
        sa.Column("again", sa.Date(), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("document", JSON, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("confirmed_at", MOMENT),
        sa.Column("objection", sa.Text(), server_default="", nullable=False),
        sa.Column("outcome", sa.Text(), server_default="", nullable=False),
        sa.Column("done_at", MOMENT),
        sa.Column("done_by", NUMBER),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_interviews_enterprise")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_interviews_person")),
        sa.ForeignKeyConstraint(["officer"], ["people.id"], name=op.f("fk_interviews_officer")),
        sa.ForeignKeyConstraint(["done_by"], ["people.id"], name=op.f("fk_interviews_done_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interviews")),
        sa.UniqueConstraint("number", name=op.f("uq_interviews_number")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_interviews_enterprise", "interviews", ["enterprise", "id"])
    op.create_index(
        "ix_interviews_again", "interviews", ["again"], sqlite_where=GOING_ON, postgresql_where=GOING_ON
    )


def downgrade() -> None:
    op.drop_table("interviews")
