"""Links of spot exams, those that an enterprise opens itself, names of guests who write one."""

import sqlalchemy as sa
from alembic import op

revision = "0062"
down_revision = "0061"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
LINKED, LYING = sa.text("link IS NOT NULL"), sa.text("picture <> ''")


def upgrade() -> None:
    op.add_column("spots", sa.Column("own", sa.Boolean(), server_default=sa.text("(false)"), nullable=False))
    op.add_column("spots", sa.Column("link", sa.String(length=32), nullable=True))
    op.add_column("spots", sa.Column("picture", sa.String(length=80), nullable=True))
    op.create_index(
        "ix_spots_link", "spots", ["link"], unique=True, sqlite_where=LINKED, postgresql_where=LINKED
    )
    op.create_index("ix_spots_picture", "spots", ["id"], sqlite_where=LYING, postgresql_where=LYING)
    op.create_table(
        "spot_guests",
        sa.Column("exam", NUMBER, nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["exam"], ["exams.id"], name=op.f("fk_spot_guests_exam")),
        sa.PrimaryKeyConstraint("exam", name=op.f("pk_spot_guests")),
    )
