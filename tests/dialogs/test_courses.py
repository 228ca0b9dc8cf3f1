"""Courses at the desk: nothing strange that is done costs a card or an answer, and no quiz can be reached during an exam."""

from dataclasses import replace
from datetime import date

import pytest

from checklists.catalogue import Catalogue
from checklists.courses import CourseEvent
from dialogs.codec import session_from_json
from dialogs.talk import Tapped
from safety.courses import Taking
from tests.dialogs.paper import EXPERT, OFFICER, PRINCIPAL, SUPERVISOR, WORKER, World, small_world
from tests.dialogs.talking import Talker


def begun(world: World, person: int = WORKER, title: str = "疏散和灭火器") -> Talker:
    talker = Talker(world, person).command("/course")
    line = next(line for line in talker.page().splitlines() if title in line)
    return talker.tap(line.partition(".")[0], "开始学")


def taking(world: World) -> Taking:
    return world.taken[-1].taking


def to_quiz(talker: Talker) -> Talker:
    while talker.at == "course.card":
        talker.press("n")
    return talker


def answered(talker: Talker, *, right: bool) -> Talker:
    """Answer the open question by what the bank says."""
    item = taking(talker.world).open
    assert item is not None
    wanted = item.right if right else tuple(one.id for one in item.choices if one.id not in item.right)[:1]
    labels = {one.label.zh: one.id for one in item.choices}
    screen = talker.page().splitlines()
    letters = {
        line.split(". ", 1)[1]: line.split(". ", 1)[0].removeprefix("✅ ") for line in screen if ". " in line
    }
    chosen = [letters.get(label, label) for label, name in labels.items() if name in wanted]
    talker.tap(*chosen)
    if talker.at == "course.quiz":
        talker.press("n")
    return talker.press("n")


def test_a_course_is_passed_and_stands_as_done(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    talker = to_quiz(begun(world))
    while world.taken[-1].passed is None:
        answered(talker, right=True)
    assert talker.at == "course.end"
    assert "学完了" in talker.page()
    assert "✅ 疏散和灭火器" in Talker(world, WORKER).command("/course").page()
    assert not world.tries or all(one.right for _, one in world.tries)


def test_old_buttons_and_strange_messages_cost_nothing(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    talker = to_quiz(begun(world))
    seen = session_from_json(talker.kept).screen
    answered(talker, right=True)
    before = taking(world)
    talker.does(Tapped("course", seen, "a3"))
    assert talker.toast == "此页已更新"
    talker.other("sticker").place()
    for text in ("H", "第99题", "不知道", "AA", "第0题"):
        talker.write(text)
    assert taking(world) == before
    assert talker.command("/course").at == "course"


@pytest.mark.parametrize("at", ["card", "quiz", "told", "end"])
@pytest.mark.parametrize(
    "data",
    [
        {},
        {"course": "fire"},
        {"course": "gone", "place": 3},
        {"course": "fire", "place": 99, "again": True, "picked": ["A"], "order": ["Z"], "version": "x"},
        {"course": 7, "place": "x", "n": 1, "total": 1},
    ],
)
def test_a_state_that_leads_nowhere_shows_the_courses(
    catalogue: Catalogue, at: str, data: dict[str, object]
) -> None:
    world = small_world(catalogue)
    talker = Talker(world, WORKER).open("course", at, **data)
    for option in ("n", "b", "a0", "r", "c", "p"):
        assert talker.page()
        talker.press(option)
    assert not world.taken


def test_another_version_does_not_disturb_who_has_begun(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    talker = begun(world)
    course = catalogue.courses["fire"]
    newer = course.model_copy(update={"cards": course.cards[:2]})
    world.catalogue = replace(catalogue, courses={**catalogue.courses, "fire": newer})
    assert "/6张" in talker.press("n").page()
    assert "/6张" in begun_again(world).page()
    world.catalogue = replace(catalogue, courses={})
    assert "/6张" in talker.press("n").page()


def begun_again(world: World) -> Talker:
    talker = Talker(world, WORKER).command("/course")
    line = next(line for line in talker.page().splitlines() if "疏散和灭火器" in line)
    return talker.tap(line.partition(".")[0], "接着学")


def test_no_quiz_is_reached_while_a_paper_is_written(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    talker = to_quiz(begun(world))
    Talker(world, WORKER).command("/exam").tap("开始考试")
    before = taking(world)
    for done in (lambda: talker.press("a0"), lambda: talker.command("/course"), lambda: talker.write("对")):
        done()
        assert not talker.at.startswith("course")
        assert "解析" not in talker.page()
        talker.open("course", "quiz", course="fire")
        assert not talker.at.startswith("course")
    assert taking(world) == before


@pytest.mark.parametrize("person", [SUPERVISOR, EXPERT])
def test_who_learns_nothing_here_is_not_let_in(catalogue: Catalogue, person: int) -> None:
    talker = Talker(small_world(catalogue), person).command("/course")
    assert not talker.at.startswith("course")


def test_everybody_sees_their_own(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    pages = {person: Talker(world, person).command("/course").page() for person in (OFFICER, PRINCIPAL)}
    assert "安全员怎么做" in pages[OFFICER] or "必修 4 门" in pages[OFFICER]
    assert "主要负责人的七项职责" in pages[PRINCIPAL]
    assert "主要负责人的七项职责" not in pages[OFFICER]


def test_who_is_back_after_half_a_year_owes_the_course_for_that(catalogue: Catalogue) -> None:
    world = small_world(catalogue)
    world.events_of[WORKER] = {CourseEvent.RETURNED: date(2026, 11, 20)}
    page = Talker(world, WORKER).command("/course").page()
    assert "🔴 转岗、复岗一课" in page
    assert "新员工岗前第一课" not in page
