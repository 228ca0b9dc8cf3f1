"""Inspections on site, who was reached in a quarter, samples of self-checks, how both agree."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0048"
down_revision = "0047"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "draws",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("seed", sa.String(length=64), nullable=False),
        sa.Column("figures", JSON, nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_draws")),
    )
    op.create_table(
        "coverings",
        sa.Column("quarter", sa.String(length=7), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("how", sa.String(24), nullable=False),
        sa.Column("about", sa.String(length=24), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_coverings_enterprise")),
        sa.PrimaryKeyConstraint("quarter", "enterprise", "how", "about", name=op.f("pk_coverings")),
    )
    op.create_index("ix_coverings_enterprise", "coverings", ["enterprise", "at"], unique=False)
    op.create_table(
        "inspections",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("lead", NUMBER, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("second", NUMBER, nullable=True),
        sa.Column("second_at", MOMENT, nullable=True),
        sa.Column("places", JSON, nullable=True),
        sa.Column("remark", sa.Text(), server_default="", nullable=False),
        sa.Column("present", NUMBER, nullable=True),
        sa.Column("presented_at", MOMENT, nullable=True),
        sa.Column("presented", sa.String(length=64), nullable=True),
        sa.Column("objection", sa.Text(), nullable=True),
        sa.Column("ending", sa.String(12), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("number", sa.String(length=16), nullable=True),
        sa.Column("document", JSON, nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("compared", sa.SmallInteger(), nullable=True),
        sa.Column("agreed", sa.SmallInteger(), nullable=True),
        sa.Column("missed", sa.SmallInteger(), nullable=True),
        sa.Column("clean", sa.Boolean(), nullable=True),
        sa.Column("items", sa.SmallInteger(), nullable=True),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_inspections_enterprise")),
        sa.ForeignKeyConstraint(["lead"], ["people.id"], name=op.f("fk_inspections_lead")),
        sa.ForeignKeyConstraint(["present"], ["people.id"], name=op.f("fk_inspections_present")),
        sa.ForeignKeyConstraint(["second"], ["people.id"], name=op.f("fk_inspections_second")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspections")),
        sa.UniqueConstraint("number", name=op.f("uq_inspections_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_inspections_closed_at",
        "inspections",
        ["closed_at"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NOT NULL"),
        postgresql_where=sa.text("closed_at IS NOT NULL"),
    )
    op.create_index("ix_inspections_enterprise", "inspections", ["enterprise", "closed_at"], unique=False)
    op.create_index(
        "ix_inspections_lead",
        "inspections",
        ["lead"],
        unique=False,
        sqlite_where=sa.text("state IN ('open', 'presented')"),
        postgresql_where=sa.text("state IN ('open', 'presented')"),
    )
    op.create_index(
        "ix_inspections_second",
        "inspections",
        ["second"],
        unique=False,
        sqlite_where=sa.text("state IN ('open', 'presented')"),
        postgresql_where=sa.text("state IN ('open', 'presented')"),
    )
    op.create_table(
        "agreements",
        sa.Column("inspection", NUMBER, nullable=False),
        sa.Column("checklist", sa.String(length=64), nullable=False),
        sa.Column("question", sa.String(length=64), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.Column("found", sa.Boolean(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_agreements_enterprise")),
        sa.ForeignKeyConstraint(["inspection"], ["inspections.id"], name=op.f("fk_agreements_inspection")),
        sa.PrimaryKeyConstraint("inspection", "checklist", "question", name=op.f("pk_agreements")),
    )
    op.create_index("ix_agreements_at", "agreements", ["at"], unique=False)
    op.create_index("ix_agreements_enterprise", "agreements", ["enterprise", "at"], unique=False)
    op.create_table(
        "inspection_notes",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("inspection", NUMBER, nullable=False),
        sa.Column("version", sa.SmallInteger(), nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("hazard", sa.String(length=16), nullable=True),
        sa.Column("document", JSON, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["inspection"], ["inspections.id"], name=op.f("fk_inspection_notes_inspection")
        ),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_inspection_notes_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection_notes")),
        sa.UniqueConstraint("inspection", "version", name=op.f("uq_inspection_notes_inspection_version")),
        sa.UniqueConstraint("number", name=op.f("uq_inspection_notes_number")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "inspection_papers",
        sa.Column("inspection", NUMBER, nullable=False),
        sa.Column("version", sa.SmallInteger(), nullable=False),
        sa.Column("path", sa.String(length=160), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["inspection"], ["inspections.id"], name=op.f("fk_inspection_papers_inspection")
        ),
        sa.PrimaryKeyConstraint("inspection", "version", name=op.f("pk_inspection_papers")),
    )
    op.create_table(
        "samples",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("check_id", NUMBER, nullable=False),
        sa.Column("version", sa.SmallInteger(), nullable=False),
        sa.Column("receipt", sa.String(length=24), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("ground", sa.String(12), nullable=False),
        sa.Column("permille", sa.SmallInteger(), nullable=False),
        sa.Column("drawn_at", MOMENT, nullable=False),
        sa.Column("judged", sa.String(12), nullable=True),
        sa.Column("judged_at", MOMENT, nullable=True),
        sa.Column("judged_by", NUMBER, nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("visit", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["check_id"], ["checks.id"], name=op.f("fk_samples_check_id")),
        sa.ForeignKeyConstraint(["day"], ["draws.day"], name=op.f("fk_samples_day")),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_samples_enterprise")),
        sa.ForeignKeyConstraint(["judged_by"], ["people.id"], name=op.f("fk_samples_judged_by")),
        sa.ForeignKeyConstraint(["visit"], ["inspections.id"], name=op.f("fk_samples_visit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_samples")),
        sa.UniqueConstraint("check_id", "version", name=op.f("uq_samples_check_id_version")),
        sa.UniqueConstraint("receipt", name=op.f("uq_samples_receipt")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_samples_enterprise", "samples", ["enterprise", "drawn_at"], unique=False)
    op.create_index(
        "ix_samples_waiting",
        "samples",
        ["drawn_at"],
        unique=False,
        sqlite_where=sa.text("judged IS NULL"),
        postgresql_where=sa.text("judged IS NULL"),
    )
    op.add_column("hazards", sa.Column("visit", NUMBER, nullable=True))
    op.create_index(
        "ix_hazards_visit",
        "hazards",
        ["visit"],
        unique=False,
        sqlite_where=sa.text("visit IS NOT NULL"),
        postgresql_where=sa.text("visit IS NOT NULL"),
    )
    for table in ("draws", "agreements", "inspection_notes"):
        _guard(table)


def _guard(table: str) -> None:
    """Rows may be added and never changed, like those of the first append-only tables."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    for action in ("update", "delete", "truncate") if postgresql else ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table}\n"
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            if postgresql
            else f"CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table}\n"
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
