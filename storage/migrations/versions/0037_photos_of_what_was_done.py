"""Photos of what was recorded as done, and what was done lately by index."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "obligation_photos",
        sa.Column("media", NUMBER, nullable=False),
        sa.Column("obligation", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["media"], ["media.id"], name=op.f("fk_obligation_photos_media")),
        sa.ForeignKeyConstraint(
            ["obligation"], ["obligations.id"], name=op.f("fk_obligation_photos_obligation")
        ),
        sa.PrimaryKeyConstraint("media", name=op.f("pk_obligation_photos")),
    )
    op.create_index("ix_obligation_photos_obligation", "obligation_photos", ["obligation"], unique=False)
    done = sa.text("state = 'done'")
    op.create_index(
        "ix_obligations_done",
        "obligations",
        ["enterprise", "done_at"],
        sqlite_where=done,
        postgresql_where=done,
    )
