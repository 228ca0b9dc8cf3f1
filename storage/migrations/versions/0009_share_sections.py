"""Let people of one enterprise share the sections of a self-check."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    op.add_column(
        "checks", sa.Column("shared", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
    op.create_table(
        "taken_sections",
        sa.Column("check_id", NUMBER, nullable=False),
        sa.Column("section", sa.String(length=64), nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["check_id"], ["checks.id"], name=op.f("fk_taken_sections_check_id")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_taken_sections_person")),
        sa.PrimaryKeyConstraint("check_id", "section", name=op.f("pk_taken_sections")),
    )
