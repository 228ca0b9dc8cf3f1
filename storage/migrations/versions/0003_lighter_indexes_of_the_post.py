"""Lighter indexes of the post: a screen has neither key nor token, an update that waits is not done."""

from typing import Literal

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

UNIQUE = ("key", "token")


def upgrade() -> None:
    how: Literal["always", "never"] = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    kept = {"sqlite_autoincrement": True}
    with op.batch_alter_table("outbox", recreate=how, table_kwargs=kept) as table:
        for name in UNIQUE:
            table.drop_constraint(op.f(f"uq_outbox_{name}"), type_="unique")
    for name in UNIQUE:
        where = sa.text(f"{name} IS NOT NULL")
        op.create_index(
            f"ix_outbox_{name}", "outbox", [name], unique=True, sqlite_where=where, postgresql_where=where
        )
    op.drop_index("ix_inbox_done", "inbox")
    done = sa.text("done_at IS NOT NULL")
    op.create_index("ix_inbox_done", "inbox", ["done_at"], sqlite_where=done, postgresql_where=done)
