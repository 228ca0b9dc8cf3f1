"""Reachability: enterprises of which nobody can be reached, letters kept for people who cannot."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "silences",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("told_at", MOMENT),
        sa.Column("until", MOMENT),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_silences_enterprise")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_silences")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_silences_enterprise", "silences", ["enterprise"])
    _partial("ix_silences_open", "silences", ["enterprise"], "until IS NULL", unique=True)
    _partial("ix_people_away", "people", ["id"], "NOT reachable")
    _partial("ix_outbox_kept", "outbox", ["person", "id"], "state = 'kept'")


def _partial(name: str, table: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, unique=unique, sqlite_where=condition, postgresql_where=condition)
