"""Lists of an enterprise's own that were sent in the chat."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0067"
down_revision = "0066"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")
WORK, WANTED = sa.text("state = 'reading'"), sa.text("wanted")


def upgrade() -> None:
    op.create_table(
        "own_lists",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=True),
        sa.Column("depot", NUMBER, nullable=True),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("reason", sa.String(length=32), server_default="", nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("next_at", MOMENT, nullable=False),
        sa.Column("entries", JSON, nullable=True),
        sa.Column("bad", JSON, nullable=True),
        sa.Column("good", sa.Integer(), server_default="0", nullable=False),
        sa.Column("new", sa.Integer(), server_default="0", nullable=False),
        sa.Column("papers", sa.Integer(), server_default="0", nullable=False),
        sa.Column("wanted", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["depot"], ["depots.id"], name=op.f("fk_own_lists_depot")),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_own_lists_enterprise")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_own_lists_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_lists")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_own_lists_work", "own_lists", ["next_at"], sqlite_where=WORK, postgresql_where=WORK)
    op.create_index("ix_own_lists_wanted", "own_lists", ["id"], sqlite_where=WANTED, postgresql_where=WANTED)
    op.create_index("ix_own_lists_person", "own_lists", ["person", "id"])
