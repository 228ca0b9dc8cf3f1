"""Interviews on both databases: who writes, confirms, looks again; outsiders of every kind; sealed once both have confirmed; the clock."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, select

from bot import interview_rounds
from bot.turn import House
from dialogs.render import Texts
from safety.calendar import Calendar, today
from safety.errors import Refusal
from safety.events_interviews import InterviewConfirmed, InterviewDone, InterviewHeld, InterviewObjected
from safety.interviews import LATEST, InterviewState
from safety.seals import register
from storage import due, interviews
from storage.database import Database
from storage.receipts import fingerprint_over
from storage.sealing import documents
from storage.tables.interviews import interviews as table
from storage.tables.post import outbox
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WALT, WEI, Cast, Speaker
from tests.phone import Hands

EAST = "91370000000000001A"
AGAIN = date(2026, 12, 7)
NUMBER = "YT-2026-000001"
CALENDAR = Calendar()


@pytest.fixture
def connection(database: Database, cast: Cast) -> Iterator[Connection]:
    with database.writing() as connection:
        yield connection


def held(connection: Connection, cast: Cast, who: Speaker = TANG, **more: object) -> str:
    person = cast.actor(connection, ALICE).person
    event = InterviewHeld(EAST, person, "overdue", "月底前换掉软管", AGAIN)
    cast.does(connection, who, replace(event, **more))  # type: ignore[arg-type]  # fields by name
    return str(connection.execute(select(table.c.number).order_by(table.c.id.desc())).scalars().first())


def one(connection: Connection) -> tuple[InterviewState, str, str]:
    row = connection.execute(select(table)).one()
    return row.state, row.objection, row.outcome


def sha(connection: Connection) -> str:
    return str(connection.execute(select(table.c.sha256)).scalar_one())


def letters(connection: Connection) -> list[str]:
    keys = select(outbox.c.key).where(outbox.c.key.startswith("interview")).order_by(outbox.c.id)
    return [str(key).partition(":")[0] for key in connection.execute(keys).scalars()]


def test_both_confirm_and_it_proves_itself(connection: Connection, cast: Cast) -> None:
    assert held(connection, cast) == NUMBER
    row = connection.execute(select(table)).one()
    assert (row.state, row.again) == (InterviewState.HELD, AGAIN)
    assert row.sha256 == fingerprint_over(row.document)
    cast.does(connection, ALICE, InterviewConfirmed(NUMBER, row.sha256))
    assert one(connection)[0] is InterviewState.CONFIRMED
    assert documents.document(connection, InterviewConfirmed.kind, NUMBER) == row.document
    given = register.KINDS[InterviewConfirmed.kind]
    assert (given.what, given.number) == ("interview", "number")
    with pytest.raises(Refusal, match="interview-over"):
        cast.does(connection, ALICE, InterviewConfirmed(NUMBER, row.sha256))
    with pytest.raises(Refusal, match="interview-over"):
        cast.does(connection, ALICE, InterviewObjected(NUMBER, "不对"))


def test_an_objection_stays_below_the_record(connection: Connection, cast: Cast) -> None:
    held(connection, cast)
    with pytest.raises(Refusal, match="interview-empty"):
        cast.does(connection, ALICE, InterviewObjected(NUMBER, " x "))
    cast.does(connection, ALICE, InterviewObjected(NUMBER, "不是这样"))
    assert one(connection) == (InterviewState.OBJECTED, "不是这样", "")
    assert sha(connection) == fingerprint_over(connection.execute(select(table.c.document)).scalar_one())


def test_something_else_than_what_was_put_before_them_is_not_confirmed(
    connection: Connection, cast: Cast
) -> None:
    held(connection, cast)
    with pytest.raises(Refusal, match="interview-over"):
        cast.does(connection, ALICE, InterviewConfirmed(NUMBER, "0" * 64))


@pytest.mark.parametrize("who", [WEI, ALICE, BOB, CHARLIE, WALT, NOBODY])
def test_outsiders_write_nothing_and_look_at_nothing_again(
    connection: Connection, cast: Cast, who: Speaker
) -> None:
    held(connection, cast)
    with pytest.raises(Refusal):
        held(connection, cast, who)
    with pytest.raises(Refusal):
        cast.does(connection, who, InterviewDone(NUMBER, "都做到了"))
    assert one(connection)[0] is InterviewState.HELD


@pytest.mark.parametrize("who", [TANG, DONG, WEI, BOB, CHARLIE, WALT, NOBODY])
def test_nobody_but_who_was_spoken_with_answers(connection: Connection, cast: Cast, who: Speaker) -> None:
    held(connection, cast)
    for event in (InterviewConfirmed(NUMBER, sha(connection)), InterviewObjected(NUMBER, "不对")):
        with pytest.raises(Refusal, match="interview-gone"):
            cast.does(connection, who, event)


@pytest.mark.parametrize(
    ("who", "seen"), [(TANG, 1), (DONG, 1), (ALICE, 1), (WEI, 0), (CHARLIE, 0), (WALT, 0)]
)
def test_each_reads_those_of_their_reach(connection: Connection, cast: Cast, who: Speaker, seen: int) -> None:
    held(connection, cast)
    book = cast.ledger(connection, who).interviews()
    assert (book.count(), book.count(EAST), len(book.listed(EAST)), book.waiting()) == (seen,) * 4
    assert (book.one(NUMBER) is not None) is bool(seen)
    assert (len(book.spoken(EAST)) > 0) is (who in (TANG, DONG))


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"reason": " "}, "interview-empty"),
        ({"measures": "x"}, "interview-empty"),
        ({"person": 10_000}, "interview-nobody"),
        ({"again": date(2026, 11, 23)}, "interview-day-wrong"),
        ({"again": date(2026, 11, 23) + LATEST + timedelta(days=1)}, "interview-day-wrong"),
        ({"enterprise": "91370000000000002B"}, "enterprise-gone"),
    ],
)
def test_what_is_no_interview_is_refused(
    connection: Connection, cast: Cast, more: dict[str, object], why: str
) -> None:
    with pytest.raises(Refusal, match=why):
        held(connection, cast, **more)
    assert connection.execute(select(table)).all() == []


def test_of_two_who_look_again_the_second_hears_that_it_is_done(connection: Connection, cast: Cast) -> None:
    held(connection, cast)
    cast.does(connection, DONG, InterviewDone(NUMBER, "kept"))
    with pytest.raises(Refusal, match="interview-over"):
        cast.does(connection, TANG, InterviewDone(NUMBER, "broken"))
    assert one(connection) == (InterviewState.DONE, "", "kept")
    assert due.of(connection, f"interview:{NUMBER}") is None


def test_on_its_day_both_are_told_once_and_on_a_day_off_the_next_working_day(
    connection: Connection, cast: Cast
) -> None:
    sunday = date(2026, 12, 20)
    held(connection, cast, again=sunday)
    house = House(cast.catalogue, Texts.load(strict=True), Hands(cast.now), 1, "test")
    row = due.of(connection, f"interview:{NUMBER}")
    assert row is not None
    assert today(row.due_at) == sunday
    before = letters(connection)
    assert interview_rounds.remind(connection, house, CALENDAR, row, row.due_at)
    assert letters(connection) == before
    row = due.of(connection, f"interview:{NUMBER}")
    assert row is not None
    assert CALENDAR.is_working(today(row.due_at))
    assert interview_rounds.remind(connection, house, CALENDAR, row, row.due_at)
    assert not interview_rounds.remind(connection, house, CALENDAR, row, row.due_at)
    assert letters(connection)[len(before) :] == ["interview-again"] * 2
    assert interviews.going_on(connection, NUMBER) is not None
