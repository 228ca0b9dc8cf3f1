"""Certificates, licences and special equipment with their versions, and the veto list."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0028"
down_revision = "0027"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")
CURRENT = sa.text("gone_at IS NULL")


def upgrade() -> None:
    _certificates()
    _vetoes()
    op.create_table(
        "certificate_photos",
        sa.Column("media", NUMBER, nullable=False),
        sa.Column("certificate", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["certificate"], ["certificates.id"], name=op.f("fk_certificate_photos_certificate")
        ),
        sa.ForeignKeyConstraint(["media"], ["media.id"], name=op.f("fk_certificate_photos_media")),
        sa.PrimaryKeyConstraint("media", name=op.f("pk_certificate_photos")),
    )
    op.create_index("ix_certificate_photos_certificate", "certificate_photos", ["certificate"])


def _certificates() -> None:
    op.create_table(
        "certificates",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("worker", NUMBER, nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("number", sa.String(length=64), server_default="", nullable=False),
        sa.Column("issued", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("review", sa.Date(), nullable=True),
        sa.Column("place", sa.String(length=200), server_default="", nullable=False),
        sa.Column("first", NUMBER, nullable=True),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("added_by", NUMBER, nullable=False),
        sa.Column("gone_at", MOMENT, nullable=True),
        sa.Column("why", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["added_by"], ["people.id"], name=op.f("fk_certificates_added_by")),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_certificates_enterprise")),
        sa.ForeignKeyConstraint(["first"], ["certificates.id"], name=op.f("fk_certificates_first")),
        sa.ForeignKeyConstraint(["worker"], ["workers.id"], name=op.f("fk_certificates_worker")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificates")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_certificates_enterprise",
        "certificates",
        ["enterprise"],
        sqlite_where=CURRENT,
        postgresql_where=CURRENT,
    )
    op.create_index("ix_certificates_worker", "certificates", ["worker"])


def _vetoes() -> None:
    op.create_table(
        "vetoes",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("worker", NUMBER, nullable=True),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("words", sa.String(length=300), server_default="", nullable=False),
        sa.Column("bars", JSON, nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("set_at", MOMENT, nullable=False),
        sa.Column("set_by", NUMBER, nullable=False),
        sa.Column("appeal", sa.String(length=500), nullable=True),
        sa.Column("appealed_at", MOMENT, nullable=True),
        sa.Column("appealed_by", NUMBER, nullable=True),
        sa.Column("lifted_on", sa.Date(), nullable=True),
        sa.Column("lifted_by", NUMBER, nullable=True),
        sa.Column("lifted_why", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["appealed_by"], ["people.id"], name=op.f("fk_vetoes_appealed_by")),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_vetoes_enterprise")),
        sa.ForeignKeyConstraint(["lifted_by"], ["people.id"], name=op.f("fk_vetoes_lifted_by")),
        sa.ForeignKeyConstraint(["set_by"], ["people.id"], name=op.f("fk_vetoes_set_by")),
        sa.ForeignKeyConstraint(["worker"], ["workers.id"], name=op.f("fk_vetoes_worker")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vetoes")),
        sa.UniqueConstraint("number", name=op.f("uq_vetoes_number")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_vetoes_enterprise", "vetoes", ["enterprise", "until"])
