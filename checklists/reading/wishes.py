"""Typed wishes that are no answers: the courtesy around a few words taken off, and which place of a list is meant."""

import re

from checklists.reading.numerals import chinese_number
from checklists.reading.plain import plain

_BEFORE = re.compile(
    r"^(?:请问|请|麻烦你?|劳驾|帮我|给我|让我|我要|我想|我想要|想|要|那就|就|点一下|点击|点|按一下|按|选择?|去|please|pls|i want to|i'd like to|go to|tap|press)\s*"
)
_BEHIND = re.compile(r"\s*(?:一下子?|一下吧|吧|了|啦|呗|哈|呢|啊|呀|按钮|这个|键|please|pls|button)$")
_MARKS = re.compile(r"^[^\w]+|[^\w]+$")
_FIGURE = "([0-9]{1,2}|[一二三四五六七八九十]{1,2})"
_PLACE = re.compile(rf"(?:第|选|no\.? ?|option ){_FIGURE}(?:个|项|条|家|题)?|{_FIGURE}")


def wish(text: str) -> str:
    """Return the words without marks at their ends and without courtesy: `请帮我提交一下！` is `提交`."""
    bare = unmarked(text)
    while (shorter := _BEHIND.sub("", _BEFORE.sub("", bare)).strip()) != bare and shorter:
        bare = shorter
    return bare


def unmarked(text: str) -> str:
    """Return the words without emoji, arrows and punctuation at their ends; marks alone stay as they are."""
    said = plain(text)
    return _MARKS.sub("", said) or said


def place(text: str) -> int | None:
    """Return which of several is meant, from 1: `2`, `②`, `第二个`, `选2`; None when no place is named."""
    found = _PLACE.fullmatch(plain(text))
    if found is None:
        return None
    figure = found.group(1) or found.group(2)
    return int(figure) if figure.isascii() else chinese_number(figure)


def names_question(text: str) -> bool:
    """Whether a place is that of a question (`第7题`), never that of a button."""
    return plain(text).endswith("题")
