"""Spot exams at the desk: links, wrong codes, outsiders, old buttons, what is typed."""

from datetime import timedelta

import pytest

from checklists.catalogue import Catalogue
from checklists.words import Language
from safety.exams import Sheet
from tests.dialogs.paper import (
    DISTRICT,
    EXPERT,
    NEWCOMER,
    OFFICER,
    PRINCIPAL,
    SUPERVISOR,
    WORKER,
    World,
    small_world,
)
from tests.dialogs.paperspots import link_of
from tests.dialogs.talking import TEXTS, Talker


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
    assert "在写 0 人" in inspector.tap("刷新").page()
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


def by_link(world: World, code: str = "200001") -> Talker:
    return Talker(world, NEWCOMER).command(f"/start s_{link_of(code)}")


def test_a_code_alone_opens_nothing_to_who_has_no_seat(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    opened(world)
    assert "抽考链接不对" in Talker(world, NEWCOMER).command("/start s_200001").page()
    assert not world.exams


def test_a_guest_agrees_gives_a_name_writes_and_nothing_else_opens(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    inspector = opened(world)
    guest = by_link(world)
    assert "老王饭店" in guest.page()
    assert "匿名" not in guest.page()
    guest.write("张三")
    assert not world.exams, "nothing is kept before they agree"
    guest.tap("同意并继续").write("张3")
    assert "真实姓名" in guest.page()
    assert guest.write("同意安").at == "guest.ask", "a name may read like a button"
    assert (world.exams[-1].sheet.paper, world.guests) == ("spot", {1: "同意安"})
    for told in ("/start", "/cancel", "/menu"):
        assert guest.command(told).at == "guest.ask", told
    for told in ("/exam", "/hazards", "/inspect", "/todo", "/check"):
        assert guest.command(told).at == "guest.ask", told
    assert guest.command("/help").at == "help"
    link = f"/start s_{link_of('200001')}"
    assert guest.command(link).at == "guest.ask", "the link leads back to the paper that runs"
    guest.write("检查").tap("交卷", "就这样交")
    assert guest.at == "guest.result"
    assert "同意安" in guest.page()
    assert "错题本" not in guest.page()
    assert "同意安（未加入）" in inspector.tap("刷新").page()
    guest.tap("看错题 10", "下一道", "返回", "返回")
    assert guest.at == "guest.result"
    for option in ("p", "w", "e", "s", "k", "x"):
        assert guest.press(option).at == "guest.result", option
    assert guest.open("exam", "result", exam=1).at == "join"
    assert "考过了" in guest.command(link).page()
    assert len(world.exams) == 1
    assert guest.command("/start").at == "join"


def test_an_old_button_of_the_paper_says_that_it_is_handed_in(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    opened(world)
    guest = by_link(world).tap("同意并继续").write("张三")
    world.now += timedelta(minutes=6)
    assert "时间到了" in guest.tap("A").page()
    assert world.exams[0].result is not None
    assert guest.open("guest", "ask", place=0).at == "guest.ask"
    assert "已经交了" in guest.press("a0").page()


def test_a_link_that_runs_out_while_the_name_is_asked_opens_nothing(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    opened(world)
    guest = by_link(world).tap("同意并继续")
    world.now += timedelta(minutes=31)
    assert "抽考链接不对" in guest.write("张三").page()
    assert guest.at == "join"
    assert not world.exams
    assert "抽考链接不对" in by_link(world).page()


@pytest.mark.parametrize("text", ["https://t.me/anwen_bot?start=s_{}", "/start s_{}", "s_{}"])
def test_a_link_that_is_typed_leads_there_too(catalogue: Catalogue, text: str) -> None:
    world = small_world(catalogue)
    opened(world)
    world.people[NEWCOMER].consented = True
    guest = Talker(world, NEWCOMER).command("/start").write(text.format(link_of("200001")))
    assert guest.at == "guest.name"
    assert guest.write("张三").at == "guest.ask"


def test_whoever_has_a_seat_elsewhere_is_no_guest(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    opened(world)
    elsewhere = Talker(world, DISTRICT).command(f"/start s_{link_of('200001')}")
    assert not world.exams
    assert elsewhere.at == "spot"
    forged = elsewhere.open("guest", "name", key=link_of("200001")).write("张三")
    assert not world.exams
    assert "抽考链接不对" in forged.page()


@pytest.mark.parametrize("person", [OFFICER, PRINCIPAL])
def test_the_enterprise_opens_one_itself_and_it_counts_as_its_own(catalogue: Catalogue, person: int) -> None:
    world = small_world(catalogue)
    keeper = Talker(world, person).command("/inspect").tap("自己开考", "开考")
    assert "200001" in keeper.page()
    by_link(world).tap("同意并继续").write("张三").write("检查").tap("交卷", "就这样交")
    assert "张三（未加入）：0 分" in keeper.tap("刷新").page()
    pocket = Talker(world, SUPERVISOR).command("/inspect").write("老王")
    assert "现场抽考" not in pocket.page()
    assert "CK-2026-000001" in keeper.tap("结束").page()
    keeper.tap("返回", "开考")
    assert "200002" in keeper.page()


def test_a_worker_opens_none(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    worker = Talker(world, WORKER).command("/inspect")
    assert "开考" not in [TEXTS.label(one.label, Language.ZH) for row in worker.screen.rows for one in row]
    worker.press("o").open("spot", "own").press("s")
    assert not world.spots


@pytest.mark.parametrize("person", [WORKER])
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
