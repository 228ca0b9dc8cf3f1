"""Versions: of what was submitted, with corrections and returns, and of all content together."""

from datetime import UTC, datetime
from typing import Any

import orjson
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0007"
down_revision = "0006"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.String(32).with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text().with_variant(JSONB(), "postgresql")

APPEND_ONLY = ("releases", "returns", "submissions")


def upgrade() -> None:
    make_tables()
    add_columns()
    keep_what_was_submitted(op.get_bind())
    for table in APPEND_ONLY:
        guard(table)


def make_tables() -> None:
    op.create_table(
        "releases",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("files", JSON, nullable=False),
        sa.Column("released_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_releases")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_releases_fingerprint", "releases", ["fingerprint"], unique=False)
    op.create_table(
        "returns",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("check_id", NUMBER, nullable=False),
        sa.Column("version", sa.SmallInteger(), nullable=False),
        sa.Column("returned_at", MOMENT, nullable=False),
        sa.Column("returned_by", NUMBER, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("questions", JSON, nullable=False),
        sa.ForeignKeyConstraint(["check_id"], ["checks.id"], name=op.f("fk_returns_check_id")),
        sa.ForeignKeyConstraint(["returned_by"], ["people.id"], name=op.f("fk_returns_returned_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_returns")),
        sa.UniqueConstraint("check_id", "version", name=op.f("uq_returns_check_id_version")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "submissions",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("check_id", NUMBER, nullable=False),
        sa.Column("version", sa.SmallInteger(), nullable=False),
        sa.Column("form", sa.String(length=64), nullable=False),
        sa.Column("receipt", sa.String(length=24), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("submitted_at", MOMENT, nullable=False),
        sa.Column("submitted_by", NUMBER, nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("score", sa.SmallInteger(), nullable=False),
        sa.Column("passed", sa.SmallInteger(), nullable=False),
        sa.Column("asked", sa.SmallInteger(), nullable=False),
        sa.Column("bad", sa.SmallInteger(), nullable=False),
        sa.Column("zero", sa.Boolean(), nullable=True),
        sa.Column("result", JSON, nullable=True),
        sa.Column("answers", JSON, nullable=False),
        sa.ForeignKeyConstraint(["check_id"], ["checks.id"], name=op.f("fk_submissions_check_id")),
        sa.ForeignKeyConstraint(["form"], ["contents.fingerprint"], name=op.f("fk_submissions_form")),
        sa.ForeignKeyConstraint(["submitted_by"], ["people.id"], name=op.f("fk_submissions_submitted_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submissions")),
        sa.UniqueConstraint("check_id", "version", name=op.f("uq_submissions_check_id_version")),
        sa.UniqueConstraint("receipt", name=op.f("uq_submissions_receipt")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_submissions_submitted_at", "submissions", ["submitted_at"], unique=False)


def add_columns() -> None:
    no = sa.text("false")
    op.add_column("answers", sa.Column("to_confirm", sa.Boolean(), server_default=no, nullable=False))
    op.add_column("checks", sa.Column("version", sa.SmallInteger(), server_default="0", nullable=False))
    op.add_column("checks", sa.Column("correcting", JSON, nullable=True))
    op.add_column("checks", sa.Column("stayed", sa.String(length=64), nullable=True))
    op.add_column("hazards", sa.Column("withdrawn_reason", sa.Text(), nullable=True))
    op.add_column("hazards", sa.Column("form", sa.String(length=64), nullable=True))
    op.add_column("processes", sa.Column("release", sa.BigInteger(), nullable=True))


def guard(table: str) -> None:
    """Rows may be added and never changed, like those of the first append-only tables."""
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    for action in ("update", "delete", "truncate") if on_postgresql else ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table}\n"
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            if on_postgresql
            else f"CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table}\n"
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def keep_what_was_submitted(connection: sa.Connection) -> None:
    """What was submitted so far becomes version 1, with its receipt and fingerprint as they are."""
    known = sa.MetaData()
    known.reflect(connection, only=("checks", "answers", "media", "submissions"))
    checks = known.tables["checks"]
    done = connection.execute(sa.select(checks).where(checks.c.receipt.is_not(None))).all()
    for check in done:
        connection.execute(
            known.tables["submissions"].insert().values(first_version(connection, known, check))
        )
    connection.execute(sa.update(checks).where(checks.c.receipt.is_not(None)).values(version=1))


def first_version(connection: sa.Connection, known: sa.MetaData, check: Any) -> dict[str, Any]:
    """A row of submissions."""
    said, on_postgresql = answers(connection, known, check.id), connection.dialect.name == "postgresql"
    return {
        "check_id": check.id,
        "version": 1,
        "form": check.form,
        "receipt": check.receipt,
        "fingerprint": check.fingerprint,
        "submitted_at": check.submitted_at,
        "submitted_by": check.submitted_by,
        "score": check.score or 0,
        "passed": check.passed or 0,
        "asked": check.asked or 0,
        "bad": check.bad or 0,
        "zero": check.zero,
        "result": check.result,
        "answers": said if on_postgresql else orjson.dumps(said, option=orjson.OPT_SORT_KEYS).decode(),
    }


def answers(connection: sa.Connection, known: sa.MetaData, check: int) -> list[dict[str, Any]]:
    """The answers of a check by question, with everything that its fingerprint stands for."""
    table, photos = known.tables["answers"], known.tables["media"]
    rows = connection.execute(sa.select(table).where(table.c.check_id == check).order_by(table.c.question))
    sent = sa.select(photos.c.question, photos.c.unique_name).where(photos.c.check_id == check)
    names: dict[str, list[str]] = {}
    for question, name in connection.execute(sent.order_by(photos.c.id)):
        names.setdefault(question, []).append(name)
    return [answer(row, names.get(row.question, [])) for row in rows]


def answer(row: Any, photos: list[str]) -> dict[str, Any]:
    carried = {"carried": row.carried, "since": row.since.isoformat()} if row.carried else {}
    return carried | {
        "question": row.question,
        "value": orjson.loads(row.value) if isinstance(row.at, str) and row.value is not None else row.value,
        "outcome": row.outcome,
        "note": row.note,
        "photos": photos,
        "at": row.at if isinstance(row.at, str) else moment(row.at),
        "person": row.person,
        "skipped": bool(row.skipped),
        "photos_skipped": bool(row.photos_skipped),
    }


def moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
