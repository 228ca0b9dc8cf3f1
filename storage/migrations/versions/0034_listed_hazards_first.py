"""Listed hazards come first in lists; a duplicate remembers that it was in review."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"

OPEN = sa.text("state IN ('found', 'reported', 'review', 'planned', 'fixing', 'evidence', 'suspended')")
WAITS = sa.text("state IN ('review', 'evidence') OR wanted IS NOT NULL AND state IN ('planned', 'fixing')")
WORST: list[Any] = [sa.text("listed DESC"), sa.text("suspected_major DESC"), "due", "id"]
SIFTED = ["enterprise", "state", "reported_at", "source", "severity", "owner", "found_by"]


def upgrade() -> None:
    for name in ("listed", "doubted"):
        column: sa.Column[bool] = sa.Column(
            name, sa.Boolean(), server_default=sa.text("false"), nullable=False
        )
        op.add_column("hazards", column)
    _listed()
    _doubted()
    for index, columns, where in (
        ("ix_hazards_worst", [*WORST, *SIFTED], OPEN),
        ("ix_hazards_waits", WORST, WAITS),
    ):
        op.drop_index(index, table_name="hazards")
        op.create_index(index, "hazards", columns, unique=False, sqlite_where=where, postgresql_where=where)


def _listed() -> None:
    """What is listed now."""
    hazards = sa.table("hazards", sa.column("id"), sa.column("listing"), sa.column("listed"))
    connection = op.get_bind()
    for row in connection.execute(
        sa.select(hazards.c.id, hazards.c.listing).where(hazards.c.listing.is_not(None))
    ).all():
        listing = json.loads(row.listing) if isinstance(row.listing, str) else row.listing
        if listing and listing.get("removed") is None:
            connection.execute(sa.update(hazards).where(hazards.c.id == row.id).values(listed=sa.true()))


def _doubted() -> None:
    """Duplicates that were in review when they were marked last."""
    op.execute(
        "UPDATE hazards SET doubted = true WHERE state = 'duplicate' AND id IN (SELECT m.hazard FROM hazard_moves m "
        "WHERE m.action = 'mark_duplicate' AND m.before = 'review' AND m.id = (SELECT max(l.id) FROM hazard_moves l "
        "WHERE l.hazard = m.hazard AND l.action = 'mark_duplicate'))"
    )
