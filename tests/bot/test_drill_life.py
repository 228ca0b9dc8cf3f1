"""A drill and a roll call in earnest as whole turns, with the clock, its letters and an outsider, on both databases."""

from dataclasses import dataclass

import pytest
from sqlalchemy import select

from bot import due_kinds
from bot.rounds import tick
from checklists.catalogue import Catalogue
from dialogs.render import Texts
from safety.calendar import calendar_of
from storage.database import Database
from storage.tables.drills import drill_replies, drills
from storage.tables.ledger import hazards
from tests import cast as casting
from tests.cast import ALICE, BOB, CHARLIE, TANG, Cast, Speaker
from tests.phone import Exchange, Phone

TEXTS = Texts.load(strict=True)


@dataclass
class Yard:
    cast: Cast
    exchange: Exchange

    def phone(self, speaker: Speaker) -> Phone:
        return Phone(self.exchange, speaker.id, speaker.name, speaker.phone)

    def ticks(self, **span: float) -> None:
        """Time goes by; the clock comes round until nothing is due."""
        self.exchange.clock.pass_(**span)
        calendar = calendar_of(self.cast.catalogue.holidays)
        for _ in range(3):
            with self.cast.database.writing() as connection:
                tick(connection, self.exchange.house, calendar, self.exchange.clock.now())
            self.exchange.settle()

    def one(self, found: object) -> object:
        with self.cast.database.reading() as connection:
            return connection.execute(found).scalar()  # type: ignore[call-overload]  # a select


@pytest.fixture
def yard(database: Database, catalogue: Catalogue) -> Yard:
    cast = casting.seat(database, catalogue)
    exchange = Exchange(database, catalogue, TEXTS)
    exchange.clock.time = cast.now
    return Yard(cast, exchange)


def planned(yard: Yard) -> tuple[Phone, Phone, Phone]:
    """Alice plans a drill for ten minutes from now; Bob hears of it, Charlie of the other enterprise does not."""
    alice, bob, charlie = (yard.phone(one) for one in (ALICE, BOB, CHARLIE))
    alice.says("/drill")
    alice.taps_on("安排演练")
    alice.taps_on("1")
    alice.says("今天 9:30")
    alice.says("门口停车场")
    alice.taps_on("通知大家")
    return alice, bob, charlie


def test_a_time_that_is_written_last_is_no_place_but_another_time(yard: Yard) -> None:
    alice = yard.phone(ALICE)
    alice.says("/drill")
    alice.taps_on("安排演练")
    alice.taps_on("1")
    alice.says("今天 9:30")
    alice.says("2020年1月1日 8:00")
    assert "集合点：没有写" in alice.sees
    assert "09:30" in alice.sees
    alice.says("今天 10:10")
    assert "集合点：没有写" in alice.sees
    assert "10:10" in alice.sees


def test_who_hears_of_it_late_is_not_told_that_it_is_about_to_begin(yard: Yard) -> None:
    alice, bob, _ = planned(yard)
    yard.ticks(days=2)
    for phone in (alice, bob):
        assert any("还没有开始" in one.html for one in phone.messages)
        assert not any("快开始了" in one.html for one in phone.messages)


def running(yard: Yard) -> tuple[Phone, Phone, Phone]:
    alice, bob, charlie = planned(yard)
    alice.taps_on("现在开始")
    yard.ticks(seconds=2)
    return alice, bob, charlie


