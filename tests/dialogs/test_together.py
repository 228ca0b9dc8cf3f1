"""Two people on one self-check: names and times, two answers that differ, one receipt."""

import pytest

from checklists.words import Language
from dialogs.codec import session_from_json, session_to_json
from dialogs.talk import Wrote
from safety.events import AnswerSaved
from tests.dialogs.paper import OFFICER, PRINCIPAL, World
from tests.dialogs.smallform import at, saved, submitted
from tests.dialogs.talking import Talker


@pytest.fixture
def boss(small: World, talker: Talker) -> Talker:
    """The principal, at the first question as well (the officer has begun)."""
    assert talker.question == "Q-01"
    return Talker(small, PRINCIPAL).command("/check")


def test_a_colleague_s_answer_stands_with_name_and_time(talker: Talker, boss: Talker) -> None:
    talker.tap("是")
    boss.command("/help").press("b")
    assert "现在的答案：是（李梅 09:00）" in boss.page()
    talker.press("b")
    assert "现在的答案：是" in talker.page()
    assert "李梅" not in talker.page()


def test_a_time_of_another_day_has_its_day(small: World, talker: Talker, boss: Talker) -> None:
    talker.tap("是")
    small.now += small.now - small.now.replace(hour=0, day=22)
    boss.command("/help").press("b")
    assert "现在的答案：是（李梅 11月23日 周一 09:00）" in boss.page()


def test_a_name_that_is_no_longer_kept_is_a_colleague(small: World, talker: Talker, boss: Talker) -> None:
    talker.tap("是")
    small.people[OFFICER].name = ""
    boss.command("/help").press("b")
    assert "是（一位同事 09:00）" in boss.page()


def test_another_answer_is_asked_about_and_mine_may_win(talker: Talker, boss: Talker) -> None:
    talker.tap("是")
    boss.tap("否")
    assert boss.at == "check.rival"
    assert not boss.events
    assert "李梅 刚刚答了“是”" in boss.page()
    assert "您选的是“否”" in boss.page()
    boss.tap("用我的")
    assert saved(boss) == "bad"
    assert boss.at == "check.bad"


def test_theirs_may_be_kept(talker: Talker, boss: Talker) -> None:
    talker.tap("是")
    boss.tap("否").tap("保留同事的")
    assert not boss.events
    assert "保留同事的答案" in boss.page()
    assert boss.question == "Q-02"


def test_the_same_answer_needs_no_question(talker: Talker, boss: Talker) -> None:
    talker.tap("是")
    boss.tap("是")
    assert not boss.events
    assert boss.question == "Q-02"


def test_what_was_seen_may_be_changed_at_once(talker: Talker, boss: Talker) -> None:
    talker.tap("是")
    boss.tap("是").press("b").tap("否")
    assert saved(boss) == "bad"


def test_what_was_seen_because_the_screen_was_drawn_again_may_be_changed_at_once(
    talker: Talker, boss: Talker
) -> None:
    talker.tap("是")
    boss.press("old button")
    assert "李梅" in boss.page()
    assert saved(boss.tap("否")) == "bad"


def test_an_own_answer_is_never_asked_about(small: World, talker: Talker, boss: Talker) -> None:
    other_phone = Talker(small, OFFICER).command("/check")
    talker.tap("是")
    other_phone.tap("否")
    assert saved(other_phone) == "bad"
    assert boss.question == "Q-01"


def test_it_asks_again_when_they_answer_again_meanwhile(talker: Talker, boss: Talker) -> None:
    at(talker, 3).tap("2人")
    at(boss, 2).press("s")
    boss.press("b").command("/help").press("b")
    at(boss, 3)
    talker.press("b").tap("3人")
    boss.tap("1人")
    assert "答了“3人”" in boss.page()
    talker.press("b").tap("2人")
    boss.tap("用我的")
    assert boss.at == "check.rival"
    assert "答了“2人”" in boss.page()
    assert saved(boss.tap("用我的")) == "1"


def test_two_answers_that_no_longer_differ_are_the_question_again(talker: Talker, boss: Talker) -> None:
    talker.tap("是")
    boss.tap("否")
    talker.press("b").tap("否")
    boss.tap("用我的")
    assert not boss.events
    assert boss.at == "check.bad"


def test_it_is_asked_before_and_after_a_suspected_major_hazard(talker: Talker, boss: Talker) -> None:
    at(talker, 7), at(boss, 7)
    talker.tap("是")
    boss.tap("否")
    assert boss.at == "check.rival"
    boss.tap("用我的")
    assert boss.at == "check.sure"
    talker.command("/help").press("b").press("b").press("b")
    boss.tap("⚠️ 是这样")
    assert saved(boss) == "bad"


def test_an_answer_given_while_i_am_asked_whether_i_am_sure_is_asked_about(
    talker: Talker, boss: Talker
) -> None:
    at(talker, 7), at(boss, 7)
    boss.tap("否")
    assert boss.at == "check.sure"
    talker.tap("是")
    boss.tap("⚠️ 是这样")
    assert boss.at == "check.rival"
    assert not boss.events


def test_an_edited_message_asks_before_it_replaces_a_colleague_s_answer(talker: Talker, boss: Talker) -> None:
    boss.write("是", message=1)
    talker.command("/help").press("b").tap("否")
    assert saved(talker) == "bad"
    boss.write("是的", message=1, edited=True)
    assert boss.at == "check.rival"
    boss.tap("用我的")
    assert saved(boss) == "ok"
    assert boss.question == "Q-02"


def test_a_session_from_before_asks_too(small: World, talker: Talker, boss: Talker) -> None:
    session = session_from_json(boss.kept)
    data = {name: value for name, value in session.state.data.items() if name != "seen"}
    boss.kept = session_to_json(type(session)(type(session.state)("check", "ask", data), session.screen))
    talker.tap("是")
    boss.tap("否")
    assert boss.at == "check.rival"


def test_a_passed_over_question_is_simply_answered(talker: Talker, boss: Talker) -> None:
    talker.press("s")
    boss.tap("否")
    assert saved(boss) == "bad"


def test_words_typed_between_two_answers_are_kept(talker: Talker, boss: Talker) -> None:
    talker.tap("是")
    boss.tap("否").does(Wrote("我看到是锁着的", 9))
    assert [event.kind for event in boss.events] == ["check:answer:noted"]
    assert boss.at == "check.rival"


def test_one_receipt_for_both(talker: Talker, boss: Talker) -> None:
    submitted(talker)
    boss.tap("是")
    assert boss.toast == "这份自查已经提交了"
    assert "李梅" in boss.page()
    assert not any(isinstance(event, AnswerSaved) for event in boss.events)


def test_it_is_said_in_english_too(small: World, talker: Talker, boss: Talker) -> None:
    small.people[PRINCIPAL].language = Language.EN
    talker.tap("是")
    boss.command("/help").press("b")
    assert "Answer so far: Yes (李梅 09:00)" in boss.page()
