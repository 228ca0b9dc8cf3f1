"""Interviews in the chat: wrong and old buttons, states that were made up, two at once, outsiders."""

import pytest

from safety.events_interviews import InterviewHeld
from safety.interviews import InterviewState
from tests.dialogs.paper import DISTRICT, EXPERT, NEWCOMER, OFFICER, PRINCIPAL, SUPERVISOR, WORKER, World
from tests.dialogs.talking import Talker

STEPS = ("", "list", "who", "why", "what", "day", "sure", "card", "object", "outcome")


def held(world: World) -> str:
    talker = Talker(world, SUPERVISOR).open("interview", "who", code=world.enterprise.credit_code)
    talker.tap("2", "隐患超期").write("换软管").tap("7 天后", "记下")
    return next(reversed(world.spoken_with))


@pytest.mark.parametrize("person", [WORKER, EXPERT, NEWCOMER])
@pytest.mark.parametrize("at", STEPS)
def test_who_neither_watches_nor_answers_sees_nothing(world: World, person: int, at: str) -> None:
    number = held(world)
    talker = Talker(world, person)
    talker.open("interview", at, number=number, code=world.enterprise.credit_code)
    assert "换软管" not in talker.page()
    assert not talker.events


@pytest.mark.parametrize("at", ["who", "why", "what", "day", "sure"])
@pytest.mark.parametrize("person", [OFFICER, PRINCIPAL])
def test_an_enterprise_writes_none(world: World, person: int, at: str) -> None:
    talker = Talker(world, person).open("interview", at, code=world.enterprise.credit_code, person=1)
    talker.press("y").press("a0")
    assert not any(isinstance(event, InterviewHeld) for event in talker.all_events)


@pytest.mark.parametrize("at", STEPS)
@pytest.mark.parametrize("option", ["zz", "a9", "r9", "d9", "u9", "", "y", "o", "d0", "p1", "a99999"])
def test_a_wrong_button_does_no_harm(world: World, at: str, option: str) -> None:
    number = held(world)
    talker = Talker(world, DISTRICT).open("interview", at, number=number, code=world.enterprise.credit_code)
    talker.press(option)
    assert talker.screen is not None
    assert len([button for row in talker.screen.rows for button in row]) <= 8
    assert world.spoken_with[number].state in {InterviewState.HELD, InterviewState.DONE}


@pytest.mark.parametrize(
    "made_up",
    [
        {"person": "x", "reason": "overdue", "measures": "好的", "again": "2026-12-01"},
        {"person": 1, "reason": 7, "measures": "好的", "again": "2026-12-01"},
        {"person": 1, "reason": "overdue", "measures": "好的", "again": "yesterday"},
        {"person": 99, "reason": "overdue", "measures": "好的", "again": "2026-12-01"},
        {"person": 1, "reason": "overdue", "measures": "好的", "again": "2026-11-01"},
    ],
)
def test_a_state_that_was_made_up_writes_nothing(world: World, made_up: dict[str, object]) -> None:
    talker = Talker(world, SUPERVISOR)
    talker.open("interview", "sure", code=world.enterprise.credit_code, **made_up)  # type: ignore[arg-type]
    talker.press("y")
    assert world.spoken_with == {}


def test_the_principal_reads_but_does_not_answer_for_the_officer(world: World) -> None:
    number = held(world)
    talker = Talker(world, PRINCIPAL).open("interview", "card", number=number)
    assert "换软管" in talker.page()
    assert "确认属实" not in talker.page()
    talker.press("y").press("o")
    assert not talker.events
    talker.open("interview", "object", number=number).write("不是这样")
    assert world.spoken_with[number].state is InterviewState.HELD


def test_a_second_tap_and_one_after_the_other_has_looked_again_change_nothing(world: World) -> None:
    number = held(world)
    one = Talker(world, OFFICER).open("interview", "card", number=number)
    other = Talker(world, DISTRICT).open("interview", "card", number=number).tap("回看")
    one.tap("确认属实").press("y")
    assert world.spoken_with[number].state is InterviewState.CONFIRMED
    other.tap("没有做")
    again = Talker(world, SUPERVISOR).open("interview", "outcome", number=number).press("u0")
    assert world.spoken_with[number].outcome == "broken"
    assert "已经变了" in again.page()
    assert not again.events


@pytest.mark.parametrize("words", ["约谈", "约谈记录", "interviews"])
def test_the_list_can_be_asked_for_in_words(world: World, words: str) -> None:
    assert Talker(world, SUPERVISOR).command("/supervise").write(words).at.startswith("interview")
    assert "不能做这一步" in Talker(world, WORKER).command("/start").write("约谈记录").page()
