"""Who has read whose personal data."""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SHARED = sa.text("phone IS NOT NULL")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "audits",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("reader", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.String(16)),
        sa.Column("what", sa.String(16), nullable=False),
        sa.Column("about", sa.String(64), nullable=False),
        sa.Column("person", sa.BigInteger()),
        sa.Column("enterprise", sa.BigInteger()),
        sa.Column("place", sa.String(48), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audits")),
        sqlite_autoincrement=True,
    )
    for columns in (["reader", "id"], ["person", "id"], ["about", "id"], ["enterprise", "id"], ["at"]):
        op.create_index(f"ix_audits_{columns[0]}", "audits", columns, unique=False)
    _guard("audits")
    op.create_index("ix_people_phone", "people", ["phone"], sqlite_where=SHARED, postgresql_where=SHARED)


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
