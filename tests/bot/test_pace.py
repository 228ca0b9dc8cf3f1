"""The even pace of broadcasts, on a clock of its own; a server that counts strictly never sees too many."""

from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pace import CREDIT, LATEST, Pace


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


def test_screens_never_wait_and_letters_wait_for_them() -> None:
    hands = Hands()
    pace = Pace(10, hands)
    pace.hold(0.4)
    for _ in range(30):
        slot = pace.at_once()
        assert slot.begun == hands.now
        pace.answered(slot)
    hands.now += 0.5
    assert pace.take()[1] >= 0.5, "a second after the last of them"


@given(
    rate=st.sampled_from([1, 2.5, 10, 29.5, 30]),
    late=st.lists(st.floats(0, 0.2), min_size=5, max_size=120),
    answers=st.lists(st.floats(0.001, LATEST), min_size=1, max_size=7),
    seed=st.randoms(use_true_random=False),
)
def test_no_second_of_the_server_holds_more_than_it_allows(
    rate: float, late: list[float], answers: list[float], seed: "object"
) -> None:
    """However late the machine is, and wherever between begin and answer the server counts a call."""
    hands = Hands()
    pace = Pace(rate, hands)
    counted: deque[float] = deque()
    for number, lag in enumerate(late):
        slot, delay = pace.take()
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
