"""Take anonymous tips."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
OPEN = sa.text("state <> 'closed'")
PENDING = sa.text("state = 'pending'")


def upgrade() -> None:
    op.create_table(
        "tips",
        sa.Column("id", NUMBER, nullable=False, autoincrement=True),
        sa.Column("number", sa.String(16), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=True),
        sa.Column("named", sa.String(160), server_default="", nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("place", sa.String(200), server_default="", nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("hazard", NUMBER, nullable=True),
        sa.Column("true", sa.Boolean(), nullable=True),
        sa.Column("result", sa.Text(), server_default="", nullable=False),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("closed_by", NUMBER, nullable=True),
        sa.Column("code_hash", sa.String(64), nullable=True),
        sa.Column("paid_at", MOMENT, nullable=True),
        sa.Column("paid_by", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_tips_enterprise")),
        sa.ForeignKeyConstraint(["hazard"], ["hazards.id"], name=op.f("fk_tips_hazard")),
        sa.ForeignKeyConstraint(["closed_by"], ["people.id"], name=op.f("fk_tips_closed_by")),
        sa.ForeignKeyConstraint(["paid_by"], ["people.id"], name=op.f("fk_tips_paid_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tips")),
        sa.UniqueConstraint("number", name=op.f("uq_tips_number")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_tips_code_hash")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_tips_open", "tips", ["id"], sqlite_where=OPEN, postgresql_where=OPEN)
    op.create_index("ix_tips_enterprise", "tips", ["enterprise", "id"])
    op.create_table(
        "tip_messages",
        sa.Column("id", NUMBER, nullable=False, autoincrement=True),
        sa.Column("tip", NUMBER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("side", sa.String(8), nullable=False),
        sa.Column("person", NUMBER, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(side = 'reporter') = (person IS NULL)", name=op.f("ck_tip_messages_reporter_has_no_name")
        ),
        sa.ForeignKeyConstraint(["tip"], ["tips.id"], name=op.f("fk_tip_messages_tip")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_tip_messages_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tip_messages")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_tip_messages_tip", "tip_messages", ["tip", "id"])
    op.create_table(
        "tip_photos",
        sa.Column("id", NUMBER, nullable=False, autoincrement=True),
        sa.Column("tip", NUMBER, nullable=False),
        sa.Column("file", sa.String(255), nullable=False),
        sa.Column("announced_size", sa.Integer(), nullable=True),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("attempts", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("again_at", MOMENT, nullable=False),
        sa.Column("reason", sa.String(64), nullable=True),
        sa.Column("path", sa.String(160), nullable=True),
        sa.Column("sha256", sa.String(64), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["tip"], ["tips.id"], name=op.f("fk_tip_photos_tip")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tip_photos")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_tip_photos_tip", "tip_photos", ["tip", "id"])
    op.create_index(
        "ix_tip_photos_pending", "tip_photos", ["again_at"], sqlite_where=PENDING, postgresql_where=PENDING
    )
    op.create_table(
        "tip_contacts",
        sa.Column("tip", NUMBER, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["tip"], ["tips.id"], name=op.f("fk_tip_contacts_tip")),
        sa.PrimaryKeyConstraint("tip", name=op.f("pk_tip_contacts")),
    )
    op.create_table(
        "tip_counts",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("mark", sa.String(64), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "mark", name=op.f("pk_tip_counts")),
    )
    op.add_column(
        "outbox", sa.Column("sealed", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
    op.create_index(
        "ix_outbox_sealed",
        "outbox",
        ["id"],
        sqlite_where=sa.text("sealed"),
        postgresql_where=sa.text("sealed"),
    )
