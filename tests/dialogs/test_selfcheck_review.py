"""The review, submission and what comes after."""

from safety.events import (
    CheckSubmitted,
)
from tests.dialogs.paper import EXPERT, OFFICER, WORKER, World
from tests.dialogs.smallform import submitted, to_review
from tests.dialogs.talking import Talker


def test_a_clean_check_is_signed_and_submitted(talker: Talker) -> None:
    submitted(talker)
    assert isinstance(talker.events[0], CheckSubmitted)
    assert talker.at == "check.receipt"
    assert "ZC-2026-000001" in talker.page()


def test_the_review_turns_pages_and_jumps_and_comes_back(talker: Talker) -> None:
    to_review(talker)
    assert "先补" in talker.page()
    talker.tap("下一页").tap("上一页").tap("下一页").tap("第6题")
    assert talker.question == "Q-06"
    talker.write("补上", message=2)
    assert talker.at == "check.review"
    talker.tap("第1题", "否")
    assert talker.at == "check.bad"
    talker.tap("不拍，继续")
    assert talker.at == "check.review"
    assert "第1题 ⚠️ 隐患，缺照片" in talker.page()
    talker.tap("第1题")
    assert talker.at == "check.bad"
    talker.press("ok")
    talker.photo("p")
    assert talker.at == "check.review"


def test_what_blocks_is_led_to_and_cannot_be_submitted_past(talker: Talker) -> None:
    to_review(talker)
    talker.press("ok")
    assert not talker.events
    before = talker.page()
    talker.tap("先补 7 处")
    assert talker.question == "Q-01"
    assert before != talker.page()
    talker.press("m").tap("看总览").press("b")
    assert talker.at == "check.ask"


def test_a_missing_required_photo_is_led_to(talker: Talker) -> None:
    talker.tap("是", "都没有", "2人", "今天", "28")
    talker.write("写了", message=1)
    talker.tap("是", "稍后再拍", "是", "不拍，继续")
    assert "缺照片" in talker.page()
    talker.tap("先补 1 处")
    assert (talker.at, talker.question) == ("check.photo", "Q-07")
    talker.photo("x")
    assert talker.at == "check.review"
    talker.tap("第8题")
    assert talker.at == "check.photo"
    talker.press("b").press("s")
    assert talker.at == "check.review"
    talker.tap("提交", "签字提交")
    assert talker.at == "check.receipt"


def test_a_second_submission_shows_the_first_receipt(small: World, talker: Talker) -> None:
    other = Talker(small, OFFICER).command("/check")
    submitted(talker)
    other.press("a0")
    assert not other.events
    assert other.toast == "这份自查已经提交了"
    assert "ZC-2026-000001" in other.page()
    other.press("e")
    assert other.at == "menu"
    late = Talker(small, OFFICER)
    late.open("check", "photos", checklist="small", period="2026-11", question="Q-01")
    assert "已经提交" in late.page()


def test_a_list_is_offered_when_several_are_owed(small: World, talker: Talker) -> None:
    submitted(talker)
    small.owed = ("small", "general", "catering_gas")
    talker.command("/start").tap("选一份")
    assert talker.at == "check"
    assert "已提交" in talker.page()
    talker.tap("3")
    assert "ZC-2026-000001" in talker.page()
    talker.command("/check").tap("1")
    assert talker.at == "check.ask"
    talker.command("/menu").command("/check")
    assert talker.at == "check.ask"


def test_what_is_most_urgent_is_one_tap_away_and_the_choice_stands_beside_it(small: World) -> None:
    small.owed = ("general", "catering_gas")
    talker = Talker(small, OFFICER).command("/start")
    assert "[📝 自查] [📋 选一份]" in talker.page()
    talker.tap("自查")
    assert small.catalogue.checklists["catering_gas"].questions[0].text.zh in talker.page()
    small.owed = ("general",)
    assert "选一份" not in Talker(small, OFFICER).command("/start").page()


def test_a_receipt_tells_what_was_found_and_leads_to_it(talker: Talker) -> None:
    talker.tap("否").photo("h")
    talker.tap("都没有", "2人", "今天", "28").write("写了", message=1)
    talker.tap("否", "⚠️ 是这样").photo("a").tap("是").photo("b").photo("c").tap("提交")
    page = talker.page()
    assert "隐患 2 处" in page
    assert "YH-2026-000001" in page
    assert "疑似重大" in page
    assert "得分 59" in page or "得分 5" in page or "得分 6" in page
    talker.tap("隐患")
    assert talker.at == "hazards"


def test_only_who_may_submits(small: World) -> None:
    for person in (WORKER, EXPERT):
        other = Talker(small, person).command("/check")
        assert "不能做这一步" in other.page()
        assert not other.events
