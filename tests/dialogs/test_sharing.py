"""Sections taken by name: the board, the way the next question is found, letters that lead to a section."""

from dataclasses import replace

import pytest

from checklists.catalogue import Catalogue
from checklists.schema import Checklist, Question, QuestionKind, Section
from safety.events import SectionGivenBack, SectionHanded, SectionTaken
from tests.dialogs.paper import OFFICER, PRINCIPAL, World, small_world
from tests.dialogs.smallform import YES_NO, w
from tests.dialogs.talking import Talker


def ask(name: str) -> Question:
    return Question(id=name, kind=QuestionKind.YESNO, text=w(f"{name}？"), options=YES_NO, advice=w("改好。"))


def section(name: str, *questions: str) -> Section:
    return Section(id=name, title=w(f"{name}段"), questions=tuple(map(ask, questions)))


PARTED = Checklist(
    id="small",
    title=w("小表"),
    colours=("white",),
    cycle_days=30,
    sections=(
        section("甲", "A1", "A2"),
        section("乙", "B1", "B2"),
        section("丙", "C1"),
    ),
)


@pytest.fixture
def parted(catalogue: Catalogue) -> World:
    """A restaurant that owes a form of three sections."""
    world = small_world(replace(catalogue, checklists={**catalogue.checklists, "small": PARTED}))
    world.owed = ("small",)
    return world


@pytest.fixture
def li(parted: World) -> Talker:
    """The officer, at the first question."""
    return Talker(parted, OFFICER).command("/check")


@pytest.fixture
def wang(parted: World, li: Talker) -> Talker:
    """The principal, at the first question as well."""
    assert li.question == "A1"
    return Talker(parted, PRINCIPAL).command("/check")


def board(talker: Talker) -> Talker:
    return talker.press("m").tap("分工") if talker.at == "check.ask" else talker.tap("分工")


def test_the_board_shows_how_far_each_section_is_and_who_does_it(li: Talker, wang: Talker) -> None:
    li.tap("是")
    board(wang)
    assert "1. 甲段：已答 1 / 2 题，还没人做" in wang.page()
    wang.tap("2").tap("我来做")
    assert wang.events == (SectionTaken(next(iter(li.world.drafts)), "乙"),)
    board(li)
    assert "2. 乙段：已答 0 / 2 题，王老板在做" in li.page()


def test_a_taken_section_is_gone_on_with_and_others_leave_it_out(li: Talker, wang: Talker) -> None:
    board(wang).tap("2").tap("我来做")
    assert isinstance(wang.events[0], SectionTaken)
    assert wang.question == "B1"
    assert "“乙段”由您来做" in wang.page()
    li.tap("是", "是")
    assert li.question == "C1"
    wang.tap("是")
    assert wang.question == "B2"
    wang.tap("是")
    assert wang.question == "C1"
    li.tap("是")
    assert li.at == "check.review"


def test_one_s_own_sections_come_first(li: Talker, wang: Talker) -> None:
    board(wang).tap("3").tap("我来做")
    wang.press("b").press("b")
    assert wang.question == "B1"
    wang.press("s")
    assert wang.question == "C1"
    wang.tap("是")
    assert wang.question == "A1"


def test_what_is_left_with_a_colleague_stands_in_the_review_and_can_be_answered(
    li: Talker, wang: Talker
) -> None:
    board(wang).tap("2").tap("我来做")
    li.tap("是", "是", "是")
    assert li.at == "check.review"
    assert "第3题 ◻️ 没答（王老板在做）" in li.page()
    li.tap("第3题", "是")
    assert li.at == "check.review"
    assert "第3题" not in li.page()


def test_a_section_is_given_back(li: Talker, wang: Talker) -> None:
    board(wang).tap("2").tap("我来做")
    wang.press("m").tap("分工", "2")
    assert "您在做这一部分" in wang.page()
    wang.tap("不做了，放回去")
    assert isinstance(wang.events[0], SectionGivenBack)
    assert "“乙段”放回去了" in wang.page()
    li.tap("是", "是")
    assert li.question == "B1"


