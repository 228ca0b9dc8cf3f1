"""A hazard's life as whole turns on real storage: what is tapped, who hears of it, and the question four weeks later."""

from datetime import date

import pytest

from bot.rounds import tick
from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from checklists.schema import Severity
from dialogs.render import Texts
from safety.calendar import Calendar
from safety.events_hazards import HazardReported, Picture
from tests.bot.test_turn import phone
from tests.cast import ALICE, BOB, CHARLIE, TANG, WALT, WEI, Cast
from tests.phone import Exchange

NUMBER = "YH-2026-000001"


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def exchange(cast: Cast, shipped: Catalogue) -> Exchange:
    cast.catalogue = shipped
    event = HazardReported(
        "软管老化", "后厨", "", Severity.GENERAL, date(2026, 11, 30), pictures=(Picture("f", "before"),)
    )
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, event)
    return Exchange(cast.database, shipped, Texts.load(strict=True))


def closed(exchange: Exchange) -> None:
    """Alice plans and mends it, Bob accepts from the letter he got."""
    alice, bob = phone(exchange, ALICE), phone(exchange, BOB)
    alice.says("/hazards")
    for label in ("1", "整改方案"):
        alice.taps_on(label)
    alice.says("换波纹管")
    for label in ("我来", "11月23日", "改好了"):
        alice.taps_on(label)
    alice.photographs()
    alice.taps_on("送去复查")
    assert "请您复查" in bob.sees
    bob.taps_on("看这条隐患")
    bob.taps_on("通过")


def test_it_is_closed_by_the_second_person_and_the_first_hears_of_it(exchange: Exchange) -> None:
    closed(exchange)
    assert "已销号" in phone(exchange, BOB).sees
    assert "复查通过" in phone(exchange, ALICE).sees
    assert all(not phone(exchange, one).messages for one in (TANG, CHARLIE, WALT, WEI))


def test_four_weeks_later_a_no_opens_it_again(exchange: Exchange) -> None:
    closed(exchange)
    exchange.clock.pass_(days=29)
    for _twice in range(2):
        with exchange.database.writing() as connection:
            tick(connection, exchange.house, Calendar(), exchange.clock.now())
        exchange.settle()
    alice = phone(exchange, ALICE)
    assert sum("现在还好吗" in one.html for one in alice.messages) == 1
    alice.taps_on("又出现了")
    alice.taps_on("又出现了")
    assert "新的期限" in alice.sees
    alice.taps_on("12月")
    assert "重新打开" in alice.sees
    assert "下一步：定方案" in alice.sees


def test_what_is_open_again_is_not_asked_about(exchange: Exchange) -> None:
    closed(exchange)
    alice = phone(exchange, ALICE)
    alice.says("/hazards")
    assert NUMBER not in alice.sees
    alice.taps_on("看这条隐患")
    for label in ("重新打开", "没有真改好", "11月24日"):
        alice.taps_on(label)
    exchange.clock.pass_(days=29)
    with exchange.database.writing() as connection:
        tick(connection, exchange.house, Calendar(), exchange.clock.now())
    exchange.settle()
    assert not any("现在还好吗" in one.html for one in alice.messages)
