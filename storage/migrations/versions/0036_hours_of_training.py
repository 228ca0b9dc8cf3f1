"""Until when hours of training are enough."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "training_whole",
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("about", sa.String(length=32), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["enterprise"], ["enterprises.id"], name=op.f("fk_training_whole_enterprise")
        ),
        sa.PrimaryKeyConstraint("enterprise", "about", name=op.f("pk_training_whole")),
    )
