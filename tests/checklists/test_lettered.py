"""Answers of an exam as people write them, and what must not be read as one."""

import pytest

from checklists.reading.lettered import Errand, errand, letters, truth


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A", (0,)),
        ("b", (1,)),
        ("BD", (1, 3)),
        ("d b", (1, 3)),
        ("A、C", (0, 2)),
        ("ａ，ｄ", (0, 3)),
        ("选B", (1,)),
        ("我选A和C。", (0, 2)),
        ("答案：C", (2,)),
        ("E", None),
        ("AA", None),
        ("AB?", None),
        ("", None),
        ("bad", (0, 1, 3)),
        ("我不知道", None),
    ],
)
def test_letters(text: str, places: tuple[int, ...] | None) -> None:
    assert letters(text, 4) == places


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("对", True),
        ("对的。", True),
        ("√", True),
        ("True", True),
        ("是", True),
        ("错", False),
        ("不对", False),
        ("×", False),
        ("X", False),
        ("FALSE", False),
        ("选错", False),
        ("不是", False),
        ("对吗", None),
        ("也许", None),
        ("对不对", None),
    ],
)
def test_truth(text: str, said: bool | None) -> None:
    assert truth(text) is said


@pytest.mark.parametrize(
    ("text", "wish"),
    [("交卷", Errand.REVIEW), ("检查！", Errand.REVIEW), ("标记", Errand.MARK), ("检查一遍燃气", None)],
)
def test_errands(text: str, wish: Errand | None) -> None:
    assert errand(text) is wish
