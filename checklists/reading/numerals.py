"""Typed numbers: digits, Chinese numerals, with the unit of the question or one that converts exactly."""

import re
from decimal import Decimal

from checklists.reading.plain import plain
from checklists.words import Words

_DIGITS = {
    sign: value
    for value, signs in enumerate(
        ("零〇", "一壹幺", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for sign in signs
}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_CHINESE = re.compile("[零〇一壹幺二贰两三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿]+")
_ARABIC = re.compile(r"-?\d{1,12}(?:\.\d{1,6})?")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_ABOUT = re.compile(
    r"^(?:大约|大概|约|差不多|差不多有|一共|总共|共|都?有|都?是|就我自?己?|就|只有?|才|刚好|正好|最[长多大高]的?|改[成为]|应该是|about|around|approx\.?|only|just|~)\s*"
)
_ROUGHLY = re.compile(r"\s*(?:左右|上下|整|吧|的|呢|啊|了)$")
_POINT = re.compile(r"(?<=\d)。(?=\d)")  # typed with the Chinese keyboard
_TWO = {"俩": "两个", "仨": "三个"}
_BREAK = re.compile(r"[,;。;!]")
_HARMLESS = re.compile("统一|一起|一直|一下|第一")
_TAKES_BACK = re.compile(
    r"[0-9零一二三四五六七八九十百两几半俩仨不没无未坏但除另还再加减每各只或过]|其中|left|but|of|or|and|each|per"
)
_JOINED = re.compile("[、和或及]")
_ENGLISH = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
}
_DOUBTED = re.compile(r"吧|有没有|没了|\?")
_NOTHING = re.compile(r"一[个具只台处根张条次支瓶人名位]人?[都也]没有?")
_NONE = frozenset(["没有", "没", "无", "零个", "一个也没有", "一个都没有", "none", "no"])

# How many of the question's unit one of the written unit is. Counts have no conversions, only other names.
_PEOPLE = frozenset(["人", "名", "位", "个", "个人", "people", "persons", "person"])
_THINGS = frozenset(["个", "具", "只", "台", "处", "根", "张", "条", "次", "支"])
_MEASURES: dict[str, dict[str, str]] = {
    "米": {
        "m": "1",
        "metre": "1",
        "meter": "1",
        "厘米": "0.01",
        "公分": "0.01",
        "cm": "0.01",
        "毫米": "0.001",
        "mm": "0.001",
    },
    "公斤": {
        "千克": "1",
        "kg": "1",
        "kilo": "1",
        "kilogram": "1",
        "斤": "0.5",
        "吨": "1000",
        "克": "0.001",
        "g": "0.001",
    },
    "学时": {"课时": "1", "小时": "1", "hour": "1", "h": "1"},
    "平方米": {"平米": "1", "平方": "1", "平": "1", "m2": "1"},
}

_COUNTED = _PEOPLE | _THINGS | {"学时", "件"}
ITEMS = Words("项", "items")  # the unit of what is counted piece by piece


def read_number(said: str, unit: Words | None, about: str = "") -> Decimal | None:
    """Return the number meant in the unit of the question, None when it is not clear. `about` is the question."""
    bare = _bare(_POINT.sub(".", said), about)
    none = bare in _NONE or _NOTHING.fullmatch(bare) or _none_of(bare, unit, about)
    if none and not _DOUBTED.search(said):
        return Decimal(0) if unit is not None and unit.zh in _COUNTED else None
    for short, long in _TWO.items():
        bare = bare.replace(f"{short}人", long).replace(short, long)
    number = _in_units(bare, unit)
    if number is None and (head := _head(bare)):
        return _in_units(head, unit)
    return number


def _bare(said: str, about: str) -> str:
    """Without what stands around the number: about, all in all, words of the question itself."""
    bare = said
    while (shorter := _unnamed(_ROUGHLY.sub("", _ABOUT.sub("", bare)).strip(), about)) != bare and shorter:
        bare = shorter
    return bare


def _unnamed(said: str, about: str) -> str:
    """Without the thing that is counted (`灭火器8具`); where a question counts several kinds one of them is not all."""
    if _JOINED.search(about):
        return said
    named = re.match(r"([^\d零一二两三四五六七八九十百]{2,8})(?=[\d零一二两三四五六七八九十百])", said)
    return said[named.end() :].strip() if named is not None and named.group(1) in about else said


def _none_of(said: str, unit: Words | None, about: str) -> bool:
    """`没有灭火器`: there is none of what is counted."""
    found = re.fullmatch(r"(?:没有?|无)(.{1,8})", said)
    if found is None:
        return False
    same = unit is not None and found.group(1) == unit.zh
    return same or (len(found.group(1)) > 1 and not _JOINED.search(about) and found.group(1) in about)


def _head(said: str) -> str | None:
    """The words before the first mark, when what follows takes nothing back."""
    head, *tail = _BREAK.split(said, maxsplit=1)
    harmless = bool(tail) and _TAKES_BACK.search(_HARMLESS.sub("", tail[0])) is None
    return head.strip() if harmless else None


def _in_units(bare: str, unit: Words | None) -> Decimal | None:
    for name, factor in sorted(_factors(unit).items(), key=lambda item: -len(item[0])):
        head, found, tail = bare.rpartition(name)
        number = _measured(head.strip(), tail.strip(), whole=factor == 1) if found else None
        if number is not None:
            return number * factor
    return _number(bare)


def _factors(unit: Words | None) -> dict[str, Decimal]:
    """The units that may stand behind the number, and how many of the question's unit each is."""
    if unit is None:
        return {}
    zh, en = plain(unit.zh), plain(unit.en)
    names = {zh: "1", en: "1", en.removesuffix("s"): "1"} | _MEASURES.get(zh, {})
    names |= {f"个{name}": factor for name, factor in names.items() if len(name) > 1 and not name.isascii()}
    for counters in (_PEOPLE, _THINGS):
        names |= dict.fromkeys(counters, "1") if zh in counters else {}
    plurals = {f"{name}s": factor for name, factor in names.items() if name.isascii() and len(name) > 2}  # noqa: PLR2004 - kg and cm have none
    return {name: Decimal(factor) for name, factor in (names | plurals).items() if name}


def _measured(head: str, tail: str, *, whole: bool) -> Decimal | None:
    """What stands before a unit; `两米五` and `两米半` count tenths behind it."""
    if not tail:
        return Decimal("0.5") if head == "半" else _number(head)
    number = _number(head)
    if number is None or not whole or number != number.to_integral_value():
        return None
    if tail == "半":
        return number + Decimal("0.5")
    digits = tail if tail.isascii() and tail.isdigit() else str(_DIGITS.get(tail, ""))
    return number + Decimal(f"0.{digits}") if len(digits) in {1, 2} else None


def _number(text: str) -> Decimal | None:
    bare = text.strip()
    if _ARABIC.fullmatch(bare):
        return Decimal(bare)
    if _GROUPED.fullmatch(bare):
        return Decimal(bare.replace(",", ""))
    if bare in _ENGLISH:
        return Decimal(_ENGLISH[bare])
    return _mixed(bare)


def _mixed(text: str) -> Decimal | None:
    """`1.5万` and `3百`, else Chinese numerals alone, with 点 for the point."""
    if text[-1:] in {"万", "千", "百"} and _ARABIC.fullmatch(text[:-1]):
        return Decimal(text[:-1]) * {"万": 10000, "千": 1000, "百": 100}[text[-1]]
    negative = text.startswith("负")
    whole, point, part = text.removeprefix("负").partition("点")
    value = chinese_number(whole)
    if value is None or (point and not all(sign in _DIGITS for sign in part or "?")):
        return None
    number = Decimal(value) + (Decimal("0." + "".join(str(_DIGITS[sign]) for sign in part)) if point else 0)
    return -number if negative else number


def chinese_number(text: str) -> int | None:
    """Return a whole number written in Chinese: 十二, 三百五十, 三百五, 两千零三, 一万二, 二〇二六."""
    if not _CHINESE.fullmatch(text):
        return None
    if all(sign in _DIGITS for sign in text):
        return int("".join(str(_DIGITS[sign]) for sign in text)) if len(text) == 1 or len(text) == 4 else None  # noqa: PLR2004 - a digit or a year; 三五 may be 3 to 5
    for sign, size in (("亿", 10**8), ("万", 10**4)):
        head, found, tail = text.partition(sign)
        if found and head:
            return _joined(_below(head), size, tail)
    return _below(text)


def _joined(head: int | None, size: int, tail: str) -> int | None:
    if head is None:
        return None
    if len(tail) == 1 and tail in _DIGITS and tail not in "零〇":
        return head * size + _DIGITS[tail] * size // 10  # 一万二
    rest = chinese_number(tail.lstrip("零〇")) if tail else 0
    return None if rest is None or rest >= size else head * size + rest


def _below(text: str) -> int | None:
    """A number below ten thousand."""
    total, digit, last, zero = 0, None, 10000, False
    for sign in text:
        if sign in "零〇":
            if digit is not None:
                return None
            zero = True
        elif sign in _DIGITS:
            if digit is not None:
                return None
            digit = _DIGITS[sign]
        elif sign in _TENS:
            size = _TENS[sign]
            if size >= last or (digit is None and (size != 10 or total)):  # noqa: PLR2004 - only ten stands alone
                return None
            total, digit, last, zero = total + (1 if digit is None else digit) * size, None, size, False
        else:
            return None
    if digit is None:
        return None if zero else total
    shortened = last in {100, 1000} and not zero  # 三百五
    return total + digit * (last // 10 if shortened else 1)
