"""Corrections after submission and returns: what they reach, what waits for their submission, and what is given up."""

from dataclasses import replace
from datetime import timedelta

import pytest

from checklists.catalogue import Catalogue
from checklists.conditions import Condition
from checklists.schema import Outcome, QuestionKind, Severity
from checklists.words import Language
from dialogs.selfcheck.correcting import REASONS
from dialogs.submissions import WISHES
from safety.checks import DutyState, Submission
from safety.events import (
    AnswersReopened,
    CheckCorrected,
    CheckReturned,
    CorrectionBegun,
    CorrectionDropped,
    HazardFound,
    HazardWithdrawn,
)
from safety.hazard_ledger import HazardState
from tests.dialogs.paper import EXPERT, OFFICER, SUPERVISOR, WORKER, World, small_world
from tests.dialogs.smallform import option
from tests.dialogs.talking import Talker
from tests.dialogs.test_every_screen import crawl, fits
from tests.dialogs.versionforms import ask, form

FUEL = (option("gas", "燃气"), option("power", "用电"), option("wood", "烧柴", Outcome.BAD))
FORM = form(
    ask("C-1", "用什么烧？", "What is burnt?", kind=QuestionKind.SINGLE, options=FUEL),
    ask("C-2", "报警器响吗？", "Does the alarm work?", when=Condition(answer="C-1", in_=("gas",)), severity=Severity.MAJOR),
    ask("C-3", "门开着吗？", "Is the door open?"),
    ask("C-4", "有台账吗？", "Are records kept?"),
    id="fixing",
)  # fmt: skip


def world(catalogue: Catalogue, language: Language = Language.ZH) -> World:
    made = small_world(replace(catalogue, checklists={**catalogue.checklists, "fixing": FORM}), language)
    made.owed = ("fixing",)
    return made


@pytest.fixture
def officer(catalogue: Catalogue) -> Talker:
    return Talker(world(catalogue), OFFICER)


def submitted(officer: Talker, *answers: str) -> Talker:
    """Answer and hand in."""
    officer.command("/check")
    for answer in answers:
        officer.tap(answer)
        if officer.at == "check.sure":
            officer.press("ok")
        if officer.at == "check.bad":
            officer.tap("继续")
    officer.tap("提交")
    if officer.at == "check.zero":
        officer.press("z")
    assert officer.at == "check.receipt"
    return officer


def correcting(officer: Talker, *numbers: str) -> Talker:
    officer.tap("更正", "填错了")
    return officer.write(" ".join(numbers)).tap("选好了")


def versions(talker: Talker) -> tuple[Submission, ...]:
    (found,) = talker.world.versions.values()
    return found


def of(talker: Talker, kind: type) -> list[object]:
    return [event for event in talker.all_events if isinstance(event, kind)]


def test_the_version_before_stays_as_it_was(officer: Talker) -> None:
    submitted(officer, "燃气", "是", "否", "是")
    before = versions(officer)[0]
    correcting(officer, "3").tap("是", "提交更正")
    old, new = versions(officer)
    assert replace(old, newest=True) == before
    assert (old.receipt, new.receipt) == ("ZC-2026-000001", "ZC-2026-000001-2")
    assert (old.answers["C-3"].value, new.answers["C-3"].value) == ("bad", "ok")
    assert (new.version, new.reason) == (2, "mistake")


def test_a_reported_hazard_is_withdrawn_only_when_the_correction_is_submitted(officer: Talker) -> None:
    submitted(officer, "燃气", "是", "否", "是")
    correcting(officer, "3").tap("是")
    assert of(officer, HazardWithdrawn) == []
    assert [one.state for one in officer.world.found] == [HazardState.REPORTED]
    officer.tap("提交更正")
    (gone,) = of(officer, HazardWithdrawn)
    assert isinstance(gone, HazardWithdrawn)
    assert (gone.question, gone.reason, gone.suspected_major) == ("C-3", "mistake", False)
    assert [one.state for one in officer.world.found] == [HazardState.WITHDRAWN]


