"""Warnings, whom they were sent to, and photos that belong to neither a check nor a hazard."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0032"
down_revision = "0031"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")
ATTACHED = sa.text("subject IS NOT NULL")


def upgrade() -> None:
    _warnings()
    _targets()
    _letters()
    op.add_column("media", sa.Column("subject", sa.String(length=64), nullable=True))
    op.create_index(
        "ix_media_subject",
        "media",
        ["subject", "unique_name"],
        unique=True,
        sqlite_where=ATTACHED,
        postgresql_where=ATTACHED,
    )


def _warnings() -> None:
    op.create_table(
        "warnings",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("template", sa.String(length=32), nullable=False),
        sa.Column("level", sa.String(8), nullable=False),
        sa.Column("stage", sa.String(8), nullable=False),
        sa.Column("follows", sa.String(length=16), nullable=True),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("area", NUMBER, nullable=True),
        sa.Column("words", JSON, nullable=False),
        sa.Column("circle", JSON, nullable=False),
        sa.Column("issued_at", MOMENT, nullable=False),
        sa.Column("valid_to", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("ended_by", sa.String(length=16), nullable=True),
        sa.Column("targets", sa.Integer(), nullable=False),
        sa.Column("at_enterprise", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("step", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("read_from", MOMENT, nullable=True),
        sa.Column("count_letter", sa.BigInteger(), nullable=True),
        sa.Column("count_shown", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name=op.f("fk_warnings_area")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_warnings_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_warnings")),
        sa.UniqueConstraint("number", name=op.f("uq_warnings_number")),
        sqlite_autoincrement=True,
    )


def _targets() -> None:
    op.create_table(
        "warning_targets",
        sa.Column("warning", NUMBER, nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("posted_at", MOMENT, nullable=True),
        sa.Column("silent", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("step", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("confirmed_at", MOMENT, nullable=True),
        sa.Column("confirmed_by", NUMBER, nullable=True),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("answered_by", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["answered_by"], ["people.id"], name=op.f("fk_warning_targets_answered_by")),
        sa.ForeignKeyConstraint(
            ["confirmed_by"], ["people.id"], name=op.f("fk_warning_targets_confirmed_by")
        ),
        sa.ForeignKeyConstraint(
            ["enterprise"], ["enterprises.id"], name=op.f("fk_warning_targets_enterprise")
        ),
        sa.ForeignKeyConstraint(["warning"], ["warnings.id"], name=op.f("fk_warning_targets_warning")),
        sa.PrimaryKeyConstraint("warning", "enterprise", name=op.f("pk_warning_targets")),
    )
    op.create_index(
        "ix_warning_targets_enterprise", "warning_targets", ["enterprise", "warning"], unique=False
    )


def _letters() -> None:
    op.create_table(
        "warning_letters",
        sa.Column("letter", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("warning", NUMBER, nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("step", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enterprise"], ["enterprises.id"], name=op.f("fk_warning_letters_enterprise")
        ),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_warning_letters_person")),
        sa.ForeignKeyConstraint(["warning"], ["warnings.id"], name=op.f("fk_warning_letters_warning")),
        sa.PrimaryKeyConstraint("letter", name=op.f("pk_warning_letters")),
        sa.UniqueConstraint(
            "warning",
            "enterprise",
            "person",
            "step",
            name=op.f("uq_warning_letters_warning_enterprise_person_step"),
        ),
    )
