"""What is owed by the reminder rules: obligations, whom they are told to, what terms count from."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
NEWEST = sa.text("newest = 1")
OPEN = sa.text("state = 'open'")


def upgrade() -> None:
    _obligations()
    _tellings()
    _terms()
    op.add_column(
        "enterprises", sa.Column("activity", sa.String(12), nullable=False, server_default="producing")
    )
    op.add_column("people", sa.Column("hour", sa.SmallInteger()))


def _obligations() -> None:
    op.create_table(
        "obligations",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("rule", sa.String(32), nullable=False),
        sa.Column("task", sa.String(16), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("about", sa.String(120), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("set_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(4), nullable=False),
        sa.Column("done_at", MOMENT),
        sa.Column("done_by", NUMBER),
        sa.Column("holder", NUMBER),
        sa.Column("handed_by", NUMBER),
        sa.Column("told", sa.SmallInteger(), nullable=False, server_default="0"),
        sa.Column("newest", sa.SmallInteger(), nullable=False, server_default="1"),
        sa.ForeignKeyConstraint(["done_by"], ["people.id"], name=op.f("fk_obligations_done_by")),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_obligations_enterprise")),
        sa.ForeignKeyConstraint(["handed_by"], ["people.id"], name=op.f("fk_obligations_handed_by")),
        sa.ForeignKeyConstraint(["holder"], ["people.id"], name=op.f("fk_obligations_holder")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_obligations")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_obligations_newest",
        "obligations",
        ["enterprise", "rule", "about"],
        unique=True,
        sqlite_where=NEWEST,
        postgresql_where=NEWEST,
    )
    for name, where in (("about", NEWEST), ("due_at", OPEN)):
        op.create_index(
            f"ix_obligations_{name}", "obligations", [name], sqlite_where=where, postgresql_where=where
        )


def _tellings() -> None:
    op.create_table(
        "tellings",
        sa.Column("obligation", NUMBER, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("at", MOMENT),
        sa.Column("put_off", MOMENT),
        sa.ForeignKeyConstraint(["obligation"], ["obligations.id"], name=op.f("fk_tellings_obligation")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_tellings_person")),
        sa.PrimaryKeyConstraint("obligation", "person", name=op.f("pk_tellings")),
    )
    op.create_index("ix_tellings_person", "tellings", ["person", "at"], unique=False)


def _terms() -> None:
    op.create_table(
        "terms",
        sa.Column("about", sa.String(120), nullable=False),
        sa.Column("what", sa.String(40), nullable=False),
        sa.Column("enterprise", NUMBER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["enterprise"], ["enterprises.id"], name=op.f("fk_terms_enterprise")),
        sa.PrimaryKeyConstraint("about", "what", "enterprise", name=op.f("pk_terms")),
    )
    op.create_index("ix_terms_enterprise", "terms", ["enterprise"], unique=False)
