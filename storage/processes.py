"""Which processes are alive, so that letters held by a dead one are taken over."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, select

from storage.tables.post import processes
from storage.upsert import Upsert

DEAD_AFTER = timedelta(seconds=60)


_BEAT = Upsert(
    lambda insert: (
        insert(processes)
        .values(name=bindparam("b_name"), beat_at=bindparam("b_at"))
        .on_conflict_do_update(index_elements=["name"], set_={"beat_at": bindparam("b_at")})
    )
)


def beat(connection: Connection, name: str, now: datetime) -> None:
    """Say that this process is alive."""
    _BEAT.run(connection, {"b_name": name, "b_at": now})


def stop(connection: Connection, name: str) -> None:
    """This process ends in order."""
    connection.execute(delete(processes).where(processes.c.name == name))


def dead(connection: Connection, me: str, now: datetime, *, alone: bool) -> list[str]:
    """Processes that ended without a word: all others when `alone` (SQLite has one), else those silent for a minute."""
    found = select(processes.c.name).where(processes.c.name != me)
    if not alone:
        found = found.where(processes.c.beat_at < now - DEAD_AFTER)
    return list(connection.execute(found).scalars())


def living(connection: Connection) -> set[str]:
    """Processes that are not known to be dead."""
    return set(connection.execute(select(processes.c.name)).scalars())


def bury(connection: Connection, names: list[str]) -> None:
    """Forget processes that are gone."""
    if names:
        connection.execute(delete(processes).where(processes.c.name.in_(names)))
