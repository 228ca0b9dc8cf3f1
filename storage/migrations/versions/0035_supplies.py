"""Depots of emergency supplies, and what lies in them."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "depots",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=True),
        sa.Column("area", NUMBER, nullable=True),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("place", sa.String(length=80), nullable=False),
        sa.Column("keeper", sa.String(length=80), nullable=False),
        sa.Column("phone", sa.String(length=20), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("made_by", NUMBER, nullable=False),
        sa.Column("checked_at", MOMENT, nullable=True),
        sa.Column("checked_by", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name=op.f("fk_depots_area")),
        sa.ForeignKeyConstraint(["checked_by"], ["people.id"], name=op.f("fk_depots_checked_by")),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_depots_enterprise")),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_depots_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_depots")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_depots_enterprise", "depots", ["enterprise"], unique=False)
    op.create_table(
        "supplies",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("depot", NUMBER, nullable=False),
        sa.Column("item", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("unit", sa.String(length=16), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("expires", sa.Date(), nullable=True),
        sa.Column("dropped_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["depot"], ["depots.id"], name=op.f("fk_supplies_depot")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supplies")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_supplies_depot", "supplies", ["depot"], unique=False)
