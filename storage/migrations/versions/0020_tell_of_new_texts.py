"""Know which new text of a commitment an enterprise has been told of."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.add_column("enterprises", sa.Column("told_text", sa.String(length=64), nullable=True))
