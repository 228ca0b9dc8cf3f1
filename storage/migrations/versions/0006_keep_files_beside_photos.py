"""Keep files beside photos: what a row of media is, and the name its sender gave it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0006"
down_revision = "0005"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.add_column("media", sa.Column("kind", sa.String(length=8), server_default="photo", nullable=False))
    op.add_column("media", sa.Column("name", sa.String(length=80), server_default="", nullable=False))
