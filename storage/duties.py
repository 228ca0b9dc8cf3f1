"""Which self-checks each enterprise owes and which department answers for it, worked out by content and kept as rows."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, tuple_, update

from checklists.catalogue import Catalogue
from checklists.reminders import Activity
from storage import departments, facts, obligations
from storage.tables.ledger import duties, enterprises

PORTION = 500
WORKS = frozenset({Activity.PRODUCING, Activity.RESUMED})  # else no self-check is owed


_MARK_ALL = update(enterprises).values(stale=True)
_STALE = (
    select(enterprises.c.id, enterprises.c.colour, enterprises.c.department, enterprises.c.department_by)
    .add_columns(enterprises.c.activity)
    .where(enterprises.c.stale)
    .order_by(enterprises.c.id)
    .limit(PORTION)
)
_OWED = select(duties.c.enterprise, duties.c.checklist).where(
    duties.c.enterprise.in_(bindparam("enterprises", expanding=True))
)
_DROP = delete(duties).where(
    tuple_(duties.c.enterprise, duties.c.checklist).in_(bindparam("pairs", expanding=True))
)
_FRESH = (
    update(enterprises)
    .where(enterprises.c.id.in_(bindparam("enterprises", expanding=True)))
    .values(stale=False, ungraded=True)
)


def mark_all(connection: Connection) -> None:
    """Have every enterprise's duties worked out again: content has changed."""
    connection.execute(_MARK_ALL)


def mark(connection: Connection, enterprise: int) -> None:
    """Have one enterprise's duties worked out again: its facts or colour have changed."""
    connection.execute(update(enterprises).where(enterprises.c.id == enterprise).values(stale=True))


def refresh(connection: Connection, catalogue: Catalogue, now: datetime, portions: int | None = None) -> int:
    """Work out the duties of all enterprises marked, or of so many portions of them. How many there were."""
    done, left = 0, portions
    while (left is None or left > 0) and (rows := connection.execute(_STALE).all()):
        left = None if left is None else left - 1
        _renew(connection, catalogue, rows, now)
        done += len(rows)
    return done


def _renew(connection: Connection, catalogue: Catalogue, rows: Sequence[Any], now: datetime) -> None:
    numbers = [row.id for row in rows]
    stated = facts.stated_of(connection, numbers)
    derived = {number: catalogue.facts.derive(said) for number, said in stated.items()}
    departments.settle(connection, catalogue, rows, derived)
    owed = {
        (row.id, checklist)
        for row in rows
        if row.activity in WORKS
        for checklist in catalogue.for_enterprise(row.colour, derived[row.id])
    }
    kept = {tuple(row) for row in connection.execute(_OWED, {"enterprises": numbers})}
    if kept - owed:
        connection.execute(_DROP, {"pairs": sorted(kept - owed)})
    if owed - kept:
        new = [{"enterprise": e, "checklist": c, "since": now} for e, c in sorted(owed - kept)]
        connection.execute(insert(duties), new)
    connection.execute(_FRESH, {"enterprises": numbers})
    obligations.mark_many(connection, numbers, now)
