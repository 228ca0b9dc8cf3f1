"""Approvals, the digest, hazards: their cases beside the transcripts."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from checklists.words import Language
from dialogs import digest
from dialogs.render import render
from safety.areas import Area, Concern, Figures
from safety.joining import JoinRequest
from safety.people import Role
from tests.dialogs.paper import EXPERT, OFFICER, PRINCIPAL, SUPERVISOR, World
from tests.dialogs.talking import TEXTS, Talker

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
CALM = Figures(10, 10, 10, 10, 0, 0, 0, 0)


def area(
    today: Figures = CALM, before: Figures | None = None, *exceptions: Concern, waiting: int = 0
) -> Area:
    return Area("宋官屯街道", today, before, exceptions, waiting)


def page(of: Area, language: Language = Language.ZH) -> str:
    return render(digest.letter(of, NOW), language, TEXTS, 1).html


def test_a_calm_morning_is_one_line_without_buttons() -> None:
    screen = digest.letter(area(), NOW)
    assert len(screen.lines) == 1
    assert not screen.rows
    assert page(area()) == "宋官屯街道 · 11月23日 周一：今天一切正常，没有要您处理的。"


@pytest.mark.parametrize(
    ("of", "headline"),
    [
        (area(replace(CALM, suspected_major=2, overdue_hazards=1)), "有 2 处疑似重大隐患要马上看"),
        (
            area(replace(CALM, overdue_hazards=3), None, Concern("overdue", "甲", None, 1)),
            "有 3 处隐患过了期限",
        ),
        (area(CALM, None, Concern("unsubmitted", "甲", None, 1)), "有 1 件事要留意"),
        (area(waiting=1), "今天一切正常"),
    ],
)
def test_the_first_sentence_is_the_one_that_matters(of: Area, headline: str) -> None:
    assert headline in page(of).split("\n")[1]


def test_each_number_shows_its_change_against_the_last_working_day() -> None:
    now = replace(CALM, submitted=5, open_hazards=2, overdue_hazards=1)
    text = page(area(now, replace(CALM, submitted=3, open_hazards=4, overdue_hazards=1), waiting=1))
    assert "已交 5 / 10（比上个工作日多 2）" in text
    assert "未改 2，今天新增 0（比上个工作日少 2）" in text
    assert "超期：1（和上个工作日一样）" in text


def test_zero_reports_stand_beside_what_was_submitted() -> None:
    assert "已交 5 / 10 · 零报告 3 份" in page(
        area(replace(CALM, submitted=5, zero=3), None, Concern("overdue", "甲", None, 1))
    )
    assert "零报告" not in page(area(replace(CALM, submitted=5), None, Concern("overdue", "甲", None, 1)))


@pytest.mark.parametrize(("days", "words"), [(0, "疑似重大隐患，今天发现"), (3, "疑似重大隐患，发现 3 天")])
def test_a_major_hazard_says_since_when(days: int, words: str) -> None:
    assert words in page(area(CALM, None, Concern("major", "甲", "YH-1", days)))


def test_at_most_five_cases_are_named_gravest_and_oldest_first() -> None:
    many = [Concern("overdue", f"店{n}", None, n) for n in range(1, 8)]
    of = area(CALM, None, *many, Concern("strange", "怪店", None, 99), Concern("major", "重店", "YH-1", 1))
    names = [one.enterprise for one in digest.concerns(of)]
    assert names == ["重店", "店7", "店6", "店5", "店4"]
    screen = digest.letter(of, NOW)
    opened = [button.opens for button in screen.rows[0]]
    assert opened[0] is not None
    assert (opened[0].flow, opened[0].at, opened[0].data) == ("hazards", "card", {"number": "YH-1"})
    assert opened[1] is not None
    assert opened[1].flow == "digest"


def test_a_case_without_a_hazard_says_what_may_help(world: World) -> None:
    world.area = area(CALM, None, Concern("never_joined", "三号饭店", None, 30, "张三"))
    talker = Talker(world, SUPERVISOR).command("/digest").tap("1")
    assert "三号饭店：邀请 30 天还没加入，负责人张三" in talker.page()
    talker.press("zz")
    assert talker.toast == "此页已更新"
    talker.press("b")
    assert talker.at == "digest"


def test_the_digest_leads_to_who_waits(world: World) -> None:
    ask(world, 1)
    world.area = area()
    talker = Talker(world, SUPERVISOR).command("/digest").tap("待审批 1")
    assert talker.at == "approvals"
    talker.write("怎么办")
    assert talker.at == "approvals"


def test_the_digest_is_for_those_who_may_see_it(world: World) -> None:
    for person in (OFFICER, EXPERT):
        assert "不能做这一步" in Talker(world, person).command("/digest").page()


def ask(world: World, count: int) -> None:
    for number in range(1, count + 1):
        asked = JoinRequest(number, f"人{number}", "139****0001", "老王饭店", Role.OFFICER, world.now)
        world.requests[number] = (asked, 2, True)


def test_requests_are_listed_in_pages_and_refused_or_approved(world: World) -> None:
    ask(world, 7)
    talker = Talker(world, SUPERVISOR).command("/approvals").tap("下一页")
    assert "6. 人6" in talker.page()
    talker.tap("7")
    assert "人7" in talker.page()
    talker.tap("不同意")
    assert "已谢绝人7" in talker.page()
    talker.tap("下一页", "上一页", "1", "回到列表", "1").press("zz")
    assert talker.toast == "此页已更新"


def test_a_request_is_decided_once(world: World) -> None:
    ask(world, 1)
    one = Talker(world, SUPERVISOR).command("/approvals").tap("1")
    other = Talker(world, SUPERVISOR).command("/approvals").tap("1", "同意")
    assert "已同意人1" in other.page()
    one.press("n")
    assert not one.events
    assert "已经有人处理了" in one.page()


def test_a_seat_is_ended_by_who_was_told_of_it_only(world: World) -> None:
    ask(world, 1)
    principal = Talker(world, PRINCIPAL).open("approvals", "revoke", request=1).press("zz")
    assert not principal.events
    principal.press("b")
    assert principal.at == "menu"
    officer = Talker(world, OFFICER).open("approvals", "revoke", request=1)
    assert "不能做这一步" in officer.page()
    gone = Talker(world, PRINCIPAL).open("approvals", "revoke", request=99)
    assert "已经有人处理了" in gone.page()
    assert "不能做这一步" in Talker(world, PRINCIPAL).command("/approvals").page()


def test_a_hazard_card_shows_its_photos_one_by_one(world: World) -> None:
    Talker(world, OFFICER).command("/check").tap("瓶装液化气", "不拍，继续", "否")
    world.found = [replace(world.found[0], photos=("one", "two"), note="合同过期", photos_pending=1)]
    talker = Talker(world, SUPERVISOR).command("/hazards").tap("1")
    assert "合同过期" in talker.page()
    assert "正在保存" in talker.page()
    talker.press("f")
    assert "(photo one)" in talker.page()
    talker.press("f")
    assert "(photo two)" in talker.page()
    talker.press("f").press("t")
    assert "YH-2026" in talker.page()
    talker.press("zz")
    assert talker.toast == "此页已更新"
    talker.write("看到了").press("b")
    assert talker.at == "hazards"


def test_an_overdue_hazard_and_one_without_its_form_are_drawn(world: World) -> None:
    Talker(world, OFFICER).command("/check").tap("瓶装液化气", "不拍，继续", "否")
    world.found = [replace(world.found[0], due=NOW.date().replace(day=1), form=None)]
    talker = Talker(world, SUPERVISOR).command("/hazards")
    assert "已超期" in talker.page()
    talker.tap("1")
    assert "CG-02" in talker.page()


def test_a_hazard_outside_the_scope_does_not_exist(world: World) -> None:
    assert "看不到" in Talker(world, OFFICER).open("hazards", "card", number="YH-2026-000404").page()


def test_an_empty_hazard_list_leads_on(world: World) -> None:
    talker = Talker(world, EXPERT).command("/start").tap("隐患")
    assert "没有登记的隐患" in talker.page()
    talker.press("k")
    assert talker.toast == "此页已更新"
