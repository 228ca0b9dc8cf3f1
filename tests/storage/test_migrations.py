"""The steps lead to exactly the tables that the code knows, on both databases, and keep what was there."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from storage import migration
from storage.database import Database
from storage.tables import metadata
from tests.conftest import KINDS
from tests.postgres import Server

Opened = Callable[[], Database]


@pytest.fixture(params=KINDS)
def empty(
    request: pytest.FixtureRequest, tmp_path: Path, postgres_server: Callable[[], Server]
) -> Iterator[Opened]:
    """Opens new databases without any schema."""
    made: list[tuple[Database, str]] = []

    def opened() -> Database:
        sqlite = f"sqlite:///{tmp_path / f'{len(made)}.db'}"
        url = sqlite if request.param == "sqlite" else postgres_server().empty()
        made.append((Database.open(url), url))
        return made[-1][0]

    yield opened
    for database, url in made:
        database.close()
        if request.param == "postgresql":
            postgres_server().drop(url)


@contextmanager
def by_steps(empty: Opened) -> Iterator[Connection]:
    database = empty()
    database.migrate()
    with database.reading() as connection:
        yield connection


@contextmanager
def by_tables(empty: Opened) -> Iterator[Connection]:
    """As the code describes it."""
    database = empty()
    with database.writing() as connection:
        metadata.create_all(connection)
    with database.reading() as connection:
        yield connection


def shape(connection: Connection) -> dict[str, Any]:
    """Everything the database itself says about its tables."""
    seen = inspect(connection)
    return {
        table: {
            "columns": {
                c["name"]: (str(c["type"]), c["nullable"], c["default"]) for c in seen.get_columns(table)
            },
            "key": seen.get_pk_constraint(table)["constrained_columns"],
            "unique": named(seen.get_unique_constraints(table)),
            "foreign": named(seen.get_foreign_keys(table)),
            "checks": named(seen.get_check_constraints(table)),
        }
        for table in seen.get_table_names()
        if table != "alembic_version"
    }


def named(found: Any) -> dict[str, str]:
    return {one["name"]: repr(sorted(one.items(), key=lambda item: item[0])) for one in found}


def statements(connection: Connection) -> dict[str, str]:
    """Indexes and triggers word for word; inspection says too little about them."""
    if connection.dialect.name == "sqlite":
        query = "SELECT name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
    else:
        query = """SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL SELECT proname, prosrc FROM pg_proc WHERE proname = 'refuse_change'"""
    found = {name: " ".join(sql.split()) for name, sql in connection.execute(text(query))}
    return {name: sql for name, sql in found.items() if not name.startswith("alembic_version")}


def counting(connection: Connection) -> set[str]:
    """SQLite tables that never give a number twice."""
    if connection.dialect.name != "sqlite":
        return set()
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'"
    return set(connection.execute(text(query)).scalars())


def test_the_steps_lead_to_the_tables_of_the_code(empty: Opened) -> None:
    with by_steps(empty) as stepped, by_tables(empty) as made:
        assert shape(stepped) == shape(made)
        assert statements(stepped) == statements(made)
        assert counting(stepped) == counting(made)


def test_the_next_draft_would_be_empty(empty: Opened) -> None:
    with by_steps(empty) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_a_database_knows_where_it_stands(empty: Opened) -> None:
    database = empty()
    with database.reading() as connection:
        assert migration.version(connection) is None
    database.migrate()
    with database.reading() as connection:
        assert migration.version(connection) == migration.newest()


def test_processes_that_start_at_once_do_not_disturb_each_other(empty: Opened) -> None:
    database = empty()
    failures: list[Exception] = []

    def start() -> None:
        try:
            database.migrate()
        except Exception as error:  # noqa: BLE001 - the main thread looks at it
            failures.append(error)

    starts = [threading.Thread(target=start) for _ in range(3)]
    for one in starts:
        one.start()
    for one in starts:
        one.join()
    assert failures == []


def test_a_step_that_fails_leaves_nothing_half_done(empty: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    database = empty()

    def fail(_connection: Connection) -> None:
        raise RuntimeError

    upgrade = migration.upgrade

    def half(connection: Connection) -> None:
        upgrade(connection)
        fail(connection)

    monkeypatch.setattr("storage.database.migration.upgrade", half)
    with pytest.raises(RuntimeError):
        database.migrate()
    with database.reading() as connection:
        assert inspect(connection).get_table_names() == []
    monkeypatch.undo()
    database.migrate()


def test_steps_do_not_lean_on_code_that_may_change() -> None:
    for step in (migration.FOLDER / "versions").glob("[0-9]*.py"):
        assert "storage" not in step.read_text("utf-8"), step.name


@pytest.mark.parametrize("made", [by_steps, by_tables])
def test_keys_of_letters_stand_in_byte_order_whatever_the_language_of_the_database(
    empty: Opened, made: Callable[[Opened], Any]
) -> None:
    """A colon stands right before a semicolon there, and nowhere else: spans of keys rest on it (storage/telling.py)."""
    with made(empty) as connection:
        if connection.dialect.name == "sqlite":
            assert connection.execute(text("SELECT 'owed:1:0' < 'owed:1;'")).scalar_one()
            return
        ordered = text(
            "SELECT collation_name FROM information_schema.columns WHERE table_name = 'outbox' AND column_name = 'key'"
        )
        assert connection.execute(ordered).scalar_one() == "C"
