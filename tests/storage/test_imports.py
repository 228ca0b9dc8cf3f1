"""Lists that were sent: whose they are, what may be done with them where they stand; outsiders, ended seats, two at once."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest
from sqlalchemy import Connection, select

from safety.errors import Refusal
from safety.events import Event, SeatRevoked
from safety.events_imports import (
    ImportConfirmed,
    ImportDropped,
    ImportFileAsked,
    ImportMapped,
    ImportSent,
    ImportTried,
)
from safety.imports import Fault, Heading, How, ImportState, Note, Understood
from storage import imports
from storage.bringing import Saved
from storage.tables.imports import import_files
from storage.tables.imports import imports as table
from storage.tables.people import joins
from tests.cast import ALICE, BOB, DONG, NOBODY, TANG, WEI, Cast, Speaker

SENT = ImportSent("file-1", "u1", "名单.xlsx", 1000)
SEEN = Understood(
    3, 2, 0, 0, 1,
    [Heading("名称", "name", How.KNOWN), Heading("代号")],
    [Fault(2, "code-check", {"code": "9", "field": "credit-code"}, 1)],
    [Note("new-town", {"town": "新镇"})],
)  # fmt: skip
DEEDS: Sequence[Callable[[int], Event]] = (
    lambda number: ImportMapped(number, "代号", "credit-code"),
    ImportTried,
    lambda number: ImportConfirmed(number, 2),
    ImportDropped,
    ImportFileAsked,
)


def sent(connection: Connection, cast: Cast, speaker: Speaker = TANG) -> int:
    cast.does(connection, speaker, SENT)
    one = cast.ledger(connection, speaker).imports().last()
    assert one is not None
    return one.number


def ready(connection: Connection, cast: Cast, speaker: Speaker = TANG) -> int:
    number = sent(connection, cast, speaker)
    assert imports.judged(connection, number, SEEN, {}, remembered=False)
    return number


def refused(connection: Connection, cast: Cast, speaker: Speaker, event: Event) -> str:
    with pytest.raises(Refusal) as refusal, connection.begin_nested():
        cast.does(connection, speaker, event)
    return refusal.value.line


def state_of(connection: Connection, number: int) -> ImportState:
    found: ImportState = connection.execute(select(table.c.state).where(table.c.id == number)).scalar_one()
    return found


def test_what_was_found_is_read_as_it_was_written(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = ready(connection, cast)
        one = cast.ledger(connection, TANG).imports().one(number)
    assert one is not None
    assert (one.state, one.name, one.understood) == (ImportState.READY, "名单.xlsx", SEEN)


@pytest.mark.parametrize("speaker", [ALICE, BOB, NOBODY])
def test_nobody_without_the_right_sends_or_sees_anything(cast: Cast, speaker: Speaker) -> None:
    with cast.database.writing() as connection:
        number = ready(connection, cast)
        assert refused(connection, cast, speaker, SENT) == "not-allowed"
        assert refused(connection, cast, speaker, ImportFileAsked()) == "not-allowed"
        for deed in DEEDS:
            assert refused(connection, cast, speaker, deed(number)) == "not-allowed"
        book = cast.ledger(connection, speaker).imports()
        assert (book.one(number), book.last(), list(book.recent())) == (None, None, [])
        assert state_of(connection, number) is ImportState.READY


@pytest.mark.parametrize("speaker", [WEI, DONG])
def test_another_supervisor_neither_sees_nor_touches_it(cast: Cast, speaker: Speaker) -> None:
    with cast.database.writing() as connection:
        number = ready(connection, cast)
        for deed in DEEDS:
            assert refused(connection, cast, speaker, deed(number)) == "upload-gone"
        assert cast.ledger(connection, speaker).imports().one(number) is None
        assert state_of(connection, number) is ImportState.READY


def test_a_number_that_there_is_not_is_refused_alike(cast: Cast) -> None:
    with cast.database.writing() as connection:
        for deed in DEEDS:
            assert refused(connection, cast, TANG, deed(4711)) == "upload-gone"


def test_a_lost_seat_ends_it(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = ready(connection, cast)
        job = imports.job(connection, number)
        assert job is not None
        assert imports.actor_of(connection, job) is not None
        request = connection.execute(select(joins.c.id).where(joins.c.person == job.person)).scalar_one()
        cast.does(connection, DONG, SeatRevoked(request))
        assert imports.actor_of(connection, job) is None
        for deed in DEEDS:
            assert refused(connection, cast, TANG, deed(number)) == "not-allowed"


def test_a_new_list_takes_the_place_of_one_that_waits_but_not_of_one_that_is_written(cast: Cast) -> None:
    with cast.database.writing() as connection:
        first = ready(connection, cast)
        second = ready(connection, cast)
        assert state_of(connection, first) is ImportState.DROPPED
        assert refused(connection, cast, TANG, ImportConfirmed(first, 2)) == "upload-gone"
        cast.does(connection, TANG, ImportConfirmed(second, 2))
        assert refused(connection, cast, TANG, SENT) == "upload-running"
        assert ready(connection, cast, WEI)


def test_it_is_begun_once_and_nothing_else_is_done_with_it_then(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = ready(connection, cast)
        cast.does(connection, TANG, ImportConfirmed(number, 2))
        assert refused(connection, cast, TANG, ImportConfirmed(number, 2)) == "upload-running"
        for deed in (ImportTried(number), ImportDropped(number), ImportMapped(number, "代号", "town")):
            assert refused(connection, cast, TANG, deed) == "upload-gone"
        assert state_of(connection, number) is ImportState.WRITING


def test_what_is_not_judged_yet_is_not_written(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = sent(connection, cast)
        assert refused(connection, cast, TANG, ImportConfirmed(number, 2)) == "upload-gone"
        cast.does(connection, TANG, ImportDropped(number))
        assert not imports.judged(connection, number, SEEN, {}, remembered=False)
        assert not imports.refuse(connection, number, "broken", None, cast.now)


def test_a_column_means_what_was_said_and_a_field_that_there_is_not_is_refused(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = ready(connection, cast)
        assert refused(connection, cast, TANG, ImportMapped(number, "代号", "nonsense")) == "upload-gone"
        cast.does(connection, TANG, ImportMapped(number, "代号", "credit-code"))
        job = imports.job(connection, number)
        assert job is not None
        assert (job.state, job.fields) == (ImportState.READING, {"代号": "credit-code"})


def test_columns_are_remembered_for_each_place_by_itself(cast: Cast) -> None:
    with cast.database.writing() as connection:
        for area, field in ((cast.east_town, "town"), (None, "name"), (cast.east_town, "address")):
            imports.remember(connection, area, "f" * 64, {"代号": field}, None, cast.now)
        assert imports.remembered(connection, cast.east_town, "f" * 64) == {"代号": "address"}
        assert imports.remembered(connection, None, "f" * 64) == {"代号": "name"}
        assert imports.remembered(connection, cast.west_town, "f" * 64) == {}
        assert imports.remembered(connection, None, "0" * 64) == {}


def test_one_process_works_at_it_until_it_gives_it_up(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = sent(connection, cast)
        assert imports.waits(connection, cast.now)
        job = imports.claim(connection, cast.now)
        assert job is not None
        assert (job.id, job.attempts) == (number, 1)
        assert imports.claim(connection, cast.now) is None
        assert not imports.waits(connection, cast.now)
        again = imports.claim(connection, cast.now + imports.LEASE + timedelta(seconds=1))
        assert again is not None
        assert again.attempts == 2


def test_what_a_killed_process_held_is_free_at_its_next_start(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = sent(connection, cast)
        command = imports.enter_writing(connection, "list.xlsx", "0" * 64, {}, SEEN, cast.now)
        assert imports.claim(connection, cast.now) is not None
        imports.release(connection, cast.now)
        job = imports.claim(connection, cast.now)
        assert job is not None
        assert job.id == number
        assert imports.claim(connection, cast.now) is None
        assert command.state is ImportState.WRITING


def test_rows_are_written_once_whoever_writes_them(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = ready(connection, cast)
        cast.does(connection, TANG, ImportConfirmed(number, 2))
        assert imports.advance(connection, number, 0, 2, 2, Saved(2, 0, 0), cast.now)
        assert not imports.advance(connection, number, 0, 2, 2, Saved(2, 0, 0), cast.now)
        row = imports.end(connection, number, ImportState.WRITTEN, "", cast.now)
        assert row is not None
        assert (row.done, row.new) == (2, 2)
        assert imports.end(connection, number, ImportState.STOPPED, "seat", cast.now) is None


def test_one_file_at_a_time_is_made_for_each_person(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = ready(connection, cast)
        cast.does(connection, TANG, ImportFileAsked(number))
        assert refused(connection, cast, TANG, ImportFileAsked()) == "upload-file-running"
        cast.does(connection, WEI, ImportFileAsked())
        wanted = imports.wanted(connection)
        assert [one.import_ for one in wanted] == [number, None]
        assert imports.settle_file(connection, wanted[0], imports.MADE, cast.now)
        assert not imports.settle_file(connection, wanted[0], imports.GONE, cast.now)
        cast.does(connection, TANG, ImportFileAsked())
        assert len(connection.execute(select(import_files.c.id)).all()) == 3
