"""Answers of an exam as people write them: `A`, `bd`, `A、C`, `选B`; `对`, `错`, `√`, `false`."""

import re
from enum import Enum
from unicodedata import normalize

LETTERS = "ABCDEFGH"
_BETWEEN = re.compile(r"[\s,，、;；.。/和与]+")
_BEFORE = re.compile(r"^(?:我)?(?:选择?|答案?是?|应该是|是)[:：]?")
_TRUE = frozenset(
    [
        "对",
        "对的",
        "正确",
        "正确的",
        "是",
        "是的",
        "没错",
        "√",
        "✓",
        "✔",
        "✅",
        "t",
        "true",
        "right",
        "correct",
        "yes",
        "y",
    ]
)
_FALSE = frozenset(
    [
        "错",
        "错的",
        "错误",
        "错误的",
        "不对",
        "不对的",
        "不正确",
        "不是",
        "否",
        "×",
        "✗",
        "✘",
        "❌",
        "x",
        "f",
        "false",
        "wrong",
        "incorrect",
        "no",
        "n",
    ]
)
_REVIEW = frozenset(
    ["检查", "总览", "看总览", "检查一下", "交卷", "我要交卷", "提交", "review", "check", "hand in", "submit"]
)
_MARK = frozenset(["标记", "标记一下", "做记号", "取消标记", "mark", "unmark"])


class Errand(Enum):
    """What else somebody may want at a question: look over the whole paper before handing in, or mark it."""

    REVIEW = "review"
    MARK = "mark"


def errand(text: str) -> Errand | None:
    """The errand that a few words stand for."""
    said = normalize("NFKC", text).strip().strip("。.!！ ").casefold()
    if said in _REVIEW:
        return Errand.REVIEW
    return Errand.MARK if said in _MARK else None


def letters(text: str, count: int) -> tuple[int, ...] | None:
    """The places that letters name, from 0, in order; None when it is anything else, or names one twice or too far."""
    said = _BETWEEN.sub("", normalize("NFKC", text).strip())
    said = _BEFORE.sub("", said).upper()
    places = [LETTERS.find(sign) for sign in said]
    if not places or len(set(places)) < len(places) or not all(0 <= one < count for one in places):
        return None
    return tuple(sorted(places))


def truth(text: str) -> bool | None:
    """Whether a statement is called true or false; None when it is neither."""
    said = normalize("NFKC", text).strip().strip("。.!！ ").casefold()
    said = _BEFORE.sub("", said) or said
    if said in _TRUE:
        return True
    return False if said in _FALSE else None
