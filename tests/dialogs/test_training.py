"""Hours at the desk: one's own, the officer's list, counts for supervisors; nobody sees what is not theirs."""

from datetime import date, timedelta

import pytest

from checklists.catalogue import Catalogue
from checklists.words import Words
from safety.training import Credit, CreditSource
from tests.dialogs.paper import EXPERT, OFFICER, PRINCIPAL, SUPERVISOR, WORKER, World, small_world
from tests.dialogs.talking import Talker

DAY = date(2026, 11, 20)


def taught(world: World, person: int, hours: float, day: date = DAY) -> None:
    one = Credit(day, round(hours * 45), CreditSource.LESSON, Words("消防<b>课", "fire lesson"), 1)
    world.earned[person] = (*world.earned.get(person, ()), one)


def test_what_is_missing_is_said_with_its_day_and_is_gone_when_it_is_enough(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    taught(world, WORKER, 10)
    page = Talker(world, WORKER).command("/hours").page()
    assert "已有 10，还差 14，11月23日 周一前学完" in page
    assert "消防&lt;b&gt;课，10 学时" in page
    taught(world, WORKER, 14)
    assert "✅ 初次培训 24 学时：已有 24，够了。" in Talker(world, WORKER).command("/hours").page()


def test_it_is_late_after_its_day(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    world.now += timedelta(days=1)
    assert "🔴 初次培训" in Talker(world, WORKER).command("/hours").page()
    assert "🔴 小李" in Talker(world, OFFICER).command("/hours").tap("本单位").page()


def test_records_are_walked_page_by_page(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    for n in range(12):
        taught(world, WORKER, 1, DAY - timedelta(days=n))
    talker = Talker(world, WORKER).command("/hours")
    assert talker.page().count("🏫") == 5
    talker.press("p1").press("p1")
    assert talker.page().count("🏫") == 2
    talker.press("p1").press("p9").press("a0")
    assert talker.page().count("🏫") == 2


@pytest.mark.parametrize("person", [WORKER])
def test_a_worker_sees_nobody_else(catalogue: Catalogue, person: int) -> None:
    world = small_world(catalogue)
    talker = Talker(world, person).command("/hours")
    assert "本单位" not in talker.page()
    for at in ("pupils", "pupil"):
        talker.open("hours", at, n=0, name="李梅")
        assert "李梅" not in talker.page()
    talker.press("g")
    assert "李梅" not in talker.page()


def test_a_card_is_never_somebody_elses_when_the_list_has_moved(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    talker = Talker(world, OFFICER).command("/hours").tap("本单位", "1")
    assert "小李" in talker.page()
    for _ in range(3):
        taught(world, WORKER, 30)
    assert "小李" in talker.press("zz").page()
    talker.open("hours", "pupil", n=0, name="没有这个人")
    assert "本单位培训" in talker.page()


def test_supervisors_get_counts_without_names(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    page = Talker(world, SUPERVISOR).command("/hours").page()
    assert "已加入 3 人" in page
    for name in ("小李", "李梅", "王老板"):
        assert name not in page
    talker = Talker(world, SUPERVISOR).open("hours", "pupils")
    assert "李梅" not in talker.page()
    for option in ("g", "y0", "y0", "y1", "p0", "p1", "a0", "x"):
        talker.press(option)
    assert "李梅" not in talker.page()
    assert "不能" in Talker(world, EXPERT).command("/hours").page()


def test_the_principal_sees_the_people_as_well(catalogue: Catalogue) -> None:
    assert "李梅" in Talker(small_world(catalogue), PRINCIPAL).command("/hours").tap("本单位").page()
