"""Digests: figures counted once, what readers were told and want, chases, linked groups."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0056"
down_revision = "0055"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")
LINKED = sa.text("linked_at IS NOT NULL AND ended_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "digest_figures",
        sa.Column("place", sa.String(32), nullable=False),
        sa.Column("span", sa.String(8), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("body", JSON, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("place", "span", "first", name=op.f("pk_digest_figures")),
    )
    _guard("digest_figures")
    op.create_table(
        "digest_told",
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("span", sa.String(8), nullable=False),
        sa.Column("case", sa.String(160), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("days", sa.SmallInteger(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_digest_told_person")),
        sa.PrimaryKeyConstraint("person", "span", "case", name=op.f("pk_digest_told")),
    )
    op.create_table(
        "digest_wishes",
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("minutes", sa.SmallInteger(), nullable=False),
        sa.Column("report", sa.Boolean(), nullable=False, server_default=sa.text("false")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_digest_wishes_person")),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_digest_wishes")),
    )
    op.create_table(
        "chases",
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("hazard", sa.String(16)),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_chases_enterprise")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_chases_person")),
        sa.PrimaryKeyConstraint("enterprise", "day", name=op.f("pk_chases")),
    )
    _guard("chases")
    op.create_table(
        "digest_groups",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.String(160), nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("area", NUMBER),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("linked_at", MOMENT),
        sa.Column("ended_at", MOMENT),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name=op.f("fk_digest_groups_area")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_digest_groups_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digest_groups")),
        sa.UniqueConstraint("code", name=op.f("uq_digest_groups_code")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_digest_groups_chat",
        "digest_groups",
        ["chat"],
        unique=True,
        sqlite_where=LINKED,
        postgresql_where=LINKED,
    )


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
