"""Typed lines of the roster, and what must not be read as one."""

from datetime import date

import pytest

from checklists.certificates import Post
from checklists.reading.roster import RosterLine, read_line, read_post
from checklists.words import Words

TODAY = date(2026, 11, 28)
POSTS = (
    Post(id="electrician", name=Words("电工", "Electrician"), other=("维修电工",)),
    Post(id="driver", name=Words("叉车司机", "Forklift driver")),
)


@pytest.mark.parametrize(
    ("text", "name", "post", "since"),
    [
        ("张三 电工 2026-11-01", "张三", "electrician", date(2026, 11, 1)),
        ("张三，维修电工，11月1日", "张三", "electrician", date(2026, 11, 1)),
        ("李四\t叉车司机\t2026/3/5", "李四", "driver", date(2026, 3, 5)),
        ("李四 昨天 电工", "李四", "electrician", date(2026, 11, 27)),
        ("王五", "王五", None, None),
        ("王五 今天", "王五", None, TODAY),
        ("赵六 采购 部", "赵六", "采购 部", None),
        ("欧阳·娜娜 电工", "欧阳·娜娜", "electrician", None),
        ("John Smith Electrician 2026-11-01", "John Smith", "electrician", date(2026, 11, 1)),
    ],
)
def test_a_line_is_read(text: str, name: str, post: str | None, since: date | None) -> None:
    line = read_line(text, POSTS, TODAY)
    assert line == RosterLine(name, post, since)


@pytest.mark.parametrize("text", ["", "   ", "2026-11-01", "昨天", "123", "，，", "-", "_x"])
def test_what_is_no_name_is_not_read(text: str) -> None:
    assert read_line(text, POSTS, TODAY) is None


def test_a_post_is_found_by_each_of_its_words() -> None:
    assert read_post(" 电工。", POSTS) == read_post("electrician", POSTS) == "electrician"
    assert read_post("电", POSTS) is None
