"""An exam as whole turns on real storage: left alone, handed in by the clock, told by a letter, and never twice."""

import pytest
from sqlalchemy import select

from bot.rounds import tick
from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from dialogs.render import Texts
from safety.calendar import Calendar
from storage import content
from storage.tables.exams import exam_results
from tests.bot.test_turn import phone
from tests.cast import ALICE, BOB, TANG, Cast
from tests.phone import Exchange


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def exchange(cast: Cast, shipped: Catalogue) -> Exchange:
    with cast.database.writing() as connection:
        content.keep_forms(connection, shipped, cast.now)
    return Exchange(cast.database, shipped, Texts.load(strict=True))


def ticks(exchange: Exchange) -> None:
    with exchange.database.writing() as connection:
        tick(connection, exchange.house, Calendar(), exchange.clock.now())
    exchange.settle()


def results(exchange: Exchange) -> list[str]:
    with exchange.database.reading() as connection:
        return list(connection.execute(select(exam_results.c.number)).scalars())


def test_it_is_written_handed_in_by_the_clock_and_looked_at_from_the_letter(exchange: Exchange) -> None:
    alice = phone(exchange, ALICE)
    alice.says("/exam")
    alice.taps_on("开始考试")
    assert "第1/20题" in alice.sees
    alice.taps_on("A")
    assert "第2/20题" in alice.sees
    question = alice.screen
    exchange.clock.pass_(minutes=31)
    for _twice in range(2):
        ticks(exchange)
    assert results(exchange) == ["KS-2026-000001"]
    assert sum("已自动交卷" in one.html for one in alice.messages) == 1
    alice.taps_on("A", question)
    assert any("已经交了" in one.html and "没答 19 题" in one.html for one in alice.messages)
    alice.taps_on("看成绩", next(one for one in alice.messages if "已自动交卷" in one.html))
    assert any("KS-2026-000001" in one.html for one in alice.messages)
    assert results(exchange) == ["KS-2026-000001"]


def test_a_tap_delivered_twice_counts_once_and_a_colleague_has_a_paper_of_their_own(
    exchange: Exchange,
) -> None:
    alice, bob, tang = (phone(exchange, one) for one in (ALICE, BOB, TANG))
    for one in (alice, bob):
        one.says("/exam")
        one.taps_on("开始考试")
    exchange.together([(alice, "A"), (bob, "B")])
    exchange.again()
    exchange.settle()
    for one in (alice, bob):
        assert "第2/20题" in one.sees
        one.says("交卷")
        one.taps_on("交卷")
        one.taps_on("就这样交")
        assert "没答 19 题" in one.sees
    assert results(exchange) == ["KS-2026-000001", "KS-2026-000002"]
    tang.says("/exam")
    assert "自己考 2 人" in tang.sees


def test_a_week_later_the_letter_leads_to_practice(exchange: Exchange) -> None:
    alice = phone(exchange, ALICE)
    alice.says("/exam")
    for label in ("开始考试", "检查", "交卷", "就这样交"):
        alice.taps_on(label)
    exchange.clock.pass_(days=7)
    for _twice in range(2):
        ticks(exchange)
    assert sum("复习一下" in one.html for one in alice.messages) == 1
    alice.taps_on("练错题")
    alice.taps_on("开始练习")
    assert "练错题" in alice.sees
