"""What needs a second person before it happens."""

import sqlalchemy as sa
from alembic import op

revision = "0053"
down_revision = "0052"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
WAITING = sa.text("state = 'waiting'")


def upgrade() -> None:
    op.create_table(
        "bulk_requests",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("enterprise", NUMBER),
        sa.Column("area", NUMBER),
        sa.Column("export", NUMBER),
        sa.Column("content", sa.String(32), nullable=False, server_default=""),
        sa.Column("rows", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.Column("decided_at", MOMENT),
        sa.Column("decided_by", NUMBER),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_bulk_requests_person")),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_bulk_requests_enterprise")),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name=op.f("fk_bulk_requests_area")),
        sa.ForeignKeyConstraint(["export"], ["exports.id"], name=op.f("fk_bulk_requests_export")),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name=op.f("fk_bulk_requests_decided_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulk_requests")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_bulk_requests_waiting", "bulk_requests", ["id"], sqlite_where=WAITING, postgresql_where=WAITING
    )
    op.create_index("ix_bulk_requests_person", "bulk_requests", ["person", "id"])
