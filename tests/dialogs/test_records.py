"""The screens of records, statistics, second persons, the send-up file and privacy against who may not see them, wrong buttons and words."""

import pytest

from checklists.catalogue import Catalogue
from checklists.words import Language
from dialogs.codec import session_from_json
from safety.bulk import BulkKind
from safety.events import Said
from tests.dialogs.paper import (
    DISTRICT,
    EXPERT,
    NEWCOMER,
    OFFICER,
    PRINCIPAL,
    SUPERVISOR,
    WORKER,
    World,
    small_world,
)
from tests.dialogs.talking import Talker

PERIOD = {"period": "2026-Q3"}
AUDIT = [("audit", "", {}), ("audit", "ask", {"asks": "whom"})]
BULK = [
    ("bulk", "", {}),
    ("bulk", "card", {"request": 1}),
    ("bulk", "yes", {"request": 1}),
    ("bulk", "no", {"request": 1}),
]
SEND_UP = [("sendup", "", {})]
SIGNING = [("statistics", at, PERIOD) for at in ("card", "name", "sure", "again")]
AREA = [("statistics", at, PERIOD) for at in ("area", "missing", "sent", "one")]
FORMS = [("statistics", at, PERIOD) for at in ("form", "pick", "value", "why")]
OWN = [("privacy", at, {}) for at in ("", "sure", "kept", "seen", "fix", "phone", "erase")]
INSIDE = (OFFICER, PRINCIPAL, WORKER)
FORBIDDEN = [
    *((person, one) for person in (*INSIDE, SUPERVISOR, EXPERT, NEWCOMER) for one in (*AUDIT, *SEND_UP)),
    *((person, one) for person in (*INSIDE, EXPERT, NEWCOMER) for one in BULK),
    *((person, one) for person in (OFFICER, WORKER, EXPERT, NEWCOMER) for one in SIGNING),
    *((person, one) for person in (WORKER, EXPERT, NEWCOMER) for one in (*AREA, *FORMS)),
]
OPTIONS = ("y", "n", "z", "s", "a", "a0", "a9", "x", "w", "d", "p1", "f", "ok", "k", "none", "f3")


@pytest.fixture
def world(catalogue: Catalogue) -> World:
    made = small_world(catalogue, Language.ZH)
    made.hold(SUPERVISOR, BulkKind.EXPORT, "hazards", 1200)
    return made


def opened(world: World, person: int, place: tuple[str, str, dict[str, object]]) -> Talker:
    flow, at, data = place
    return Talker(world, person).open(flow, at, **data)  # type: ignore[arg-type]  # JSON by name


def happened(talker: Talker) -> list[object]:
    """What was recorded, but for words that were kept."""
    return [one for one in talker.all_events if not isinstance(one, Said)]


@pytest.mark.parametrize(("person", "place"), FORBIDDEN)
def test_who_may_not_sees_nothing_and_does_nothing(
    world: World, person: int, place: tuple[str, str, dict[str, object]]
) -> None:
    talker = opened(world, person, place)
    assert happened(talker) == []
    page = talker.page()
    assert "赵强" not in page
    assert "1200" not in page
    for option in OPTIONS:
        again = opened(world, person, place)
        if session_from_json(again.kept).state.flow == place[0]:
            again.press(option)
        assert happened(again) == []


@pytest.mark.parametrize("place", [*AUDIT, *BULK[:2], *SEND_UP, *AREA, *OWN])
@pytest.mark.parametrize("option", [*OPTIONS, "", "q99"])
def test_any_button_of_the_districts_screens_does_no_harm(
    world: World, place: tuple[str, str, dict[str, object]], option: str
) -> None:
    talker = opened(world, DISTRICT, place)
    talker.press(option)
    assert talker.screen is not None
    assert len([one for row in talker.screen.rows for one in row]) <= 8


@pytest.mark.parametrize("place", [*BULK[:2], *SEND_UP, *AREA, *OWN])
def test_words_where_buttons_are_expected_leave_the_screen(
    world: World, place: tuple[str, str, dict[str, object]]
) -> None:
    talker = opened(world, DISTRICT, place)
    before = talker.at
    talker.write("那就这样吧，明天再看")
    assert talker.at == before
    assert happened(talker) == []


def test_nobody_decides_their_own_by_any_button(world: World) -> None:
    for at in ("yes", "no", "card"):
        talker = opened(world, SUPERVISOR, ("bulk", at, {"request": 1}))
        for option in OPTIONS:
            if talker.at.startswith("bulk"):
                talker.press(option)
        assert happened(talker) == []


def test_two_people_decide_and_the_second_hears_that_it_was_done(world: World) -> None:
    first = opened(world, DISTRICT, ("bulk", "card", {"request": 1}))
    world.people[EXPERT].seats[0] = world.people[DISTRICT].seats[0]
    second = opened(world, EXPERT, ("bulk", "card", {"request": 1}))
    first.tap("✅ 同意")
    second.press("n")
    assert len(happened(first)) == 1
    assert happened(second) == []
    assert "陈科长" in second.page()
