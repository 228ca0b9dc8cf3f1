"""Typed times of day: 8点半, 08:30, 下午三点一刻, 差五分九点, half past eight, 8 pm. Without 下午 or pm they are of 24 hours."""

import re
from collections.abc import Callable
from datetime import time

from checklists.reading.numerals import chinese_number

_N = "([0-9]{1,2}|[零〇一二两三四五六七八九十]{1,3})"
_PART = "(凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|昨晚|今晚|晚上|晚|夜里|夜间|半夜|深夜)?"
_FILLER = re.compile(
    r"^(?:今天|昨天|大概|大约|约|差不多|应该是|是|在|于|at|around|about|on)\s*"
    r"|\s*(?:左右|的时候|做的|检查的|巡查的|开始|的|吧|了)$"
)
_NOW = frozenset(["现在", "刚才", "刚刚", "此刻", "当前", "now", "just now", "right now"])
_WORDS = {"noon": time(12), "midnight": time(0), "正午": time(12), "午夜": time(0), "零点": time(0)}
_CLOCK = re.compile(_PART + r" ?(\d{1,2})[:.](\d{2})(?::\d{2})? ?(a\.?m|p\.?m)?\.?")
_SOLID = re.compile(r"(\d{1,2})(\d{2})")
_BARE = re.compile(_PART + r"(\d{1,2})")
_CHINESE = re.compile(_PART + _N + f"[点时](?:钟|整|(半)|([一三])刻|[过零〇]?{_N}分?|差{_N}分)?")
_BEFORE = re.compile(_PART + f"差(?:{_N}分|(一)刻)(?:钟)?(?:到)?{_N}[点时](?:钟)?")
_ENGLISH_HOUR = re.compile(r"([a-z]+|\d{1,2})(?: ?o'?clock)? ?(a\.?m|p\.?m|in the [a-z]+|at night)?\.?")
_ENGLISH = re.compile(
    r"(half|quarter|[a-z]+|\d{1,2}) (past|after|to|before) ([a-z]+|\d{1,2}) ?(a\.?m|p\.?m)?\.?"
)
_MORNING = frozenset(["凌晨", "清晨", "早上", "早晨", "早", "上午", "am", "in the morning"])
_AFTERNOON = frozenset(["下午", "傍晚", "pm", "in the afternoon", "in the evening"])
_NIGHT = frozenset(["昨晚", "今晚", "晚上", "晚", "夜里", "夜间", "半夜", "深夜", "at night"])
_SMALL = [
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
_MINUTES = {"half": 30, "quarter": 15, "twenty": 20}
NOON, EVENING = 12, 5  # 晚上5点 is in the evening, 晚上4点 in the night
DAY, HOUR = 24, 60


def read_time(said: str, now: time | None) -> time | None:
    """Return the time of day meant, None when it is not clear. `now` is what “now” stands for."""
    if said in _NOW:
        return now.replace(second=0, microsecond=0) if now is not None else None
    bare = said
    while (shorter := _FILLER.sub("", bare).strip()) != bare and shorter:
        bare = shorter
    return _WORDS.get(bare) or next((found for way in _WAYS if (found := way(bare)) is not None), None)


def _clock(said: str) -> time | None:
    found = _CLOCK.fullmatch(said)
    if found is None:
        solid = _SOLID.fullmatch(said)
        return _at(int(solid.group(1)), int(solid.group(2))) if solid else None
    part = found.group(1) or _half(found.group(4))
    return _at(int(found.group(2)), int(found.group(3)), part)


def _bare(said: str) -> time | None:
    """A number alone is the hour."""
    found = _BARE.fullmatch(said)
    return _at(int(found.group(2)), 0, found.group(1)) if found else None


def _chinese(said: str) -> time | None:
    found = _CHINESE.fullmatch(said)
    if found is None:
        return _before(said)
    part, hour, half, quarters, minutes, less = found.groups()
    if less is not None:
        return _at(_n(hour), -_n(less), part)
    behind = 30 if half else 15 * _n(quarters) if quarters else _n(minutes) if minutes else 0
    return _at(_n(hour), behind, part)


def _before(said: str) -> time | None:
    found = _BEFORE.fullmatch(said)
    if found is None:
        return None
    part, minutes, quarter, hour = found.groups()
    return _at(_n(hour), -15 if quarter else -_n(minutes), part)


def _english(said: str) -> time | None:
    if found := _ENGLISH.fullmatch(said):
        minutes, side, hour, half = found.groups()
        count = _MINUTES.get(minutes, _word(minutes))
        return _at(_word(hour), count if side in {"past", "after"} else -count, _half(half))
    found = _ENGLISH_HOUR.fullmatch(said)
    return _at(_word(found.group(1)), 0, _half(found.group(2))) if found else None


def _half(said: str | None) -> str | None:
    return said.replace(".", "") if said is not None else None


def _at(hour: int, minutes: int, part: str | None = None) -> time | None:
    """The hour in its part of the day, so many minutes after or (negative) before it."""
    full = _of_day(hour, part)
    if full is None or not -HOUR < minutes < HOUR or (hour == DAY and minutes > 0):
        return None
    whole = (full * HOUR + minutes) % (DAY * HOUR)
    return time(whole // HOUR, whole % HOUR)


def _of_day(hour: int, part: str | None) -> int | None:
    """The hour of 24; None when the part of the day does not go with it."""
    if not 0 <= hour <= DAY:
        return None
    if part in _MORNING:
        return (0 if hour == NOON and part in {"凌晨", "am"} else hour) if hour <= NOON else None
    if part == "中午":
        return hour + NOON if hour in {1, 2} else hour if hour in {NOON - 1, NOON, NOON + 1} else None
    if part in _AFTERNOON:
        return hour + NOON if 0 < hour < NOON else hour if hour >= NOON and hour != DAY else None
    if part in _NIGHT:
        return hour + NOON if EVENING <= hour < NOON else 0 if hour in {NOON, DAY} else hour
    return hour % DAY


def _n(text: str) -> int:
    number = int(text) if text.isascii() else chinese_number(text)
    return DAY + 1 if number is None else number


def _word(text: str) -> int:
    if text.isdigit():
        return int(text)
    return _SMALL.index(text) if text in _SMALL else DAY + HOUR


_WAYS: tuple[Callable[[str], time | None], ...] = (_clock, _bare, _chinese, _english)
