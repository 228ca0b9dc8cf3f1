"""Typed words that name a question by its number: 改第7题, 第七题：否, 把第3题改成30, 上一题选错了, change question 7, Q7: no.

Several by their numbers alone: `3、5`, `第3题和第5题`. A sentence that only holds a number names none.
How firm the words are decides where they may be heard: an answer of the question on the screen is never taken for one.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from checklists.reading.numerals import chinese_number
from checklists.reading.plain import plain

LAST = 0  # stands for the question before


class Firm(IntEnum):
    """How surely a question is meant: a figure that might be a value, a question's name, a wish to change it."""

    BARE = 0
    NAMED = 1
    CHANGE = 2


class Tie(IntEnum):
    """What ties the words behind to the question: nothing, a blank or comma, a plain `is` or `:`, `change it to`."""

    NONE = 0
    LOOSE = 1
    IS = 2
    SET = 3


@dataclass(frozen=True, slots=True)
class Pointed:
    """A question by the number people see (`LAST`: the one before), and the words behind it.

    slip  the words say that its answer was a mistake
    """

    number: int
    firm: Firm
    words: str = ""
    tie: Tie = Tie.NONE
    slip: bool = False


_COURTESY = re.compile(
    r"^(?:(?:不好意思|对不起|抱歉|不对|不是|等一?下|等等|哦|噢|啊|嗯|那个?|请|麻烦你?|帮我|给我|我要|我想要?|我得|需要|想|要|先|再|就|能不能|可不可以|可以"
    r"|sorry|wait|oh|no|please|pls|plz|can (?:i|you|we)|could (?:i|you)|i want to|i need to|i'd like to|let me|let's)[,，。.!！ ]*)+",
    re.IGNORECASE,
)
_CHANGE = r"(?:改一?下|改改|改掉|改回|改|修改一?下|修改|更改|更正|纠正|重新(?:回答|答|填|选|做)|重(?:答|填|选|做)|回到|返回到?|跳到|跳转到?|转到)"
_LOOK = r"(?:看看|看一?下|看|去|补答|补一?下|补|打开)"
_FIGURE = r"(\d{1,3}|[一二两三四五六七八九十百]{1,5})"
_QUESTION = r"(?:道?题目?|个问题|问)"
_BEFORE = r"(?:上一?道?题|上一个问题|前一?题|刚才(?:那|这|的)?(?:一|道|一道)?题|刚刚(?:那|这|的)?(?:一|道|一道)?题|(?:the )?(?:last|previous) (?:question|one))"
_EN_CHANGE = r"(?:change|fix|correct|edit|redo|update|go (?:back )?to|back to|goto|jump to|return to)(?: my)?(?: answer(?: (?:to|for|of|on))?)?(?: the)?"
_EN_QUESTION = r"(?:question|quest\.?|q)[ .]*(?:no\.? ?|number |nr\.? ?|#)?"
_HEADS: tuple[tuple[Firm, re.Pattern[str]], ...] = tuple(
    (firm, re.compile(pattern, re.IGNORECASE))
    for firm, pattern in (
        (Firm.CHANGE, rf"{_CHANGE}\s*(?:第\s*{_FIGURE}\s*{_QUESTION}?|{_FIGURE}\s*{_QUESTION})"),
        (Firm.CHANGE, rf"{_CHANGE}\s*{_BEFORE}"),
        (Firm.CHANGE, rf"{_EN_CHANGE}\s+{_EN_QUESTION}(\d{{1,3}})\b"),
        (Firm.CHANGE, rf"{_EN_CHANGE}\s+{_BEFORE}"),
        (Firm.NAMED, rf"(?:{_LOOK}|把|将)?\s*第\s*{_FIGURE}\s*{_QUESTION}"),
        (Firm.NAMED, rf"(?:把|将)?{_BEFORE}"),
        (Firm.BARE, rf"{_EN_QUESTION}(\d{{1,3}})\b"),
        (Firm.BARE, rf"{_CHANGE}\s*(\d{{1,3}})(?![\d.]|[:：]\d\d)"),
        (Firm.BARE, rf"{_EN_CHANGE}\s+(?:no\.? ?|#)?(\d{{1,3}})\b"),
        (Firm.BARE, rf"(?:把|将)?{_FIGURE}\s*题"),
    )
)
_WISH = re.compile(
    r"[\s,，:：]*(?:的?(?:答案|回答))?\s*(?:我|刚才|刚刚|好像|可能|应该|也)*\s*"
    r"(?:(?:要|想|得|需要|可以|能|怎么)*(?:改一?下|改改|修改|更改|更正|重新(?:答|填|选|做)|重[答填选做]|改)"
    r"|(?:答|填|写|选|点|按|搞|弄|说|打)错了?|错了|手滑了?|(?:is |was |my )*(?:wrong|a mistake|incorrect))"
    r"[了吧啊呀哦的一下。.!！~～\s]*",
    re.IGNORECASE,
)
_SLIP = re.compile(r"错|手滑|wrong|mistake|incorrect", re.IGNORECASE)
_ANSWER = r"[\s,，]*(?:的?(?:答案|回答))?\s*(?:我|要|想|请|帮我|给我|应该)*"
_TIES: tuple[tuple[Tie, re.Pattern[str]], ...] = tuple(
    (tie, re.compile(pattern, re.IGNORECASE))
    for tie, pattern in (
        (
            Tie.SET,
            _ANSWER
            + r"(?:(?:改|换|变|填|写|选|更正|修改|更改)(?:成了?|为|作|到|回)|应该?是|应该?为|的?答案是|(?:should be|to|->|=>|→)(?![a-z]))\s*[:：]?\s*",
        ),
        (Tie.SET, r"\s*[:：=＝]\s*"),
        (Tie.IS, r"\s*(?:是|选|填|答|写|is\b)\s*"),
        (Tie.LOOSE, r"[\s,，、;；.。]+"),
    )
)
_ENDS = re.compile(
    r"(?:[\s。.!！~～…,，、;；]|[吧啊呀哈了呗]|一下|please|pls|plz|thanks|thank you|谢谢|🙏)*", re.IGNORECASE
)


