"""Which reminder rules a letter tells of."""

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "letter_rules",
        sa.Column("letter", number, sa.ForeignKey("outbox.id", ondelete="CASCADE"), nullable=False),
        sa.Column("rule", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("letter", "rule"),
    )
