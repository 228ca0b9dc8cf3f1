"""Count how often an answer was saved."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("answers", sa.Column("revision", sa.Integer(), server_default="0", nullable=False))
    op.execute("UPDATE answers SET revision = 1 WHERE value IS NOT NULL OR skipped")
