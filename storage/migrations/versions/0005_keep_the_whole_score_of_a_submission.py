"""Keep the whole score of a submission and whether it is a zero report."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0005"
down_revision = "0004"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.add_column("checks", sa.Column("zero", sa.Boolean(), nullable=True))
    op.add_column("checks", sa.Column("result", JSON, nullable=True))