def test_a_suspected_major_hazard_is_found_at_once_and_its_withdrawal_says_that_it_was_one(
    officer: Talker,
) -> None:
    submitted(officer, "燃气", "是", "是", "是")
    correcting(officer, "2").tap("否")
    assert officer.at == "check.sure"
    officer.press("ok")
    (found,) = of(officer, HazardFound)
    assert isinstance(found, HazardFound)
    assert found.suspected_major
    officer.tap("继续", "提交更正")
    correcting(officer, "2").tap("是", "提交更正")
    (gone,) = of(officer, HazardWithdrawn)
    assert isinstance(gone, HazardWithdrawn)
    assert gone.suspected_major


def test_what_is_found_in_a_correction_and_changed_back_never_was(officer: Talker) -> None:
    submitted(officer, "燃气", "是", "是", "是")
    correcting(officer, "3").tap("否").tap("改").tap("是")
    assert [
        type(event) for event in officer.all_events if isinstance(event, HazardFound | HazardWithdrawn)
    ] == [
        HazardFound,
        HazardWithdrawn,
    ]
    assert officer.world.found == []


def test_only_the_questions_chosen_can_be_changed(officer: Talker) -> None:
    officer.command("/check").write("燃气", message=7)
    for answer in ("是", "是", "是"):
        officer.tap(answer)
    officer.tap("提交").press("z")
    correcting(officer, "3")
    before = len(officer.all_events)
    officer.write("用电", message=7, edited=True)
    assert len(of(officer, CheckCorrected)) == 0
    draft = next(iter(officer.world.drafts.values()))
    assert draft.answers["C-1"].value == "gas"
    assert all(type(event).__name__ == "Said" for event in officer.all_events[before:])


@pytest.mark.parametrize("text", ["第3题", "3", "3、", "改3号", "question 3", "１和 3"])
def test_numbers_pick_questions(officer: Talker, text: str) -> None:
    submitted(officer, "燃气", "是", "否", "是").tap("更正", "填错了").write(text)
    assert "选好了" in officer.page()


@pytest.mark.parametrize("text", ["3号楼的先放着", "备注3", "3天内改好", "30 cm"])
def test_a_sentence_that_holds_a_number_picks_nothing_and_is_kept(officer: Talker, text: str) -> None:
    submitted(officer, "燃气", "是", "否", "是").tap("更正", "填错了").write(text)
    assert "选好了" not in officer.page()
    assert [getattr(event, "text", None) for event in officer.events] == [text]


def test_questions_that_are_asked_because_of_it_are_asked_again(officer: Talker) -> None:
    """The alarm was answered before the fuel was changed; now that there is gas again, that old answer is asked about."""
    officer.command("/check").tap("燃气", "是").press("b").press("b")
    assert officer.question == "C-1"
    officer.tap("用电", "是", "是", "提交").press("z")
    correcting(officer, "1").tap("燃气")
    (again,) = of(officer, AnswersReopened)
    assert isinstance(again, AnswersReopened)
    assert again.questions == ("C-2",)
    assert officer.question == "C-2"
    officer.tap("没变", "提交更正")
    assert set(versions(officer)[1].answers) == {"C-1", "C-2", "C-3", "C-4"}


def test_a_question_that_was_never_answered_is_asked_too(officer: Talker) -> None:
    submitted(officer, "用电", "是", "是")
    correcting(officer, "1").tap("燃气")
    assert officer.question == "C-2"
    officer.tap("是", "提交更正")
    assert versions(officer)[1].answers["C-2"].value == "ok"


def test_a_correction_that_is_given_up_leaves_no_trace_in_what_stands(officer: Talker) -> None:
    submitted(officer, "燃气", "是", "否", "是")
    before = next(iter(officer.world.drafts.values()))
    found = [*officer.world.found]
    correcting(officer, "3", "4").tap("是", "否", "继续", "放弃更正", "放弃")
    assert isinstance(officer.events[-1], CorrectionDropped)
    after = next(iter(officer.world.drafts.values()))
    assert replace(after, saves=before.saves) == before, "only how often was answered is not taken back"
    assert officer.world.found == found
    assert len(versions(officer)) == 1


