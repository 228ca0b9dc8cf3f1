"""Answering every kind of question."""

from safety.events import (
    AnswerNoted,
    AnswerSaved,
    FactStated,
)
from tests.dialogs.smallform import at, saved
from tests.dialogs.talking import Talker


def test_one_that_stands_alone_is_taken_at_once(talker: Talker) -> None:
    assert saved(at(talker, 2).tap("都没有")) == ["none"]


def test_many_are_ticked_and_taken_in_the_forms_order(talker: Talker) -> None:
    at(talker, 2).tap("丙", "甲", "丁", "丁")
    assert "✅ 甲" in talker.page()
    assert saved(talker.tap("选好了")) == ["a", "c"]
    assert talker.at == "check.bad"


def test_ticking_another_lets_go_of_the_one_that_stands_alone(talker: Talker) -> None:
    at(talker, 2).tap("都没有")
    talker.press("b").tap("乙")
    assert "✅ 都没有" not in talker.page()
    assert saved(talker.tap("选好了")) == ["b"]


def test_nothing_ticked_cannot_be_done(talker: Talker) -> None:
    at(talker, 2).tap("甲", "甲").press("ok")
    assert not talker.events
    assert "此页已更新" in (talker.toast or "") or "至少" in talker.page()


def test_a_number_is_tapped_stepped_or_typed(talker: Talker) -> None:
    assert saved(at(talker, 3).tap("2人")) == "2"
    talker.press("b").tap("+1", "+1", "+1")
    assert "✅ 5人" in talker.page()
    talker.tap("+1")
    assert "最大是 5人" in (talker.toast or "")
    assert saved(talker.tap("−1").press("n1")) == "4"
    talker.press("b")
    assert saved(talker.write("三", message=9)) == "3"
    talker.press("b").write("9", message=10)
    assert "最大是 5人" in talker.page()
    assert talker.at == "check.ask"
    assert [event.kind for event in talker.events] == ["person:said"]


def test_a_number_states_a_fact_once(talker: Talker) -> None:
    at(talker, 3).tap("3人")
    assert [event.value for event in talker.events if isinstance(event, FactStated)] == [3]
    talker.press("b").tap("2人").press("b").tap("3人")
    assert [event.value for event in talker.events if isinstance(event, FactStated)] == [3]


def test_the_same_answer_again_makes_no_event(talker: Talker) -> None:
    at(talker, 3).tap("2人").press("b").press("n1")
    assert not talker.events
    assert talker.question == "Q-04"


def test_a_day_is_today_yesterday_or_from_the_calendar(talker: Talker) -> None:
    assert saved(at(talker, 4).tap("昨天")) == "2026-11-22"
    talker.press("b").tap("选日期", "‹", "»", "«", "5")
    assert saved(talker) == "2026-10-05"
    assert talker.at == "check.bad"  # longer ago than thirty days
    talker.tap("改").tap("没做过")
    assert saved(talker) == "never"


def test_a_day_that_has_not_come_does_nothing_in_the_calendar(talker: Talker) -> None:
    at(talker, 4).tap("选日期").press("g30")
    assert not talker.events
    talker.press("x")
    assert talker.at == "check.calendar"
    talker.press("g99")
    assert not talker.events
    talker.press("m").tap("回到本题")
    assert talker.question == "Q-04"
    talker.tap("选日期").press("s")
    assert talker.question == "Q-05"


def test_a_day_of_expiry_starts_in_the_calendar_and_may_lie_ahead(talker: Talker) -> None:
    at(talker, 5)
    assert "[2026年11月]" in talker.page()
    assert saved(talker.tap("»", "28")) == "2027-11-28"
    talker.press("b")
    assert "现在的答案：2027年11月28日 周日" in talker.page()
    assert "[2027年11月]" in talker.page()


def test_a_text_question_takes_what_is_written(talker: Talker) -> None:
    at(talker, 6).write("门口的消火栓", message=3)
    assert saved(talker) == "门口的消火栓"
    talker.press("b")
    assert "“门口的消火栓”" in talker.page()
    talker.write("很长" * 20, message=4)
    assert "20 个字以内" in talker.page() or isinstance(talker.events[0], AnswerNoted)


def test_skipping_is_recorded_once_and_an_answer_survives_it(talker: Talker) -> None:
    talker.press("s")
    assert [event.value for event in talker.events if isinstance(event, AnswerSaved)] == [None]
    talker.press("b").tap("是")
    talker.press("b").press("s")
    assert not talker.events
    assert talker.question == "Q-02"


def test_back_from_the_first_question_leads_to_the_menu_and_deletes_nothing(talker: Talker) -> None:
    talker.press("b")
    assert talker.at == "menu"
    assert talker.world.drafts
