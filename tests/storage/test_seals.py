"""The chain of seals: every event once, in order of its number, and never past one that may still come."""

import hashlib
import json
import threading
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, func, insert, select, text
from sqlalchemy.exc import DBAPIError

from safety.events import Said
from safety.seals.entries import START, digest_of, links, parts_of
from storage.database import Database
from storage.sealing import chain, reading
from storage.sealing.chain import Settled
from storage.tables.events import events
from storage.tables.seals import heads, receipts, seals
from tests.cast import ALICE, CHARLIE, Cast


def say(cast: Cast, *words: str, key: str | None = None) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, *(Said("text", one) for one in words), key=key)


def seal_all(cast: Cast, settled: Settled | None = None) -> int:
    """Tick until nothing is left, each tick in a transaction of its own."""
    settled, sealed, idle = settled or Settled(), 0, 0
    while idle < 2:
        with cast.database.writing() as connection:
            count = chain.seal(connection, settled, cast.now)
        sealed, idle = sealed + count, 0 if count else idle + 1
    return sealed


def ids(connection: Connection) -> list[int]:
    return list(connection.execute(select(events.c.id).order_by(events.c.id)).scalars())


def test_what_was_there_before_is_sealed_at_the_first_tick(cast: Cast) -> None:
    say(cast, "一", "二", key="1:1")
    with cast.database.reading() as connection:
        there = ids(connection)
    assert seal_all(cast) == len(there) > 2
    with cast.database.reading() as connection:
        entries = list(reading.entries(connection, 0, 10**9))
        rows = list(reading.rows(connection, 0, 10**9))
    assert [one.event for one in entries] == there
    assert [one.entry for one in entries] == list(range(1, len(there) + 1))
    assert [(one.digest, one.parts) for one in entries] == [(digest_of(row), parts_of(row)) for row in rows]
    before = START
    for one in entries:
        assert links(one, before)
        before = one.chained


def test_a_second_tick_seals_only_what_is_new(cast: Cast) -> None:
    settled = Settled()
    seal_all(cast, settled)
    assert seal_all(cast, settled) == 0
    say(cast, "又一句")
    assert seal_all(cast, settled) == 1


def test_batches_are_bounded(cast: Cast) -> None:
    say(cast, *(str(number) for number in range(20)))
    settled = Settled()
    for _ in range(2):  # on PostgreSQL the first look only notes how far it could see
        with cast.database.writing() as connection:
            sealed = chain.seal(connection, settled, cast.now, most=7)
    assert sealed == 7


def test_a_seal_keeps_the_row_as_both_databases_write_it(cast: Cast) -> None:
    """The canonical form is the same text on SQLite and PostgreSQL, and plain JSON with sorted keys."""
    row = {
        "id": 4711, "at": cast.now + timedelta(microseconds=1), "kind": "person:said", "subject": "x", "person": 7,
        "role": None, "enterprise": 1, "area": None, "body": {"z": 1.5, "a": ["二", None, True], "m": {"k": 10}},
        "update_key": "1:99", "ordinal": 0,
    }  # fmt: skip
    with cast.database.writing() as connection:
        connection.execute(insert(events), row)
    with cast.database.reading() as connection:
        found = reading.row(connection, 4711)
    assert found is not None
    assert found.at == "2026-11-23T01:00:00.000001+00:00"
    plain = {**row, "at": found.at}  # anybody can do the same with what every language brings along
    written = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert digest_of(found) == hashlib.sha256(written.encode()).digest()


def test_seals_heads_and_receipts_are_append_only(cast: Cast) -> None:
    seal_all(cast)
    with cast.database.writing() as connection:
        connection.execute(insert(receipts), {"number": "ZC-1", "entry": 1, "kind": "check:submitted"})
        day = {"day": date(2026, 11, 23), "last": 1, "made_at": cast.now, "body": "{}"}
        connection.execute(insert(heads), day)
    for change in (
        "UPDATE seals SET event = 0",
        "DELETE FROM seals",
        "DELETE FROM heads",
        "UPDATE receipts SET entry = 1",
    ):
        with pytest.raises(DBAPIError, match="append-only"), cast.database.writing() as connection:
            connection.execute(text(change))


def test_two_workers_seal_each_event_once(cast: Cast) -> None:
    say(cast, *(str(number) for number in range(300)))
    wrong: list[Exception] = []

    def work() -> None:
        settled = Settled()
        try:
            for _ in range(40):
                with cast.database.writing() as connection:
                    chain.seal(connection, settled, cast.now, most=20)
        except Exception as error:  # noqa: BLE001 - the main thread looks at it
            wrong.append(error)

    workers = [threading.Thread(target=work) for _ in range(3)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    with cast.database.reading() as connection:
        sealed = connection.execute(select(func.count(), func.max(seals.c.entry)).select_from(seals)).one()
        assert sealed == (len(ids(connection)), len(ids(connection)))
    assert wrong == []


def test_no_number_is_passed_that_a_running_transaction_may_still_commit(
    postgresql_database: Database, catalogue: object, request: pytest.FixtureRequest
) -> None:
    """A slow turn holds a lower number than one that is committed: nothing behind it is sealed until it has ended."""
    from tests import cast as casting  # noqa: PLC0415

    cast = casting.seat(postgresql_database, catalogue)  # type: ignore[arg-type]
    settled = Settled()
    seal_all(cast, settled)
    with postgresql_database.engine.connect() as slow:
        transaction = slow.begin()
        cast.does(slow, CHARLIE, Said("text", "慢"))
        say(cast, "快")
        assert seal_all(cast, settled) == 0
        transaction.commit()
    assert seal_all(cast, settled) == 2
    with postgresql_database.reading() as connection:
        entries = [one.event for one in reading.entries(connection, 0, 10**9)]
        assert entries == ids(connection)


def test_a_number_that_is_never_committed_holds_nobody_up(
    postgresql_database: Database, catalogue: object
) -> None:
    from tests import cast as casting  # noqa: PLC0415

    cast = casting.seat(postgresql_database, catalogue)  # type: ignore[arg-type]
    settled = Settled()
    seal_all(cast, settled)
    with postgresql_database.engine.connect() as slow:
        transaction = slow.begin()
        cast.does(slow, CHARLIE, Said("text", "慢"))
        say(cast, "快")
        transaction.rollback()
    assert seal_all(cast, settled) == 1


def test_a_body_that_is_no_json_is_read_as_text() -> None:
    assert reading.parsed("{broken") == "{broken"
    assert reading.parsed(None) is None