def test_a_correction_can_be_left_and_gone_on_with(officer: Talker) -> None:
    submitted(officer, "燃气", "是", "否", "是")
    correcting(officer, "3", "4").command("/start")
    duty = officer.world.ledger(OFFICER).duties(officer.world.now.date())[0]
    assert duty.state is DutyState.CORRECTING
    officer.tap("去更正")
    assert officer.at in {"check.fix", "check.ask"}


def test_returned_questions_are_the_only_ones(officer: Talker) -> None:
    submitted(officer, "燃气", "是", "否", "是")
    supervisor = (
        Talker(officer.world, SUPERVISOR)
        .command("/start")
        .tap("企业与检查", "自查提交", "1", "退回更正", "3", "4")
    )
    supervisor.tap("选好了", "说明不清楚", "退回")
    (given,) = of(supervisor, CheckReturned)
    assert isinstance(given, CheckReturned)
    assert given.questions == ("C-3", "C-4")
    officer.open("check", "returned", list="fixing", period="2026-11").tap("开始更正")
    (begun,) = of(officer, CorrectionBegun)
    assert isinstance(begun, CorrectionBegun)
    assert (begun.questions, begun.returned, begun.reason) == (("C-3", "C-4"), True, "missing")
    officer.tap("没变", "继续", "没变")
    assert "提交更正" in officer.page()
    assert "再改一题" not in officer.page()
    officer.tap("提交更正")
    assert len(versions(officer)) == 2, "that all was right is an answer to a return"


def test_a_return_reaches_its_people_even_after_the_period(officer: Talker) -> None:
    submitted(officer, "燃气", "是", "否", "是")
    Talker(officer.world, SUPERVISOR).command("/start").tap(
        "企业与检查", "自查提交", "1", "退回更正", "3", "选好了", "与实际不符", "退回"
    )
    officer.world.now += timedelta(days=40)
    officer.command("/start").tap("自查提交", "1", "更正")
    assert officer.at == "check.returned"
    officer.tap("开始更正", "是", "提交更正")
    assert len(versions(officer)) == 2


def test_after_the_period_nobody_corrects_unasked(officer: Talker) -> None:
    submitted(officer, "燃气", "是", "否", "是")
    officer.world.now += timedelta(days=40)
    officer.command("/start").tap("自查提交", "1")
    assert "更正" not in officer.page()


def test_a_version_is_returned_once(officer: Talker) -> None:
    submitted(officer, "燃气", "是", "否", "是")
    first, second = (Talker(officer.world, SUPERVISOR) for _ in range(2))
    for one in (first, second):
        one.command("/start").tap("企业与检查", "自查提交", "1", "退回更正", "3", "选好了", "与实际不符")
    first.tap("退回")
    second.tap("退回")
    assert of(second, CheckReturned) == []


@pytest.mark.parametrize("person", [EXPERT, WORKER])
def test_who_has_no_business_with_it_sees_nothing(officer: Talker, person: int) -> None:
    submitted(officer, "燃气", "是", "否", "是")
    other = Talker(officer.world, person).open("submissions", "card", receipt="ZC-2026-000001")
    assert "ZC-2026-000001" not in other.page()
    other.command("/start")
    assert "自查提交" not in other.page()


@pytest.mark.parametrize("language", list(Language))
def test_every_screen_on_the_way_says_something_and_leads_on(
    catalogue: Catalogue, language: Language
) -> None:
    for person in (OFFICER, SUPERVISOR):
        made = world(catalogue, language)
        officer = submitted(Talker(made, OFFICER), "燃气", "是", "否", "是")
        talker = officer if person == OFFICER else Talker(made, SUPERVISOR).command("/start")
        screens = crawl(talker)
        assert len(screens) > 20
        for one in screens:
            fits(one)


def test_the_usual_reasons_have_words_of_their_own() -> None:
    assert set(REASONS).isdisjoint(WISHES)
