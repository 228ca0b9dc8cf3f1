"""Chain the events with seals."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")

APPEND_ONLY = ("seals", "heads", "receipts")


def upgrade() -> None:
    op.create_table(
        "heads",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_heads")),
    )
    op.create_table(
        "receipts",
        sa.Column("number", sa.String(length=32), nullable=False),
        sa.Column("entry", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_receipts")),
    )
    op.create_index("ix_receipts_entry", "receipts", ["entry"], unique=False)
    op.create_table(
        "seals",
        sa.Column("entry", NUMBER, autoincrement=False, nullable=False),
        sa.Column("event", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("parts", sa.LargeBinary(length=12), nullable=False),
        sa.Column("sealed_at", MOMENT, nullable=False),
        sa.Column("chained", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("entry", name=op.f("pk_seals")),
        sa.UniqueConstraint("event", name=op.f("uq_seals_event")),
    )
    for table in APPEND_ONLY:
        guard(table)


def guard(table: str) -> None:
    """Rows may be added and never changed, like those of the first append-only tables."""
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    for action in ("update", "delete", "truncate") if on_postgresql else ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table}\n"
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            if on_postgresql
            else f"CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table}\n"
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
