"""The roster: who works in an enterprise, at what and since when."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
HERE = sa.text("until IS NULL")
SEATED = sa.text("until IS NULL AND person IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "workers",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("post", sa.String(length=64), server_default="", nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("back_since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("person", NUMBER, nullable=True),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("added_by", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["added_by"], ["people.id"], name=op.f("fk_workers_added_by")),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_workers_enterprise")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_workers_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workers")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_workers_enterprise", "workers", ["enterprise"], sqlite_where=HERE, postgresql_where=HERE
    )
    op.create_index(
        "uq_workers_person",
        "workers",
        ["enterprise", "person"],
        unique=True,
        sqlite_where=SEATED,
        postgresql_where=SEATED,
    )
