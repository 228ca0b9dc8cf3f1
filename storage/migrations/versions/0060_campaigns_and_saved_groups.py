"""Saved groups of enterprises, campaigns and plans, and an index of each enterprise's newest checks."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0060"
down_revision = "0059"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "groups",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("query", JSON, nullable=False),
        sa.Column("area", NUMBER, nullable=True),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("saved_at", MOMENT, nullable=False),
        sa.Column("gone_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name=op.f("fk_groups_area")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_groups_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groups")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_groups_area", "groups", ["area"], unique=False)
    op.create_table(
        "campaigns",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("checklist", sa.String(length=64), nullable=False),
        sa.Column("query", JSON, nullable=False),
        sa.Column("group", NUMBER, nullable=True),
        sa.Column("terms", JSON, nullable=False),
        sa.Column("standing", sa.String(8), nullable=False),
        sa.Column("area", NUMBER, nullable=True),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name=op.f("fk_campaigns_area")),
        sa.ForeignKeyConstraint(["group"], ["groups.id"], name=op.f("fk_campaigns_group")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_campaigns_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaigns")),
        sa.UniqueConstraint("number", name=op.f("uq_campaigns_number")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "campaign_rounds",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("campaign", NUMBER, nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("checklist", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=10), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("who", sa.String(length=12), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("closes", sa.Date(), nullable=False),
        sa.Column("at_enterprise", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("opened_at", MOMENT, nullable=True),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["campaign"], ["campaigns.id"], name=op.f("fk_campaign_rounds_campaign")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign_rounds")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_campaign_rounds_campaign", "campaign_rounds", ["campaign", "sequence"], unique=False)
    op.create_table(
        "campaign_chases",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("round", NUMBER, nullable=False),
        sa.Column("area", NUMBER, nullable=True),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("at_enterprise", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("enterprises", sa.Integer(), server_default="0", nullable=False),
        sa.Column("letters", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name=op.f("fk_campaign_chases_area")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_campaign_chases_person")),
        sa.ForeignKeyConstraint(["round"], ["campaign_rounds.id"], name=op.f("fk_campaign_chases_round")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign_chases")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_campaign_chases_round", "campaign_chases", ["round", "at"], unique=False)
    op.create_table(
        "campaign_signs",
        sa.Column("round", NUMBER, nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["enterprise"], ["enterprises.id"], name=op.f("fk_campaign_signs_enterprise")
        ),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_campaign_signs_person")),
        sa.ForeignKeyConstraint(["round"], ["campaign_rounds.id"], name=op.f("fk_campaign_signs_round")),
        sa.PrimaryKeyConstraint("round", "enterprise", "person", name=op.f("pk_campaign_signs")),
    )
    op.create_table(
        "campaign_targets",
        sa.Column("round", NUMBER, nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("check_id", NUMBER, nullable=True),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["check_id"], ["checks.id"], name=op.f("fk_campaign_targets_check_id")),
        sa.ForeignKeyConstraint(
            ["enterprise"], ["enterprises.id"], name=op.f("fk_campaign_targets_enterprise")
        ),
        sa.ForeignKeyConstraint(["round"], ["campaign_rounds.id"], name=op.f("fk_campaign_targets_round")),
        sa.PrimaryKeyConstraint("round", "enterprise", name=op.f("pk_campaign_targets")),
    )
    op.create_index("ix_campaign_targets_check_id", "campaign_targets", ["check_id"], unique=False)
    op.create_index(
        "ix_campaign_targets_enterprise",
        "campaign_targets",
        ["enterprise", "round"],
        unique=False,
        sqlite_where=sa.text("done_at IS NULL"),
        postgresql_where=sa.text("done_at IS NULL"),
    )
    op.create_index(
        "ix_checks_latest",
        "checks",
        ["enterprise", "submitted_at"],
        unique=False,
        sqlite_where=sa.text("submitted_at IS NOT NULL"),
        postgresql_where=sa.text("submitted_at IS NOT NULL"),
    )
