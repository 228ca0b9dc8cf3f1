"""How many and who, as people type it."""

import pytest

from checklists.reading.headcount import read_headcount


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3", (3, "")),
        ("3人 张三 李四", (3, "张三 李四")),
        ("张三、李四 2 位", (2, "张三、李四")),
        ("12 位老师傅", (12, "老师傅")),
        ("0", (0, "")),
        ("没有", None),
        ("", None),
        ("99999", (9999, "9")),
    ],
)
def test_a_number_and_the_names_beside_it(text: str, found: tuple[int, str] | None) -> None:
    assert read_headcount(text) == found
