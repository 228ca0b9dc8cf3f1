"""Seats by when they changed hands, for digests."""

import sqlalchemy as sa
from alembic import op

revision = "0069"
down_revision = "0068"

ACCEPTED = sa.text("state = 'accepted'")


def upgrade() -> None:
    op.create_index(
        "ix_handovers_ended_at",
        "handovers",
        ["ended_at"],
        sqlite_where=ACCEPTED,
        postgresql_where=ACCEPTED,
    )


def downgrade() -> None:
    op.drop_index("ix_handovers_ended_at", table_name="handovers")
