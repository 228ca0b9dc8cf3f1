"""A hub with more places than fit a screen leads on page by page, and every place stays within reach."""

from datetime import UTC, datetime

import pytest

from checklists.catalogue import Catalogue
from dialogs.context import Context
from dialogs.hubs import MOST, ON, Hub, Place
from dialogs.talk import Line, State, Tapped
from tests.dialogs.paper import DISTRICT, SUPERVISOR, World, small_world
from tests.dialogs.talking import Talker

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)


@pytest.fixture
def context(catalogue: Catalogue) -> Context:
    world = small_world(catalogue)
    return Context(world.actor(SUPERVISOR), world.ledger(SUPERVISOR), NOW)


def hub(count: int) -> Hub:
    return Hub(
        "crowded",
        Line("supervise-heading"),
        [Place(f"q{number}", "to-submissions", "submissions", at=str(number)) for number in range(count)],
    )


def options(whole: Hub, state: State, context: Context) -> list[str]:
    return [button.option for row in whole.show(state, context).rows for button in row]


@pytest.mark.parametrize("count", [1, MOST, MOST + 1, 2 * MOST, 20])
def test_every_place_is_within_reach_and_no_screen_is_too_full(count: int, context: Context) -> None:
    whole, state, seen = hub(count), State("crowded"), []
    for _ in range(count):
        shown = options(whole, state, context)
        assert len(shown) <= MOST + 1
        for option in shown:
            if option not in {ON, "e"}:
                led = whole.step(state, Tapped("crowded", 0, option), context)
                assert led is not None
                assert led.state == State("submissions", option[1:])
                seen.append(option)
        on = whole.step(state, Tapped("crowded", 0, ON), context)
        if on is None or on.state is None or on.state.at == "":
            break
        state = on.state
    assert seen == [f"q{number}" for number in range(count)]


def test_a_page_that_is_gone_is_the_first(context: Context) -> None:
    whole = hub(3)
    assert options(whole, State("crowded", "7"), context) == options(whole, State("crowded"), context)
    assert whole.step(State("crowded"), Tapped("crowded", 0, ON), context) is None


def test_a_label_leaves_a_zero_out(catalogue: Catalogue) -> None:
    world: World = small_world(catalogue)
    talker = Talker(world, SUPERVISOR).command("/supervise")
    assert "变更审核" in talker.page()
    assert "变更审核 0" not in talker.page()
    assert "待复核 0" not in Talker(world, DISTRICT).command("/records").page()
