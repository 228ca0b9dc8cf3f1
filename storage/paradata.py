"""The saves of a check as paradata (safety/paradata.py). Reading only; nothing leaves the scope of who asks for it."""

from sqlalchemy import Connection, bindparam, select

from safety.paradata import CheckTrace, Saving, traced
from storage.prepared import Prepared
from storage.tables.checks import saves

_SAVES = Prepared(
    select(saves.c.question, saves.c.value, saves.c.at, saves.c.person, saves.c.shown_at, saves.c.carried)
    .where(saves.c.check_id == bindparam("check"))
    .order_by(saves.c.id)
)


def trace_of(connection: Connection, check: int) -> CheckTrace:
    """How this check was answered, by its row."""
    return traced(
        Saving(row.question, row.value, row.at, row.person, row.shown_at, row.carried is not None)
        for row in _SAVES.rows(connection, {"check": check})
    )
