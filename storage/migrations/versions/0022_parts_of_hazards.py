"""Break a hazard into parts: each part names its parent."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"

PARTS = sa.text("parent IS NOT NULL")


def upgrade() -> None:
    op.add_column("hazards", sa.Column("parent", sa.String(length=16), nullable=True))
    op.create_index(
        "ix_hazards_parent",
        "hazards",
        ["parent"],
        unique=False,
        sqlite_where=PARTS,
        postgresql_where=PARTS,
    )
