"""What else is known of a hazard, in the chat: by taps or words, skipped at will, by those who may, the former value kept."""

from datetime import date

import pytest

from checklists.extra_fields import ExtraField
from checklists.load import load_catalogue
from dialogs.hazards.details import choices, read
from safety.events_hazards import HazardDetailed
from tests.dialogs.paper import EXPERT, OFFICER, SUPERVISOR, WORKER, World
from tests.dialogs.talking import Talker
from tests.dialogs.transcript import _reports as reports

NUMBER = "YH-2026-000001"
TODAY = date(2026, 11, 23)


def at_card(world: World, person: int = OFFICER) -> Talker:
    return Talker(world, person).open("hazards", "card", number=NUMBER)


@pytest.fixture
def officer(small: World) -> Talker:
    """Stands at the card of a gas hazard."""
    reports(Talker(small, OFFICER), {"words": "漏气", "place": "后厨", "category": "gas"})
    return at_card(small)


def known(world: World) -> dict[str, str]:
    return dict(world.found[0].details)


def test_four_screens_by_taps_and_words_then_the_card(officer: Talker) -> None:
    officer.tap("补充情况", "瓶装液化气").write("三瓶").write("汉威").write("2027年6月30日")
    assert known(officer.world) == {
        "fuel": "bottled",
        "cylinders": "3",
        "alarm_brand": "汉威",
        "alarm_until": "2027-06-30",
    }
    assert officer.at == "hazards.card"
    assert "报警器有效期：2027年6月30日" in officer.page()
    assert "补充情况：气瓶数量 3 瓶" in officer.page()


def test_each_is_skipped_and_nothing_is_kept(officer: Talker) -> None:
    officer.tap("补充情况", "跳过", "跳过", "跳过", "跳过")
    assert officer.at == "hazards.card"
    assert known(officer.world) == {}
    assert "补充情况：" not in officer.page()


def test_one_leaves_in_the_middle(officer: Talker) -> None:
    officer.tap("补充情况", "管道天然气", "回到隐患")
    assert officer.at == "hazards.card"
    assert known(officer.world) == {"fuel": "piped"}


def test_what_is_missing_is_asked_first_and_then_it_is_over(officer: Talker) -> None:
    officer.tap("补充情况", "管道天然气", "回到隐患", "补充情况")
    assert "气瓶数量" in officer.page()
    officer.tap("2 瓶").write("汉威").tap("12月31日 周四")
    assert officer.at == "hazards.card"


def test_a_later_word_keeps_the_former_value_in_the_timeline(officer: Talker) -> None:
    officer.tap("补充情况", "跳过").write("3").tap("回到隐患", "补充情况", "跳过", "跳过", "跳过")
    assert "现在是：3 瓶" in officer.page()
    officer.write("5")
    assert known(officer.world) == {"cylinders": "5"}
    assert "气瓶数量 5 瓶（原来 3 瓶）" in officer.page()


def test_the_same_again_is_no_new_step(officer: Talker) -> None:
    officer.tap("补充情况", "跳过").write("3").tap("回到隐患", "补充情况", "跳过", "跳过", "跳过").write("3")
    assert [one for one in officer.all_events if isinstance(one, HazardDetailed)] == [
        HazardDetailed(NUMBER, "cylinders", "3")
    ]


@pytest.mark.parametrize("text", ["很多", "-7", "一千万亿", "?"])
def test_what_is_no_number_is_asked_again(officer: Talker, text: str) -> None:
    officer.tap("补充情况", "跳过").write(text)
    assert "没看懂这个数" in officer.page()
    assert known(officer.world) == {}


def test_words_are_shown_as_words(officer: Talker) -> None:
    officer.tap("补充情况", "跳过", "跳过").write("<b>汉威</b>" + "长" * 300)
    assert officer.seen is not None
    assert "<b>汉威" not in officer.seen.html
    assert len(known(officer.world)["alarm_brand"]) == 100


def test_an_old_button_and_a_made_up_state_do_nothing(officer: Talker) -> None:
    for left in (["nothing"], [7, None], "fuel", []):
        officer.open("hazards", "details", number=NUMBER, left=left).write("3")
        assert known(officer.world) == {}
    officer.open("hazards", "details", number=NUMBER, left=["fuel"]).press("c9")
    assert known(officer.world) == {}


def test_a_supervisor_may_as_well(officer: Talker) -> None:
    at_card(officer.world, SUPERVISOR).tap("补充情况", "醇基燃料")
    assert known(officer.world) == {"fuel": "alcohol"}


@pytest.mark.parametrize("person", [EXPERT, WORKER])
def test_others_cannot(officer: Talker, person: int) -> None:
    other = at_card(officer.world, person)
    assert "补充情况" not in other.page()
    other.open("hazards", "details", number=NUMBER, left=["fuel", "cylinders"]).write("瓶装液化气").write("3")
    assert known(officer.world) == {}


def test_two_at_once_each_keep_their_own(officer: Talker) -> None:
    supervisor = at_card(officer.world, SUPERVISOR).tap("补充情况")
    officer.tap("补充情况", "瓶装液化气")
    supervisor.tap("管道天然气")
    assert known(officer.world) == {"fuel": "piped"}
    assert "（原来 瓶装液化气）" in at_card(officer.world).page()


def test_a_kind_without_fields_has_no_button(small: World) -> None:
    reports(Talker(small, OFFICER), {"words": "没戴手套", "place": "车间", "category": "protection"})
    assert "补充情况" not in at_card(small).page()


def every_field() -> list[ExtraField]:
    kinds = load_catalogue().kinds
    assert kinds is not None
    return [field for kind in kinds.kinds for field in kind.fields]


@pytest.mark.parametrize("field", every_field(), ids=lambda one: one.id)
def test_every_button_of_every_field_is_a_value_and_can_be_typed(field: ExtraField) -> None:
    offered = choices(field, TODAY)
    assert len(offered) <= 6
    for _label, value in offered:
        assert field.takes(value)
        assert read(field, field.told(value).zh, TODAY) == value
        assert read(field, field.told(value).en, TODAY) == value
