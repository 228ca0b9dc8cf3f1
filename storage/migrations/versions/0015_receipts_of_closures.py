"""Keep what the receipt of a hazard's closure was given for."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0015"
down_revision = "0014"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.add_column("hazards", sa.Column("closure", sa.String(length=16), nullable=True))
    op.create_table(
        "closures",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("hazard", NUMBER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("document", JSON, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["hazard"], ["hazards.id"], name=op.f("fk_closures_hazard")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_closures_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closures")),
        sa.UniqueConstraint("number", name=op.f("uq_closures_number")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_closures_hazard", "closures", ["hazard", "id"], unique=False)
    guard("closures")


def guard(table: str) -> None:
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
