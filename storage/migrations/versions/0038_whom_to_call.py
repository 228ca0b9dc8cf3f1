"""Whom to call in an emergency."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "responders",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("area", NUMBER, nullable=True),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("person", sa.String(length=80), nullable=False),
        sa.Column("phone", sa.String(length=20), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("gone_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name=op.f("fk_responders_area")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_responders")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_responders_kind", "responders", ["kind", "id"], unique=False)