def pointed(text: str) -> Pointed | None:
    """Return the question that is named and what is said of it, None when none is."""
    bare = _COURTESY.sub("", text.strip())
    for said in dict.fromkeys((bare, text.strip())):
        for firm, head in _HEADS:
            if (found := head.match(said)) and (one := _of(firm, found, said[found.end() :])) is not None:
                return one
    return None


def _of(firm: Firm, head: re.Match[str], rest: str) -> Pointed | None:
    figure = next((one for one in head.groups() if one), None)
    number = _number(figure) if figure is not None else LAST
    if number is None:
        return None
    if _ENDS.fullmatch(rest):
        return Pointed(number, firm) if number != LAST or firm is Firm.CHANGE else None
    if _WISH.fullmatch(rest):
        return Pointed(number, Firm.CHANGE, slip=_SLIP.search(rest) is not None)
    tie, words = _tied(rest)
    if tie is Tie.NONE and firm is Firm.BARE:
        return None
    changes = tie is Tie.SET and rest.lstrip()[:1] not in {":", "：", "=", "＝"}
    return Pointed(number, Firm.CHANGE if changes else firm, words, tie)


def _number(figure: str) -> int | None:
    if figure.isdecimal():
        return int(figure) or None
    return chinese_number(figure)


def _tied(rest: str) -> tuple[Tie, str]:
    for tie, pattern in _TIES:
        if found := pattern.match(rest):
            return tie, rest[found.end() :].strip()
    return Tie.NONE, rest.strip()


_ASKS = re.compile(
    r"[?？]|[0-9一二三四五六七八九十]题|什么|啥|怎么|哪|吗|呢|为何|为什么|\b(?:what|why|how|which)\b",
    re.IGNORECASE,
)
_DOUBTFUL = re.compile(
    r"(?:不?对|错|不?行|不懂|不会|不清楚|有问题|没有?问题|好|可以|没?看懂|(?:没有?)?[做答填写选]|ok|okay|fine|wrong|right|done)[的了吧]?"
)


def new_answer(one: Pointed, *, free: bool) -> str:
    """The words that are meant as the new answer; "" when they may be about the question instead.

    `free`: any words can be the answer to that question, so only `change it to` and `:` bring one.
    """
    if not one.words or _ASKS.search(one.words):
        return ""
    if one.tie is Tie.SET:
        return one.words
    doubtful = _DOUBTFUL.fullmatch(plain(one.words)) is not None and one.tie is not Tie.IS
    return "" if free or doubtful else one.words


_NUMBERS = re.compile(r"(?<!\d)\d{1,3}(?!\d)", re.ASCII)
_BETWEEN = re.compile(r"[\d\s,、.;。和与及第题号改#&]|change|questions?|and|no", re.ASCII)


def read_numbers(text: str) -> list[int]:
    """The numbers of questions, in the order of writing; empty when anything else is said."""
    said = plain(text)
    return [] if _BETWEEN.sub("", said) else [int(one) for one in _NUMBERS.findall(said)]
