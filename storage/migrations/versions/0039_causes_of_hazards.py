"""Say what was behind a hazard, and what prevents it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0039"
down_revision = "0038"

JSON = sa.Text().with_variant(JSONB(), "postgresql")
ROOT = sa.text("root IS NOT NULL")


def upgrade() -> None:
    op.add_column("hazards", sa.Column("cause", JSON, nullable=True))
    op.add_column("hazards", sa.Column("root", sa.String(length=32), nullable=True))
    op.add_column(
        "hazards", sa.Column("explained", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
    op.create_index(
        "ix_hazards_root",
        "hazards",
        ["root", "enterprise"],
        unique=False,
        sqlite_where=ROOT,
        postgresql_where=ROOT,
    )
