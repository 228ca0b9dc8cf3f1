"""Fixtures for everybody: a database of each kind, the content, and people who have joined (tests/cast.py)."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checklists.catalogue import Catalogue
from storage.database import Database
from tests import cast as casting
from tests import postgres
from tests.cast import Cast
from tests.postgres import NoServer, Server

KINDS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The content as it is shipped."""
    from checklists.load import load_catalogue  # noqa: PLC0415 - broken content fails only who asks for it

    return load_catalogue()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the whole schema and no rows."""
    path = tmp_path_factory.mktemp("template") / "anwen.db"
    database = Database.open(f"sqlite:///{path}")
    database.migrate()
    database.close()
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Callable[[], Server]:
    """Starts the PostgreSQL server for whoever needs it first; skips (or fails) each test that cannot have it."""
    made: list[Server | NoServer] = []

    def server() -> Server:
        if not made:
            try:
                made.append(postgres.start())
            except NoServer as error:
                made.append(error)
        return postgres.or_skip(made[0])

    return server


@pytest.fixture
def sqlite_database(sqlite_template: Path, tmp_path: Path) -> Iterator[Database]:
    """A fresh SQLite database."""
    path = tmp_path / "anwen.db"
    shutil.copyfile(sqlite_template, path)
    database = Database.open(f"sqlite:///{path}")
    yield database
    database.close()


@pytest.fixture
def postgresql_database(postgres_server: Callable[[], Server]) -> Iterator[Database]:
    """A fresh PostgreSQL database."""
    server = postgres_server()
    url = server.fresh()
    database = Database.open(url)
    yield database
    database.close()
    server.drop(url)


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
