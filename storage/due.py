"""The clock as a column: what is due is a row. A tick claims a row by moving it on; two ticks cannot both win."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from storage.tables.post import due
from storage.upsert import Upsert


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that happens at a time: its kind, about whom, and when."""

    id: int
    key: str
    kind: str
    subject: str
    due_at: datetime


_PLAN = Upsert(lambda insert: insert(due).on_conflict_do_nothing())


def plan(connection: Connection, key: str, kind: str, subject: str, due_at: datetime) -> bool:
    """Enter a row unless its key is there already. Whether it was new."""
    row = {"key": key, "kind": kind, "subject": subject, "due_at": due_at}
    return _PLAN.run(connection, row).rowcount == 1


def of(connection: Connection, key: str) -> Due | None:
    """The row with this key."""
    row = connection.execute(select(due).where(due.c.key == key)).one_or_none()
    return None if row is None else Due(row.id, row.key, row.kind, row.subject, row.due_at)


def of_kind(connection: Connection, kind: str, now: datetime, limit: int = 10) -> list[Due]:
    """What is due of one kind, oldest first."""
    found = select(due).where(due.c.kind == kind, due.c.due_at <= now).order_by(due.c.due_at).limit(limit)
    return [Due(row.id, row.key, row.kind, row.subject, row.due_at) for row in connection.execute(found)]


def due_now(connection: Connection, now: datetime, limit: int = 50) -> list[Due]:
    """What is due, oldest first."""
    found = select(due).where(due.c.due_at <= now).order_by(due.c.due_at).limit(limit)
    return [Due(row.id, row.key, row.kind, row.subject, row.due_at) for row in connection.execute(found)]


def move(connection: Connection, row: Due, to: datetime | None) -> bool:
    """Claim a due row by moving it to its next time, or by removing it (None). False: somebody else was quicker."""
    mine = (due.c.id == row.id) & (due.c.due_at == row.due_at)
    if to is None:
        return connection.execute(delete(due).where(mine)).rowcount == 1
    return connection.execute(update(due).where(mine).values(due_at=to)).rowcount == 1
