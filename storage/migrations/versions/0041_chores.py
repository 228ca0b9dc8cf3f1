"""Keep what comes again and again in an enterprise."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
GOING = sa.text("state IN ('open', 'paused')")


def upgrade() -> None:
    op.create_table(
        "chores",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("owner", NUMBER, nullable=False),
        sa.Column("every", sa.SmallInteger(), nullable=True),
        sa.Column("unit", sa.String(length=8), nullable=True),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("hazard", sa.String(length=16), nullable=True),
        sa.Column("made_by", NUMBER, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_chores_enterprise")),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_chores_made_by")),
        sa.ForeignKeyConstraint(["owner"], ["people.id"], name=op.f("fk_chores_owner")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chores")),
        sa.UniqueConstraint("number", name=op.f("uq_chores_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_chores_enterprise",
        "chores",
        ["enterprise", "state", "due"],
        unique=False,
        sqlite_where=GOING,
        postgresql_where=GOING,
    )
    op.create_table(
        "chore_deeds",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("chore", NUMBER, nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["chore"], ["chores.id"], name=op.f("fk_chore_deeds_chore")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_chore_deeds_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chore_deeds")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_chore_deeds_chore", "chore_deeds", ["chore", "id"], unique=False)
