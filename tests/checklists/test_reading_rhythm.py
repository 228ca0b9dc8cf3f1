"""How often, in people's words; what is not clear is asked again."""

import pytest

from checklists.reading.rhythm import read_rhythm


@pytest.mark.parametrize(
    ("text", "rhythm"),
    [
        ("每天", (1, "day")),
        ("每10天", (10, "day")),
        ("每隔十天", (10, "day")),
        ("每两周", (2, "week")),
        ("2个星期", (2, "week")),
        ("每月一次", (1, "month")),
        ("每3个月", (3, "month")),
        ("每季度", (3, "month")),
        ("半年", (6, "month")),
        ("每年", (12, "month")),
        (" Every 2 Weeks ", (2, "week")),
        ("month", (1, "month")),
    ],
)
def test_a_rhythm_is_read(text: str, rhythm: tuple[int, str]) -> None:
    assert read_rhythm(text) == rhythm


@pytest.mark.parametrize(
    "text", ["", "经常", "每0天", "每1.5天", "每1000天", "400年", "半月", "每天好几回", "²天", "10", "每"]
)
def test_what_is_not_clear_is_not_read(text: str) -> None:
    assert read_rhythm(text) is None
