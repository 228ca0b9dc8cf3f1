"""The even pace of broadcasts, on a clock of its own."""

import pytest

from bot.pace import Pace


class Hands:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_it_spaces_letters_evenly() -> None:
    pace = Pace(10, Hands())
    assert [round(pace.delay(), 6) for _ in range(4)] == [0.0, 0.1, 0.2, 0.3]


def test_it_never_saves_up_a_burst() -> None:
    hands = Hands()
    pace = Pace(10, hands)
    pace.delay()
    hands.now += 60
    assert [round(pace.delay(), 6) for _ in range(3)] == [0.0, 0.1, 0.2]


def test_it_holds_everything_for_as_long_as_it_is_told() -> None:
    hands = Hands()
    pace = Pace(10, hands)
    pace.hold(5)
    pace.hold(2)
    assert pace.delay() == pytest.approx(5)
    hands.now += 10
    assert pace.delay() == 0
