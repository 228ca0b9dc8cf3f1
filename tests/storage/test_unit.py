"""The database thread: one commit for many jobs, each job on its own."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection

from storage import due
from storage.database import Database
from storage.unit import Closed, Writer

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.fixture
def passed() -> list[str]:
    return []


@pytest.fixture
def writer(database: Database, passed: list[str]) -> Iterator[Writer]:
    writer = Writer(database, at=passed.append)
    writer.start()
    yield writer
    writer.stop()


def keys(connection: Connection) -> list[str]:
    return [row.key for row in due.due_now(connection, NOW)]


def test_a_finished_job_is_seen_by_others(writer: Writer, database: Database) -> None:
    assert writer.run(lambda c: due.plan(c, "a", "test", "1", NOW)) is True
    with database.reading() as connection:
        assert keys(connection) == ["a"]


def test_a_failing_job_undoes_itself_and_nobody_else(writer: Writer, database: Database) -> None:
    def broken(connection: Connection) -> None:
        due.plan(connection, "broken", "test", "1", NOW)
        raise ValueError("boom")

    first = writer.submit(lambda c: due.plan(c, "a", "test", "1", NOW))
    second = writer.submit(broken)
    third = writer.submit(lambda c: due.plan(c, "b", "test", "1", NOW))
    assert first.result() is third.result() is True
    with pytest.raises(ValueError, match="boom"):
        second.result()
    with database.reading() as connection:
        assert sorted(keys(connection)) == ["a", "b"]


def test_jobs_that_wait_share_a_commit(writer: Writer, passed: list[str]) -> None:
    gate = threading.Event()
    waiting = writer.submit(lambda _c: gate.wait(5), "gate")
    futures = [writer.submit(lambda c, n=n: due.plan(c, str(n), "test", "1", NOW), "many") for n in range(20)]
    gate.set()
    waiting.result()
    assert all(future.result() for future in futures)
    assert passed.count("many.after_commit") == 1


def test_a_commit_that_fails_fails_every_job_and_the_next_batch_works(
    database: Database, passed: list[str]
) -> None:
    def stumble(place: str) -> None:
        passed.append(place)
        if place == "bad.before_commit":
            raise OSError("disk full")

    writer = Writer(database, at=stumble)
    writer.start()
    bad = writer.submit(lambda c: due.plan(c, "lost", "test", "1", NOW), "bad")
    with pytest.raises(OSError, match="disk full"):
        bad.result()
    assert writer.run(lambda c: due.plan(c, "kept", "test", "1", NOW)) is True
    assert writer.run(keys) == ["kept"]
    writer.stop()


def test_a_stopped_writer_refuses(database: Database) -> None:
    writer = Writer(database)
    writer.start()
    waiting = writer.submit(lambda _c: 1)
    writer.stop()
    assert waiting.result() == 1
    with pytest.raises(Closed):
        writer.run(lambda _c: 1)


def test_a_job_that_was_given_up_is_left_out_and_the_thread_goes_on(writer: Writer) -> None:
    gate = threading.Event()
    began = threading.Event()
    busy = writer.submit(lambda _c: began.set() or gate.wait(5))
    began.wait(5)
    given_up = writer.submit(lambda c: due.plan(c, "never", "test", "1", NOW))
    kept = writer.submit(lambda c: due.plan(c, "kept", "test", "1", NOW))
    assert given_up.cancel()
    assert not busy.cancel()
    gate.set()
    assert kept.result(5) is True
    assert writer.run(keys) == ["kept"]
