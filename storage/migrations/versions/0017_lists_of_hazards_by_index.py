"""Lists of hazards are narrowed down and counted by index."""

from typing import Any

import sqlalchemy as sa
from alembic import op

Columns = list[str | sa.TextClause | sa.ColumnElement[Any]]

revision = "0017"
down_revision = "0016"

OPEN = sa.text("state IN ('found', 'reported', 'review', 'planned', 'fixing', 'evidence', 'suspended')")
WAITS = sa.text("state IN ('review', 'evidence') OR wanted IS NOT NULL AND state IN ('planned', 'fixing')")
CLOSED = sa.text("state IN ('closed')")
WORST: Columns = [sa.text("suspected_major DESC"), "due", "id"]
LATELY: Columns = [sa.text("closed_at DESC"), sa.text("id DESC"), "suspected_major"]
SIFTED: Columns = ["enterprise", "state", "reported_at", "source", "severity", "owner", "found_by"]


def upgrade() -> None:
    op.drop_index("ix_hazards_worst", table_name="hazards")
    op.create_index(
        "ix_hazards_worst", "hazards", [*WORST, *SIFTED], sqlite_where=OPEN, postgresql_where=OPEN
    )
    op.create_index("ix_hazards_waits", "hazards", WORST, sqlite_where=WAITS, postgresql_where=WAITS)
    op.create_index(
        "ix_hazards_closed", "hazards", [*LATELY, *SIFTED], sqlite_where=CLOSED, postgresql_where=CLOSED
    )
    op.create_index("ix_facts_fact", "facts", ["fact", "enterprise", "id"])
