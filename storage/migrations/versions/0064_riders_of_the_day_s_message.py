"""What rides in the day's message of a person beside what they owe (提醒里捎带的事)."""

import sqlalchemy as sa
from alembic import op

revision = "0064"
down_revision = "0063"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
TOLD = sa.text("letter IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "riders",
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("absent", NUMBER, nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("ends", MOMENT, nullable=False),
        sa.Column("letter", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_riders_person")),
        sa.ForeignKeyConstraint(["absent"], ["people.id"], name=op.f("fk_riders_absent")),
        sa.PrimaryKeyConstraint("person", "kind", "subject", name=op.f("pk_riders")),
    )
    op.create_index("ix_riders_letter", "riders", ["letter"], sqlite_where=TOLD, postgresql_where=TOLD)


def downgrade() -> None:
    op.drop_table("riders")
