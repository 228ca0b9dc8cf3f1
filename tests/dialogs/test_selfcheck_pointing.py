"""Another question than the one on the screen: by its number, by a reply. And the way back."""

from datetime import timedelta

import pytest

from dialogs.codec import session_from_json
from safety.events import (
    AnswerNoted,
    AnswerSaved,
    AnswersReopened,
    CorrectionBegun,
    HazardFound,
    PhotoReceived,
    Said,
)
from tests.dialogs.everything import EVERYTHING
from tests.dialogs.paper import OFFICER, PRINCIPAL, World
from tests.dialogs.smallform import at, submitted, to_review
from tests.dialogs.talking import Talker
from tests.dialogs.transcript import publish


def saved(talker: Talker) -> list[tuple[str, object]]:
    return [(one.question, one.value) for one in talker.events if isinstance(one, AnswerSaved)]


def noted(talker: Talker) -> list[tuple[str, str]]:
    return [(one.question, one.text) for one in talker.events if isinstance(one, AnswerNoted)]


@pytest.mark.parametrize(
    "words", ["改第1题", "第1题", "第一题选错了", "改1", "change question 1", "Q1", "第１题"]
)
def test_it_leads_to_the_question_and_back(talker: Talker, words: str) -> None:
    at(talker, 2).write(words)
    assert (talker.at, talker.question) == ("check.ask", "Q-01")
    assert "这是第1题" in talker.page()
    assert not talker.events
    talker.tap("是")
    assert (talker.at, talker.question) == ("check.ask", "Q-02")
    talker.tap("都没有")
    assert talker.question == "Q-03"


def test_the_value_is_taken_at_once(talker: Talker) -> None:
    at(talker, 4).write("第3题 4")
    assert saved(talker) == [("Q-03", "4")]
    assert "第3题已改为“4人”" in talker.page()
    assert talker.question == "Q-04"
    talker.write("改第1题：是")
    assert saved(talker) == [("Q-01", "ok")]
    assert talker.question == "Q-04"


def test_a_bad_value_shows_its_card_and_then_leads_back(talker: Talker) -> None:
    at(talker, 4).write("第1题改成否")
    assert talker.at == "check.bad"
    assert any(isinstance(one, HazardFound) for one in talker.events)
    talker.tap("不拍，继续")
    assert talker.question == "Q-04"


def test_a_suspected_major_one_is_confirmed_first(talker: Talker) -> None:
    at(talker, 3).write("改第7题：否")
    assert (talker.at, talker.question) == ("check.sure", "Q-07")
    assert not talker.events
    talker.press("ok")
    assert saved(talker) == [("Q-07", "bad")]
    talker.tap("稍后再拍")
    assert talker.question == "Q-03"


def test_a_value_that_does_not_fit_is_said_and_kept(talker: Talker) -> None:
    at(talker, 5).write("第3题改成99")
    assert "最大是 5人" in talker.page()
    assert noted(talker) == [("Q-03", "第3题改成99")]
    assert not saved(talker)
    assert talker.question == "Q-03"
    talker.tap("2人")
    assert talker.question == "Q-05"


@pytest.mark.parametrize("words", ["第3题不对", "第3题啥意思", "第3题还要问一下会计", "第3题和第5题都不确定"])
def test_words_about_a_question_are_kept_there(talker: Talker, words: str) -> None:
    at(talker, 5).write(words)
    assert noted(talker) == [("Q-03", words)]
    assert not saved(talker)
    assert "答案还没有变" in talker.page()
    assert talker.question == "Q-03"


def test_danger_in_them_brings_the_numbers(talker: Talker) -> None:
    assert "119" in at(talker, 5).write("第3题那里漏气了").page()
    assert "119" in at(talker, 5).write("第1题：否，冒烟了").page()


@pytest.mark.parametrize("words", ["改第30题", "第99题：否", "改第9题"])
def test_a_number_that_no_question_has_is_said(talker: Talker, words: str) -> None:
    at(talker, 3).write(words)
    assert "现在一共 8 题" in talker.page()
    assert (talker.at, talker.question) == ("check.ask", "Q-03")
    assert noted(talker) == ([("Q-03", words)] if "：" in words else [])
    to_review(talker).write(words)
    assert talker.at == "check.review"
    assert [one.text for one in talker.events if isinstance(one, Said)] == ([words] if "：" in words else [])


