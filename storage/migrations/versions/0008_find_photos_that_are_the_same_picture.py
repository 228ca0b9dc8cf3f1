"""Find photos that are the same picture again."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0008"
down_revision = "0007"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "prints",
        sa.Column("photo", NUMBER, nullable=False),
        sa.Column("edge", sa.SmallInteger(), nullable=False),
        sa.Column("gradient", sa.BigInteger(), nullable=False),
        sa.Column("cosine", sa.BigInteger(), nullable=False),
        sa.Column("g0", sa.SmallInteger(), nullable=True),
        sa.Column("g1", sa.SmallInteger(), nullable=True),
        sa.Column("g2", sa.SmallInteger(), nullable=True),
        sa.Column("g3", sa.SmallInteger(), nullable=True),
        sa.Column("c0", sa.SmallInteger(), nullable=True),
        sa.Column("c1", sa.SmallInteger(), nullable=True),
        sa.Column("c2", sa.SmallInteger(), nullable=True),
        sa.Column("c3", sa.SmallInteger(), nullable=True),
        sa.ForeignKeyConstraint(["photo"], ["media.id"], name=op.f("fk_prints_photo")),
        sa.PrimaryKeyConstraint("photo", "edge", name=op.f("pk_prints")),
    )
    op.create_index("ix_prints_c0", "prints", ["c0"], unique=False)
    op.create_index("ix_prints_c1", "prints", ["c1"], unique=False)
    op.create_index("ix_prints_c2", "prints", ["c2"], unique=False)
    op.create_index("ix_prints_c3", "prints", ["c3"], unique=False)
    op.create_index("ix_prints_g0", "prints", ["g0"], unique=False)
    op.create_index("ix_prints_g1", "prints", ["g1"], unique=False)
    op.create_index("ix_prints_g2", "prints", ["g2"], unique=False)
    op.create_index("ix_prints_g3", "prints", ["g3"], unique=False)
    op.create_table(
        "twins",
        sa.Column("photo", NUMBER, nullable=False),
        sa.Column("earlier", NUMBER, nullable=False),
        sa.Column("bits", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(["earlier"], ["media.id"], name=op.f("fk_twins_earlier")),
        sa.ForeignKeyConstraint(["photo"], ["media.id"], name=op.f("fk_twins_photo")),
        sa.PrimaryKeyConstraint("photo", "earlier", name=op.f("pk_twins")),
    )
    op.add_column("media", sa.Column("plain", sa.Boolean(), nullable=True))
