"""Answers that were taken over say how, and since when their value stands."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for table in ("answers", "saves"):
        op.add_column(table, sa.Column("carried", sa.String(length=8), nullable=True))
        op.add_column(table, sa.Column("since", sa.Date(), nullable=True))
