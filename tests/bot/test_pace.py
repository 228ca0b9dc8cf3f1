"""The even pace of broadcasts, on a clock of its own; a server that counts strictly never sees too many."""

from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pace import CAREFUL, CREDIT, LATEST, Pace


class Hands:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def delays(pace: Pace, count: int) -> list[float]:
    return [round(pace.take()[1], 6) for _ in range(count)]


def test_it_spaces_letters_evenly_after_the_first_few() -> None:
    found = delays(Pace(10, Hands()), CREDIT + 4)
    assert found[: CREDIT + 1] == [0.0] * (CREDIT + 1)
    assert found[CREDIT + 1 :] == [0.1, 0.2, 0.3]


def test_a_long_rest_saves_up_no_more_than_that() -> None:
    hands = Hands()
    pace = Pace(10, hands)
    delays(pace, 3)
    hands.now += 60
    assert delays(pace, CREDIT + 3)[-2:] == [0.1, 0.2]


def test_it_holds_everything_for_as_long_as_it_is_told() -> None:
    hands = Hands()
    pace = Pace(10, hands)
    pace.hold(5)
    pace.hold(2)
    assert pace.take()[1] == pytest.approx(5)
    hands.now += 10
    assert pace.take()[1] == 0


def test_screens_alone_never_wait_and_letters_wait_for_them() -> None:
    hands = Hands()
    pace = Pace(10, hands)
    for _ in range(30):
        slot, delay = pace.soon()
        assert delay == 0
        pace.answered(slot)
    hands.now += 0.5
    assert pace.take()[1] >= 0.5, "a second after the last of them"


def test_screens_beside_letters_wait_only_for_the_server() -> None:
    hands = Hands()
    pace = Pace(10, hands)
    pace.answered(pace.take()[0])
    for _ in range(9):
        slot, delay = pace.soon()
        assert delay == 0
        pace.answered(slot)
    assert pace.soon()[1] >= 1.0


def test_a_refusal_of_the_whole_bot_holds_screens_and_keeps_them_to_the_limit_for_a_while() -> None:
    hands = Hands()
    pace = Pace(10, hands)
    for _ in range(12):
        pace.answered(pace.soon()[0])
    pace.hold(3)
    slot, delay = pace.soon()
    assert delay >= 3
    hands.now += delay
    pace.answered(slot)
    delays = [pace.soon()[1] for _ in range(12)]
    assert delays[0] == 0
    assert delays[-1] >= 1.0
    hands.now += CAREFUL + 5
    assert {pace.soon()[1] for _ in range(30)} == {0}


def test_a_refusal_of_one_chat_holds_letters_only() -> None:
    hands = Hands()
    pace = Pace(10, hands)
    pace.answered(pace.soon()[0])
    pace.hold(3)
    assert pace.soon()[1] == 0
    assert pace.take()[1] >= 3


@given(
    rate=st.sampled_from([1, 2.5, 10, 29.5, 30]),
    late=st.lists(st.floats(0, 0.2), min_size=5, max_size=40),
    answers=st.lists(st.floats(0.001, LATEST), min_size=1, max_size=7),
    screens=st.sets(st.integers(1, 39), max_size=30),
    seed=st.randoms(use_true_random=False),
)
def test_no_second_of_the_server_holds_more_than_it_allows(
    rate: float, late: list[float], answers: list[float], screens: set[int], seed: "object"
) -> None:
    """However late the machine is, and wherever between begin and answer the server counts a call."""
    hands = Hands()
    pace = Pace(rate, hands)
    counted: deque[float] = deque()
    for _ in range(int(rate)):
        pace.answered(pace.soon()[0])
    pace.hold(1)  # from here on screens keep to the limit
    hands.now += 3
    for number, lag in enumerate(late):
        slot, delay = pace.soon() if number in screens else pace.take()
        hands.now += delay + lag
        slot.begun = hands.now
        took = answers[number % len(answers)]
        arrived = hands.now + seed.uniform(0, took)  # type: ignore[attr-defined]
        slot.answered = hands.now + took
        counted.append(arrived)
    most, span = max(1, int(rate)), max(1, int(rate)) / rate
    ordered = sorted(counted)
    for first, last in zip(ordered, ordered[most:], strict=False):
        assert last - first > span
