"""Opens the database, SQLite or PostgreSQL, so that both behave alike. No tables and no queries here.

Nothing is committed here but migrations. On SQLite a transaction takes the write lock at once (BEGIN IMMEDIATE), so
that two writers wait for each other at the start and never fail in the middle; `reading()` takes none.
"""

import sqlite3
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import orjson
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

from storage import migration
from storage.types import to_json

SAFE_SQLITE = (3, 51, 3)  # before it, a WAL reset could lose a committed transaction (sqlite.org/wal.html)
BUSY_MS = 10_000
PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    f"busy_timeout = {BUSY_MS}",
    "trusted_schema = OFF",
    "recursive_triggers = ON",  # so that INSERT OR REPLACE meets the triggers of append-only tables too
    "journal_size_limit = 67108864",
    "secure_delete = FAST",  # what is emptied or deleted is written over where its page is written anyway
)
READING = "anwen_reading"
COUNTED = {"preserve_rowcount": True}  # how many rows an INSERT added is otherwise not known on PostgreSQL


@dataclass(frozen=True, slots=True)
class Database:
    """One open database. Connections are handed out by `writing`, `reading`, or the engine itself."""

    engine: Engine

    @classmethod
    def open(cls, url: str) -> "Database":
        """Open `sqlite:///path` or `postgresql://…`; nothing is created but an empty SQLite file."""
        parsed = make_url(url)
        return cls(_sqlite(parsed) if parsed.get_backend_name() == "sqlite" else _postgresql(parsed))

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction with the right to write, committed when the block ends well."""
        with self.engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that only reads and never blocks the writer; always rolled back."""
        with self.engine.connect() as connection:
            connection.execution_options(**{READING: True})
            yield connection
            connection.rollback()

    def migrate(self) -> None:
        """Bring the schema to the newest version, in one transaction; safe when several processes start at once."""
        with self.engine.begin() as connection:
            migration.upgrade(connection)
        self.tune()

    def tune(self) -> None:
        """Let SQLite look at its tables where they have grown; PostgreSQL does so by itself. Worth a call now and then."""
        if self.engine.dialect.name == "sqlite":
            with self.engine.begin() as connection:
                connection.exec_driver_sql("PRAGMA optimize = 0x10002")

    def look(self) -> None:
        """Let the planner look at every table, and PostgreSQL see which pages need no second look: after many rows came at once."""
        if self.engine.dialect.name == "sqlite":
            self.tune()
            return
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM (ANALYZE)")

    def close(self) -> None:
        """Close all pooled connections; on SQLite the last one folds the write-ahead log into the file."""
        self.engine.dispose()


def _sqlite(url: URL) -> Engine:
    engine = create_engine(
        url.set(drivername="sqlite"),
        module=sqlite_module(),
        execution_options=COUNTED,
        hide_parameters=True,  # errors are logged: they must not say what somebody has written
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def sqlite_module() -> ModuleType:
    """The driver: pysqlite3 carries a current SQLite; the standard module is the fallback, with a warning."""
    module = _pysqlite3() or sqlite3
    if module.sqlite_version_info < SAFE_SQLITE:
        wanted = ".".join(map(str, SAFE_SQLITE))
        warnings.warn(
            f"SQLite {module.sqlite_version} is older than {wanted}: it can lose a committed transaction when the "
            "write-ahead log restarts under load. Install the package pysqlite3.",
            RuntimeWarning,
            stacklevel=2,
        )
    return module


def _pysqlite3() -> ModuleType | None:
    try:
        from pysqlite3 import dbapi2  # noqa: PLC0415 - where no wheel fits, the package is not there
    except ImportError:
        return None
    return dbapi2  # type: ignore[no-any-return]  # untyped package


def _prepare(connection: Any, _: object) -> None:
    connection.isolation_level = None  # the driver opens no transactions by itself; _begin does
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _postgresql(url: URL) -> Engine:
    return create_engine(
        url.set(drivername="postgresql+psycopg"),
        connect_args={"options": "-c timezone=UTC"},
        pool_pre_ping=True,
        execution_options=COUNTED,
        hide_parameters=True,  # errors are logged: they must not say what somebody has written
        json_serializer=to_json,
        json_deserializer=orjson.loads,
    )
