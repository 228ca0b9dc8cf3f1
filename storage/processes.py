"""Which processes are alive, so that letters held by a dead one are taken over."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.tables.post import processes

DEAD_AFTER = timedelta(seconds=60)


def beat(connection: Connection, name: str, now: datetime) -> None:
    """Say that this process is alive."""
    mine = update(processes).where(processes.c.name == name).values(beat_at=now)
    if not connection.execute(mine).rowcount:
        build = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
        connection.execute(build(processes).on_conflict_do_nothing(), {"name": name, "beat_at": now})


def stop(connection: Connection, name: str) -> None:
    """This process ends in order."""
    connection.execute(delete(processes).where(processes.c.name == name))


def dead(connection: Connection, me: str, now: datetime, *, alone: bool) -> list[str]:
    """Processes that ended without a word: all others when `alone` (SQLite has one), else those silent for a minute."""
    found = select(processes.c.name).where(processes.c.name != me)
    if not alone:
        found = found.where(processes.c.beat_at < now - DEAD_AFTER)
    return list(connection.execute(found).scalars())


def bury(connection: Connection, names: list[str]) -> None:
    """Forget processes that are gone."""
    if names:
        connection.execute(delete(processes).where(processes.c.name.in_(names)))
