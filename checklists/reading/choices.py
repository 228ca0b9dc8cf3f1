"""Typed words as options: labels in both languages, yes and no in the ways people say them, nothing by halves."""

import re
from collections.abc import Iterable, Sequence

from checklists.reading.plain import plain
from checklists.reading.wishes import place, unmarked
from checklists.schema import Option, Outcome


def _all(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


_YES = _all(
    "是|是的|是啊|是呀|对|对的|对啊|嗯|嗯嗯|恩|有|有的|有啊|在|在的|会|会的|能|能的|用|用了|装了|签了|做了|都有|都是|都会|都能|都对|确实|没错|当然"
    "|yes|y|yeah|yep|yup|sure|correct|right|true"
)
_NO = _all(
    "否|不|不是|不对|没有|没|没有的|没有啊|无|不在|不会|不能|没用|没装|没签|都没有|都没|都不|都不是|并没有|从没|还没有|还没"
    "|no|n|nope|nah|none|never|false"
)
_NEVER = re.compile(r"(从来?|还|一直)?(都)?没有?(做|搞|弄|测|测试|洗|清洗|演练|检查|排查)过?")
_FINE = _all("没问题|没有问题|正常|合格|符合|达标|良好|完好|都好|一切正常|fine|good|all good|no problem")
_POOR = _all("不合格|有问题|不正常|异常|不符合|不达标|不行|坏了|bad|not ok|not good")
_AGREE = _all(
    "好|好的|好啊|行|可以|ok|okay|👌|✅|👍|√|✓"
)  # "yes" or "all right": clear only when both are one answer
_NOT_OURS = _all("不适用|不涉及|没有这个|没有这项|n/a|na|not applicable")

_MARKS = re.compile(r"[,，。;；!！]")
_MARKS_OR_BLANK = re.compile(r"[,，。;；!！ ]")
_UNSURE = re.compile(
    r"但|不过|可是|只是|除了|除开|吗|嘛|\?|不知道|不清楚|也许|可能|还是"
    r"|\b(?:but|except|maybe|although|only|or|idea|clue|know|perhaps)\b"
)
_DENIAL = re.compile(r"不|没|无|非|别|未|\b(?:no|not|none|never|without)\b|n't")
_HAVING = re.compile(r"(?<!没)有")
_JOINTS = re.compile(r"[、,;/+&和与及跟]| and ")
_FIGURE = re.compile(r"[0-9]|^[一二两三四五六七八九十]")
_PARTS = re.compile(r"/|或| or ")
_FILLER = re.compile(r"[我们咱店里家的是用了都在呢啊吧选 ]*|(?:we use|we have|it is|it's|a|the|our)*")


def read_one(options: Sequence[Option], said: str) -> str | None:
    """Return the one option meant, None when it is not clear."""
    for way in (_unmarked, _said_so, _with_a_tail, _near):
        if (found := way(options, said)) is not None:
            return found
    return None


def read_many(options: Sequence[Option], said: str) -> tuple[str, ...] | None:
    """Return the options meant, in the order of the form; every part of the text has to be clear."""
    parts = [part.strip() for part in _JOINTS.split(said) if part.strip()]
    if (one := _unmarked(options, said)) is not None or len(parts) == 1:
        parts, one = [], one or read_one(options, said)
    found = {one} if not parts else {read_one(options, part) for part in parts}
    return None if None in found else tuple(option.value for option in options if option.value in found)


def _unmarked(options: Sequence[Option], said: str) -> str | None:
    """A label with the marks that a button carries."""
    return _exact(options, said) or _exact(options, unmarked(said))


def numbered(options: Sequence[Option], said: str, most: int = 9) -> tuple[str, ...]:
    """Return the options meant by their places: `2`, `第二个`, `1、3`; () when a number may mean something else.

    It may where the options speak of numbers themselves, and where 没有 stands before 有: there `1` may be how many.
    """
    counts = bool(options) and options[0].affirms is False and any(option.affirms for option in options)
    if counts or any(_FIGURE.search(option.label.zh) for option in options):
        return ()
    parts = [part for part in _JOINTS.split(said) if part.strip()] if most > 1 else [said]
    places = [place(part) for part in parts]
    if not places or not all(one is not None and 1 <= one <= len(options) for one in places):
        return ()
    return tuple(option.value for number, option in enumerate(options, 1) if number in places)


def _exact(options: Sequence[Option], said: str) -> str | None:
    return _only(option for option in options if said in _labels(option))


def _labels(option: Option) -> set[str]:
    zh, en = plain(option.label.zh), plain(option.label.en)
    return {one for one in (zh, en, zh.replace(",", ""), *_PARTS.split(zh), *_PARTS.split(en)) if one}


def _said_so(options: Sequence[Option], said: str) -> str | None:
    """Yes, no, fine and the like, for options that say which they are."""
    if said in _NOT_OURS:
        return _only(option for option in options if option.outcome is Outcome.NEUTRAL)
    if all(option.affirms is None for option in options):
        return None
    if said in _YES or said in _NO or _NEVER.fullmatch(said):
        return _only(option for option in options if option.affirms is (said in _YES))
    if said in _FINE:
        return _only(option for option in options if option.outcome is Outcome.OK)
    if said in _POOR:
        return _only(option for option in options if option.outcome is Outcome.BAD)
    agrees = said in _AGREE
    return _only(option for option in options if agrees and option.affirms and option.outcome is Outcome.OK)


def _with_a_tail(options: Sequence[Option], said: str) -> str | None:
    """`是的，都打开了`: the first word is the answer, unless what follows may take something back."""
    breaks = _MARKS if said[:1].isascii() else _MARKS_OR_BLANK
    head, *tail = breaks.split(said, maxsplit=1)
    if not tail or _UNSURE.search(tail[0]):
        return None
    denies = bool(_DENIAL.search(head))
    against = _HAVING if denies else _DENIAL
    return None if against.search(tail[0]) else _exact(options, head) or _said_so(options, head)


def _near(options: Sequence[Option], said: str) -> str | None:
    """A part of one label, a label with little around it, or one slip of the pen; never for yes and no."""
    if len(said) < 2 or _UNSURE.search(said):  # noqa: PLR2004 - one sign stands in too many words
        return None
    others = [option for option in options if option.affirms is None]
    found = _only(option for option in others if any(_meets(label, said) for label in _labels(option)))
    chosen = next((option for option in others if option.value == found), None)
    if chosen is None or bool(_DENIAL.search(chosen.label.zh + chosen.label.en)) != bool(
        _DENIAL.search(said)
    ):
        return None
    return found


def _meets(label: str, said: str) -> bool:
    if len(label) < 2:  # noqa: PLR2004 - as above
        return False
    inside = re.search(rf"\b{re.escape(said)}\b", label) is not None if said.isascii() else said in label
    before, found, behind = said.partition(label)
    around = bool(found) and bool(_FILLER.fullmatch(before.strip()) and _FILLER.fullmatch(behind.strip()))
    return inside or around or (len(label) > 3 and _one_slip(label, said))  # noqa: PLR2004 - a short word has no room for a slip


def _one_slip(one: str, other: str) -> bool:
    """Whether two words differ in at most one place."""
    if abs(len(one) - len(other)) > 1:
        return False
    pairs = enumerate(zip(one, other, strict=False))
    start = next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
    rest, others = one[start:], other[start:]
    return rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]


def _only(options: Iterable[Option]) -> str | None:
    found = list(options)
    return found[0].value if len(found) == 1 else None
