"""Incidents, and what was added and answered since."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0033"
down_revision = "0032"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "incidents",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("near", sa.Boolean(), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("harm", JSON, nullable=False),
        sa.Column("going", sa.String(length=4), nullable=False),
        sa.Column("reported_at", MOMENT, nullable=False),
        sa.Column("reported_by", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_incidents_enterprise")),
        sa.ForeignKeyConstraint(["reported_by"], ["people.id"], name=op.f("fk_incidents_reported_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
        sa.UniqueConstraint("number", name=op.f("uq_incidents_number")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_incidents_enterprise", "incidents", ["enterprise", "id"], unique=False)
    op.create_table(
        "incident_notes",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("incident", NUMBER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("what", sa.String(length=8), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name=op.f("fk_incident_notes_incident")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_incident_notes_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident_notes")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_incident_notes_incident", "incident_notes", ["incident", "id"], unique=False)
    for table in ("incidents", "incident_notes"):
        guard(table)


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
