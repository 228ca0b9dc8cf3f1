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
_ABOUT = re.compile(r"^(?:大约|大概|约|差不多|差不多有|一共|总共|共|有|是|about|around|approx\.?|~)\s*")
_ROUGHLY = re.compile(r"\s*(?:左右|上下|整|吧)$")
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


def read_number(said: str, unit: Words | None) -> Decimal | None:
    """Return the number meant in the unit of the question, None when it is not clear."""
    bare = _ROUGHLY.sub("", _ABOUT.sub("", said)).strip()
    if said in _NONE:
        return Decimal(0) if unit is not None and unit.zh in _PEOPLE | _THINGS else None
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
    digit = tail if tail.isascii() and tail.isdigit() else str(_DIGITS.get(tail, ""))
    return number + Decimal(digit) / 10 if len(digit) == 1 else None


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
