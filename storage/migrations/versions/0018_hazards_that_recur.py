"""Know which closed hazard one is again, and which clause its reporter chose."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.add_column("hazards", sa.Column("clause", sa.String(length=64), nullable=True))
    op.add_column("hazards", sa.Column("recurs", sa.String(length=16), nullable=True))
