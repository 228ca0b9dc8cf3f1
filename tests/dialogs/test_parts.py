"""Parts of a hazard in the chat: adding, the list with pages, the way up, what crosses, and the longer ways of a full card."""

import pytest

from dialogs.talk import Tapped
from tests.dialogs.paper import EXPERT, OFFICER, PRINCIPAL, SUPERVISOR, WORKER, World
from tests.dialogs.talking import Talker
from tests.dialogs.transcript import _reports as reports

NUMBER, PART = "YH-2026-000001", "YH-2026-000002"


def card(world: World, person: int, number: str = NUMBER) -> Talker:
    return Talker(world, person).open("hazards", "card", number=number)


@pytest.fixture
def planned(small: World) -> World:
    officer = Talker(small, OFFICER)
    reports(officer, {"words": "电线老化", "place": "后厨", "photos": ["before"]})
    card(small, OFFICER).tap("整改方案").write("全部换线").tap("我来", "11月30日 周一")
    return small


def add(world: World, words: str = "换电箱", person: int = OFFICER) -> Talker:
    talker = card(world, person)
    if "[🧩 加子隐患]" not in talker.page():
        talker.tap("⋯ 更多")
    return talker.tap("加子隐患").write(words).tap("王老板" if person == OFFICER else "李梅", "11月24日 周二")


def test_a_supervisor_types_the_owner_and_the_day(planned: World) -> None:
    talker = card(planned, SUPERVISOR).tap("加子隐患").write("换插座").write("王老板")
    assert "没有这位同事" in talker.page()  # for a supervisor it stays with the owner
    talker.write("李梅").write("后天")
    assert [part.words for part in planned.found[0].parts] == ["换插座"]
    assert planned.found[1].owner == "李梅"


@pytest.mark.parametrize("person", [EXPERT, WORKER])
def test_others_add_no_part(planned: World, person: int) -> None:
    assert "加子隐患" not in card(planned, person).page()
    Talker(planned, person).open("hazards", "ask", number=NUMBER, do="divide").write("x").write("李梅")
    assert len(planned.found) == 1


def test_many_parts_are_listed_in_pages_and_each_opens(planned: World) -> None:
    for number in range(7):
        add(planned, f"第{number}处")
    officer = card(planned, OFFICER)
    assert "（7 条）还有 7 条没销号" in officer.page()
    shown = officer.page().partition("<b>经过</b>")[0]
    assert "第3处" in shown
    assert "第4处" not in shown
    officer.tap("子隐患 7")
    assert "第4处" in officer.page()
    officer.press("p1").press("a1")
    assert "<b>后厨：第6处</b>" in officer.page()
    officer.tap("上级隐患")
    assert "<b>后厨：电线老化</b>" in officer.page()
    officer.tap("子隐患 7").tap("回到隐患", "回到列表")
    assert "隐患 8 处" in officer.page()


@pytest.mark.parametrize("option", ["a9", "a", "p7", "u", "zz", "a-1"])
def test_forged_options_open_nothing(planned: World, option: str) -> None:
    add(planned)
    officer = card(planned, OFFICER).tap("子隐患 1")
    before = officer.page()
    officer.press(option)
    assert "换电箱" in officer.page()
    assert officer.at == "hazards.parts"
    assert before.splitlines()[0] in officer.page()


def test_a_part_offers_no_part_and_names_its_parent(planned: World) -> None:
    add(planned)
    part = card(planned, OFFICER, PART)
    assert "属于 YH-2026-000001：这条销号后" in part.page()
    assert "加子隐患" not in part.page()
    forged = Talker(planned, OFFICER).open("hazards", "ask", number=PART, do="divide")
    forged.write("x").tap("我来", "11月24日 周二")
    assert "不能再分" in forged.page()
    assert len(planned.found) == 2


def test_a_part_that_comes_while_the_verdict_is_open_holds_it_up(planned: World) -> None:
    Talker(planned, OFFICER).open("hazards", "evidence", number=NUMBER).photo("after")
    boss = card(planned, PRINCIPAL)
    add(planned)
    Talker(planned, OFFICER).open("hazards", "evidence", number=NUMBER).tap("送去复查")
    boss.open("hazards", "verdict", number=NUMBER)
    assert "还有 1 条子隐患没销号：YH-2026-000002" in boss.page()
    supervisor = Talker(planned, SUPERVISOR).open("hazards", "verdict", number=NUMBER).tap("通过")
    assert "还有 1 条子隐患没销号：YH-2026-000002" in supervisor.page()
    assert not [event for event in supervisor.all_events if event.kind == "hazard:moved"]


def test_evidence_was_sent_while_a_part_was_being_added(planned: World) -> None:
    officer = card(planned, OFFICER).tap("加子隐患").write("换电箱").tap("王老板")
    Talker(planned, PRINCIPAL).open("hazards", "evidence", number=NUMBER).photo("after").tap("送去复查")
    officer.tap("11月24日 周二")
    assert "现在不能这样改" in officer.page() + (officer.toast or "")
    assert len(planned.found) == 1


def test_a_full_card_keeps_the_longer_ways_behind_one_button(planned: World) -> None:
    add(planned)
    officer = card(planned, OFFICER)
    assert "加子隐患" not in officer.page().split("下一步")[1]
    officer.tap("⋯ 更多")
    assert "[🧩 加子隐患]" in officer.page()
    assert "[📋 整改方案]" not in officer.page()
    officer.tap("⋯ 更多")
    assert "[📋 整改方案]" in officer.page()
    old = officer.does(Tapped("hazards", 1, "m"))
    assert old.at == "hazards.card"
