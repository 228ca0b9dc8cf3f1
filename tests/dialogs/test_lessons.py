"""Lessons at the desk: what is typed, wrong codes, old and foreign screens, spans of the counts."""

from datetime import date, timedelta

import pytest

from checklists.catalogue import Catalogue
from dialogs.lessons.counts import days
from dialogs.texts import SHANGHAI
from tests.dialogs.paper import EXPERT, OFFICER, PRINCIPAL, SUPERVISOR, WORKER, World, small_world
from tests.dialogs.talking import Talker


def planned(world: World, person: int = OFFICER) -> Talker:
    return Talker(world, person).command("/lesson").tap("通知开课", "1")


def announced(world: World, person: int = OFFICER) -> Talker:
    return planned(world, person).tap("发通知")


@pytest.mark.parametrize(
    ("words", "day", "clock"),
    [
        ("12月1日 9点", "2026-12-01", "09:00"),
        ("明天下午3点", "2026-11-24", "15:00"),
        ("后天 14:30", "2026-11-25", "14:30"),
        ("10点", "2026-11-24", "10:00"),
        ("昨天 8点半", "2026-11-22", "08:30"),
    ],
)
def test_a_time_is_written_as_people_say_it(catalogue: Catalogue, words: str, day: str, clock: str) -> None:
    world = small_world(catalogue)
    talker = planned(world).tap("改时间").write(words)
    talker.tap("补记这一场" if day < "2026-11-23" else "发通知")
    local = world.lessons[-1].lesson.at.astimezone(SHANGHAI)
    assert (local.date().isoformat(), f"{local:%H:%M}") == (day, clock)


@pytest.mark.parametrize("words", ["不知道", "2031年1月1日 9点", "2020年1月1日 9点", "？"])
def test_a_time_that_cannot_be_is_asked_for_again(catalogue: Catalogue, words: str) -> None:
    world = small_world(catalogue)
    talker = planned(world).tap("改时间").write(words)
    assert talker.at == "lesson.edit"
    assert not world.lessons


def test_everything_can_be_changed_before_it_is_announced(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    talker = planned(world).tap("改时长").write("60分钟").tap("改讲课人").write("应急局 张科长")
    talker.tap("改地点").write("地" * 61)
    assert talker.at == "lesson.edit"
    talker.write("二楼").tap("写题目").write("防火").tap("写题目", "不写题目", "发通知")
    one = world.lessons[0].lesson
    assert (one.minutes, one.lecturer, one.place, one.topic) == (60, "应急局 张科长", "二楼", "")


def test_a_link_signs_in_and_a_wrong_code_says_no_more_than_that(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    announced(world).tap("开始签到")
    worker = Talker(world, WORKER)
    assert "签到码不对" in worker.command("/start k_9999").page()
    assert "签到码不对" in worker.command("/start k_0").page()
    assert "签到了" in worker.command("/start k_1001").page()
    assert "已经签到过" in worker.command("/start k_1001").page()
    assert world.lessons[0].there == {f"person:{WORKER}"}


@pytest.mark.parametrize("person", [WORKER, EXPERT])
def test_who_holds_none_gets_no_button_and_no_code(catalogue: Catalogue, person: int) -> None:
    world = small_world(catalogue)
    announced(world).tap("开始签到")
    talker = Talker(world, person)
    before = world.lessons
    for at in ("card", "roll", "others", "sure", "off", "record", "new", "plan", "counts"):
        talker.open("lesson", at, lesson=1, subject="fire", minutes=45, place="x")
        assert "1001" not in talker.page()
        for option in ("s", "y", "a0", "x", "z", "r", "o"):
            talker.press(option)
        assert "1001" not in talker.page()
    assert world.lessons == before


def test_another_who_may_hold_it_goes_on_with_it(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    announced(world)
    talker = Talker(world, PRINCIPAL).command("/lesson").tap("1", "没账号的人").write("没有人")
    assert talker.at == "lesson.others"
    talker.write("12 位老师傅")
    assert world.lessons[0].lesson.others == 12
    world.now += timedelta(days=2)
    talker.tap("结束", "结束并记录")
    assert "PX-2026-000001" in talker.page()
    talker.press("s").press("z")
    assert "PX-2026-000001" in Talker(world, OFFICER).command("/lesson").tap("1").page()


def test_a_lesson_of_the_town_is_seen_by_those_who_are_asked(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    planned(world, SUPERVISOR).tap("改地点").write("街道").tap("发通知", "开始签到")
    assert "宋官屯街道组织" in Talker(world, OFFICER).command("/lesson").tap("1").page()
    assert "还没有" in Talker(world, WORKER).command("/lesson").page()


@pytest.mark.parametrize(
    ("span", "back", "first", "last"),
    [
        ("m", 0, "2026-11-01", "2026-11-30"),
        ("m", 11, "2025-12-01", "2025-12-31"),
        ("q", 0, "2026-10-01", "2026-12-31"),
        ("q", 1, "2026-07-01", "2026-09-30"),
        ("q", 4, "2025-10-01", "2025-12-31"),
        ("y", 2, "2024-01-01", "2024-12-31"),
    ],
)
def test_spans_are_whole_months_quarters_and_years(span: str, back: int, first: str, last: str) -> None:
    found = days(span, back, date(2026, 11, 23))
    assert [one.isoformat() for one in found] == [first, last]
