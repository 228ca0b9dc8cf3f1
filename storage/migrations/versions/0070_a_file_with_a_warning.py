"""A photo or document that goes out with a warning."""

import sqlalchemy as sa
from alembic import op

revision = "0070"
down_revision = "0069"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "warning_files",
        sa.Column("warning", NUMBER, autoincrement=False, nullable=False),
        sa.Column("media", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["warning"], ["warnings.id"], name=op.f("fk_warning_files_warning")),
        sa.ForeignKeyConstraint(["media"], ["media.id"], name=op.f("fk_warning_files_media")),
        sa.PrimaryKeyConstraint("warning", name=op.f("pk_warning_files")),
    )


def downgrade() -> None:
    op.drop_table("warning_files")
