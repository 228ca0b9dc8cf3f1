"""Taking over what stands from before: which answers, on which screen, and never one that nobody has seen."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as for_all
from hypothesis import strategies as st

from checklists.answers import Answer, Carried, Value
from checklists.catalogue import Catalogue
from checklists.facts import FactSheet
from checklists.schema import Checklist, PhotoAsk, PhotoRule, Section
from checklists.words import Words
from dialogs.codec import session_from_json, session_to_json
from dialogs.desk import Session
from dialogs.talk import State
from safety.checks import CheckKey
from safety.events import AnswerSaved, CheckBegun, FactStated, HazardFound, PhotoReceived
from tests.dialogs.carryform import CARRY, FLAGS, ONE, PLACE, TWO, given, option, question, submitted_before
from tests.dialogs.paper import OFFICER, PRINCIPAL, World, days, small_world
from tests.dialogs.talking import Talker

LAST = date(2026, 10, 23)


def world_of(catalogue: Catalogue, *forms: Checklist) -> World:
    world = small_world(
        replace(catalogue, checklists={**catalogue.checklists, **{form.id: form for form in forms}})
    )
    world.owed = tuple(form.id for form in forms)
    return world


@pytest.fixture
def before(catalogue: Catalogue) -> World:
    """A restaurant that handed in the form with every class a month ago."""
    world = world_of(catalogue, CARRY)
    submitted_before(world, CARRY, given())
    return world


@pytest.fixture
def back(before: World) -> Talker:
    return Talker(before, OFFICER).command("/check")


def saves(talker: Talker) -> dict[str, AnswerSaved]:
    return {event.question: event for event in talker.all_events if isinstance(event, AnswerSaved)}


# --- a section ----------------------------------------------------------------------------------------------------


def test_the_first_screen_shows_every_answer_that_one_tap_would_take_over(back: Talker) -> None:
    assert back.at == "check.same"
    page = back.page()
    for name, answer in {
        "责任制签了吗": "是",
        "谁管安全": "兼职人员",
        "演练": "5月3日",
        "配电箱": "都没有",
    }.items():
        line = next(one for one in page.splitlines() if name in one)
        assert answer in line
    for name in ("灭火器", "漏气", "灶台", "安全出口"):
        assert name not in page, "nothing that has to be looked at today"
    assert "10月23日" in page
    assert "另有 4 题" in page


def test_one_tap_takes_over_exactly_these_and_asks_the_rest(back: Talker) -> None:
    back.tap("都和上次一样")
    saved = saves(back)
    assert set(saved) == {"C-1", "C-2", "C-4", "C-8", "C-9"}
    assert {one.carried for one in saved.values()} == {Carried.SECTION}
    assert {one.since for one in saved.values()} == {LAST}
    assert saved["C-4"].value == "2026-05-03"
    assert (back.at, back.question) == ("check.ask", "C-3")
    assert "已沿用 5 题" in back.page()


def test_what_is_asked_all_the_same_is_asked_in_its_class(back: Talker) -> None:
    back.tap("都和上次一样")
    assert "上次（10月23日" in back.page()
    back.tap("同上次：4具")
    assert saves(back)["C-3"].carried is Carried.QUESTION
    assert (back.question, "上次" in back.page()) == ("C-5", False)
    back.tap("没有")
    assert (back.question, "上次" in back.page()) == ("C-6", False)
    back.tap("是")
    assert back.at == "check.photo", "a fresh answer wants a photo of today"
    back.photo("stove")
    assert (back.question, "上次" in back.page()) == ("C-7", False)
    back.tap("是").photo("exit")
    assert back.at == "check.review"
    assert "其中 6 题沿用以前的答案" in back.page()
    back.tap("提交", "签字提交")
    assert "这次少问了您 5 题：同上次 5 题，别处报过 0 题" in back.page()
    assert {one.carried for name, one in saves(back).items() if name in {"C-5", "C-6", "C-7"}} == {None}
    assert back.taps <= 7


def test_one_by_one_offers_each_for_itself_and_never_the_section_again(back: Talker) -> None:
    back.tap("一题一题问")
    seen = []
    while back.at == "check.ask":
        seen.append(back.question)
        label = {"C-1": "同上次：是", "C-2": "同上次：兼职人员", "C-3": "同上次：4具", "C-5": "没有"}
        dates = {"C-4": "同上次：5月3日 周日", "C-8": "同上次：都没有", "C-9": "同上次：是"}
        back.tap({**label, **dates}.get(str(back.question), "是"))
        if back.at == "check.photo":
            back.photo(str(back.question))
    assert seen == [f"C-{number}" for number in range(1, 10)]
    carried = {name for name, one in saves(back).items() if one.carried is Carried.QUESTION}
    assert carried == {"C-1", "C-2", "C-3", "C-4", "C-8", "C-9"}


def test_one_can_be_put_aside_and_is_asked_while_the_rest_is_taken_over(back: Talker) -> None:
    back.tap("改一项", "第2题")
    assert "随后重新问" in back.page()
    back.tap("其余不变")
    assert set(saves(back)) == {"C-1", "C-4", "C-8", "C-9"}
    assert (back.at, back.question) == ("check.ask", "C-2")
    back.tap("专职人员")
    assert saves(back)["C-2"].carried is None
    assert (back.at, back.question) == ("check.ask", "C-3")


def test_putting_aside_can_be_undone_and_leafed_through(back: Talker) -> None:
    back.tap("改一项", "第1题", "改一项", "下一页", "第9题", "改一项", "第1题")
    assert "✏️ 9." in back.page()
    back.tap("改一项", "返回", "其余不变")
    assert set(saves(back)) == {"C-1", "C-2", "C-4", "C-8"}


def test_all_put_aside_leaves_nothing_to_take_over(back: Talker) -> None:
    for number in (1, 2, 4, 8):
        back.tap("改一项", f"第{number}题")
    back.tap("改一项", "下一页", "第9题")
    assert "其余不变" not in back.page()
    back.tap("一题一题问")
    assert (back.at, back.question) == ("check.ask", "C-1")


def test_back_leads_out_and_in_again_to_the_same_screen(back: Talker) -> None:
    back.tap("返回")
    assert back.at == "menu"
    back.command("/check")
    assert back.at == "check.same"
    back.tap("看总览")
    assert back.at == "check.review"


def test_nothing_was_answered_before_then_nothing_is_offered(catalogue: Catalogue) -> None:
    talker = Talker(world_of(catalogue, CARRY), OFFICER).command("/check")
    assert (talker.at, talker.question) == ("check.ask", "C-1")
    assert "上次" not in talker.page()


def test_a_colleague_who_answers_meanwhile_is_never_overwritten(before: World, back: Talker) -> None:
    principal = Talker(before, PRINCIPAL).command("/check").tap("一题一题问").tap("否")
    assert saves(principal)["C-1"].outcome == "bad"
    back.tap("都和上次一样")
    assert not saves(back)
    assert "刚刚有变化" in back.page()
    assert "责任制" not in back.page()
    back.tap("都和上次一样")
    assert set(saves(back)) == {"C-2", "C-4", "C-8", "C-9"}


def test_when_others_answered_all_of_it_the_next_question_comes(before: World, back: Talker) -> None:
    Talker(before, PRINCIPAL).command("/check").tap("都和上次一样")
    back.command("/start").press("k")
    assert "灭火器" in back.page()
    back.tap("同上次：4具")
    assert (back.question, saves(back)["C-3"].value) == ("C-5", "4")


def test_a_section_that_a_colleague_does_is_left_to_them(before: World, back: Talker) -> None:
    principal = Talker(before, PRINCIPAL).command("/check").tap("看总览")
    principal.tap("分工", "2", "我来做")
    assert principal.at == "check.same"
    assert "责任制" not in principal.page()
    back.command("/start").press("k")
    assert "应急灯" not in back.page()
    back.tap("都和上次一样")
    assert set(saves(back)) == {"C-1", "C-2", "C-4"}
    principal.tap("都和上次一样")
    assert set(saves(principal)) == {"C-8", "C-9"}


# --- what is never taken over -------------------------------------------------------------------------------------


def test_a_bad_answer_is_asked_with_its_open_hazard_before_the_eyes(catalogue: Catalogue) -> None:
    world = world_of(catalogue, CARRY)
    submitted_before(world, CARRY, given(C_2="none", C_8=("door",)))
    talker = Talker(world, OFFICER).command("/check")
    assert "谁管安全" not in talker.page()
    assert "其中 2 题上次查出的隐患还没有销号" in talker.page()
    talker.tap("都和上次一样")
    assert talker.question == "C-2"
    assert world.found[0].number in talker.page()
    assert "同上次" not in talker.page()
    talker.tap("没人管")
    assert any(isinstance(event, HazardFound) for event in talker.events)


@pytest.mark.parametrize(
    ("changed", "asked"),
    [
        ({"C_4": date(2025, 11, 1)}, "C-4"),  # was in time then, is too long ago today
        ({"C_9": None}, "C-9"),  # was passed over
        ({"C_1": "gone"}, "C-1"),  # no such answer any more
    ],
)
def test_what_is_no_good_answer_today_is_asked(
    catalogue: Catalogue, changed: dict[str, Value | None], asked: str
) -> None:
    world = world_of(catalogue, CARRY)
    submitted_before(world, CARRY, given(**changed))
    talker = Talker(world, OFFICER).command("/check").tap("都和上次一样")
    assert asked not in saves(talker)


def test_a_question_in_other_words_is_asked(catalogue: Catalogue) -> None:
    first = CARRY.question("C-1").model_copy(update={"text": Words("责任书每个岗位都签了吗？", "All posts?")})
    papers = CARRY.sections[0].model_copy(update={"questions": (first, *CARRY.sections[0].questions[1:])})
    newer = CARRY.model_copy(update={"sections": (papers, CARRY.sections[1])})
    newer = Checklist.from_json(newer.to_json())
    world = world_of(catalogue, newer)
    submitted_before(world, CARRY, given())
    talker = Talker(world, OFFICER).command("/check").tap("都和上次一样")
    assert (talker.question, "同上次" in talker.page()) == ("C-1", False)


def test_an_answer_that_was_only_ever_taken_over_is_asked_after_a_year(catalogue: Catalogue) -> None:
    old = {"C-1": Answer("ok", carried=Carried.SECTION, since=date(2025, 11, 1))}
    young = {"C-9": Answer("ok", carried=Carried.SECTION, since=date(2026, 2, 1))}
    world = world_of(catalogue, CARRY)
    submitted_before(world, CARRY, {**given(), **old, **young})
    talker = Talker(world, OFFICER).command("/check")
    assert "责任制" not in talker.page()
    assert "2月1日 周日起" in talker.page()
    talker.tap("都和上次一样")
    assert saves(talker)["C-9"].since == date(2026, 2, 1), "the day it was given, not the day it was repeated"


def test_a_photo_that_always_belongs_to_it_is_not_taken_again_unless_it_never_came(
    catalogue: Catalogue,
) -> None:
    proof = PhotoRule(ask=PhotoAsk.ALWAYS)
    first, *rest = CARRY.sections[0].questions
    papers = CARRY.sections[0].model_copy(
        update={"questions": (first.model_copy(update={"photo": proof}), *rest)}
    )
    form = Checklist.from_json(CARRY.model_copy(update={"sections": (papers, CARRY.sections[1])}).to_json())
    for photos, taken in ((1, True), (0, False)):
        world = world_of(catalogue, form)
        submitted_before(world, form, {**given(), "C-1": Answer("ok", photos=photos)})
        talker = Talker(world, OFFICER).command("/check").tap("都和上次一样")
        assert ("C-1" in saves(talker)) is taken
        assert talker.at == "check.ask"


def test_what_the_lot_fell_on_is_looked_at_today(catalogue: Catalogue) -> None:
    """Three kept questions may be drawn, no critical one: two of them are asked for themselves, with a photo."""
    sampled = [
        one.model_copy(update={"photo": PhotoRule(ask=PhotoAsk.SAMPLE)})
        for one in (CARRY.question("C-1"), CARRY.question("C-2"), CARRY.question("C-9"))
    ]
    form = Checklist.from_json(
        CARRY.model_copy(
            update={"sections": (CARRY.sections[0].model_copy(update={"questions": tuple(sampled)}),)}
        ).to_json()
    )
    world = world_of(catalogue, form)
    submitted_before(world, form, {name: one for name, one in given().items() if name in form.places})
    talker = Talker(world, OFFICER).command("/check")
    asked = set()
    while talker.at != "check.review":
        if talker.at == "check.ask":
            asked.add(talker.question)
            talker.press(next(one for one in options(talker) if one.startswith("=")))
        elif talker.at == "check.photo":
            assert "这次抽到这一题" in talker.page()
            talker.photo(f"today-{talker.question}")
        else:
            talker.press(options(talker)[0])
    assert len([event for event in talker.all_events if isinstance(event, PhotoReceived)]) == 2
    assert len(asked) >= 2


def options(talker: Talker) -> list[str]:
    assert talker.screen is not None
    return [button.option for row in talker.screen.rows for button in row]


# --- answers given anew -------------------------------------------------------------------------------------------


def test_a_number_is_stepped_from_the_old_one_or_chosen_anew(back: Talker) -> None:
    back.tap("都和上次一样")
    assert "[−1] [同上次：4具] [+1]" in back.page()
    assert "[2具] [6具]" in back.page()
    back.tap("+1")
    assert "✅ 5具" in back.page()
    back.tap("✅ 5具")
    assert (saves(back)["C-3"].value, saves(back)["C-3"].carried) == ("5", None)


def test_a_typed_answer_is_given_anew_even_when_it_is_the_same(back: Talker) -> None:
    back.tap("都和上次一样")
    back.write("4", message=1)
    assert (saves(back)["C-3"].value, saves(back)["C-3"].carried) == ("4", None)


def test_a_carried_answer_that_is_changed_later_is_no_longer_carried(before: World, back: Talker) -> None:
    back.tap("都和上次一样")
    draft = next(one for one in before.drafts.values() if one.receipt is None)
    assert draft.answers["C-9"].carried is Carried.SECTION
    back.tap("看总览") if "看总览" in back.page() else back.press("m").tap("看总览")
    back.press("b")
    back.tap("同上次：4具").press("s").press("s").press("s")
    back.press("b")
    for _ in range(9):
        if back.question == "C-9":
            break
        back.press("b")
    assert back.question == "C-9"
    back.tap("否")
    draft = next(one for one in before.drafts.values() if one.receipt is None)
    assert (draft.answers["C-9"].carried, draft.answers["C-9"].since) == (None, None)


def test_a_carried_answer_changed_between_showing_and_tapping_is_shown_again(
    before: World, back: Talker
) -> None:
    back.tap("一题一题问")
    stale = next(one for one in options(back) if one.startswith("="))
    last = next(one for one in before.drafts.values() if one.receipt is not None)
    corrected = replace(last, answers={**last.answers, "C-1": Answer("bad", photos=1)})
    before.drafts[last.key] = corrected
    back.press(stale)
    assert not saves(back)
    assert "刚刚有变化" in back.page()


# --- facts --------------------------------------------------------------------------------------------------------


@pytest.fixture
def two(catalogue: Catalogue) -> World:
    world = world_of(catalogue, ONE, TWO)
    world.facts = {"catering": True}
    return world


def fill(talker: Talker) -> set[str]:
    """Answer question by question until the review; the questions that were put."""
    asked = set()
    for _ in range(20):
        if talker.at != "check.ask":
            break
        asked.add(str(talker.question))
        talker.write("20", message=1) if str(talker.question).endswith("-6") else talker.press("a0")
    return asked


def begin(world: World, place: int) -> Talker:
    talker = Talker(world, OFFICER).command("/check")
    return talker.press(f"a{place}") if talker.at == "check" else talker


def test_two_forms_that_share_six_facts_ask_six_not_twelve(two: World) -> None:
    first = begin(two, 0)
    asked = fill(first)
    assert len(asked & {f"one-{number}" for number in range(1, 7)}) == 6
    first.tap("提交", "签字提交")
    assert "少问" not in first.page()
    two.now += days(2)
    second = begin(two, 0)
    assert second.at == "check.known"
    assert second.page().count("来自11月23日 周一《人员情况表》") == 6
    second.tap("都没变")
    assert fill(second) == {"two-7"}
    second.tap("提交", "签字提交")
    assert "这次少问了您 6 题：同上次 0 题，别处报过 6 题" in second.page()
    saved = saves(second)
    assert {one.carried for name, one in saved.items() if name != "two-7"} == {Carried.FACT}
    assert {one.since for name, one in saved.items() if name != "two-7"} == {date(2026, 11, 23)}
    assert not [event for event in second.all_events if isinstance(event, FactStated)], "nothing new was said"


def test_facts_of_the_enterprise_list_name_it_as_their_source(two: World) -> None:
    two.facts = {"catering": True, "hot_work": False, "staff": 12}
    talker = begin(two, 0)
    assert talker.at == "check.known"
    assert talker.page().count("企业登记") == 2
    assert "<b>没有</b>" in talker.page()
    assert "<b>12人</b>" in talker.page()


def test_a_single_known_fact_is_confirmed_at_its_question(two: World) -> None:
    two.facts = {"catering": True, "has_contractors": True}
    talker = begin(two, 0)
    assert (talker.at, talker.question) == ("check.ask", "one-1")
    assert "已经知道：有（来自" in talker.page()
    talker.tap("没变：有")
    assert saves(talker)["one-1"].carried is Carried.FACT


def test_one_of_several_facts_is_changed_and_the_change_is_stated(two: World) -> None:
    two.facts = {"catering": True, "hot_work": False, "dust": False, "staff": 12}
    talker = begin(two, 0).tap("改一项", "第4题", "其余不变")
    while talker.question != "one-4":
        talker.press("a0")
    talker.press("a0")
    assert [(one.fact, one.value) for one in talker.events if isinstance(one, FactStated)] == [
        ("hot_work", True)
    ]
    assert saves(talker)["one-4"].carried is None


def test_an_expired_fact_is_asked_and_stated_again(two: World) -> None:
    fill(begin(two, 0))
    two.now += timedelta(days=91)
    second = begin(two, 1)
    assert (second.at, second.question) == ("check.ask", "two-1")
    assert "已经知道" not in second.page()
    second.press("a0")
    assert [one.fact for one in second.events if isinstance(one, FactStated)] == ["has_contractors"]
    two.now += days(1)
    third = Talker(two, OFFICER).command("/check")
    assert third.question == "two-2"


def test_a_fact_stated_since_wins_over_last_times_answer(two: World) -> None:
    fill(begin(two, 0))
    Talker(two, OFFICER).command("/check").tap("提交", "签字提交")
    two.now += days(31)
    other = begin(two, 1).tap("改一项", "第4题", "其余不变").press("a1")
    fill(other)
    other.tap("提交", "签字提交")
    talker = Talker(two, OFFICER).command("/check")
    assert talker.at == "check.same"
    assert "动火" not in talker.page()
    talker.tap("都和上次一样")
    assert talker.question == "one-4"
    assert "已经知道：没有（来自12月24日 周四《作业情况表》）" in talker.page()


def test_last_times_own_facts_are_simply_last_times_answers(two: World) -> None:
    two.owed = ("one",)
    fill(begin(two, 0))
    Talker(two, OFFICER).command("/check").tap("提交", "签字提交")
    two.now += days(31)
    talker = begin(two, 0)
    assert talker.at == "check.same"
    talker.tap("都和上次一样")
    assert {one.carried for one in saves(talker).values()} == {Carried.SECTION}


def test_a_fact_that_makes_a_bad_answer_is_asked(catalogue: Catalogue) -> None:
    options_ = (
        option("ok", "没有", "No", sets={"hot_work": False}),
        option("bad", "有", "Yes", "bad", sets={"hot_work": True}),
    )
    form = CARRY.model_copy(
        update={
            "id": "bad",
            "sections": (
                CARRY.sections[0].model_copy(
                    update={
                        "questions": (question("B-1", "yesno", "动火吗？", "Hot work?", options=options_),)
                    }
                ),
            ),
        }
    )
    world = world_of(catalogue, Checklist.from_json(form.to_json()))
    world.facts = {"catering": True, "hot_work": True}
    talker = Talker(world, OFFICER).command("/check")
    assert (talker.at, "已经知道" in talker.page()) == ("check.ask", False)


def test_validity_is_content(two: World) -> None:
    """A fact that holds for a year is not asked after a quarter."""
    sheet = two.catalogue.facts
    fields = {name: getattr(sheet, name) for name in FactSheet.model_fields}
    long = [one.model_copy(update={"valid_days": 365}) if one.id in FLAGS else one for one in sheet.asked]
    two.catalogue = replace(two.catalogue, facts=FactSheet(**{**fields, "asked": tuple(long)}))
    fill(begin(two, 0))
    two.now += timedelta(days=91)
    assert begin(two, 1).at == "check.known"


# --- repeated sections --------------------------------------------------------------------------------------------

TWO_BOILERS = {
    "B-1": Decimal(2), "B-2": "ok", "B-4@1": "东车间", "B-5@1": Decimal(20), "B-6@1": "ok",
    "B-4@2": "西车间", "B-5@2": Decimal(1), "B-6@2": "bad",
}  # fmt: skip


@pytest.fixture
def boilers(boiler_house: World) -> Talker:
    form = boiler_house.catalogue.checklists["boilers"]
    submitted_before(boiler_house, form, {name: Answer(value) for name, value in TWO_BOILERS.items()})
    return Talker(boiler_house, OFFICER).command("/check")


def test_the_same_boilers_are_taken_over_by_name_and_a_bad_one_is_asked(boilers: Talker) -> None:
    for words in (
        "有几台锅炉？ <b>2台",
        "“东车间”每天用几个小时？ <b>20",
        "“西车间”每天用几个小时？ <b>1小时",
    ):
        assert words in boilers.page()
    boilers.tap("都和上次一样")
    saved = saves(boilers)
    assert {name for name, one in saved.items() if one.carried} == TWO_BOILERS.keys() - {"B-2", "B-6@2"}
    assert saved["B-8"].value == "21", "what is worked out follows"
    boilers.tap("是")
    assert boilers.question == "B-6@2"
    assert "还没有销号" in boilers.page()


def test_a_boiler_of_another_name_is_another_boiler(boilers: Talker) -> None:
    boilers.tap("改一项", "第3题")
    assert "东车间" not in boilers.page()
    assert "“西车间”每天用几个小时？" in boilers.page()
    boilers.tap("其余不变", "是")
    assert boilers.question == "B-4@1"
    boilers.write("新车间", message=1)
    assert (boilers.question, "同上次" in boilers.page()) == ("B-5@1", False)


def test_the_old_name_brings_the_old_answers_back(boilers: Talker) -> None:
    boilers.tap("改一项", "第3题", "其余不变", "是").write("东车间", message=1)
    assert (boilers.question, "同上次：20小时" in boilers.page()) == ("B-5@1", True)


# --- old state ----------------------------------------------------------------------------------------------------


def test_a_draft_begun_before_there_was_carrying_over_goes_on(before: World) -> None:
    talker = Talker(before, OFFICER)
    data = {"list": "carry", "period": "2026-11", "q": "C-2", "shown": "2026-11-23T01:00:00+00:00"}
    before.record(OFFICER, [begun()])
    talker.kept = session_to_json(Session(State("check", "ask", data), 3))
    talker.press("a0")
    assert saves(talker)["C-2"].value == "full"
    assert talker.at in {"check.same", "check.ask"}


@pytest.mark.parametrize("kept", [{"passed": 3}, {"not": "x"}, {"pick": 99}, {"pick": "a"}, {"from": "gone"}])
def test_a_state_that_makes_no_sense_still_shows_a_way_on(before: World, kept: dict[str, object]) -> None:
    talker = Talker(before, OFFICER).command("/check")
    session = session_from_json(talker.kept)
    data = {**session.state.data, **kept}
    talker.kept = session_to_json(replace(session, state=replace(session.state, data=data)))  # type: ignore[arg-type]  # on purpose
    talker.command("/start").press("k")
    assert talker.screen is not None
    assert options(talker)


def begun() -> CheckBegun:
    return CheckBegun(CheckKey("carry", "2026-11"), CARRY.fingerprint, date(2026, 11, 30))


def test_critical_places_stay_critical() -> None:
    assert [one.id for one in PLACE if not one.carrying.carried] == ["C-5", "C-6", "C-7"]


# --- whatever is tapped -------------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@for_all(
    st.lists(st.integers(0, 40), min_size=5, max_size=45),
    st.fixed_dictionaries(
        {},
        optional={
            "C_1": st.sampled_from(["ok", "bad", "gone"]),
            "C_2": st.sampled_from(["full", "none"]),
            "C_3": st.sampled_from([Decimal(1), Decimal(4), Decimal(900)]),
            "C_4": st.sampled_from([date(2026, 5, 3), date(2024, 1, 1), date(2027, 1, 1)]),
            "C_8": st.sampled_from([("none",), ("door", "label")]),
            "C_9": st.none(),
        },
    ),
    st.sampled_from([{}, {"hot_work": True}, dict.fromkeys(FLAGS, False) | {"staff": 12}]),
)
def test_nothing_is_ever_taken_over_unseen_bad_or_critical(
    catalogue: Catalogue, taps: list[int], last: dict[str, Value | None], facts: dict[str, object]
) -> None:
    form = replace_sections(CARRY, (*CARRY.sections, ONE.sections[0]))
    world = world_of(catalogue, form)
    world.facts = dict(facts)
    submitted_before(world, form, given(**last))
    people = [Talker(world, OFFICER).command("/check"), Talker(world, PRINCIPAL).command("/check")]
    for tap in taps:
        talker = people[tap % 7 == 0]
        page, choice, talker_language = talker.page(), options(talker), talker.language
        talker.press(choice[tap % len(choice)])
        assert session_to_json(session_from_json(talker.kept)) == talker.kept
        for event in talker.events:
            if isinstance(event, AnswerSaved) and event.carried is not None:
                question_ = form.question(event.question)
                assert question_.carrying.carried
                assert event.outcome != "bad"
                assert question_.text.to(talker_language) in page
                assert event.since is not None


def replace_sections(form: Checklist, sections: tuple[Section, ...]) -> Checklist:
    numbered = [section.model_copy(update={"id": f"S{place}"}) for place, section in enumerate(sections)]
    return Checklist.from_json(form.model_copy(update={"sections": tuple(numbered)}).to_json())
