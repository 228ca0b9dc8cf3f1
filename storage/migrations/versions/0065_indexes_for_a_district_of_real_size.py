"""Indexes by which the screens of supervisors read a district of real size: what is late, what has ended since, who is where."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0065"
down_revision = "0064"

OPEN_HAZARD = "state IN ('found', 'reported', 'review', 'planned', 'fixing', 'evidence', 'suspended')"
LATE = "state IN ('reported', 'planned', 'fixing')"
OPEN = "state = 'open'"
WORST: Sequence[str | sa.TextClause] = (
    sa.text("listed DESC"),
    sa.text("suspected_major DESC"),
    *("due", "id", "enterprise", "state", "reported_at", "source", "severity", "owner", "found_by"),
)


def upgrade() -> None:
    _again("ix_hazards_worst", "hazards", [*WORST, "found_at"], OPEN_HAZARD)
    _again("ix_obligations_due_at", "obligations", ["due_at", "id", "rule", "task", "enterprise"], OPEN)
    _again("ix_seats_enterprise", "seats", ["enterprise", "since", "until", "role", "person"])
    op.create_index(
        "ix_hazards_late",
        "hazards",
        ["due", "id", "enterprise"],
        sqlite_where=sa.text(f"{LATE} AND suspected_major = 0"),
        postgresql_where=sa.text(f"{LATE} AND NOT suspected_major"),
    )
    _made("ix_hazards_ended", "hazards", ["closed_at"], "closed_at IS NOT NULL")
    _made("ix_hazards_taken_back", "hazards", ["withdrawn_at"], "withdrawn_at IS NOT NULL")
    _made("ix_checks_submitted_at", "checks", ["submitted_at", "enterprise"], "submitted_at IS NOT NULL")
    _made("ix_exam_results_ended_at", "exam_results", ["ended_at"])
    _made("ix_inspections_of_lead", "inspections", ["lead", "id"])
    _made("ix_media_check_id", "media", ["check_id"], "check_id IS NOT NULL")


def downgrade() -> None:
    op.drop_index("ix_media_check_id", table_name="media")
    op.drop_index("ix_inspections_of_lead", table_name="inspections")
    op.drop_index("ix_exam_results_ended_at", table_name="exam_results")
    op.drop_index("ix_checks_submitted_at", table_name="checks")
    for name in ("ix_hazards_taken_back", "ix_hazards_ended", "ix_hazards_late"):
        op.drop_index(name, table_name="hazards")
    _again("ix_seats_enterprise", "seats", ["enterprise", "since"])
    _again("ix_obligations_due_at", "obligations", ["due_at"], OPEN)
    _again("ix_hazards_worst", "hazards", WORST, OPEN_HAZARD)


def _again(name: str, table: str, columns: Sequence[str | sa.TextClause], where: str = "") -> None:
    op.drop_index(name, table_name=table)
    _made(name, table, columns, where)


def _made(name: str, table: str, columns: Sequence[str | sa.TextClause], where: str = "") -> None:
    only = sa.text(where) if where else None
    op.create_index(name, table, list(columns), sqlite_where=only, postgresql_where=only)
