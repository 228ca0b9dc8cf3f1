"""Classes of enterprises with their history, requests for changes, confirmations of the profile."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0050"
down_revision = "0049"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")
UNGRADED, WAITING = sa.text("ungraded"), sa.text("state = 'waiting'")


def upgrade() -> None:
    op.add_column("enterprises", sa.Column("supervision", sa.String(3), nullable=True))
    op.add_column(
        "enterprises",
        sa.Column("ungraded", sa.Boolean(), server_default=sa.text("true"), nullable=False),
    )
    op.create_index(
        "ix_enterprises_ungraded", "enterprises", ["id"], sqlite_where=UNGRADED, postgresql_where=UNGRADED
    )
    op.create_index("ix_enterprises_name", "enterprises", ["name"])
    voided = sa.text("state = 'void'")
    op.create_index(
        "ix_obligations_void",
        "obligations",
        ["enterprise", "due_at"],
        sqlite_where=voided,
        postgresql_where=voided,
    )
    _grades()
    _gradings()
    _requests()
    _confirmations()


def _grades() -> None:
    op.create_table(
        "grades",
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("worked", sa.String(3), nullable=False),
        sa.Column("hand", sa.String(3)),
        sa.Column("hand_over", sa.String(3)),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("working", JSON, nullable=False),
        sa.Column("self_days", sa.Integer(), nullable=False),
        sa.Column("inspect_days", sa.Integer(), nullable=False),
        sa.Column("expert_days", sa.Integer()),
        sa.Column("at", MOMENT, nullable=False),
        _refers("grades", "enterprise", "enterprises"),
        sa.PrimaryKeyConstraint("enterprise", name=op.f("pk_grades")),
    )


def _gradings() -> None:
    op.create_table(
        "gradings",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("person", NUMBER),
        sa.Column("before", sa.String(3)),
        sa.Column("after", sa.String(3), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("hand", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False, server_default=""),
        _refers("gradings", "enterprise", "enterprises"),
        _refers("gradings", "person", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gradings")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_gradings_enterprise", "gradings", ["enterprise", "id"])
    _guard("gradings")


def _requests() -> None:
    op.create_table(
        "requests",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(16), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("what", sa.String(40), nullable=False),
        sa.Column("before", JSON),
        sa.Column("after", JSON),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("asked_by", NUMBER, nullable=False),
        sa.Column("decided_at", MOMENT),
        sa.Column("decided_by", NUMBER),
        sa.Column("answer", sa.Text(), nullable=False, server_default=""),
        _refers("requests", "enterprise", "enterprises"),
        _refers("requests", "asked_by", "people"),
        _refers("requests", "decided_by", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requests")),
        sa.UniqueConstraint("number", name=op.f("uq_requests_number")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_requests_waiting", "requests", ["id"], sqlite_where=WAITING, postgresql_where=WAITING)
    op.create_index("ix_requests_enterprise", "requests", ["enterprise", "id"])


def _confirmations() -> None:
    op.create_table(
        "confirmations",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("facts", JSON, nullable=False),
        sa.Column("changed", JSON, nullable=False),
        _refers("confirmations", "enterprise", "enterprises"),
        _refers("confirmations", "person", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmations")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_confirmations_enterprise", "confirmations", ["enterprise", "id"])
    _guard("confirmations")


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"))


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
