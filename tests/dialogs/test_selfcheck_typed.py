"""What is typed during a self-check."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dialogs.codec import session_from_json
from safety.checks import CheckKey, Duty, DutyState
from safety.events import (
    AnswerNoted,
    AnswerSaved,
    HazardFound,
    Said,
)
from safety.people import RIGHTS, Right, Role
from tests.dialogs.paper import OFFICER, PaperLedger, World, days
from tests.dialogs.smallform import at, submitted, to_review
from tests.dialogs.talking import Talker


def test_a_typed_answer_can_be_changed_by_editing_it(talker: Talker) -> None:
    talker.write("是", message=1)
    assert "已记为“是”" in talker.page()
    talker.write("否", message=1, edited=True)
    assert talker.at == "check.bad"
    assert any(isinstance(event, HazardFound) for event in talker.events)
    talker.tap("不拍，继续")
    assert talker.question == "Q-02"
    talker.write("是", message=1, edited=True)
    assert "第1题已改为“是”" in talker.page()
    assert talker.question == "Q-02"
    talker.write("是", message=1, edited=True)
    assert not talker.events
    talker.write("说不好", message=1, edited=True)
    assert isinstance(talker.events[0], AnswerNoted)


def test_an_edit_that_cannot_be_taken_is_explained(talker: Talker) -> None:
    at(talker, 3).write("3", message=5)
    talker.write("99", message=5, edited=True)
    assert "最大是 5人" in talker.page()
    (kept,) = talker.events
    assert isinstance(kept, AnswerNoted)
    assert (kept.question, kept.text) == ("Q-03", "99")


def test_change_leads_back_to_the_question_that_was_typed(talker: Talker) -> None:
    talker.write("是", message=1).press("b")
    assert talker.question == "Q-01"
    at(talker, 5).press("b")
    for _ in range(3):
        talker.press("b")
    talker.write("否", message=2).tap("不拍，继续").press("b")
    assert talker.question == "Q-04"
    for _ in range(3):
        talker.press("b")
    talker.write("是", message=3)
    assert talker.question == "Q-05"
    talker.tap("改")
    assert talker.question == "Q-01"


def test_the_second_of_two_quick_texts_is_a_note(talker: Talker) -> None:
    talker.write("是", message=1)
    assert session_from_json(talker.kept).state.data["last"]
    talker.world.now -= timedelta(seconds=3)
    talker.write("消防队来看过", message=2)
    assert [event.question for event in talker.events if isinstance(event, AnswerNoted)] == ["Q-01"]
    talker.world.now -= timedelta(seconds=3)
    talker.write("还有点漏气", message=3)
    assert "119" in talker.page()


def test_danger_in_a_bad_answer_brings_the_numbers(talker: Talker) -> None:
    at(talker, 6).write("着火了快来人", message=4)
    assert isinstance(talker.events[0], AnswerSaved | AnswerNoted)
    talker.press("b")
    at(talker, 8).write("冒烟了", message=5)
    assert "119" in talker.page()


def test_a_text_at_the_review_is_kept(talker: Talker) -> None:
    to_review(talker)
    talker.write("请帮我看看", message=4)
    assert isinstance(talker.events[0], Said)


def test_a_pause_says_that_all_is_saved(talker: Talker) -> None:
    talker.press("m").tap("先停下")
    assert talker.at == "menu"
    assert "都存好了" in talker.page()
    talker.press("k")
    assert talker.question == "Q-01"


def test_what_is_said_after_the_receipt_begins_anew_and_leaves_the_receipt_alone(talker: Talker) -> None:
    submitted(talker).write("谢谢")
    assert isinstance(talker.events[0], Said)
    assert talker.at == "menu"


def test_a_late_edit_is_explained_and_changes_nothing(talker: Talker) -> None:
    talker.write("是", message=77)
    talker.tap("都没有", "2人", "今天", "28").write("写了", message=1)
    talker.tap("是").photo("a").tap("是").photo("b").photo("c").tap("提交", "签字提交")
    talker.write("否", message=77, edited=True)
    assert "已经提交" in talker.page()
    assert not talker.events


def test_a_card_whose_hazard_somebody_took_back_is_the_question_again(small: World, talker: Talker) -> None:
    talker.tap("否")
    other = Talker(small, OFFICER).command("/check")
    other.open("check", "photos", checklist="small", period="2026-11", question="Q-01").press("b").tap("是")
    talker.command("/help").press("b")
    assert "[✅ 是]" in talker.page()
    talker.tap("否")
    assert talker.at == "check.bad"


def test_the_menu_says_what_is_late_and_leads_to_the_review(small: World, talker: Talker) -> None:
    to_review(talker).command("/menu")
    assert "检查并提交" in talker.page()
    talker.press("k")
    assert talker.at == "check.review"
    small.now += days(30)
    assert "要做：小表" in talker.command("/menu").page()


def test_a_duty_past_its_day_is_said_plainly(small: World, monkeypatch: pytest.MonkeyPatch) -> None:
    late = Duty(CheckKey("small", "2026-10"), date(2026, 10, 31), DutyState.OPEN)
    monkeypatch.setattr(PaperLedger, "duties", lambda _self, _today: [late])
    assert "已过期：小表，应在10月31日 周六前完成" in Talker(small, OFFICER).command("/start").page()


def test_a_duty_begun_by_nobody_we_can_see_is_still_opened(
    small: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = Duty(CheckKey("small", "2026-11"), date(2026, 11, 30), DutyState.BEGUN)
    monkeypatch.setattr(PaperLedger, "duties", lambda _self, _today: [begun])
    talker = Talker(small, OFFICER).command("/start").press("k")
    assert talker.at == "check.ask"


def test_the_receipt_counts_the_copies_of_photos(small: World, talker: Talker) -> None:
    submitted(talker)
    key = next(iter(small.drafts))
    small.drafts[key] = replace(small.drafts[key], photos_safe=2, photos_pending=0, photos_failed=1)
    late = Talker(small, OFFICER).open(
        "check", "photos", checklist="small", period="2026-11", question="Q-01"
    )
    assert "照片已存好 2 / 3 张" in late.page()
    assert "有 1 张没能保存" in late.page()
    small.drafts[key] = replace(small.drafts[key], photos_safe=0, photos_failed=0)
    late.command("/menu").open("check", "photos", checklist="small", period="2026-11", question="Q-01")
    assert "📷" not in late.page()


def test_who_answers_without_the_right_to_submit_is_told(
    talker: Talker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(RIGHTS, Role.OFFICER, frozenset({Right.ANSWER_CHECK, Right.SEE_HAZARDS}))
    talker.tap("是", "都没有", "2人", "今天", "28").write("写了", message=1)
    talker.tap("是").photo("a").tap("是").photo("b").photo("c")
    assert "提交要由主要负责人或安全管理员来做" in talker.page()
    talker.press("ok")
    assert not talker.events


def test_senseless_steps_of_a_number_are_not_understood(talker: Talker) -> None:
    at(talker, 3).press("n1")
    assert talker.toast == "此页已更新"
    talker.write("3", message=8).press("b").write("冒烟 3", message=9)
    assert talker.world.drafts


def test_danger_in_a_typed_bad_answer_is_recorded_and_answered(talker: Talker) -> None:
    at(talker, 2).write("丙，冒烟", message=6)
    assert "119" in talker.page()
