"""The clock as a column: what is due is a row. A tick claims a row by moving it on; two ticks cannot both win."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Integer, bindparam, delete, select, true, update

from storage.prepared import Prepared
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
_PULL = Prepared.upsert(
    lambda insert: (
        row := insert(due).values(
            {
                name: bindparam(f"b_{name}", type_=due.c[name].type)
                for name in ("key", "kind", "subject", "due_at")
            }
        )
    ).on_conflict_do_update(
        index_elements=["key"], set_={"due_at": row.excluded.due_at}, where=row.excluded.due_at < due.c.due_at
    )
)

_OF = Prepared(select(due).where(due.c.key == bindparam("key")))
_OF_KIND = Prepared(
    select(due)
    .where(due.c.kind == bindparam("kind"), due.c.due_at <= bindparam("now", type_=due.c.due_at.type))
    .order_by(due.c.due_at)
    .limit(bindparam("most", type_=Integer()))
)
_MINE = (due.c.id == bindparam("b_id")) & (due.c.due_at == bindparam("b_was", type_=due.c.due_at.type))
_REMOVE = Prepared(delete(due).where(_MINE))
_MOVE = Prepared(update(due).where(_MINE).values(due_at=bindparam("b_to", type_=due.c.due_at.type)))


def plan(connection: Connection, key: str, kind: str, subject: str, due_at: datetime) -> bool:
    """Enter a row unless its key is there already. Whether it was new."""
    row = {"key": key, "kind": kind, "subject": subject, "due_at": due_at}
    return _PLAN.run(connection, row).rowcount == 1


def pull(connection: Connection, key: str, kind: str, subject: str, due_at: datetime) -> None:
    """Have it happen at this moment, unless it happens earlier already. A row that is missing is entered."""
    row = {"b_key": key, "b_kind": kind, "b_subject": subject, "b_due_at": due_at}
    _PULL.run(connection, row)


def pull_many(connection: Connection, rows: Sequence[tuple[str, str, str, datetime]]) -> None:
    """The same for many rows: key, kind, subject, moment."""
    names = ("b_key", "b_kind", "b_subject", "b_due_at")
    _PULL.run_many(connection, [dict(zip(names, row, strict=True)) for row in rows])


def of(connection: Connection, key: str) -> Due | None:
    """The row with this key."""
    row = _OF.first(connection, {"key": key})
    return None if row is None else Due(row.id, row.key, row.kind, row.subject, row.due_at)


def of_kind(connection: Connection, kind: str, now: datetime, limit: int = 10) -> list[Due]:
    """What is due of one kind, oldest first."""
    rows = _OF_KIND.rows(connection, {"kind": kind, "now": now, "most": limit})
    return [Due(row.id, row.key, row.kind, row.subject, row.due_at) for row in rows]


def due_now(connection: Connection, now: datetime, limit: int = 50, but: Collection[str] = ()) -> list[Due]:
    """What is due, oldest first. `but`: kinds that somebody else looks after."""
    others = due.c.kind.not_in(but) if but else true()
    found = select(due).where(due.c.due_at <= now, others).order_by(due.c.due_at).limit(limit)
    return [Due(row.id, row.key, row.kind, row.subject, row.due_at) for row in connection.execute(found)]


def move(connection: Connection, row: Due, to: datetime | None) -> bool:
    """Claim a due row by moving it to its next time, or by removing it (None). False: somebody else was quicker."""
    mine = {"b_id": row.id, "b_was": row.due_at}
    if to is None:
        return _REMOVE.run(connection, mine) == 1
    return _MOVE.run(connection, mine | {"b_to": to}) == 1


def forget_before(connection: Connection, moment: datetime, but: Collection[str] = ()) -> int:
    """Let go of what was due before a moment and is no news any more, but for some kinds. How many rows."""
    past = delete(due).where(due.c.due_at < moment, due.c.kind.not_in(but))
    return int(connection.execute(past).rowcount)