@pytest.mark.parametrize(
    ("number", "words", "value"),
    [
        (6, "第7题", "第7题"),
        (6, "第3题的照片不清楚", "第3题的照片不清楚"),
        (6, "看第7题", "看第7题"),
        (6, "Q7", "Q7"),
        (6, "上一题", None),
        (3, "3", "3"),
    ],
)
def test_an_answer_is_never_taken_for_a_name(
    talker: Talker, number: int, words: str, value: str | None
) -> None:
    at(talker, number).write(words)
    assert saved(talker) == ([(f"Q-{number:02d}", value)] if value else [])
    assert not noted(talker)


@pytest.mark.parametrize("words", ["改3", "Q3", "改7:30", "change 3"])
def test_a_bare_figure_at_a_question_for_figures_is_a_note(talker: Talker, words: str) -> None:
    for number in (3, 4, 5):
        at(talker, number).write(words)
        assert noted(talker) == [(f"Q-{number:02d}", words)]


def test_at_a_text_only_a_wish_to_change_counts(talker: Talker) -> None:
    assert at(talker, 6).write("改第3题").question == "Q-03"
    talker.tap("2人")
    assert talker.question == "Q-06"
    talker.write("第3题改成4")
    assert saved(talker) == [("Q-03", "4")]
    assert talker.question == "Q-06"


def test_the_way_back_is_the_very_screen(talker: Talker) -> None:
    talker.tap("否")
    assert talker.at == "check.bad"
    talker.write("改第3题：2")
    assert (talker.at, talker.question) == ("check.bad", "Q-01")
    talker.tap("不拍，继续").tap("甲").tap("乙").write("第3题 4")
    assert talker.question == "Q-02"
    assert "[✅ 甲]" in talker.page()
    talker.tap("选好了").tap("不拍，继续") if talker.at == "check.bad" else None
    to_review(talker).write("改第4题")
    assert talker.question == "Q-04"
    talker.tap("今天")
    assert talker.at == "check.review"


def test_a_second_step_leads_back_as_far(talker: Talker) -> None:
    at(talker, 5).write("改第2题").write("改第3题").tap("2人")
    assert talker.question == "Q-05"


def test_a_pointed_question_can_be_left_as_it_is(talker: Talker) -> None:
    talker.tap("是")
    at(talker, 5).write("改第1题").tap("下一题")
    assert talker.question == "Q-05"


@pytest.mark.parametrize("step", ["m", "cal"])
def test_it_counts_on_every_screen_beside_a_question(talker: Talker, step: str) -> None:
    at(talker, 4).press(step).write("改第1题：是")
    assert saved(talker) == [("Q-01", "ok")]
    assert talker.question == "Q-04"
    talker.command("/check")
    assert talker.question == "Q-04"


def test_a_sentence_beside_a_hazard_stays_there(talker: Talker) -> None:
    talker.tap("否").write("第3题也是这样")
    assert noted(talker) == [("Q-01", "第3题也是这样")]
    assert talker.at == "check.bad"


def test_the_one_before(talker: Talker) -> None:
    at(talker, 3).write("上一题改成甲")
    assert saved(talker) == [("Q-02", ["a"])]
    assert talker.at == "check.bad"
    talker.tap("继续")
    at(talker, 4).write("刚才那题选错了")
    assert talker.question == "Q-03"
    talker.write("否")
    assert to_review(talker).write("改上一题").question == "Q-08"


def test_a_colleagues_answer_that_was_not_seen_is_asked_about(small: World, talker: Talker) -> None:
    colleague = Talker(small, PRINCIPAL).command("/check").tap("是")
    assert colleague.question == "Q-02"
    at(talker, 3).write("改第1题：否")
    assert talker.at == "check.rival"
    talker.tap("用我的")
    assert saved(talker) == [("Q-01", "bad")]
    talker.tap("不拍，继续")
    assert talker.question == "Q-03"


def test_numbers_are_those_that_are_seen(small: World) -> None:
    publish(small, EVERYTHING)
    small.owed = ("everything",)
    small.facts = {}
    talker = Talker(small, OFFICER).command("/check").tap("不用")
    assert talker.question == "Q-03"
    assert "第2/" in talker.page()
    talker.write("第3题 4")
    assert saved(talker)[0] == ("Q-04", "4")


# --- replies ------------------------------------------------------------------------------------------------------


def test_a_reply_changes_the_answer_of_its_message(talker: Talker) -> None:
    talker.write("是", message=11)
    at(talker, 3).write("2", message=12)
    talker.write("3", message=13, reply_to=12)
    assert saved(talker) == [("Q-03", "3")]
    assert "第3题已改为“3人”" in talker.page()
    assert talker.question == "Q-04"
    talker.write("4", message=13, edited=True)
    assert saved(talker) == [("Q-03", "4")]
    talker.write("否", message=14, reply_to=11)
    assert talker.at == "check.bad"
    assert talker.tap("不拍，继续").question == "Q-04"


