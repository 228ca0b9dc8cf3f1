"""Fixtures for everybody: a database of each kind, the content, and people who have joined (tests/cast.py)."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import structlog
from hypothesis import settings

from checklists.catalogue import Catalogue
from storage.database import Database
from tests import cast as casting
from tests import postgres
from tests.cast import Cast
from tests.postgres import NoServer, Server

settings.register_profile("patient", deadline=None)  # no test judges how fast the machine is
settings.load_profile("patient")

KINDS = ("sqlite", "postgresql")


@pytest.fixture(autouse=True)
def plain_tracebacks() -> None:
    """Errors are logged as the program logs them; structlog's own way spells out every variable, the whole content among them."""
    renderer = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[structlog.processors.add_log_level, renderer])


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The content as it is shipped."""
    from checklists.load import load_catalogue  # noqa: PLC0415 - broken content fails only who asks for it

    return load_catalogue()


@dataclass
class SqliteShelf:
    """One SQLite database that is put back to an empty schema between tests; opened once, so that it stays warm."""

    template: Path
    path: Path
    database: Database

    def wiped(self) -> Database:
        """The database with the whole schema and no rows."""
        self.database.close()
        for leftover in self.path.parent.glob(f"{self.path.name}*"):
            leftover.unlink()
        shutil.copyfile(self.template, self.path)
        return self.database


@pytest.fixture(scope="session")
def sqlite_shelf(tmp_path_factory: pytest.TempPathFactory) -> SqliteShelf:
    """Makes the schema once."""
    folder = tmp_path_factory.mktemp("sqlite")
    template, path = folder / "template.db", folder / "anwen.db"
    made = Database.open(f"sqlite:///{template}")
    made.migrate()
    made.close()
    return SqliteShelf(template, path, Database.open(f"sqlite:///{path}"))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Callable[[], Server]]:
    """Starts the PostgreSQL server for whoever needs it first; skips (or fails) each test that cannot have it."""
    made: list[Server | NoServer] = []

    def server() -> Server:
        if not made:
            try:
                made.append(postgres.start())
            except NoServer as error:
                made.append(error)
        return postgres.or_skip(made[0])

    yield server
    if made and isinstance(made[0], Server):
        made[0].stop()


@pytest.fixture
def sqlite_database(sqlite_shelf: SqliteShelf) -> Iterator[Database]:
    """An SQLite database with the whole schema and no rows."""
    database = sqlite_shelf.wiped()
    yield database
    database.close()


@pytest.fixture
def postgresql_database(postgres_server: Callable[[], Server]) -> Database:
    """A PostgreSQL database with the whole schema and no rows."""
    return postgres_server().wiped()


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest) -> Database:
    """A fresh database with the whole schema: every test that asks for it runs on both kinds."""
    found = request.getfixturevalue(f"{request.param}_database")
    assert isinstance(found, Database)
    return found


@pytest.fixture
def cast(database: Database, catalogue: Catalogue) -> Cast:
    """Everybody has joined: two mirrored enterprises, their supervisors, the district (tests/cast.py)."""
    return casting.seat(database, catalogue)
