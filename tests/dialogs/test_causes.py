"""What was behind a hazard, in the chat: by taps or words, left out where it may be, never by others."""

import pytest

from safety.hazard_ledger import Cause
from tests.dialogs.paper import EXPERT, OFFICER, SUPERVISOR, WORKER, World
from tests.dialogs.talking import Talker
from tests.dialogs.transcript import _reports as reports

NUMBER = "YH-2026-000001"


@pytest.fixture
def officer(small: World) -> Talker:
    """Stands at the card of a general hazard that waits for a verdict."""
    talker = Talker(small, OFFICER)
    reports(talker, {"words": "漏气", "place": "后厨", "photos": ["before"]})
    talker.open("hazards", "card", number=NUMBER).tap("整改方案").write("换软管")
    return talker.tap("我来", "11月23日 周一", "改好了").photo("after").tap("送去复查")


def cause(world: World) -> Cause | None:
    case = world.found[0].case
    assert case is not None
    return case.cause


def test_two_taps_and_the_rest_may_be_left_out(officer: Talker) -> None:
    officer.tap("原因分析", "人", "没培训到位", "不写了", "不需要")
    assert cause(officer.world) == Cause("untrained")
    assert "原因：人·没培训到位" in officer.page()
    assert "🛡️" not in officer.page()


def test_all_of_it_in_words(officer: Talker) -> None:
    officer.tap("原因分析").write("环").write("乱堆乱放").write("周末没人管").write("划线定位").tap("我来")
    assert "哪天前办好" in officer.page()
    officer.write("12月15日")
    found = cause(officer.world)
    assert found is not None
    assert (found.root, found.words, found.measures) == ("clutter", "周末没人管", "划线定位")
    assert "预防：划线定位（李梅，12月15日 周二前）" in officer.page()


@pytest.mark.parametrize("text", ["天", "", "人机", "A" * 600])
def test_what_is_no_side_is_asked_again(officer: Talker, text: str) -> None:
    officer.tap("原因分析").write(text or "？")
    assert cause(officer.world) is None
    assert "主要是哪方面的原因" in officer.page()


def test_a_day_that_has_gone_by_does_not_fit(officer: Talker) -> None:
    officer.tap("原因分析", "人", "疏忽大意", "不写了").write("开班前会").tap("我来").write("2026-11-01")
    assert cause(officer.world) is None
    assert "哪天前办好" in officer.page()


def test_back_takes_one_answer_back(officer: Talker) -> None:
    officer.tap("原因分析", "人", "返回")
    assert "主要是哪方面的原因" in officer.page()
    officer.tap("返回")
    assert officer.at == "hazards.card"


@pytest.mark.parametrize("person", [SUPERVISOR, EXPERT, WORKER])
def test_others_cannot_say_it(officer: Talker, person: int) -> None:
    other = Talker(officer.world, person).open("hazards", "card", number=NUMBER)
    assert "原因分析" not in other.page()
    other.open("hazards", "ask", number=NUMBER, do="cause").write("人").write("没培训到位").write("x").write(
        "不需要"
    )
    assert cause(officer.world) is None


def test_supervisors_see_how_many_of_each(officer: Talker) -> None:
    officer.tap("原因分析", "人", "没培训到位", "不写了", "不需要")
    supervisor = Talker(officer.world, SUPERVISOR).command("/hazards").tap("筛选、导出", "原因统计")
    assert "1. 人·没培训到位 · 1 处" in supervisor.page()
    assert "后厨：漏气" in supervisor.tap("1").page()
    assert "人·没培训到位" in supervisor.page()
    nothing = Talker(officer.world, SUPERVISOR).command("/hazards").tap("筛选、导出")
    assert "原因统计" in nothing.page()