def test_a_reply_to_anything_else_is_plain_words(talker: Talker) -> None:
    talker.write("是", message=11, reply_to=999)
    assert saved(talker) == [("Q-01", "ok")]
    assert talker.question == "Q-02"


def test_a_reply_that_is_no_answer_is_kept_there(talker: Talker) -> None:
    talker.write("是", message=11)
    at(talker, 6).write("这个问了会计", message=12, reply_to=11)
    assert noted(talker) == [("Q-01", "这个问了会计")]
    assert talker.question == "Q-06"
    talker.write("改第3题", message=13, reply_to=11)
    assert talker.question == "Q-03"


def test_an_edited_pointer_still_points(talker: Talker) -> None:
    at(talker, 5).write("第3题：2", message=20).write("第3题：4", message=20, edited=True)
    assert saved(talker) == [("Q-03", "4")]


def test_a_reply_to_a_photo_and_a_photo_that_replies(talker: Talker) -> None:
    talker.tap("否").photo("a", message=30).tap("都没有")
    talker.photo("b", message=31, reply_to=30)
    assert [(one.question, one.unique) for one in talker.events if isinstance(one, PhotoReceived)] == [
        ("Q-01", "b")
    ]
    assert "已放到第1题" in talker.page()
    talker.world.now += timedelta(minutes=1)
    talker.write("这张拍糊了", message=32, reply_to=31)
    assert noted(talker) == [("Q-01", "这张拍糊了")]


def test_only_the_last_twenty_are_remembered(talker: Talker) -> None:
    at(talker, 3)
    for number in range(25):
        talker.write(str(number % 4), message=100 + number, reply_to=None).press("b")
    kept = session_from_json(talker.kept).state.data["typed"]
    assert isinstance(kept, dict)
    assert len(kept) == 20


# --- after submission ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["改第3题", "第3题填错了", "改第3题：4"])
def test_after_submission_it_leads_into_a_correction(talker: Talker, words: str) -> None:
    submitted(talker).write(words)
    assert talker.at == "check.fixwhy"
    assert "改动要走更正" in talker.page()
    assert bool(talker.events) is ("：" in words)
    talker.tap("填错了")
    assert "已选 1 题" in talker.page()
    talker.tap("选好了")
    assert talker.question == "Q-03"
    (begun,) = talker.events
    assert isinstance(begun, CorrectionBegun)
    assert begun.questions == ("Q-03",)


def test_after_submission_a_reply_leads_there_too(talker: Talker) -> None:
    submitted(talker).write("没写全", message=50, reply_to=1)
    assert talker.at == "check.fixwhy"
    assert isinstance(talker.events[0], Said)


def test_too_late_it_says_why_not(small: World, talker: Talker) -> None:
    submitted(talker)
    small.now += timedelta(days=200)
    talker.write("改第3题：4")
    assert "过了可以自己更正的时间" in talker.page()
    assert isinstance(talker.events[0], Said)


def test_a_number_that_was_not_asked_is_said_after_submission(talker: Talker) -> None:
    assert "一共 8 题" in submitted(talker).write("改第30题").page()
    assert talker.at == "submissions.card"


def test_where_a_reason_is_asked_a_question_is_chosen(talker: Talker) -> None:
    submitted(talker).tap("更正").write("改第3题")
    assert talker.at == "check.fixwhy"
    talker.write("第4题填错了")
    assert talker.at == "check.fixpick"
    assert "已选 1 题" in talker.page()


def test_a_correction_takes_one_more_question_in(talker: Talker) -> None:
    submitted(talker).tap("更正", "填错了").write("3").tap("选好了")
    talker.write("改第4题")
    assert talker.question == "Q-04"
    assert isinstance(talker.events[0], AnswersReopened)
    talker.tap("昨天")
    assert "正在更正" in talker.page()
    talker.write("第3题 3")
    assert saved(talker) == [("Q-03", "3")]
    assert "正在更正" in talker.page()


def test_words_with_a_number_are_no_button(talker: Talker) -> None:
    talker.tap("是", "都没有", "2人", "今天", "28").write("写了", message=1)
    talker.tap("是").photo("a").tap("是").photo("b")
    assert talker.at == "check.photo"
    talker.write("第1题")
    assert talker.question == "Q-01"
    assert not talker.events
