"""A listed hazard as whole turns on real storage: the letters, the week's answer from a letter's button, the removal."""

from datetime import date

import pytest

from bot.rounds import tick
from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from checklists.schema import Severity
from dialogs.render import Texts
from safety.calendar import Calendar
from safety.events_hazards import HazardMoved, HazardReported, Picture
from safety.hazards import HazardAction
from tests.bot.test_turn import phone
from tests.cast import ALICE, BOB, CHARLIE, DONG, TANG, WALT, WEI, Cast
from tests.phone import Exchange

NUMBER, DUE = "YH-2026-000001", date(2026, 11, 30)


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def exchange(cast: Cast, shipped: Catalogue) -> Exchange:
    """A major hazard, confirmed and planned."""
    cast.catalogue = shipped
    pictures = (Picture("f", "before"),)
    report = HazardReported("漏氨", "冷库", "", Severity.MAJOR, DUE, suspected_major=True, pictures=pictures)
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, report)
        cast.does(connection, TANG, HazardMoved(NUMBER, HazardAction.CONFIRM_MAJOR))
        alice = cast.actor(connection, ALICE).person
        plan = HazardMoved(NUMBER, HazardAction.PLAN, "", DUE, alice, "换阀门", 900, "停用")
        cast.does(connection, ALICE, plan)
    return Exchange(cast.database, shipped, Texts.load(strict=True))


def listed(exchange: Exchange) -> None:
    """Tang lists it from the list of hazards, in four taps."""
    tang = phone(exchange, TANG)
    tang.says("/hazards")
    for label in ("1", "挂牌督办", "停产整改", "12月23日"):
        tang.taps_on(label)


def a_week_later(exchange: Exchange, days: int = 7) -> None:
    for _twice in range(2):
        with exchange.database.writing() as connection:
            tick(connection, exchange.house, Calendar(), exchange.clock.now())
    exchange.clock.pass_(days=days)
    for _twice in range(2):
        with exchange.database.writing() as connection:
            tick(connection, exchange.house, Calendar(), exchange.clock.now())
    exchange.settle()


def told(exchange: Exchange, words: str) -> dict[str, int]:
    """How many messages with these words each of them has."""
    people = (ALICE, BOB, TANG, DONG, CHARLIE, WALT, WEI)
    counted = {one.name: sum(words in m.html for m in phone(exchange, one).messages) for one in people}
    return {name: count for name, count in counted.items() if count}


def test_the_enterprise_hears_of_the_listing_and_nobody_else(exchange: Exchange) -> None:
    listed(exchange)
    assert told(exchange, "挂牌督办，编号 GP-2026-000001") == {ALICE.name: 1, BOB.name: 1}


def test_the_weeks_question_is_answered_in_two_taps_and_silence_is_told(exchange: Exchange) -> None:
    listed(exchange)
    a_week_later(exchange)
    assert told(exchange, "这一周做到哪一步了？离期限还有") == {ALICE.name: 1}
    alice = phone(exchange, ALICE)
    alice.taps_on("报进展")
    alice.taps_on("正在施工")
    assert "进展已记下" in alice.sees
    a_week_later(exchange)
    assert told(exchange, "没报进展，期限") == {}
    a_week_later(exchange)
    assert told(exchange, "没报进展，期限") == {TANG.name: 1}


def test_it_is_removed_by_the_verdict_and_its_questions_stop(exchange: Exchange) -> None:
    listed(exchange)
    alice, tang = phone(exchange, ALICE), phone(exchange, TANG)
    alice.says("/hazards")
    for label in ("1", "改好了"):
        alice.taps_on(label)
    alice.photographs()
    alice.taps_on("送去复查")
    for label in ("原因分析", "管", "没检查到", "不写了"):
        alice.taps_on(label)
    alice.says("每周查一次")
    for label in ("我来", "12月"):
        alice.taps_on(label)
    tang.taps_on("看这条隐患")
    tang.taps_on("验收摘牌")
    assert "已摘牌" in tang.sees
    assert told(exchange, "已摘牌，隐患销号") == {ALICE.name: 1}
    a_week_later(exchange, days=15)
    assert told(exchange, "这一周做到哪一步了") == {}
