"""Letters by the moment they were written, for the figures of their delivery."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"

KEYED = "key IS NOT NULL"


def upgrade() -> None:
    op.create_index(
        "ix_outbox_posted",
        "outbox",
        ["posted_at", "key", "state", "person", "acted_at"],
        sqlite_where=sa.text(KEYED),
        postgresql_where=sa.text(KEYED),
    )
