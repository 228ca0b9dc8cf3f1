"""Spot exams at the desk: links, wrong codes, outsiders, old buttons, what is typed."""

import pytest

from checklists.catalogue import Catalogue
from safety.exams import Sheet
from tests.dialogs.paper import EXPERT, NEWCOMER, OFFICER, PRINCIPAL, SUPERVISOR, WORKER, World, small_world
from tests.dialogs.talking import Talker


def opened(world: World, person: int = SUPERVISOR) -> Talker:
    return Talker(world, person).command("/inspect").write("老王").tap("开考")


@pytest.mark.parametrize("person", [WORKER, OFFICER, PRINCIPAL])
def test_the_link_begins_the_paper_of_the_plan_at_once(catalogue: Catalogue, person: int) -> None:
    world = small_world(catalogue)
    inspector = opened(world)
    assert "200001" in inspector.page()
    talker = Talker(world, person).command("/start s_200001")
    assert talker.at == "exam.ask"
    sheet: Sheet = world.exams[-1].sheet
    assert (sheet.paper, len(sheet.drawn), sheet.minutes) == ("spot", 10, 5)
    inspector.tap("刷新")
    assert "在写" in inspector.page()
    talker.write("检查").tap("交卷", "就这样交")
    assert "没有" not in inspector.tap("刷新").page()
    assert "考过了" in talker.command("/start s_200001").page()
    assert len(world.exams) == 1


def test_an_inspector_closes_it_and_the_record_stands(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    inspector = opened(world, EXPERT)
    assert "CK-2026-000001" in inspector.tap("结束").page()
    inspector.press("x").press("r")
    assert world.spots[0].record == "CK-2026-000001"
    assert "抽考码不对" in Talker(world, WORKER).command("/start s_200001").page()
    inspector.tap("返回")
    assert inspector.at == "spot.card"


@pytest.mark.parametrize("text", ["/start s_", "/start s_999999", "/start s_x", "/start s_0"])
def test_a_wrong_code_gets_one_plain_sentence(catalogue: Catalogue, text: str) -> None:
    world = small_world(catalogue)
    opened(world)
    talker = Talker(world, WORKER).command(text)
    assert not world.exams
    assert "抽考码" in talker.page()


def test_who_has_no_seat_is_told_to_join_first(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    opened(world)
    assert "要先加入本单位" in Talker(world, NEWCOMER).command("/start s_200001").page()
    assert not world.exams


@pytest.mark.parametrize("person", [WORKER, OFFICER])
def test_nobody_of_the_enterprise_sees_the_inspectors_side(catalogue: Catalogue, person: int) -> None:
    world = small_world(catalogue)
    opened(world)
    talker = Talker(world, person)
    for at in ("", "card", "live"):
        talker.open("spot", at, code=world.enterprise.credit_code, text="老王")
        assert "200001" not in talker.page()
        for option in ("s", "x", "r", "l", "a0"):
            talker.press(option)
        assert "200001" not in talker.page()
    assert len(world.spots) == 1
    assert world.spots[0].code == "200001"


def test_a_foreign_enterprise_is_not_opened(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    talker = Talker(world, SUPERVISOR)
    for at in ("card", "live"):
        talker.open("spot", at, code="91371400MA99999999").press("s").press("x")
    assert not world.spots


def test_two_inspectors_at_once_have_a_code_each(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    assert "200001" in opened(world).page()
    assert "200002" in opened(world, EXPERT).page()
    Talker(world, WORKER).command("/start s_200002")
    assert [len(one.exams) for one in world.spots] == [0, 1]
