"""Exports of more than hazards, in more than one form of file."""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"


def upgrade() -> None:
    op.add_column("exports", sa.Column("what", sa.String(16), nullable=False, server_default="hazards"))
    op.add_column("exports", sa.Column("form", sa.String(8), nullable=False, server_default="xlsx"))
