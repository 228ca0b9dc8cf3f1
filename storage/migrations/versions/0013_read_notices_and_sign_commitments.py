"""Read notices and sign commitments."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0013"
down_revision = "0012"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")

APPEND_ONLY = ("readings", "commitments", "recalls", "papers")


def upgrade() -> None:
    op.create_table(
        "commitments",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("colour", sa.String(8), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("notice", sa.String(length=64), nullable=False),
        sa.Column("signer", NUMBER, nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("on_record", sa.Boolean(), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("read_at", MOMENT, nullable=False),
        sa.Column("signed_at", MOMENT, nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.Column("signed", JSON, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_commitments_enterprise")),
        sa.ForeignKeyConstraint(
            ["fingerprint"], ["contents.fingerprint"], name=op.f("fk_commitments_fingerprint")
        ),
        sa.ForeignKeyConstraint(["notice"], ["contents.fingerprint"], name=op.f("fk_commitments_notice")),
        sa.ForeignKeyConstraint(["signer"], ["people.id"], name=op.f("fk_commitments_signer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitments")),
        sa.UniqueConstraint("number", name=op.f("uq_commitments_number")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_commitments_enterprise", "commitments", ["enterprise", "id"], unique=False)
    op.create_table(
        "readings",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("item", sa.String(length=16), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_readings_enterprise")),
        sa.ForeignKeyConstraint(
            ["fingerprint"], ["contents.fingerprint"], name=op.f("fk_readings_fingerprint")
        ),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_readings_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readings")),
    )
    op.create_index("ix_readings_person", "readings", ["person", "enterprise", "fingerprint"], unique=False)
    op.create_table(
        "papers",
        sa.Column("commitment", NUMBER, nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["commitment"], ["commitments.id"], name=op.f("fk_papers_commitment")),
        sa.PrimaryKeyConstraint("commitment", name=op.f("pk_papers")),
    )
    op.create_table(
        "recalls",
        sa.Column("commitment", NUMBER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("why", sa.String(24), nullable=False),
        sa.ForeignKeyConstraint(["commitment"], ["commitments.id"], name=op.f("fk_recalls_commitment")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_recalls_person")),
        sa.PrimaryKeyConstraint("commitment", name=op.f("pk_recalls")),
    )
    op.add_column("enterprises", sa.Column("colour_reason", sa.Text(), nullable=True))
    for table in APPEND_ONLY:
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
