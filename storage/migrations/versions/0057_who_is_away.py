"""The index of those out of reach, in the words in which SQLite is asked for them."""

import sqlalchemy as sa
from alembic import op

revision = "0057"
down_revision = "0056"

NAME = "ix_people_away"


def upgrade() -> None:
    _again("reachable = 0")


def downgrade() -> None:
    _again("NOT reachable")


def _again(words: str) -> None:
    op.drop_index(NAME, table_name="people")
    op.create_index(
        NAME, "people", ["id"], sqlite_where=sa.text(words), postgresql_where=sa.text("NOT reachable")
    )
