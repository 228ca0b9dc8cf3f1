"""How often an account did something today. What is counted is a mark that differs every day and that only the key can make."""

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select

from storage.prepared import Prepared
from storage.tables.tips import tip_counts
from storage.tips.vault import Vault
from storage.upsert import Insert


class Counted(StrEnum):
    """What is counted."""

    SENT = "sent"
    ADDED = "added"


def _more(new: Insert) -> Any:
    first = new(tip_counts).values(
        day=bindparam("b_day", type_=tip_counts.c.day.type), mark=bindparam("b_mark"), count=1
    )
    return first.on_conflict_do_update(
        index_elements=["day", "mark"], set_={"count": tip_counts.c.count + 1}
    ).returning(tip_counts.c.count)


_MORE = Prepared.upsert(_more)


def once_more(connection: Connection, vault: Vault, person: int, what: Counted, day: date) -> int:
    """Count once more; the number of times today. Marks of former days are deleted on the way."""
    connection.execute(delete(tip_counts).where(tip_counts.c.day < day))
    row = {"b_day": day, "b_mark": _mark(vault, person, what, day)}
    times: int = _MORE.scalar(connection, row)
    return times


def times(connection: Connection, vault: Vault, person: int, what: Counted, day: date) -> int:
    """How often today."""
    mine = (tip_counts.c.day == day) & (tip_counts.c.mark == _mark(vault, person, what, day))
    return connection.execute(select(tip_counts.c.count).where(mine)).scalar_one_or_none() or 0


def _mark(vault: Vault, person: int, what: Counted, day: date) -> str:
    return vault.mark("count", what.value, day.isoformat(), person)
