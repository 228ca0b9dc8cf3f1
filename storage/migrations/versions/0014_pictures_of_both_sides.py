"""Pictures that show a hazard before and after side by side."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

UNPAIRED = sa.text("answers IS NOT NULL AND pair IS NULL AND state = 'safe'")


def upgrade() -> None:
    op.add_column("media", sa.Column("pair", sa.String(length=160), nullable=True))
    op.create_index(
        "ix_media_unpaired",
        "media",
        ["id"],
        unique=False,
        sqlite_where=UNPAIRED,
        postgresql_where=UNPAIRED,
    )
