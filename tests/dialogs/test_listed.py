"""Listed supervision in the chat: usual demands, progress with an album, what crosses, and who sees no button."""

import pytest

from checklists.words import Language
from tests.dialogs.paper import EXPERT, OFFICER, PRINCIPAL, SUPERVISOR, WORKER, World
from tests.dialogs.talking import Talker
from tests.dialogs.transcript import _reports as reports

NUMBER = "YH-2026-000001"


def card(world: World, person: int) -> Talker:
    return Talker(world, person).open("hazards", "card", number=NUMBER)


@pytest.fixture
def planned(small: World) -> World:
    """A major hazard, confirmed and planned."""
    officer = Talker(small, OFFICER)
    reports(officer, {"words": "漏氨", "place": "冷库", "major": True, "photos": ["before"]})
    card(small, SUPERVISOR).tap("是重大隐患")
    officer.open("hazards", "card", number=NUMBER).tap("整改方案").write("换阀门")
    officer.tap("一万元以内", "专人看守", "我来", "11月30日 周一")
    return small


def listed(world: World) -> World:
    card(world, SUPERVISOR).tap("挂牌督办", "停产整改", "12月23日 周三")
    return world


def demand(world: World) -> str:
    case = world.found[0].case
    assert case is not None
    assert case.listing is not None
    return case.listing.demand


def test_a_usual_demand_is_kept_in_full(planned: World) -> None:
    assert "停产停业整改，验收合格前不得恢复。" in card(listed(planned), SUPERVISOR).page()
    assert demand(planned) == "停产停业整改，验收合格前不得恢复。"


def test_the_list_says_suspected_until_a_supervisor_has_said_so(small: World) -> None:
    reports(Talker(small, OFFICER), {"words": "漏氨", "place": "冷库", "major": True})
    seen = []
    for act in ("", "是重大隐患"):
        if act:
            card(small, SUPERVISOR).tap(act)
        seen.append(Talker(small, SUPERVISOR).command("/hazards").page())
    assert "⚠️ 疑似重大，" in seen[0]
    assert "⚠️ 重大隐患，" in seen[1]


def test_it_is_kept_in_the_language_of_who_demands_it(planned: World) -> None:
    for one in planned.people.values():
        one.language = Language.EN
    card(planned, SUPERVISOR).tap("挂牌督办", "停产整改", "12月23日 周三")
    assert demand(planned) == "Stop production until it is put right and accepted."


@pytest.mark.parametrize("person", [OFFICER, PRINCIPAL, EXPERT, WORKER])
def test_nobody_else_can_list_it(planned: World, person: int) -> None:
    assert "[🚩 挂牌督办]" not in card(planned, person).page()
    forged = (
        card(planned, person).open("hazards", "ask", number=NUMBER, do="list").write("停产").write("12月23日")
    )
    assert not any(event.kind == "hazard:moved" for event in forged.all_events)


@pytest.mark.parametrize("person", [SUPERVISOR, EXPERT, WORKER])
def test_who_does_not_put_it_right_tells_no_progress(planned: World, person: int) -> None:
    listed(planned)
    assert "报进展" not in card(planned, person).page()
    forged = card(planned, person).open("hazards", "ask", number=NUMBER, do="progress").write("完成了")
    assert not forged.all_events or forged.all_events[-1].kind != "hazard:moved"


def test_an_album_with_words_is_one_progress_and_all_its_photos(planned: World) -> None:
    officer = card(listed(planned), OFFICER).tap("报进展")
    officer.photo("a", caption="阀门拆了", album="x").photo("b", album="x").photo("c", album="x")
    kinds = [event.kind for event in officer.all_events]
    assert kinds == ["hazard:photo:sent", "hazard:moved", "hazard:photo:sent", "hazard:photo:sent"]
    assert [shot.name for shot in planned.found[0].notes] == ["a", "b", "c"]
    assert "上次进展（11月23日 周一）：阀门拆了" in officer.page()
    officer.photo("d")
    assert len(planned.found[0].notes) == 3


def test_the_same_photo_is_refused_and_asked_for_anew(planned: World) -> None:
    officer = card(listed(planned), OFFICER).tap("报进展").photo("before")
    assert "已经有了" in officer.page()
    assert "做到哪一步" in officer.page()


def test_two_supervisors_at_once_list_it_once(planned: World) -> None:
    one, other = card(planned, SUPERVISOR), card(planned, SUPERVISOR)
    one.tap("挂牌督办", "停产整改")
    other.tap("挂牌督办", "限期整改")
    one.tap("12月23日 周三")
    other.tap("12月8日 周二")
    assert planned.listings == 1
    assert "2026-12-23" in str(planned.found[0].due)


def test_progress_comes_after_the_evidence_was_sent(planned: World) -> None:
    letter = card(listed(planned), OFFICER).open("hazards", "ask", number=NUMBER, do="progress")
    boss = (
        Talker(planned, PRINCIPAL).open("hazards", "evidence", number=NUMBER).photo("after").tap("送去复查")
    )
    letter.write("快好了")
    assert [event.kind for event in letter.all_events] == []
    assert "现在不能这样改" in letter.page() + (letter.toast or "")
    assert "等督办人验收摘牌" in boss.page()


def test_it_is_accepted_only_together_with_the_removal(planned: World) -> None:
    listed(planned)
    Talker(planned, OFFICER).open("hazards", "evidence", number=NUMBER).photo("after").tap("送去复查")
    verdict = Talker(planned, SUPERVISOR).open("hazards", "verdict", number=NUMBER)
    assert "[✅ 通过]" not in verdict.page()
    assert "还没写原因和预防措施" in verdict.page()
    assert "写好才能销号" in verdict.tap("验收摘牌").page()
    officer = Talker(planned, OFFICER).open("hazards", "card", number=NUMBER).tap("原因分析", "人")
    officer.write("违章操作").tap("不写了").write("开工前讲一遍").tap("我来", "12月8日 周二")
    verdict.open("hazards", "verdict", number=NUMBER)
    assert "已摘牌" in verdict.tap("验收摘牌").page()
