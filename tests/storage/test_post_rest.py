"""Sessions, due rows, processes: the small tables of the post."""

from datetime import UTC, datetime, timedelta

from storage import due, processes, sessions
from storage.database import Database
from storage.sessions import Place
from tests.cast import ALICE, Cast

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


def test_a_conversation_is_kept_as_it_stands(cast: Cast) -> None:
    with cast.database.writing() as connection:
        person = cast.actor(connection, ALICE).person
        assert sessions.load(connection, person) is None
        for place in (Place("{}", 7), Place('{"a":1}', None, "photo", settling=True)):
            sessions.save(connection, {person: place}, NOW)
            assert sessions.load(connection, person) == place


def test_a_due_row_is_planned_once_and_claimed_once(database: Database) -> None:
    with database.writing() as connection:
        assert due.plan(connection, "digest:1", "digest", "1", NOW)
        assert not due.plan(connection, "digest:1", "digest", "1", NOW + timedelta(days=1))
        (row,) = due.due_now(connection, NOW)
        assert due.move(connection, row, NOW + timedelta(days=1))
        assert not due.move(connection, row, NOW + timedelta(days=2))
        assert due.due_now(connection, NOW) == []
        (moved,) = due.due_now(connection, NOW + timedelta(days=1))
        assert due.move(connection, moved, None)
        assert due.due_now(connection, NOW + timedelta(days=9)) == []


def test_a_silent_process_is_dead_after_a_minute(database: Database) -> None:
    with database.writing() as connection:
        processes.beat(connection, "old", NOW - timedelta(seconds=61))
        processes.beat(connection, "young", NOW - timedelta(seconds=59))
        processes.beat(connection, "me", NOW - timedelta(hours=1))
        assert processes.dead(connection, "me", NOW, alone=False) == ["old"]
        assert sorted(processes.dead(connection, "me", NOW, alone=True)) == ["old", "young"]
        processes.beat(connection, "old", NOW)
        assert processes.dead(connection, "me", NOW, alone=False) == []


def test_a_process_that_ends_in_order_leaves_nothing(database: Database) -> None:
    with database.writing() as connection:
        for name in ("a", "b", "c"):
            processes.beat(connection, name, NOW)
        processes.stop(connection, "a")
        processes.bury(connection, ["b"])
        processes.bury(connection, [])
        assert processes.dead(connection, "me", NOW, alone=True) == ["c"]
