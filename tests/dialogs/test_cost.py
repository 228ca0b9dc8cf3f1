"""What it has cost: beside the evidence by tap or in words, later on the card, never forced, never by others."""

import pytest

from safety.hazard_ledger import HazardState
from tests.dialogs.paper import EXPERT, OFFICER, PRINCIPAL, SUPERVISOR, WORKER, World
from tests.dialogs.talking import Talker
from tests.dialogs.transcript import _reports as reports

NUMBER = "YH-2026-000001"


@pytest.fixture
def officer(small: World) -> Talker:
    """Stands at the evidence of a planned hazard, with its photo."""
    talker = Talker(small, OFFICER)
    reports(talker, {"words": "漏气", "place": "后厨", "photos": ["before"]})
    talker.open("hazards", "card", number=NUMBER).tap("整改方案").write("换软管")
    return talker.tap("我来", "11月23日 周一", "改好了")


def cost(world: World) -> int | None:
    case = world.found[0].case
    assert case is not None
    return case.cost


def test_one_tap_and_the_screen_stays(officer: Talker) -> None:
    assert "花了多少钱" not in officer.page()  # not before the photos are complete
    officer.photo("after").tap("一千元以内")
    assert cost(officer.world) == 1000
    assert "实际花费：1000 元" in officer.page()
    assert "[一千元以内]" not in officer.page()
    assert "已送去复查" in officer.tap("送去复查").page()


@pytest.mark.parametrize(("said", "yuan"), [("一共花了三千二", 3200), ("0", 0), ("2", 2), ("5万", 50000)])
def test_an_amount_in_words(officer: Talker, said: str, yuan: int) -> None:
    officer.photo("after").write(said)
    assert cost(officer.world) == yuan
    assert officer.at == "hazards.evidence"


def test_other_words_stay_a_note(officer: Talker) -> None:
    officer.photo("after").write("换了3根软管")
    assert cost(officer.world) is None
    assert officer.all_events[-1].kind == "hazard:noted"


def test_nobody_has_to_say_it(officer: Talker) -> None:
    officer.photo("after").tap("送去复查")
    assert cost(officer.world) is None
    assert officer.world.found[0].state is HazardState.EVIDENCE


def test_it_is_told_and_changed_later_on_the_card(officer: Talker) -> None:
    officer.photo("after").tap("送去复查", "填花费", "一万元以内")
    assert cost(officer.world) == 10000
    assert "李梅 填花费：10000 元" in officer.page()
    officer.tap("填花费").write("八千五百元")
    assert cost(officer.world) == 8500
    Talker(officer.world, SUPERVISOR).open("hazards", "verdict", number=NUMBER).tap("通过")
    closed = (
        Talker(officer.world, PRINCIPAL).open("hazards", "card", number=NUMBER).tap("填花费").write("9000")
    )
    assert cost(officer.world) == 9000
    assert officer.world.found[0].state is HazardState.CLOSED
    assert "已销号" in closed.page()


@pytest.mark.parametrize("person", [SUPERVISOR, EXPERT, WORKER])
def test_others_cannot_say_it(officer: Talker, person: int) -> None:
    officer.photo("after").tap("送去复查")
    assert "填花费" not in Talker(officer.world, person).open("hazards", "card", number=NUMBER).page()
    Talker(officer.world, person).open("hazards", "ask", number=NUMBER, do="cost").write("1")
    Talker(officer.world, person).open("hazards", "evidence", number=NUMBER).write("2元")
    assert cost(officer.world) is None
