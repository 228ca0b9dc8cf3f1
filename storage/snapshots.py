"""One moment of the whole database: copied by SQLite's online backup, or held open for pg_dump; and what stands in it.

Writers go on meanwhile on both: SQLite's copy is taken in one step inside one read transaction, PostgreSQL's by a
snapshot that is handed to pg_dump.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from storage.database import Database, sqlite_module
from storage.sealing import chain
from storage.tables import metadata

_VERSION = text("SELECT version_num FROM alembic_version")
_REPEATABLE = text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
_EXPORT = text("SELECT pg_export_snapshot()")


class Damaged(Exception):  # noqa: N818 - it is a sentence for the operator
    """SQLite says that a file is no whole database."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in a database at one moment: its schema, the rows of each table, where the chain of seals ends."""

    schema: str
    rows: Mapping[str, int]
    entry: int
    chained: str


def standing(connection: Connection) -> Standing:
    """Count everything."""
    end = chain.last(connection)
    there = set(inspect(connection).get_table_names())  # a backup may be older than the program
    rows = {name: _count(connection, name) for name in sorted(set(metadata.tables) & there)}
    return Standing(str(connection.execute(_VERSION).scalar_one()), rows, end.entry, end.chained.hex())


def _count(connection: Connection, name: str) -> int:
    return int(connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one())  # noqa: S608 - our own names


def standing_of(url: str) -> Standing:
    """The same of a database that nobody else uses."""
    database = Database.open(url)
    try:
        with database.reading() as connection:
            return standing(connection)
    finally:
        database.close()


def copy_sqlite(source: Path, target: Path) -> None:
    """One moment of an SQLite database as a file of its own; the writer is not held up. Damaged when it is not whole."""
    module = sqlite_module()
    old, new = module.connect(f"file:{source}?mode=ro", uri=True), module.connect(str(target))
    try:
        old.backup(new)
        new.execute("PRAGMA journal_mode = DELETE").close()
        found = new.execute("PRAGMA quick_check").fetchone()
    finally:
        old.close()
        new.close()
    if found is None or found[0] != "ok":
        raise Damaged(str(found and found[0]))


@contextmanager
def held(url: str) -> Iterator[tuple[str, Standing]]:
    """A moment of a PostgreSQL database that pg_dump can be sent to, while the block lasts, and what stands in it."""
    database = Database.open(url)
    try:
        with database.engine.connect() as connection:
            connection.execute(_REPEATABLE)
            yield str(connection.execute(_EXPORT).scalar_one()), standing(connection)
            connection.rollback()
    finally:
        database.close()


def untouched(url: str) -> bool:
    """Whether there is no table of ours in a PostgreSQL database."""
    database = Database.open(url)
    try:
        with database.engine.connect() as connection:
            found = text(
                "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()"
            )
            return not connection.execute(found).scalar_one()
    finally:
        database.close()
