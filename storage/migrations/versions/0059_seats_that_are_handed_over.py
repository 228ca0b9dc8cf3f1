"""Seats that are handed over."""

import sqlalchemy as sa
from alembic import op

revision = "0059"
down_revision = "0058"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
OPEN = sa.text("state = 'offered'")


def upgrade() -> None:
    op.create_table(
        "handovers",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("giver", NUMBER, nullable=False),
        sa.Column("receiver", NUMBER),
        sa.Column("invitation", NUMBER),
        sa.Column("offered_by", NUMBER, nullable=False),
        sa.Column("offered_at", MOMENT, nullable=False),
        sa.Column("reason", sa.String(200), server_default="", nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("ended_at", MOMENT),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_handovers_enterprise")),
        sa.ForeignKeyConstraint(["giver"], ["people.id"], name=op.f("fk_handovers_giver")),
        sa.ForeignKeyConstraint(["receiver"], ["people.id"], name=op.f("fk_handovers_receiver")),
        sa.ForeignKeyConstraint(["offered_by"], ["people.id"], name=op.f("fk_handovers_offered_by")),
        sa.ForeignKeyConstraint(["invitation"], ["invitations.id"], name=op.f("fk_handovers_invitation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handovers")),
        sqlite_autoincrement=True,
    )
    for name, columns in (
        ("giver", ["giver", "enterprise"]),
        ("receiver", ["receiver"]),
        ("invitation", ["invitation"]),
    ):
        op.create_index(
            f"ix_handovers_{name}", "handovers", columns, sqlite_where=OPEN, postgresql_where=OPEN
        )
