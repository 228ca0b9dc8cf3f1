"""The self-check's own cases on a small form with every kind of question."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from checklists.catalogue import Catalogue
from checklists.schema import (
    Accept,
    Checklist,
    Option,
    Outcome,
    PhotoAsk,
    PhotoRule,
    Question,
    QuestionKind,
    Section,
    Severity,
)
from checklists.words import Words
from dialogs.codec import session_from_json
from safety.events import (
    AnswerNoted,
    AnswerSaved,
    CheckSubmitted,
    FactStated,
    HazardFound,
    HazardWithdrawn,
    PhotoReceived,
    PhotosSkipped,
    Said,
)
from safety.ledger import CheckKey, Duty, DutyState
from safety.people import RIGHTS, Right, Role
from tests.dialogs.paper import EXPERT, OFFICER, WORKER, PaperLedger, World, days, small_world
from tests.dialogs.talking import Talker


def w(zh: str) -> Words:
    return Words(zh, zh)


def option(value: str, label: str, outcome: Outcome = Outcome.OK, **more: object) -> Option:
    return Option(value=value, label=w(label), outcome=outcome, **more)  # type: ignore[arg-type]  # fields by name


YES_NO = (option("ok", "是", affirms=True), option("bad", "否", Outcome.BAD, affirms=False))


def question(number: int, kind: QuestionKind, **more: object) -> Question:
    asked = {
        "id": f"Q-{number:02d}",
        "kind": kind,
        "text": w(f"第{number}问？"),
        "advice": w("改好。"),
        **more,
    }
    return Question(**asked)  # type: ignore[arg-type]  # fields by name


QUESTIONS = (
    question(1, QuestionKind.YESNO, options=YES_NO, photo=PhotoRule(ask=PhotoAsk.FAIL), explain=True),
    question(
        2,
        QuestionKind.MULTI,
        options=(
            option("none", "都没有", alone=True),
            option("a", "甲", Outcome.BAD),
            option("b", "乙", Outcome.BAD),
            option("c", "丙", Outcome.BAD),
            option("d", "丁", Outcome.BAD),
        ),
    ),
    question(
        3,
        QuestionKind.NUMBER,
        presets=(Decimal(1), Decimal(2), Decimal(3), Decimal(4)),
        unit=w("人"),
        minimum=Decimal(0),
        maximum=Decimal(5),
        whole=True,
        accept=Accept(at_least=Decimal(1)),
        sets="staff",
    ),
    question(4, QuestionKind.DATE, accept=Accept(max_age_days=30), options=(option("never", "没做过", Outcome.BAD),)),
    question(5, QuestionKind.DATE, accept=Accept(not_expired=True)),
    question(6, QuestionKind.TEXT, longest=20),
    question(
        7, QuestionKind.YESNO, options=YES_NO, severity=Severity.MAJOR, critical=True, photo=PhotoRule(ask=PhotoAsk.ALWAYS, required=True)
    ),
    question(8, QuestionKind.YESNO, options=YES_NO, photo=PhotoRule(ask=PhotoAsk.ALWAYS, at_least=2), required=False),
)  # fmt: skip


@pytest.fixture
def small(catalogue: Catalogue) -> World:
    form = Checklist(
        id="small",
        title=w("小表"),
        colours=("white",),
        cycle_days=30,
        sections=(Section(id="A", title=w("一段"), questions=QUESTIONS),),
    )
    world = small_world(replace(catalogue, checklists={**catalogue.checklists, "small": form}))
    world.owed = ("small",)
    return world


@pytest.fixture
def talker(small: World) -> Talker:
    return Talker(small, OFFICER).command("/check")


def at(talker: Talker, number: int) -> Talker:
    """Skip to a question."""
    for _ in QUESTIONS:
        if talker.question != f"Q-{number:02d}":
            talker.press("s")
    assert talker.question == f"Q-{number:02d}"
    return talker


def to_review(talker: Talker) -> Talker:
    """Skip all the rest."""
    for _ in range(2 * len(QUESTIONS)):
        if talker.at != "check.review":
            talker.press("s")
    assert talker.at == "check.review"
    return talker


def saved(talker: Talker) -> object:
    return next(event for event in talker.events if isinstance(event, AnswerSaved)).value


# --- answering ----------------------------------------------------------------------------------------------------


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
    assert not talker.events


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


# --- hazards and photos -------------------------------------------------------------------------------------------


def test_a_bad_answer_is_a_hazard_and_a_corrected_one_takes_it_back(talker: Talker) -> None:
    talker.tap("否")
    assert [event.due for event in talker.events if isinstance(event, HazardFound)] == [date(2026, 11, 30)]
    assert "请写一句是怎么回事" in talker.page()
    talker.tap("改", "是")
    assert any(isinstance(event, HazardWithdrawn) for event in talker.events)


def test_a_photo_card_waits_for_all_photos_and_a_hazard_card_for_one(talker: Talker) -> None:
    at(talker, 8).tap("是").photo("a")
    assert talker.at == "check.photo"
    assert "已收到 1 张" in talker.page()
    assert "就这些" in talker.page()
    talker.photo("b")
    assert talker.at == "check.review"


def test_enough_photos_is_enough(talker: Talker) -> None:
    at(talker, 8).tap("是").photo("a").tap("就这些")
    assert talker.at == "check.review"


def test_an_optional_photo_may_be_left_and_a_required_one_only_put_off(talker: Talker) -> None:
    at(talker, 7).tap("是")
    talker.tap("稍后再拍")
    assert not talker.events
    assert "提交前再补" in talker.page()
    talker.tap("是", "不拍，继续")
    assert isinstance(talker.events[0], PhotosSkipped)
    talker.press("c")
    assert talker.at != "check.receipt"


def test_a_major_hazard_is_asked_about_first_and_only_once(talker: Talker) -> None:
    at(talker, 7).tap("否")
    assert not talker.events
    talker.tap("⚠️ 是这样")
    assert any(isinstance(event, HazardFound) and event.suspected_major for event in talker.events)
    talker.tap("改", "否")
    assert talker.at == "check.bad"
    assert not talker.events
    talker.press("m").press("b")
    assert talker.at == "check.ask"


def test_photos_sent_one_after_another_stay_together(talker: Talker) -> None:
    at(talker, 7).tap("是").photo("a")
    assert talker.question == "Q-08"
    talker.photo("b")
    event = talker.events[0]
    assert isinstance(event, PhotoReceived)
    assert event.question == "Q-07"
    assert "已放到第7题，那一题共 2 张" in talker.page()
    talker.world.now += days(1)
    talker.photo("c")
    assert isinstance(talker.events[0], PhotoReceived)
    assert talker.events[0].question == "Q-08"


def test_an_album_that_arrives_late_finds_its_question(talker: Talker) -> None:
    at(talker, 7).tap("是").photo("a", album="one")
    assert talker.screen is not None
    assert talker.screen.settle
    talker.world.now += days(1)
    talker.photo("b", album="one")
    assert talker.events[0] == PhotoReceived(
        talker.world.drafts and next(iter(talker.world.drafts)), "Q-07", "file-b", "b", None, ""
    )  # type: ignore[arg-type]  # the only draft
    talker.photo("c", album="two")
    assert isinstance(talker.events[0], PhotoReceived)
    assert talker.events[0].question == "Q-08"
    talker.tap("是")
    assert talker.screen is not None
    assert not talker.screen.settle


def test_a_photo_at_the_review_belongs_to_no_question(talker: Talker) -> None:
    to_review(talker)
    talker.photo("a")
    assert isinstance(talker.events[0], Said)
    assert "照片这里用不上" in talker.page()


def test_a_letter_about_a_photo_leads_to_its_card_and_back(talker: Talker) -> None:
    talker.tap("否").tap("不拍，继续")
    at(talker, 4)
    talker.open("check", "photos", checklist="small", period="2026-11", question="Q-01")
    assert (talker.at, talker.question) == ("check.photo", "Q-01")
    talker.photo("again")
    assert talker.question == "Q-04"


def test_a_letter_about_a_photo_opens_the_card_from_the_menu_too(talker: Talker) -> None:
    talker.tap("否").tap("不拍，继续").command("/menu")
    talker.open("check", "photos", checklist="small", period="2026-11", question="Q-01")
    talker.photo("again")
    assert talker.question == "Q-02"


def test_a_letter_about_a_check_that_is_gone_ends_in_a_sentence(talker: Talker) -> None:
    talker.open("check", "photos", checklist="small", period="2020-01", question="Q-01")
    assert "找不到" in talker.page()
    talker.open("check", "photos", checklist="small", period="2026-11", question="nothing")
    assert "找不到" in talker.page()


# --- review -------------------------------------------------------------------------------------------------------


def submitted(talker: Talker) -> Talker:
    talker.tap("是", "都没有", "2人", "今天", "28")
    talker.write("写了", message=1)
    talker.tap("是").photo("a").tap("是").photo("b").photo("c").tap("提交")
    return talker


def test_a_clean_check_is_submitted_with_one_tap(talker: Talker) -> None:
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
    talker.tap("提交")
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
    talker.command("/start").tap("自查")
    assert talker.at == "check"
    assert "已提交" in talker.page()
    talker.tap("3")
    assert "ZC-2026-000001" in talker.page()
    talker.command("/check").tap("1")
    assert talker.at == "check.ask"
    talker.command("/menu").command("/check")
    assert talker.at == "check.ask"


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


# --- typed --------------------------------------------------------------------------------------------------------


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
    assert not talker.events


def test_change_leads_back_to_the_question_that_was_typed(talker: Talker) -> None:
    talker.write("是", message=1).press("b")
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
    talker.tap("是").photo("a").tap("是").photo("b").photo("c").tap("提交")
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
