"""Imports of lists of enterprises, sent in the chat."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0055"
down_revision = "0054"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")
WORK = sa.text("state IN ('reading', 'writing')")
WAITING = sa.text("state = 'waiting'")


def upgrade() -> None:
    op.create_table(
        "imports",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("person", NUMBER),
        sa.Column("role", sa.String(16)),
        sa.Column("area", NUMBER),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("file", sa.Text()),
        sa.Column("size", sa.BigInteger()),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("reason", sa.String(32), server_default="", nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("next_at", MOMENT, nullable=False),
        sa.Column("path", sa.Text()),
        sa.Column("sha256", sa.String(64)),
        sa.Column("fields", JSON),
        sa.Column("remembered", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("understood", JSON),
        *(
            sa.Column(name, sa.Integer(), server_default="0", nullable=False)
            for name in ("done", "total", "new", "changed", "same")
        ),
        sa.Column("ended_at", MOMENT),
        sa.ForeignKeyConstraint(["area"], ["areas.id"], name=op.f("fk_imports_area")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_imports_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_imports_person", "imports", ["person", "id"], unique=False)
    op.create_index("ix_imports_work", "imports", ["next_at"], sqlite_where=WORK, postgresql_where=WORK)
    op.create_table(
        "import_fields",
        sa.Column("place", sa.String(24), nullable=False),
        sa.Column("headings", sa.String(64), nullable=False),
        sa.Column("fields", JSON, nullable=False),
        sa.Column("person", NUMBER),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_import_fields_person")),
        sa.PrimaryKeyConstraint("place", "headings", name=op.f("pk_import_fields")),
    )
    op.create_table(
        "import_files",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("list", NUMBER),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("ended_at", MOMENT),
        sa.ForeignKeyConstraint(["list"], ["imports.id"], name=op.f("fk_import_files_list")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_import_files_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_files")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_import_files_waiting",
        "import_files",
        ["person"],
        unique=True,
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    )
