"""The zero report: declared on a screen of its own, signed with a second, other button; and scores in plain words."""

from dataclasses import replace

import pytest

from checklists.catalogue import Catalogue
from checklists.words import Language
from safety.events import CheckSubmitted
from tests.dialogs.paper import OFFICER, PRINCIPAL, World, small_world
from tests.dialogs.smallform import to_review
from tests.dialogs.talking import Talker
from tests.dialogs.weighty import WEIGHTY


@pytest.fixture
def weighty(catalogue: Catalogue) -> World:
    """A restaurant that owes a form with a heavy and a critical question."""
    world = small_world(replace(catalogue, checklists={**catalogue.checklists, "weighty": WEIGHTY}))
    world.owed = ("weighty",)
    return world


def reviewed(world: World, *answers: str, person: int = OFFICER) -> Talker:
    """An officer at the review after these answers."""
    talker = Talker(world, person).command("/check")
    for answer in answers:
        talker.tap(answer)
        if talker.at == "check.bad":
            talker.press("ok")
    assert talker.at == "check.review"
    return talker


def test_nothing_found_is_signed_with_another_button_at_another_place(weighty: World) -> None:
    talker = reviewed(weighty, "是", "是", "是", "是")
    assert talker.seen is not None
    assert talker.seen.rows[-1][-1][0] == "✅ 提交"
    talker.tap("提交")
    assert talker.at == "check.zero"
    assert not talker.events
    assert weighty.drafts[next(iter(weighty.drafts))].receipt is None
    assert "“我逐项看了 4 项，没有发现隐患。”" in talker.page()
    assert "李梅，安全管理员，老王饭店" in talker.page()
    talker.press("ok")  # the button that led here means nothing here
    assert not talker.events
    assert talker.toast == "此页已更新"
    assert talker.seen.rows[-1][-1][0] == "⬅️ 再看看"
    talker.tap("签字提交")
    (event,) = talker.events
    assert isinstance(event, CheckSubmitted)
    assert event.zero
    assert "零报告，李梅签字声明：“我逐项看了 4 项，没有发现隐患。”" in talker.page()


def test_who_is_unsure_goes_back_and_nothing_is_handed_in(weighty: World) -> None:
    talker = reviewed(weighty, "是", "是", "是", "是").tap("提交").tap("再看看")
    assert talker.at == "check.review"
    assert not [event for event in talker.all_events if isinstance(event, CheckSubmitted)]


def test_what_was_passed_over_is_not_declared_as_looked_at(small: World) -> None:
    talker = Talker(small, OFFICER).command("/check")
    talker.tap("是", "都没有", "2人", "今天", "28").write("写了", message=1)
    talker.tap("是").photo("a").press("s").tap("提交")
    assert "“我逐项看了 7 项，没有发现隐患。还有 1 项没有看。”" in talker.page()
    talker.tap("签字提交")
    assert "还有 1 项没有看" in talker.page()


def test_a_finding_is_handed_in_at_once_and_is_no_zero_report(weighty: World) -> None:
    talker = reviewed(weighty, "是", "是", "否", "是").tap("提交")
    (event,) = talker.events
    assert isinstance(event, CheckSubmitted)
    assert not event.zero
    assert "零报告" not in talker.page()


def test_what_somebody_else_has_found_meanwhile_is_not_signed_away(weighty: World) -> None:
    talker = reviewed(weighty, "是", "是", "是", "是").tap("提交")
    other = Talker(weighty, PRINCIPAL).command("/check")
    other.press("b").tap("否").press("ok")
    talker.tap("签字提交")
    assert not talker.events
    assert talker.at == "check.review"
    assert "刚才有人改了答案" in talker.page()


def test_a_blocking_question_leads_away_from_the_signature(talker: Talker) -> None:
    to_review(talker)
    talker.press("z")
    assert not talker.events


def test_a_form_that_was_submitted_meanwhile_shows_its_receipt(weighty: World) -> None:
    talker = reviewed(weighty, "是", "是", "是", "是").tap("提交")
    reviewed(weighty, person=PRINCIPAL).tap("提交", "签字提交")
    talker.press("z")
    assert talker.at == "check.receipt"
    assert "王老板签字声明" in talker.page()


@pytest.mark.parametrize(
    ("answers", "said", "silent"),
    [
        (
            ("否", "是", "是", "是"),
            (
                "得分 59，没达标（60 分达标）",
                "第1题是关键题，没合格最多得 59 分",
                "没得满分的部分：疏散 75 分",
                "各题分值不一样",
            ),
            (),
        ),
        (("是", "否", "是", "是"), ("得分 50，没达标", "疏散 25 分"), ("关键题",)),
        (("是", "是", "否", "是"), ("得分 83，达标", "用电 50 分"), ("疏散 ", "关键题")),
        (("否", "否", "否", "是"), ("得分 16，没达标", "疏散 0 分、用电 50 分"), ()),
    ],
)
def test_a_score_is_explained_in_plain_words(
    weighty: World, answers: tuple[str, ...], said: tuple[str, ...], silent: tuple[str, ...]
) -> None:
    talker = reviewed(weighty, *answers)
    before = talker.page()
    after = talker.tap("提交").page()
    for page in (before, after):
        assert all(words in page for words in said), page
        assert not any(words in page for words in silent), page


def test_a_receipt_keeps_the_score_of_the_day_it_was_signed(talker: Talker, small: World) -> None:
    talker.tap("是", "都没有", "2人", "今天", "28").write("写了", message=1)
    talker.tap("是").photo("a").tap("是").photo("b").photo("c").tap("提交", "签字提交")
    assert "得分 100" in talker.page()
    small.now = small.now.replace(year=2027)  # the dates of the answers are long past
    again = Talker(small, OFFICER).open(
        "check", "receipt", checklist="small", period="2026-11", question="Q-01"
    )
    assert "得分 100" in again.page()


def test_an_older_receipt_without_its_score_and_signature_is_still_drawn(
    talker: Talker, small: World
) -> None:
    talker.tap("是", "都没有", "2人", "今天", "28").write("写了", message=1)
    talker.tap("是").photo("a").tap("是").photo("b").photo("c").tap("提交", "签字提交")
    key, draft = next(iter(small.drafts.items()))
    small.drafts[key] = replace(draft, zero=False, score=None)
    again = Talker(small, OFFICER).open(
        "check", "receipt", checklist="small", period="2026-11", question="Q-01"
    )
    assert "没有发现隐患，辛苦了" in again.page()
    assert "得分 100" in again.page()


def test_the_english_of_it_is_whole(weighty: World) -> None:
    weighty.people[OFFICER].language = Language.EN
    talker = reviewed(weighty, "否", "是", "是", "是")
    assert "score 59 (60 are needed)" in talker.page()
    assert "A critical question that failed (question 1) leaves at most 59 points" in talker.page()
