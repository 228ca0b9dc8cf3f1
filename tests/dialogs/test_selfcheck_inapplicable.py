"""Not applicable with a reason: where the button stands, what is typed, who else answers, what a correction shows, old states."""

from dataclasses import replace
from decimal import Decimal

import pytest

from checklists.answers import NotApplicable
from checklists.catalogue import Catalogue
from checklists.schema import Checklist, Question, Section
from checklists.words import Language, Words
from dialogs.codec import session_from_json, session_to_json
from dialogs.selfcheck import inapplicable
from dialogs.talk import State
from safety.events import AnswerNoted, AnswerSaved, CheckCorrected, HazardFound, HazardWithdrawn
from tests.dialogs.carryform import option, question, submitted_before
from tests.dialogs.naform import ASKED, LAST, MAY_NOT, REASONS
from tests.dialogs.paper import OFFICER, PRINCIPAL, World, small_world
from tests.dialogs.talking import Talker
from tests.dialogs.test_every_screen import crawl, fits

LONG = inapplicable.LONGEST


def world_of(catalogue: Catalogue, form: Checklist = MAY_NOT, language: Language = Language.ZH) -> World:
    world = small_world(replace(catalogue, checklists={**catalogue.checklists, form.id: form}), language)
    world.owed = (form.id,)
    return world


@pytest.fixture
def officer(catalogue: Catalogue) -> Talker:
    """At the first question."""
    return Talker(world_of(catalogue), OFFICER).command("/check")


def saved(talker: Talker) -> list[object]:
    return [event.value for event in talker.events if isinstance(event, AnswerSaved)]


def value(talker: Talker, name: str) -> object:
    (draft,) = talker.world.drafts.values()
    return draft.answers[name].value


@pytest.mark.parametrize("language", list(Language))
def test_every_screen_around_it_fits_a_phone_and_leads_on(catalogue: Catalogue, language: Language) -> None:
    world = world_of(catalogue, language=language)
    submitted_before(world, MAY_NOT, LAST)
    for screen in crawl(Talker(world, OFFICER).command("/check")):
        fits(screen)


def test_the_time_the_question_was_put_is_kept_with_the_answer(officer: Talker) -> None:
    asked = officer.world.now
    officer.tap("不适用", "本单位没有")
    (event,) = officer.events
    assert isinstance(event, AnswerSaved)
    assert (event.value, event.outcome, event.shown_at) == ({"na": "absent"}, "neutral", asked)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("不适用，没有这个设备", "没有这个设备"),
        ("N/A: no hydrants here", "no hydrants here"),
        ("不适用：本单位没有", "absent"),
        ("不适用 The landlord's duty", "landlord"),
        ("不适用，" + "很" * 300, "很" * LONG),
    ],
)
def test_a_typed_reason_is_taken_at_once(officer: Talker, typed: str, kept: str) -> None:
    officer.write(typed, message=1)
    assert saved(officer) == [{"na": kept}]
    assert "已记为“不适用（" in officer.page()


@pytest.mark.parametrize("typed", ["不适用", "不涉及。", "n/a", "Not applicable", "没有这项"])
@pytest.mark.parametrize(
    ("why", "kept"),
    [("本单位没有", "absent"), ("由房东物业管", "landlord"), ("1", "absent"), ("我们在二楼，没有", "我们在二楼，没有"), ("不适用，因为在二楼", "在二楼")],
)  # fmt: skip
def test_without_a_reason_it_is_asked_for_and_any_words_are_one(
    officer: Talker, typed: str, why: str, kept: str
) -> None:
    officer.write(typed)
    assert officer.at == "check.na"
    assert not officer.events
    officer.write(why)
    assert saved(officer) == [{"na": kept}]


@pytest.mark.parametrize("word", ["返回", "回到本题", "back"])
def test_words_for_the_way_back_lead_back(officer: Talker, word: str) -> None:
    officer.tap("不适用").write(word)
    assert officer.at == "check.ask"
    assert not officer.events


def test_where_it_always_applies_that_is_said_and_the_words_are_a_note(officer: Talker) -> None:
    officer.tap("是", "1台").write("不适用，我们没有出口")
    assert officer.events == (
        AnswerNoted(officer.world.drafts.copy().popitem()[0], "N-3", "不适用，我们没有出口"),
    )
    assert "这一题没有“不适用”，请照实回答。您的话已记在第3题的说明里。" in officer.page()
    assert officer.question == "N-3"


