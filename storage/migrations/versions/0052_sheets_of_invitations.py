"""Invitations that are printed for many enterprises at once."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0052"
down_revision = "0051"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")
WAITING, LYING = sa.text("state = 'waiting'"), sa.text("path IS NOT NULL")
PRINTED = sa.text("sheet IS NOT NULL")
KEY = "CONSTRAINT fk_invitations_sheet FOREIGN KEY(sheet) REFERENCES sheets (id)"


def upgrade() -> None:
    op.create_table(
        "sheets",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("person", NUMBER),
        sa.Column("role", sa.String(16)),
        sa.Column("area", NUMBER),
        sa.Column("query", JSON, nullable=False),
        sa.Column("roles", JSON, nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("cards", sa.Integer(), server_default="0", nullable=False),
        sa.Column("expires_at", MOMENT),
        sa.Column("path", sa.String(120)),
        sa.Column("ended_at", MOMENT),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_sheets_person")),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name=op.f("fk_sheets_area")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sheets")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_sheets_waiting",
        "sheets",
        ["person"],
        unique=True,
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    )
    op.create_index("ix_sheets_person", "sheets", ["person", "id"])
    op.create_index("ix_sheets_lying", "sheets", ["id"], sqlite_where=LYING, postgresql_where=LYING)
    refer(op.get_bind())
    op.create_index(
        "ix_invitations_sheet", "invitations", ["sheet"], sqlite_where=PRINTED, postgresql_where=PRINTED
    )


def refer(connection: sa.Connection) -> None:
    """A column that refers to a printing; SQLite takes both only together, and names the key afterwards."""
    if connection.dialect.name == "postgresql":
        op.execute(
            "ALTER TABLE invitations ADD COLUMN sheet BIGINT CONSTRAINT fk_invitations_sheet REFERENCES sheets (id)"
        )
        return
    op.execute("ALTER TABLE invitations ADD COLUMN sheet INTEGER REFERENCES sheets (id)")
    found = sa.text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'invitations'")
    sql = connection.execute(found).scalar_one()
    sql = sql.replace("sheet INTEGER REFERENCES sheets (id)", "sheet INTEGER")
    sql = f"{sql.rstrip().removesuffix(')').rstrip()}, \n\t{KEY}\n)"
    version = connection.execute(sa.text("PRAGMA schema_version")).scalar_one()
    connection.execute(sa.text("PRAGMA writable_schema = ON"))
    kept = sa.text("UPDATE sqlite_master SET sql = :sql WHERE type = 'table' AND name = 'invitations'")
    connection.execute(kept, {"sql": sql})
    connection.execute(sa.text(f"PRAGMA schema_version = {version + 1}"))
    connection.execute(sa.text("PRAGMA writable_schema = OFF"))
