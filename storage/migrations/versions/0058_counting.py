"""Indexes by which a district of real size is counted: who is away, in SQLite's words, who has a role, who owes a form."""

import sqlalchemy as sa
from alembic import op

revision = "0058"
down_revision = "0057"

NAME = "ix_people_away"
OPEN = sa.text("until IS NULL")


def upgrade() -> None:
    _again("reachable = 0")
    op.create_index("ix_duties_checklist", "duties", ["checklist", "since", "enterprise"])
    op.create_index("ix_seats_role", "seats", ["role", "person"], sqlite_where=OPEN, postgresql_where=OPEN)


def downgrade() -> None:
    op.drop_index("ix_seats_role", table_name="seats")
    op.drop_index("ix_duties_checklist", table_name="duties")
    _again("NOT reachable")


def _again(words: str) -> None:
    op.drop_index(NAME, table_name="people")
    op.create_index(
        NAME, "people", ["id"], sqlite_where=sa.text(words), postgresql_where=sa.text("NOT reachable")
    )