def test_a_free_text_takes_the_words_as_they_are_where_it_always_applies(catalogue: Catalogue) -> None:
    one = question("T-1", "text", "还有什么？", "Anything else?", longest=100)
    may = one.model_copy(update={"id": "T-2", "na_reasons": REASONS})
    talker = Talker(world_of(catalogue, of(one, may)), OFFICER).command("/check")
    talker.write("不适用")
    assert saved(talker) == ["不适用"]
    talker.write("不适用")
    assert talker.at == "check.na"


def of(*questions: Question) -> Checklist:
    section = Section(id="A", title=Words("检查", "Check"), questions=questions)
    return MAY_NOT.model_copy(update={"sections": (section,)})


def test_danger_in_a_reason_brings_the_emergency_numbers(officer: Talker) -> None:
    officer.tap("不适用").write("着火了，冒烟了")
    assert "119" in officer.page()
    assert saved(officer) == [{"na": "着火了，冒烟了"}]


def test_an_edited_reason_is_corrected_and_an_edit_without_one_is_noted(officer: Talker) -> None:
    officer.write("不适用，没有栓", message=7)
    officer.write("不适用，没有消火栓", message=7, edited=True)
    assert saved(officer) == [{"na": "没有消火栓"}]
    officer.write("不适用", message=7, edited=True)
    assert [type(event) for event in officer.events] == [AnswerNoted]
    assert value(officer, "N-1") == NotApplicable("没有消火栓")


def test_a_number_question_with_many_presets_has_it_behind_more(catalogue: Catalogue) -> None:
    full = ASKED[1].model_copy(update={"presets": tuple(map(Decimal, range(1, 6)))})
    world = world_of(catalogue, of(full))
    talker = Talker(world, OFFICER).command("/check")
    assert "[不适用]" not in talker.page()
    talker.tap("说明", "不适用", "本单位没有")
    assert saved(talker) == [{"na": "absent"}]
    fits(talker)


def test_an_answer_takes_it_back_and_it_takes_back_a_finding(officer: Talker) -> None:
    officer.tap("否")
    assert [type(event) for event in officer.events] == [AnswerSaved, HazardFound]
    officer.tap("改", "不适用", "由房东物业管")
    assert [type(event) for event in officer.events] == [AnswerSaved, HazardWithdrawn]
    officer.tap("返回", "是")
    assert value(officer, "N-1") == "ok"


def test_a_colleagues_answer_is_never_replaced_by_it_in_silence(officer: Talker) -> None:
    officer.tap("不适用")
    Talker(officer.world, PRINCIPAL).command("/check").tap("是")
    officer.tap("本单位没有")
    assert officer.at == "check.rival"
    assert "您选的是“不适用（本单位没有）”" in officer.page()
    officer.tap("用我的")
    assert value(officer, "N-1") == NotApplicable("absent")


def test_a_correction_shows_the_reason_before_and_after(officer: Talker) -> None:
    officer.tap("不适用", "本单位没有", "1台", "是").tap("不适用", "由房东物业管", "提交", "签字提交")
    officer.tap("更正").press("r0").press("u0").press("ok")
    officer.tap("不适用").write("在二楼，没有")
    changed = "第1题 消火栓有水吗？：不适用（本单位没有） → <b>不适用（在二楼，没有）</b>"
    assert changed in officer.page()
    officer.tap("提交更正")
    assert isinstance(officer.events[-1], CheckCorrected)
    assert changed in officer.page()


def test_a_state_at_the_step_of_a_question_that_always_applies_stands_at_the_question(
    officer: Talker,
) -> None:
    session = session_from_json(officer.kept)
    lost = State("check", "na", {**session.state.data, "q": "N-3"})
    officer.kept = session_to_json(replace(session, state=lost))
    officer.write("没有")
    assert officer.at in {"check.ask", "check.bad"}
    assert value(officer, "N-3") == "bad"


def test_an_option_of_its_own_that_says_so_is_an_answer_like_any_other(catalogue: Catalogue) -> None:
    own = (*ASKED[0].options, option("na", "不适用", "Not applicable", "neutral"))
    plain = ASKED[0].model_copy(update={"options": own, "na_reasons": ()})
    talker = Talker(world_of(catalogue, of(plain)), OFFICER).command("/check").write("不适用")
    assert saved(talker) == ["na"]
