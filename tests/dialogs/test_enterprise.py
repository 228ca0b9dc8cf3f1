"""The conversation about enterprises at the desk: outsiders, other people's buttons, two at once, text instead of a tap, who was not looked at."""

import pytest

from checklists.catalogue import Catalogue
from safety.requests import Brought, RequestState
from tests.dialogs.paper import EXPERT, OFFICER, PRINCIPAL, SUPERVISOR, WORKER, small_world
from tests.dialogs.paperenterprises import street
from tests.dialogs.talking import Talker

STEPS = (
    "find",
    "list",
    "card",
    "more",
    "people",
    "class",
    "cpick",
    "cwhy",
    "facts",
    "profile",
    "alter",
    "number",
)
STEPS += (
    "ask",
    "askwhich",
    "askto",
    "askwhy",
    "requests",
    "changes",
    "request",
    "refuse",
    "working",
    "classes",
)
OPTIONS = (
    "a0",
    "a1",
    "b",
    "c",
    "d",
    "f",
    "g",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "q",
    "s",
    "t",
    "u",
    "w",
    "x",
    "y",
    "z",
)


@pytest.mark.parametrize("at", STEPS)
def test_a_worker_sees_no_card_and_changes_nothing(catalogue: Catalogue, at: str) -> None:
    world = small_world(catalogue)
    talker = Talker(world, WORKER).open(
        "enterprise", at, code=world.enterprise.credit_code, number="BG-2026-000001"
    )
    for option in OPTIONS:
        talker.press(option)
    talker.write("随便写几个字")
    assert world.enterprise.credit_code not in talker.page()
    assert not world.asked_changes
    assert world.classed is None
    assert world.profile_confirmed is None


@pytest.mark.parametrize("at", STEPS)
@pytest.mark.parametrize("person", [OFFICER, PRINCIPAL, SUPERVISOR, EXPERT])
def test_another_enterprise_does_not_exist(catalogue: Catalogue, person: int, at: str) -> None:
    world = small_world(catalogue)
    talker = Talker(world, person)
    for option in OPTIONS:
        talker.open("enterprise", at, code="91371400MA99999999", number="BG-2026-999999", to="I", what="name")
        talker.press(option)
    talker.open("enterprise", at, code="91371400MA99999999", to="I", what="name", after="别家").write(
        "就是要改"
    )
    assert "91371400MA99999999" not in talker.page()
    assert world.classed is None
    assert all(one.credit_code == world.enterprise.credit_code for one in world.asked_changes)


@pytest.mark.parametrize("person", [OFFICER, PRINCIPAL])
def test_people_of_the_enterprise_have_no_buttons_of_supervisors(catalogue: Catalogue, person: int) -> None:
    world = small_world(catalogue)
    code = world.enterprise.credit_code
    talker = (
        Talker(world, OFFICER)
        .open("enterprise", "askwhy", code=code, what="name", after="新名字")
        .write("换了执照")
    )
    (asked,) = world.asked_changes
    talker = Talker(world, person)
    for at, option in (
        ("class", "c"),
        ("cpick", "a0"),
        ("request", "y"),
        ("request", "n"),
        ("requests", "a0"),
    ):
        talker.open("enterprise", at, code=code, number=asked.number).press(option)
    talker.open("enterprise", "cwhy", code=code, to="I").write("我觉得应该")
    talker.open("enterprise", "refuse", code=code, number=asked.number).write("不同意")
    assert world.classed is None
    assert [one.state for one in world.asked_changes] == [RequestState.WAITING]


def test_of_two_supervisors_the_second_is_told_that_it_is_decided(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    code = world.enterprise.credit_code
    Talker(world, OFFICER).open("enterprise", "askwhy", code=code, what="name", after="新名字").write(
        "换了执照"
    )
    first = Talker(world, SUPERVISOR).write("监管").tap("📝 变更审核 1", "1")
    second = Talker(world, SUPERVISOR).write("监管").tap("📝 变更审核 1", "1")
    first.tap("同意")
    assert world.enterprise.name == "新名字"
    second.press("y")
    assert second.toast is not None or "赵强" in second.page()
    assert len([one for one in world.asked_changes if one.state is RequestState.ACCEPTED]) == 1


def test_a_button_may_be_typed_and_a_reason_is_no_button(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    talker = Talker(world, OFFICER).write("本企业").write("企业情况").write("申请变更").write("单位名称")
    talker.write("返回饭店")
    assert talker.at == "enterprise.askwhy"
    talker.write("换了执照")
    assert [one.after for one in world.asked_changes] == ["返回饭店"]


def test_phones_are_masked_until_they_are_asked_for_and_that_is_recorded(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    talker = Talker(world, SUPERVISOR).command("/enterprise 老王").tap("👥 人员")
    assert "139****9999" in talker.page()
    assert "13900009999" not in talker.page()
    talker.tap("显示电话")
    assert "13900009999" in talker.page()
    assert "enterprise/people" in {one.where for one in world.accesses}
    expert = Talker(world, EXPERT).open(
        "enterprise", "people", code=world.enterprise.credit_code, phones=True
    )
    assert "13900009999" not in expert.press("t").page()


def test_the_crowd_is_looked_through_by_name(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    world.crowd = street()
    talker = Talker(world, SUPERVISOR).command("/enterprise").write("饭店")
    assert "找到 7 家" in talker.page()
    assert "没有找到" in talker.write("没有这样的").page()


def test_what_an_imported_list_has_changed_stands_with_the_changes(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    changes = {
        "name": ("老王小吃", "老王饭店"),
        "colour": ("green", "white"),
        "activity": ("stopped", "producing"),
        "grid": ("", "三号网格"),
    }
    world.brought = [Brought(world.now, changes)]
    for person in (SUPERVISOR, OFFICER):
        talker = Talker(world, person).open("enterprise", "changes", code=world.enterprise.credit_code)
        for said in ("导入名单时改了", "老王小吃 → 老王饭店", "绿色 → ", "三号网格"):
            assert said in talker.page()
    assert "导入名单时改了" not in Talker(world, SUPERVISOR).open("enterprise", "requests").page()
