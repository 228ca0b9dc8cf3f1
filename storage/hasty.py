"""Opens an SQLite database for filling it once: nothing is synced, everything is cached. A crash leaves a file to throw away."""

from typing import Any

from sqlalchemy import event

from storage.database import Database

CACHE_KIB = 1_500_000
PRAGMAS = (
    "synchronous = OFF",
    f"cache_size = -{CACHE_KIB}",
    "temp_store = MEMORY",
    "journal_size_limit = -1",
)


def hasty(url: str) -> Database:
    """The database; on PostgreSQL it is opened as ever."""
    database = Database.open(url)
    if database.engine.dialect.name == "sqlite":
        event.listen(database.engine, "connect", _prepare)
    return database


def _prepare(connection: Any, _: object) -> None:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()
