"""Both databases behave alike where it matters: transactions, savepoints, and what they refuse."""

import sqlite3
import threading
from datetime import UTC, datetime, timedelta, timezone
from types import ModuleType, SimpleNamespace

import pytest
from sqlalchemy import Connection, Table, insert, select
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from checklists.schema import Severity
from safety.enterprises import Colour
from storage import database as opening
from storage.database import Database
from storage.tables.content import contents
from storage.tables.ledger import areas, enterprises
from storage.types import Named, from_text, to_text

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


def add(connection: Connection, name: str) -> None:
    connection.execute(insert(areas).values(kind="town", name=name))


def names(connection: Connection) -> list[str]:
    return list(connection.execute(select(areas.c.name).order_by(areas.c.id)).scalars())


def test_a_block_that_ends_well_is_kept(database: Database) -> None:
    with database.writing() as connection:
        add(connection, "a")
    with database.reading() as connection:
        assert names(connection) == ["a"]


def test_a_block_that_fails_leaves_nothing(database: Database) -> None:
    def fail() -> None:
        with database.writing() as connection:
            add(connection, "a")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with database.reading() as connection:
        assert names(connection) == []


def test_a_reading_block_keeps_nothing(database: Database) -> None:
    with database.reading() as connection:
        add(connection, "a")
    with database.reading() as connection:
        assert names(connection) == []


def test_a_savepoint_is_undone_alone(database: Database) -> None:
    with database.writing() as connection:
        add(connection, "a")
        savepoint = connection.begin_nested()
        add(connection, "b")
        with pytest.raises(IntegrityError):
            add(connection, "a")
        savepoint.rollback()
        add(connection, "c")
    with database.reading() as connection:
        assert names(connection) == ["a", "c"]


def test_a_reader_sees_what_is_committed_while_somebody_writes(database: Database) -> None:
    with database.writing() as writer:
        add(writer, "a")
        with database.reading() as reader:
            assert names(reader) == []


def test_foreign_keys_are_held(database: Database) -> None:
    row = {"credit_code": "x", "name": "x", "colour": Colour.WHITE, "town": 99, "added_at": NOW}
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.execute(insert(enterprises), row)


def test_the_schema_may_be_brought_up_to_date_again(database: Database) -> None:
    with database.writing() as connection:
        add(connection, "a")
    database.migrate()
    with database.reading() as connection:
        assert names(connection) == ["a"]


# --- SQLite -------------------------------------------------------------------------------------------------------


def pragma(connection: Connection, name: str) -> object:
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


def test_sqlite_syncs_fully_and_keeps_a_write_ahead_log(sqlite_database: Database) -> None:
    with sqlite_database.reading() as connection:
        assert pragma(connection, "journal_mode") == "wal"
        assert pragma(connection, "synchronous") == 2
        assert pragma(connection, "foreign_keys") == 1


def test_two_sqlite_writers_wait_for_each_other(sqlite_database: Database) -> None:
    """Each takes the write lock at the start, so none fails in the middle with "database is locked"."""
    failures: list[BaseException] = []

    def write(name: str) -> None:
        try:
            for number in range(10):
                with sqlite_database.writing() as connection:
                    before = len(names(connection))
                    add(connection, f"{name}{number}")
                    assert len(names(connection)) == before + 1
        except BaseException as error:  # noqa: BLE001 - the main thread looks at it
            failures.append(error)

    writers = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert not failures
    with sqlite_database.reading() as connection:
        assert len(names(connection)) == 20


def test_an_old_sqlite_is_used_with_a_plain_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    old = SimpleNamespace(sqlite_version_info=(3, 40, 1), sqlite_version="3.40.1")
    monkeypatch.setattr(opening, "_pysqlite3", lambda: old)
    with pytest.warns(RuntimeWarning, match=r"SQLite 3\.40\.1 is older than 3\.51\.3"):
        assert opening.sqlite_module() is old


def test_the_standard_module_stands_in_where_no_wheel_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_pysqlite3", lambda: None)
    monkeypatch.setattr(opening, "SAFE_SQLITE", (3, 0, 0))
    found: ModuleType = opening.sqlite_module()
    assert found is sqlite3


# --- types --------------------------------------------------------------------------------------------------------


def content(since: datetime) -> dict[str, object]:
    return {"fingerprint": "f", "kind": "checklist", "name": "n", "text": "t", "since": since}


@pytest.mark.parametrize(
    "moment",
    [
        NOW,
        NOW.replace(microsecond=1),
        datetime(2028, 2, 29, 23, 59, 59, 999999, tzinfo=UTC),
        datetime(2026, 11, 23, 9, 0, tzinfo=timezone(timedelta(hours=8))),
    ],
)
def test_a_moment_comes_back_as_it_was_in_utc(database: Database, moment: datetime) -> None:
    with database.writing() as connection:
        connection.execute(insert(contents), content(moment))
        found = connection.execute(select(contents.c.since)).scalar_one()
    assert found == moment
    assert found.utcoffset() == timedelta(0)


def test_a_moment_without_zone_is_refused(database: Database) -> None:
    naive = NOW.replace(tzinfo=None)
    with pytest.raises(StatementError, match="naive"), database.writing() as connection:
        connection.execute(insert(contents), content(naive))


def test_the_text_of_moments_sorts_like_time() -> None:
    moments = [NOW + timedelta(microseconds=step * 999_983) for step in range(50)]
    assert [from_text(text) for text in sorted(map(to_text, reversed(moments)))] == moments


def test_a_value_outside_its_enum_is_refused() -> None:
    column = Named(Severity)
    dialect = opening.Database.open("sqlite://").engine.dialect
    with pytest.raises(ValueError, match="medium"):
        column.process_bind_param("medium", dialect)  # type: ignore[arg-type]  # that is the point
    with pytest.raises(ValueError, match="medium"):
        column.process_result_value("medium", dialect)


# --- what is written once -----------------------------------------------------------------------------------------


def test_append_only_rows_cannot_be_changed_or_removed(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(insert(contents), content(NOW))
    for statement in (contents.update().values(text="forged"), contents.delete()):
        with pytest.raises(DBAPIError, match="append-only"), database.writing() as connection:
            connection.execute(statement)
    with database.reading() as connection:
        assert connection.execute(select(contents.c.text)).scalars().all() == ["t"]


def test_replacing_a_row_counts_as_removing_it(sqlite_database: Database) -> None:
    table: Table = contents
    with sqlite_database.writing() as connection:
        connection.execute(insert(table), content(NOW))
    with pytest.raises(DBAPIError, match="append-only"), sqlite_database.writing() as connection:
        connection.execute(insert(table).prefix_with("OR REPLACE"), content(NOW))


def test_a_whole_table_cannot_be_emptied(postgresql_database: Database) -> None:
    with pytest.raises(DBAPIError, match="append-only"), postgresql_database.writing() as connection:
        connection.exec_driver_sql("TRUNCATE events")


def test_sqlite_learns_how_large_its_tables_are(sqlite_database: Database) -> None:
    """Without it the planner walks all hazards of the district to find those of one enterprise."""
    with sqlite_database.writing() as connection:
        connection.execute(insert(areas), [{"kind": "town", "name": f"t{number}"} for number in range(500)])
    sqlite_database.tune()
    with sqlite_database.reading() as connection:
        found = (
            connection.exec_driver_sql("SELECT stat FROM sqlite_stat1 WHERE tbl = 'areas'").scalars().all()
        )
    assert any(stat.startswith("500 ") for stat in found)