def test_a_section_is_handed_to_a_colleague_whose_letter_leads_to_it(li: Talker, wang: Talker) -> None:
    board(li).tap("3").tap("交给同事")
    assert "1. 王老板，主要负责人" in li.page()
    li.tap("1")
    assert isinstance(li.events[0], SectionHanded)
    assert li.events[0].to == PRINCIPAL
    assert "交给 王老板 了" in li.page()
    wang.command("/start").open("check", "section", checklist="small", period="2026-11", section="丙")
    assert wang.question == "C1"
    wang.tap("是")
    assert wang.question == "A1"


def test_the_letter_of_a_section_that_somebody_else_has_shows_who(li: Talker, wang: Talker) -> None:
    board(li).tap("3").tap("交给同事", "1")
    board(li.press("b")).tap("3").tap("接过来做")
    assert li.events == (SectionTaken(li.events[0].key, "丙", over=PRINCIPAL),)  # type: ignore[attr-defined]  # a SectionTaken
    wang.open("check", "section", checklist="small", period="2026-11", section="丙")
    assert wang.at == "check.part"
    assert "李梅 在做这一部分" in wang.page()


def test_a_letter_of_a_section_that_is_no_longer_asked_says_so(li: Talker, wang: Talker) -> None:
    wang.open("check", "section", checklist="small", period="2026-11", section="丁")
    assert "没有要答的题" in wang.page()
    assert not wang.events


def test_the_letter_of_a_submission_leads_to_the_receipt(li: Talker, wang: Talker) -> None:
    wang.open("check", "receipt", checklist="small", period="2026-11")
    assert wang.at == "check.review"
    li.tap("是", "是", "是", "是", "是").tap("提交", "签字提交")
    wang.open("check", "receipt", checklist="small", period="2026-11")
    assert "ZC-2026-000001" in wang.page()
    assert "已经提交了" not in wang.page()


def test_buttons_of_a_section_that_changed_hands_are_not_understood(li: Talker, wang: Talker) -> None:
    board(wang).tap("2")
    kept = replace(wang)
    wang.tap("我来做")
    board(li).tap("2")
    for option in ("t", "l", "g2", "zz"):
        replace(li).press(option)
        assert not li.events or option == "g2"
    again = replace(kept)
    again.press("t")
    assert not again.events
    assert again.at == "check.part"
    free = replace(li).press("b").tap("1")
    assert not free.press("o").events
    assert not free.press("l").events


def test_one_who_is_alone_has_no_board(parted: World) -> None:
    parted.people[PRINCIPAL].seats.clear()
    alone = Talker(parted, OFFICER).command("/check").press("m")
    assert "分工" not in alone.page()
    alone.tap("看总览")
    assert "分工" not in alone.page()
    alone.press("w").tap("1")
    assert "交给同事" not in alone.page()


def test_the_board_turns_pages(catalogue: Catalogue) -> None:
    many = PARTED.model_copy(
        update={"sections": tuple(section(f"{number}", f"N{number}") for number in range(1, 9))}
    )
    world = small_world(replace(catalogue, checklists={**catalogue.checklists, "small": many}))
    world.owed = ("small",)
    talker = Talker(world, OFFICER).command("/check")
    board(talker).tap("下一页").tap("7")
    assert "<b>7段</b>" in talker.page()
    talker.press("b").tap("看总览")
    assert talker.at == "check.review"
    talker.tap("分工").press("b")
    assert talker.question == "N1"


def test_the_review_tells_who_has_answered(li: Talker, wang: Talker) -> None:
    li.tap("否").tap("继续")
    wang.command("/menu").press("k").press("m").tap("看总览")
    assert "👥 已答：李梅 1 题" in wang.page()
    assert "第1题 ⚠️ 隐患（李梅 09:00）" in wang.page()
    li.press("m").tap("看总览")
    assert "已答" not in li.page()


def test_the_menu_leads_to_one_s_own_section(li: Talker, wang: Talker) -> None:
    board(wang).tap("2").tap("我来做")
    li.tap("是", "是")
    li.kept = ""
    li.command("/start")
    assert "继续第5题" in li.page()
