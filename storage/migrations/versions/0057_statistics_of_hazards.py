"""Signed statistics of hazards."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0057"
down_revision = "0056"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")
COUNTS = ("general_found", "general_fixed", "major_found", "major_fixed", "major_planned", "open", "overdue")


def upgrade() -> None:
    op.create_table(
        "statistics",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(16), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("period", sa.String(8), nullable=False),
        sa.Column("version", sa.SmallInteger(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in COUNTS),
        sa.Column("money", sa.BigInteger(), nullable=False),
        sa.Column("corrections", JSON, nullable=False),
        sa.Column("signer", NUMBER, nullable=False),
        sa.Column("name", sa.String(160), nullable=False),
        sa.Column("signed_at", MOMENT, nullable=False),
        sa.Column("signed", JSON, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_statistics_enterprise")),
        sa.ForeignKeyConstraint(["signer"], ["people.id"], name=op.f("fk_statistics_signer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statistics")),
        sa.UniqueConstraint("number", name=op.f("uq_statistics_number")),
        sa.UniqueConstraint(
            "enterprise", "period", "version", name=op.f("uq_statistics_enterprise_period_version")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_statistics_period", "statistics", ["period", "enterprise", "version"])
    op.create_table(
        "statistic_papers",
        sa.Column("statistic", NUMBER, nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["statistic"], ["statistics.id"], name=op.f("fk_statistic_papers_statistic")),
        sa.PrimaryKeyConstraint("statistic", name=op.f("pk_statistic_papers")),
    )
    _guard("statistics")
    _guard("statistic_papers")


def _guard(table: str) -> None:
    """Rows may be added and never changed, like those of the first append-only tables."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    for action in ("update", "delete", "truncate") if postgresql else ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table}\n"
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            if postgresql
            else f"CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table}\n"
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
