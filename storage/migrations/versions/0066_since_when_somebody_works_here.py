"""Since when somebody works in an enterprise, apart from since when in their present post (转岗)."""

import sqlalchemy as sa
from alembic import op

revision = "0066"
down_revision = "0065"


def upgrade() -> None:
    op.add_column("workers", sa.Column("came", sa.Date()))


def downgrade() -> None:
    op.drop_column("workers", "came")
