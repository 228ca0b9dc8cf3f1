"""Saved groups of enterprises, campaigns and plans with their rounds, who owes each round, and who was chased."""

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    text,
)

from safety.campaigns import Standing
from storage.tables.base import Id, metadata
from storage.types import Json, Moment, Named

groups = Table(
    "groups",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("name", String(80), nullable=False),
    Column("query", Json, nullable=False),  # safety.queries.Query
    Column("area", ForeignKey("areas.id")),  # whose it is; null: the district's
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("saved_at", Moment, nullable=False),
    Column("gone_at", Moment),
    sqlite_autoincrement=True,
)
Index("ix_groups_area", groups.c.area)

campaigns = Table(
    "campaigns",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("number", String(16), nullable=False, unique=True),
    Column("title", String(120), nullable=False),
    Column("checklist", String(64), nullable=False),
    Column("query", Json, nullable=False),  # whom the next round is for, when it follows no group
    Column("group", ForeignKey("groups.id")),
    Column("terms", Json, nullable=False),  # safety.campaigns.Terms
    Column("standing", Named(Standing, 8), nullable=False),
    Column("area", ForeignKey("areas.id")),  # of who opened it; null: the whole district
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("ended_at", Moment),
    sqlite_autoincrement=True,
)

campaign_rounds = Table(
    "campaign_rounds",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("campaign", ForeignKey("campaigns.id"), nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("checklist", String(64), nullable=False),
    Column("period", String(10), nullable=False),  # of its checks
    Column("title", String(120), nullable=False),
    Column("who", String(12), nullable=False),
    Column("starts", Date, nullable=False),
    Column("due", Date, nullable=False),
    Column("closes", Date, nullable=False),
    Column("at_enterprise", BigInteger, nullable=False, server_default="0"),  # how far the clock has come
    Column("opened_at", Moment),  # everybody of the audience is in
    Column("closed_at", Moment),  # nothing is taken any more
    sqlite_autoincrement=True,
)
Index("ix_campaign_rounds_campaign", campaign_rounds.c.campaign, campaign_rounds.c.sequence)

campaign_targets = Table(
    "campaign_targets",
    metadata,
    Column("round", ForeignKey("campaign_rounds.id"), nullable=False),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("check_id", ForeignKey("checks.id")),  # once it was begun
    Column("done_at", Moment),
    PrimaryKeyConstraint("round", "enterprise"),
)
UNDONE = text("done_at IS NULL")
Index(
    "ix_campaign_targets_enterprise",
    campaign_targets.c.enterprise,
    campaign_targets.c.round,
    sqlite_where=UNDONE,
    postgresql_where=UNDONE,
)
Index("ix_campaign_targets_check_id", campaign_targets.c.check_id)

campaign_signs = Table(
    "campaign_signs",
    metadata,
    Column("round", ForeignKey("campaign_rounds.id"), nullable=False),
    Column("enterprise", ForeignKey("enterprises.id"), nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("round", "enterprise", "person"),
)

campaign_chases = Table(
    "campaign_chases",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("round", ForeignKey("campaign_rounds.id"), nullable=False),
    Column("area", ForeignKey("areas.id")),  # whose enterprises; null: the whole district
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("at_enterprise", BigInteger, nullable=False, server_default="0"),
    Column("enterprises", Integer, nullable=False, server_default="0"),  # chased by it
    Column("letters", Integer, nullable=False, server_default="0"),
    sqlite_autoincrement=True,
)
Index("ix_campaign_chases_round", campaign_chases.c.round, campaign_chases.c.at)
