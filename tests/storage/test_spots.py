"""Spot exams on both databases: who may open one where, codes, once a person, the record, the pocket card, outsiders."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import Connection, select, update

from bot.clock import RealClock
from bot.rounds import tick
from bot.turn import House
from checklists.bank import Trainee
from safety.calendar import Calendar
from safety.errors import Refusal
from safety.events_exams import ExamHandedIn
from safety.events_spots import SpotClosed, SpotEntered, SpotOpened
from safety.exams import draw
from safety.spots import GUESS, Door, Spot
from storage import due, guesses
from storage.database import Database
from storage.receipts import fingerprint_over
from storage.tables.ledger import enterprises
from storage.tables.spots import spots
from tests.bot.pledged import TEXTS
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker
from tests.storage.test_exams import BANK, PAPER, begins, cast, running, says

__all__ = ["cast"]


@pytest.fixture
def connection(database: Database, cast: Cast) -> Iterator[Connection]:
    with database.writing() as connection:
        yield connection


def code_of(connection: Connection, enterprise: int) -> str:
    found = select(enterprises.c.credit_code).where(enterprises.c.id == enterprise)
    return str(connection.execute(found).scalar_one())


def opens(connection: Connection, cast: Cast, who: Speaker = TANG) -> Spot:
    east = code_of(connection, cast.east)
    cast.does(connection, who, SpotOpened(east, 30, 6))
    found = cast.ledger(connection, who).spots().newest(east)
    assert found is not None
    return found


def seen(connection: Connection, cast: Cast, spot: Spot, who: Speaker = TANG) -> Spot:
    found = cast.ledger(connection, who).spots().one(spot.number)
    assert found is not None
    return found


def enters(connection: Connection, cast: Cast, code: str | None, who: Speaker = ALICE) -> None:
    sheet = draw(BANK, PAPER, Trainee.OFFICER, {}, "s")
    cast.does(connection, who, SpotEntered(code or "", sheet.to_json()))


def ticks(connection: Connection, cast: Cast) -> None:
    for _ in range(4):
        tick(connection, House(cast.catalogue, TEXTS, RealClock(), 1, "test"), Calendar(), cast.now)
        cast.passes(seconds=2)


def hands_in(connection: Connection, cast: Cast, who: Speaker = ALICE) -> None:
    cast.does(connection, who, ExamHandedIn(running(connection, cast, who).exam))


def test_it_is_opened_written_scored_and_recorded(connection: Connection, cast: Cast) -> None:
    spot = opens(connection, cast)
    assert spot.code is not None
    assert len(spot.code) == 6
    assert spot.until == cast.now + timedelta(minutes=30)
    enters(connection, cast, spot.code)
    (writer,) = seen(connection, cast, spot).writers
    assert (writer.name, writer.points) == ("李娜", None)
    says(connection, cast, "S1", "A")
    hands_in(connection, cast)
    assert seen(connection, cast, spot).average == Decimal(30)
    cast.does(connection, TANG, SpotClosed(spot.number))
    closed = seen(connection, cast, spot)
    assert closed.record == "CK-2026-000001"
    assert closed.code is None
    row = connection.execute(select(spots)).one()
    assert row.sha256 == fingerprint_over(row.document)
    assert row.document["average"] == "30.0"
    assert due.of(connection, f"spot:{spot.number}") is None
    with pytest.raises(Refusal, match="spot-over"):
        cast.does(connection, TANG, SpotClosed(spot.number))


def test_nobody_writes_one_twice_and_another_session_is_another_one(
    connection: Connection, cast: Cast
) -> None:
    spot = opens(connection, cast)
    enters(connection, cast, spot.code)
    with pytest.raises(Refusal, match="exam-runs"):
        enters(connection, cast, opens(connection, cast, DONG).code)
    hands_in(connection, cast)
    assert cast.ledger(connection, ALICE).spots().door(spot.code or "") is Door.AGAIN
    with pytest.raises(Refusal, match="spot-again"):
        enters(connection, cast, spot.code)
    second = opens(connection, cast, DONG)
    assert second.code != spot.code
    enters(connection, cast, second.code)
    assert len(seen(connection, cast, second, DONG).writers) == 1


@pytest.mark.parametrize("who", [CHARLIE, TANG, NOBODY])
def test_the_code_is_nothing_to_anybody_else(connection: Connection, cast: Cast, who: Speaker) -> None:
    spot = opens(connection, cast)
    assert cast.ledger(connection, who).spots().door(spot.code or "") is Door.SHUT
    with pytest.raises(Refusal):
        enters(connection, cast, spot.code, who)
    assert seen(connection, cast, spot).writers == ()


@pytest.mark.parametrize("who", [WEI, CHARLIE, ALICE, NOBODY])
def test_outside_the_scope_nothing_can_be_opened_seen_or_closed(
    connection: Connection, cast: Cast, who: Speaker
) -> None:
    spot, east = opens(connection, cast), code_of(connection, cast.east)
    book = cast.ledger(connection, who).spots()
    assert not book.firms("东风")
    assert book.pocket(east) is None
    assert book.one(spot.number) is None
    assert book.newest(east) is None
    for event in (SpotOpened(east, 30, 6), SpotClosed(spot.number), SpotClosed(99)):
        with pytest.raises(Refusal):
            cast.does(connection, who, event)
    assert seen(connection, cast, spot).code == spot.code


def test_an_old_or_wrong_code_is_refused_and_guesses_are_counted(connection: Connection, cast: Cast) -> None:
    spot = opens(connection, cast)
    with pytest.raises(Refusal, match="spot-code-wrong") as refused:
        enters(connection, cast, "000")
    assert refused.value.guess == GUESS
    person = cast.actor(connection, BOB).person
    limit = cast.catalogue.rules.defaults.guessing.limit
    assert cast.ledger(connection, BOB).spots().door(spot.code or "") is Door.OPEN
    for _ in range(100):
        guesses.count(connection, person, GUESS, limit, cast.now)
    assert cast.ledger(connection, BOB).spots().door(spot.code or "") is Door.SHUT
    cast.passes(minutes=30)
    assert cast.ledger(connection, ALICE).spots().door(spot.code or "") is Door.SHUT
    with pytest.raises(Refusal, match="spot-code-wrong"):
        enters(connection, cast, spot.code)


def test_while_somebody_writes_the_record_waits_for_them(connection: Connection, cast: Cast) -> None:
    spot = opens(connection, cast)
    enters(connection, cast, spot.code)
    cast.does(connection, TANG, SpotClosed(spot.number))
    waiting = seen(connection, cast, spot)
    assert (waiting.code, waiting.record) == (None, None)
    with pytest.raises(Refusal, match="spot-code-wrong"):
        enters(connection, cast, spot.code, BOB)
    cast.passes(minutes=PAPER.minutes + 2)
    ticks(connection, cast)
    done = seen(connection, cast, spot)
    assert done.record is not None
    assert len(done.done) == 1


def test_time_closes_it_even_when_nobody_came(connection: Connection, cast: Cast) -> None:
    spot = opens(connection, cast)
    ticks(connection, cast)
    assert seen(connection, cast, spot).record is None
    cast.passes(minutes=31)
    ticks(connection, cast)
    assert seen(connection, cast, spot).record is not None
    assert due.of(connection, f"spot:{spot.number}") is None


def test_the_pocket_card_keeps_what_was_written_on_site_apart(connection: Connection, cast: Cast) -> None:
    east = code_of(connection, cast.east)
    book = cast.ledger(connection, TANG).spots()
    assert [one.name for one in book.firms(east.lower())] == ["东风面馆"]
    assert not book.firms("西风")
    empty = book.pocket(east)
    assert empty is not None
    assert (empty.checked_at, empty.open, empty.signed, empty.exams, empty.spots) == (
        None,
        0,
        False,
        0,
        None,
    )
    begins(connection, cast)
    hands_in(connection, cast)
    spot = opens(connection, cast)
    enters(connection, cast, spot.code, BOB)
    hands_in(connection, cast, BOB)
    pocket = cast.ledger(connection, TANG).spots().pocket(east)
    assert pocket is not None
    assert pocket.exams == 1
    assert pocket.spots is not None
    assert (pocket.spots.wrote, pocket.spots.passed) == (1, 0)


def test_codes_differ_while_they_are_open(connection: Connection, cast: Cast) -> None:
    codes = {opens(connection, cast).code for _ in range(5)}
    assert len(codes) == 5
    connection.execute(update(spots).values(code=None))
