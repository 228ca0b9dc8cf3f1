"""What reports of incidents and warnings were sealed over."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0063"
down_revision = "0062"

JSON = sa.Text().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    for table in ("incidents", "warnings"):
        op.add_column(table, sa.Column("document", JSON, nullable=True))
        op.add_column(table, sa.Column("sha256", sa.String(length=64), nullable=True))
