"""The roster and papers in talk: wrong buttons, old buttons, words at the wrong place, two people at once, outsiders."""

import pytest

from checklists.catalogue import Catalogue
from checklists.veto_rules import Barred
from safety.events_staff import (
    CertificateAdded,
    CertificateDropped,
    VetoLifted,
    VetoSet,
    WorkerAdded,
    WorkerLeft,
)
from tests.dialogs.paper import EXPERT, OFFICER, PRINCIPAL, SUPERVISOR, WORKER, World, small_world
from tests.dialogs.paperpledges import Shelf
from tests.dialogs.paperstaff import staffed
from tests.dialogs.talking import Talker


@pytest.fixture
def world(catalogue: Catalogue) -> World:
    world = small_world(catalogue)
    staffed(world)
    return world


def opened(world: World, flow: str, who: int = OFFICER) -> Talker:
    return Talker(world, who).command("/start").open(flow)


def test_who_may_start_is_two_steps_away(world: World) -> None:
    talker = opened(world, "staff").write("张三")
    assert "查过的都没有问题" in talker.page()
    assert "没有账号" in talker.page()
    talker = opened(world, "staff").write("李四")
    assert "8 学时，要满 24 学时" in talker.page()


def test_what_is_due_stands_first(world: World) -> None:
    page = opened(world, "papers").page()
    assert page.index("锅炉") < page.index("低压电工作业")
    assert "已过 3 天" in page
    assert "还有 30 天" in page


@pytest.mark.parametrize("who", [SUPERVISOR, EXPERT])
@pytest.mark.parametrize("flow", ["staff", "papers"])
def test_the_roster_is_nothing_for_who_works_elsewhere(world: World, who: int, flow: str) -> None:
    talker = opened(world, flow, who)
    assert "张三" not in talker.page()
    assert "不能做这一步" in talker.page()


@pytest.mark.parametrize("number", [2, 99, "x", None])
def test_a_worker_opens_nobody_elses_card_or_paper(world: World, number: object) -> None:
    talker = Talker(world, WORKER).command("/start")
    talker.open("staff", "card", worker=number)  # type: ignore[arg-type]  # as a forged letter would carry it
    assert "张三" not in talker.page()
    talker.open("papers", "card", paper=number)  # type: ignore[arg-type]  # the same
    assert "T3701" not in talker.page()
    for step in ("name", "post", "left", "link"):
        talker.open("staff", step, worker=1, name="某人")
        talker.write("某人 电工 昨天")
        talker.press("d0")
        talker.press("a0")
    assert not [one for one in talker.all_events if isinstance(one, WorkerAdded | WorkerLeft)]


def test_a_worker_enters_no_paper_of_the_enterprise_and_drops_none(world: World) -> None:
    talker = Talker(world, WORKER).command("/start").open("papers", "", worker=2)
    assert "张三" not in talker.page()
    talker.photo("front").tap("特种作业", "低压电工").write("2026-01-05").press("s")
    (made,) = [one for one in talker.all_events if isinstance(one, CertificateAdded)]
    assert made.worker == 1, "whatever list it was begun from"
    talker.open("papers", "why", paper=3).write("不要了")
    assert not [one for one in talker.all_events if isinstance(one, CertificateDropped)]


def test_old_and_wrong_buttons_change_nothing(world: World) -> None:
    talker = opened(world, "staff")
    for option in ("a9", "zz", "p1", "d0", "y", "a0x", ""):
        before = talker.page()
        talker.press(option)
        assert talker.events == (), option
        talker.open("staff")
        assert talker.page() == before


def test_two_people_at_once_let_the_same_one_go(world: World) -> None:
    one, other = opened(world, "staff").write("张三"), opened(world, "staff", PRINCIPAL).write("张三")
    one.tap("离职", "今天")
    other.tap("离职")
    assert not [event for event in other.all_events if isinstance(event, WorkerLeft)]
    assert "没有这个人了" in other.page()


def test_several_lines_are_entered_all_or_none(world: World) -> None:
    talker = opened(world, "staff").tap("➕ 加人").write("周一一 电工 昨天\n2026-11-01")
    assert talker.events == ()
    assert "没看懂" in talker.page()
    talker.write("周一一 电工 昨天\n周二二 普工 2026-12-30")
    assert talker.events == ()
    talker.write("周一一 电工 昨天\n周二二 普工")
    assert len(talker.events) == 2


def test_a_photo_that_a_paper_lacks_is_added_without_asking(world: World) -> None:
    talker = opened(world, "papers").tap("1").photo("plate")
    assert talker.at == "papers.check"
    talker.tap("登记")
    (made,) = talker.events
    assert isinstance(made, CertificateAdded)
    assert (made.replaces, made.review, made.place) == (2, world.papers[1].review, "锅炉房")
    assert [one.unique for one in made.pictures] == ["plate"]


def test_a_paper_is_entered_within_four_taps(world: World) -> None:
    talker = opened(world, "papers", OFFICER)
    before = talker.taps
    talker.photo("front").tap("许可证", "安全许可证").write("2025-06-01").tap("登记")
    assert talker.taps - before == 3
    (made,) = talker.events
    assert isinstance(made, CertificateAdded)
    assert (made.worker, str(made.valid_to)) == (None, "2028-05-31")


@pytest.mark.parametrize("text", ["张", "没有这个人", "2026-11-01", "   ", "李四李四李四" * 30])
def test_a_holder_has_to_be_in_the_roster(world: World, text: str) -> None:
    talker = opened(world, "papers").tap("➕ 登记", "特种作业", "焊接切割")
    talker.write(text)
    if text == "张":
        assert talker.at == "papers.date", "only one person is called like that"
    else:
        assert talker.at == "papers.who"


# --- the veto list ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", [WORKER, EXPERT])
def test_the_veto_list_is_nothing_for_who_neither_keeps_nor_sets_it(world: World, who: int) -> None:
    talker = opened(world, "veto", who)
    assert "不能做这一步" in talker.page()
    assert talker.events == ()


@pytest.mark.parametrize("step", ["firm", "who", "reason", "sure", "lift"])
def test_an_officer_sets_and_lifts_nothing(world: World, step: str) -> None:
    code = world.enterprise.credit_code
    veto = VetoSet(code, 3, "forged", "", world.now.date(), (Barred.POST,))
    world.record(SUPERVISOR, [veto])
    talker = Talker(world, OFFICER).command("/start")
    talker.open("veto", step, code=code, worker=2, reason="forged", number="FJ-2026-000001")
    talker.write("随便写的原因")
    assert not [one for one in talker.all_events if isinstance(one, VetoSet | VetoLifted)]
    assert len(world.vetoed) == 1


def test_a_veto_wants_a_person_of_the_roster_and_a_word_to_be_lifted(world: World) -> None:
    world.shelf = Shelf()
    talker = opened(world, "veto", SUPERVISOR).tap("列入名单", "1").write("没有这个人")
    assert talker.at == "veto.who"
    talker.tap("整个单位")
    assert "证件造假" not in talker.page()
    talker.tap("发生事故", "列入").tap("1", "移出名单").write("x")
    assert talker.events == ()
    talker.write("已整改")
    assert world.vetoed[0].lifted is not None
