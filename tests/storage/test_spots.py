"""Spot exams on both databases: who may open one where, codes, once a person, the record, the pocket card, outsiders."""

from collections.abc import Iterator
from dataclasses import replace
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
from safety.events import ConsentGiven
from safety.events_exams import ExamHandedIn
from safety.events_spots import SpotClosed, SpotEntered, SpotGuestEntered, SpotOpened
from safety.exams import draw
from safety.spots import GUESS, Average, Door, Spot
from storage import due, guesses, retention
from storage.database import Database
from storage.personal import PersonalOf
from storage.receipts import fingerprint_over
from storage.tables.events import events
from storage.tables.exams import exam_results
from storage.tables.ledger import enterprises
from storage.tables.post import outbox
from storage.tables.spots import spot_guests, spots
from tests.bot.pledged import TEXTS
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker
from tests.storage.test_exams import BANK, PAPER, begins, cast, running, says

__all__ = ["cast"]
YEAR = timedelta(days=365)


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
    refused = [SpotClosed(spot.number), SpotClosed(99), *([SpotOpened(east, 30, 6)] if who != ALICE else [])]
    for event in refused:
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
    assert (empty.checked_at, empty.open, empty.signed, empty.own.wrote, empty.spots) == (
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
    assert pocket.own.wrote == 1
    assert pocket.spots is not None
    assert (pocket.spots.wrote, pocket.spots.passed) == (1, 0)


def test_codes_differ_while_they_are_open(connection: Connection, cast: Cast) -> None:
    codes = {opens(connection, cast).code for _ in range(5)}
    assert len(codes) == 5
    connection.execute(update(spots).values(code=None))


def link_of(connection: Connection, spot: Spot) -> str:
    found = select(spots.c.link).where(spots.c.id == spot.number)
    return str(connection.execute(found).scalar_one())


def comes(
    connection: Connection,
    cast: Cast,
    link: str,
    who: Speaker = NOBODY,
    name: str = "路 人甲",
    paper: str = "s",
) -> None:
    sheet = draw(BANK, PAPER, Trainee.WORKER, {}, paper)
    cast.does(connection, who, SpotGuestEntered(link, name, sheet.to_json()))


def agrees(connection: Connection, cast: Cast, who: Speaker = NOBODY) -> None:
    cast.does(connection, who, ConsentGiven("1"))


def test_a_guest_writes_one_and_nothing_of_the_link_or_the_name_stays_in_the_record(
    connection: Connection, cast: Cast
) -> None:
    spot = opens(connection, cast)
    link = link_of(connection, spot)
    assert len(link) == 22
    assert cast.ledger(connection, NOBODY).spots().gate(link).enterprise == "东风面馆"
    with pytest.raises(Refusal, match="spot-link-wrong"):
        comes(connection, cast, link)  # has not agreed to anything yet
    agrees(connection, cast)
    comes(connection, cast, link)
    (writer,) = seen(connection, cast, spot).writers
    assert (writer.name, writer.guest, writer.points) == ("路 人甲", True, None)
    exam = running(connection, cast, NOBODY).exam
    hands_in(connection, cast, NOBODY)
    result = cast.ledger(connection, NOBODY).exams().result(exam)
    assert result is not None
    assert (result.person, result.enterprise) == ("路 人甲", "东风面馆")
    assert due.of(connection, f"exam-refresh:{cast.actor(connection, NOBODY).person}") is None
    (body,) = connection.execute(select(events.c.body).where(events.c.kind == "spot:guest:entered")).scalars()
    assert (body["link"], body["name"]) == ("", "")
    assert link not in str(body)
    cast.does(connection, TANG, SpotClosed(spot.number))
    row = connection.execute(select(spots)).one()
    assert row.link is None
    assert (row.document["guests"], row.document["own"]) == (1, False)
    assert cast.actor(connection, NOBODY).seat is None


def test_a_link_is_used_once_by_each_and_not_after_its_time(connection: Connection, cast: Cast) -> None:
    spot = opens(connection, cast)
    link = link_of(connection, spot)
    agrees(connection, cast)
    comes(connection, cast, link)
    hands_in(connection, cast, NOBODY)
    assert cast.ledger(connection, NOBODY).spots().gate(link).door is Door.AGAIN
    with pytest.raises(Refusal, match="spot-again"):
        comes(connection, cast, link)
    cast.passes(minutes=30)
    late = Speaker(9002, "晚来", "13800009002")
    agrees(connection, cast, late)
    assert cast.ledger(connection, late).spots().gate(link).door is Door.SHUT
    for wrong in (link, link[:-1], "", spot.code or ""):
        with pytest.raises(Refusal, match="spot-link-wrong") as refused:
            comes(connection, cast, wrong, late)
        assert refused.value.guess == GUESS


@pytest.mark.parametrize("who", [CHARLIE, TANG, ALICE, BOB])
def test_the_link_is_no_guests_door_for_whoever_has_a_seat(
    connection: Connection, cast: Cast, who: Speaker
) -> None:
    spot = opens(connection, cast)
    link = link_of(connection, spot)
    assert cast.ledger(connection, who).spots().gate(link).door is Door.SHUT
    with pytest.raises(Refusal, match="spot-link-wrong"):
        comes(connection, cast, link, who)
    own = who in (ALICE, BOB)
    assert (cast.ledger(connection, who).spots().door(link) is Door.OPEN) is own
    if own:
        enters(connection, cast, link, who)
        (body,) = connection.execute(select(events.c.body).where(events.c.kind == "spot:entered")).scalars()
        assert link not in str(body)
    assert len(seen(connection, cast, spot).writers) == own


@pytest.mark.parametrize("name", ["", "张", "张3", "<b>张三</b>", "x" * 31, "\u202e张三", "张三\n李四5"])
def test_a_name_is_letters(connection: Connection, cast: Cast, name: str) -> None:
    spot = opens(connection, cast)
    agrees(connection, cast)
    with pytest.raises(Refusal, match="spot-guest-name"):
        comes(connection, cast, link_of(connection, spot), name=name)
    assert seen(connection, cast, spot).writers == ()


def test_no_more_guests_than_the_rules_allow(connection: Connection, cast: Cast) -> None:
    exams = cast.catalogue.rules.exams.model_copy(update={"spot_guests": 1})
    cast.catalogue = replace(cast.catalogue, rules=cast.catalogue.rules.model_copy(update={"exams": exams}))
    link = link_of(connection, opens(connection, cast))
    second = Speaker(9002, "晚来", "13800009002")
    for one in (NOBODY, second):
        agrees(connection, cast, one)
    comes(connection, cast, link)
    assert cast.ledger(connection, second).spots().gate(link).door is Door.SHUT
    with pytest.raises(Refusal, match="spot-full"):
        comes(connection, cast, link, second)


def test_the_clock_hands_a_guest_in_after_a_restart(connection: Connection, cast: Cast) -> None:
    spot = opens(connection, cast)
    agrees(connection, cast)
    comes(connection, cast, link_of(connection, spot))
    cast.passes(minutes=PAPER.minutes)
    ticks(connection, cast)  # a house of its own each time: nothing of time lives in memory
    assert connection.execute(select(exam_results.c.by_time)).scalar_one() is True
    opened = connection.execute(
        select(outbox.c.opens).where(outbox.c.key.startswith("exam-over"))
    ).scalar_one()
    assert "guest" in str(opened)


def test_what_the_enterprise_opens_itself_is_its_own(connection: Connection, cast: Cast) -> None:
    east = code_of(connection, cast.east)
    mine = opens(connection, cast, ALICE)
    enters(connection, cast, mine.code, BOB)
    hands_in(connection, cast, BOB)
    with pytest.raises(Refusal):
        cast.does(connection, CHARLIE, SpotClosed(mine.number))
    assert cast.ledger(connection, CHARLIE).spots().one(mine.number) is None
    demanded = opens(connection, cast)
    enters(connection, cast, demanded.code, ALICE)
    says(connection, cast, "S1", "A")
    hands_in(connection, cast)
    pocket = cast.ledger(connection, TANG).spots().pocket(east)
    assert pocket is not None
    assert pocket.own == Average(1, Decimal("0.0"), 0)
    assert pocket.spots == Average(1, Decimal("30.0"), 0)
    (tally,) = cast.ledger(connection, TANG).exams().tallies(cast.now - YEAR, offset=0, limit=5)
    assert (tally.own, tally.spots) == (pocket.own, pocket.spots)
    for who in (TANG, ALICE):
        card = cast.ledger(connection, who).enterprises().card(east)
        assert card is not None
        assert (card.ready.own, card.ready.spots) == (pocket.own, pocket.spots)
    assert not cast.ledger(connection, WEI).exams().tallies(cast.now - YEAR, offset=0, limit=5)
    cast.does(connection, ALICE, SpotClosed(mine.number))
    assert seen(connection, cast, mine, ALICE).record == "CK-2026-000001"


def test_a_guests_name_is_shown_to_them_and_goes_with_their_account(
    connection: Connection, cast: Cast
) -> None:
    spot = opens(connection, cast)
    agrees(connection, cast)
    comes(connection, cast, link_of(connection, spot))
    hands_in(connection, cast, NOBODY)
    actor = cast.actor(connection, NOBODY)
    assert "路 人甲" in [one.value for one in PersonalOf(connection, actor).whole()]
    assert retention.waiting(connection, "account", cast.now - YEAR) == 0
    assert retention.waiting(connection, "account", cast.now + YEAR) == 1
    assert retention.clear(connection, "account", cast.now + YEAR) == 1
    assert not connection.execute(select(spot_guests)).all()
    assert retention.waiting(connection, "account", cast.now + YEAR) == 0