def test_a_drill_from_its_plan_to_its_record(yard: Yard) -> None:
    alice, bob, charlie = planned(yard)
    assert any("【演练】" in one.html and "门口停车场" in one.html for one in bob.messages)
    yard.ticks(minutes=21)
    assert "快开始了" in bob.sees
    alice.taps_on("去开始")
    alice.taps_on("现在开始")
    yard.ticks(seconds=2)
    assert bob.sees.startswith("<b>【演练】")
    yard.ticks(minutes=5)
    bob.taps_on("我安全")
    assert "已记下" in bob.sees
    yard.ticks(seconds=2)
    assert any("安全 1 / 2" in one.html for one in alice.messages), [one.html for one in alice.messages]
    before = len(alice.messages)
    alice.says("我安全")
    assert any("安全 2 / 2" in one.html for one in alice.messages)
    assert len(alice.messages) <= before + 1
    yard.ticks(minutes=30)
    alice.taps_on("结束演练")
    alice.taps_on("结束")
    assert "辛苦" in bob.sees
    bob.taps_on("回答")
    bob.taps_on("没问题")
    bob.says("应急灯不亮")
    bob.taps_on("没问题")
    assert "谢谢" in bob.sees
    alice.taps_on("评估")
    alice.says("没人报警")
    while "评估第" in alice.sees:
        alice.taps_on("做到了")
    alice.taps_on("记 1 条隐患")
    assert "已归档" in alice.sees
    assert "应急灯不亮" in alice.sees
    assert yard.one(select(hazards.c.source)) == "drill"
    assert yard.one(select(drills.c.state)) == "done"
    assert yard.one(select(drills.c.next_due)) is not None
    assert "归档" in bob.sees
    assert not charlie.messages


def test_two_people_begin_it_at_once_and_one_of_them_does(yard: Yard) -> None:
    alice, bob, _charlie = planned(yard)
    bob.taps_on("打开演练")
    alice.taps_on("现在开始")
    bob.taps_on("现在开始")
    assert yard.one(select(drills.c.commander)) == yard.one(select(drills.c.planned_by))
    assert "进行中" in bob.sees


def test_whoever_has_not_answered_is_asked_once_more_and_never_again(yard: Yard) -> None:
    _alice, bob, _charlie = running(yard)
    yard.ticks(minutes=10)
    yard.ticks(minutes=4)
    yard.ticks(minutes=4)
    assert sum("还没收到您的应答" in one.html for one in bob.messages) == 1


def test_what_comes_late_after_a_death_is_told_once_in_one_message_and_marked(yard: Yard) -> None:
    _alice, bob, _charlie = running(yard)
    before = len(bob.messages)
    yard.ticks(minutes=12)
    told = [one for one in bob.messages[before:] if "晚了" in one.html]
    assert len(told) == 1


def test_an_answer_after_the_end_is_said_to_be_too_late(yard: Yard) -> None:
    alice, bob, _charlie = running(yard)
    yard.ticks(minutes=5)
    alice.taps_on("结束演练")
    alice.taps_on("结束")
    yard.exchange.clock.pass_(seconds=1)
    rolled = next(one for one in bob.messages if "我安全" in " ".join(one.labels))
    bob.taps_on("我安全", rolled)
    assert "没有记上" in bob.sees
    assert yard.one(select(drill_replies.c.id)) is None


def test_an_outsider_reaches_nothing_of_it(yard: Yard) -> None:
    _alice, bob, charlie = running(yard)
    yard.ticks(minutes=5)
    rolled = next(one for one in bob.messages if "我安全" in " ".join(one.labels))
    button = next(b for row in rolled.rows for b in row if "我安全" in b["text"])
    charlie.taps_data(button["callback_data"])
    assert yard.one(select(drill_replies.c.id)) is None
    charlie.says("/drill")
    assert "正在演练" not in " ".join(charlie.screen.labels)


def test_a_roll_call_in_earnest_reaches_everybody_at_night_and_breaks_a_drill_off(yard: Yard) -> None:
    alice, bob, charlie = running(yard)
    tang = yard.phone(TANG)
    yard.exchange.clock.pass_(hours=1)
    bob.says("/rollcall")
    assert "119" in bob.sees
    bob.taps_on("马上点名")
    assert any("不是演练" in one.html for one in alice.messages)
    assert any("不是演练" in one.html for one in tang.messages)
    assert not any("演练" in label for label in tang.screen.labels)
    assert not charlie.messages
    alice.says("我被困在二楼")
    yard.ticks(seconds=2)
    assert any("需要帮助" in one.html and "二楼" in one.html for one in bob.messages)
    with yard.cast.database.reading() as connection:
        states = dict(connection.execute(select(drills.c.number, drills.c.state)).all())
    assert {state.value for state in states.values()} == {"stopped", "running"}


def test_every_kind_of_row_has_its_handler() -> None:
    assert {"drill", "drill-soon", "drill-chase", "drill-board", "drill-over"} <= set(due_kinds.HANDLERS)
