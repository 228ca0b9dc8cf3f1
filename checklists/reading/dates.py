"""Typed dates: today and yesterday, ago, weekdays, months, full and short dates, in Chinese and English.

A month alone stands for its first day where something was done, for its last day where something runs out.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from enum import Enum

from checklists.reading.numerals import chinese_number

_WORDS = {
    "今天": 0, "今日": 0, "今儿": 0, "当天": 0, "刚刚": 0, "刚才": 0, "today": 0, "just now": 0,
    "昨天": -1, "昨日": -1, "昨儿": -1, "昨晚": -1, "yesterday": -1,
    "前天": -2, "前日": -2, "the day before yesterday": -2, "大前天": -3,
    "明天": 1, "明日": 1, "tomorrow": 1, "后天": 2, "the day after tomorrow": 2, "大后天": 3,
    "this morning": 0, "jintian": 0, "zuotian": -1, "qiantian": -2,
    "上周": -7, "上星期": -7, "上个星期": -7, "last week": -7, "a week ago": -7, "半个月前": -15,
}  # fmt: skip
_MONTHS_AGO = {"半年前": 6, "半年以前": 6, "半年之前": 6, "去年今天": 12, "去年的今天": 12}
_YEARS = {"今年": 0, "去年": -1, "前年": -2, "明年": 1, "后年": 2, "大前年": -3}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_N = "([0-9]{1,4}|[零〇一二两三四五六七八九十百]{1,5})"
_FILLER = re.compile(
    r"^(?:大概|大约|约|差不多|应该是|是|在|于|就是|就|about|around|on|since)\s*"
    r"|\s*(?:左右|上午|下午|早上|中午|晚上|凌晨|的时候|的|吧|了|呢|啊)$"
    r"|(?<=.)(?:刚刚?|才|请人|找人)?(?:做|检查|测|测试|洗|清洗|演练|排查|生产|出厂|到期)(?:完|好|过)?(?:的|了)?$"
    r"|(?<=[日号天])(?:凌晨|早上|上午|中午|下午|晚上)?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:点[钟半]?|:[0-9]{2})$"
)
_BREAK = re.compile(r"[,;。!]")
_TAKES_BACK = re.compile(r"[0-9年月日号周天不没无未但除或]|还是|前|后|\b(?:but|or|and|not)\b")
_WEEKDAY = re.compile(r"(上上|上|这|本|下)?个?(?:周|星期|礼拜)([一二三四五六日天])")
_AGO = re.compile(_N + r"(天|日|个?星期|个?礼拜|周|个?月|年)(?:以?前|之前)")
_AGO_AND_HALF = re.compile(_N + r"个半月(?:以?前|之前)")
_AGO_EN = re.compile(r"(a|an|one|two|three|four|five|six|\d{1,3}) (day|week|month|year)s? ago")
_CHINESE = re.compile(
    rf"(?:(今年|去年|前年|大前年|明年|后年)的?|([0-9]{{2}}|[0-9]{{4}}|[零〇一二三四五六七八九]{{4}})年)?{_N}月份?(?:{_N}[日号]?)?"
)
_MONTH_BACK = re.compile(rf"(上上个?|上个?|这个?|本|下个?)月(?:份)?(?:{_N}[日号])?")
_EDGE = re.compile(r"(.*月)份?(底|末|初)")
_YEAR_END = re.compile(r"(今年|去年|前年|明年|后年)?的?年?底")
_DAY = re.compile(rf"{_N}[日号]")
_FULL = re.compile(r"(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})")
_SHORT_YEAR = re.compile(r"(\d{2})([-/.])(\d{1,2})\2(\d{1,2})")
_SOLID = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEAR_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})")
_MONTH_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})")
_ENGLISH = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?")
_ENGLISH_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3,9})\.?(?:,? (\d{4}))?")
_ENGLISH_MONTH = re.compile(r"([a-z]{3,9})\.? (\d{4})")
CENTURY_20S = 20  # in 26.11.3 only the first can be a year; in 26.11.24 it might be the last
_SMALL = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_MONTH_STEPS = {"上上": -2, "上": -1, "这": 0, "本": 0, "下": 1}


class Side(Enum):
    """Where a date lies: something was done, something runs out, or either."""

    BACK = "back"
    AHEAD = "ahead"
    EITHER = "either"


def read_date(said: str, today: date, side: Side) -> date | None:
    """Return the day meant, None when it is not clear or there is no such day."""
    found = _read(said, today, side)
    head, *tail = _BREAK.split(said, maxsplit=1)
    if found is None and tail and not _TAKES_BACK.search(tail[0]):
        return _read(head, today, side)
    return found


def _read(said: str, today: date, side: Side) -> date | None:
    bare = said
    while (shorter := _FILLER.sub("", bare).strip()) != bare and shorter:
        bare = shorter
    with suppress(ValueError, OverflowError):
        for way in _WAYS:
            if (found := way(bare.strip(), today, side)) is not None:
                return found
    return None


def _word(said: str, today: date, side: Side) -> date | None:
    if said in _WORDS:
        return today + timedelta(_WORDS[said])
    if side is Side.AHEAD:
        return None
    return _months(today, -_MONTHS_AGO[said]) if said in _MONTHS_AGO else None


def _weekday(said: str, today: date, side: Side) -> date | None:
    found = _WEEKDAY.fullmatch(said)
    if found is None:
        return None
    week, day = found.group(1), "一二三四五六日".index(found.group(2).replace("天", "日"))
    monday = today - timedelta(today.weekday())
    if week is not None:
        return monday + timedelta(7 * {"上上": -2, "上": -1, "这": 0, "本": 0, "下": 1}[week] + day)
    if day == today.weekday() or side is not Side.BACK:
        return None  # today, or a week ago?
    return today - timedelta((today.weekday() - day) % 7)


def _ago(said: str, today: date, _: Side) -> date | None:
    if found := _AGO_EN.fullmatch(said):
        return _back(_SMALL.get(found.group(1)) or int(found.group(1)), found.group(2), today)
    if found := _AGO_AND_HALF.fullmatch(said):
        return _months(today, -_n(found.group(1))) - timedelta(15)
    found = _AGO.fullmatch(said)
    if found is None:
        return None
    unit = found.group(2).removeprefix("个")
    names = {"天": "day", "日": "day", "月": "month", "年": "year"}
    return _back(_n(found.group(1)), names.get(unit, "week"), today)


def _back(count: int, unit: str, today: date) -> date:
    if unit in {"day", "week"}:
        return today - timedelta(count * (7 if unit == "week" else 1))
    return _months(today, -count * (12 if unit == "year" else 1))


def _month_back(said: str, today: date, side: Side) -> date | None:
    found = _MONTH_BACK.fullmatch(said)
    if found is None:
        return None
    first = _months(today.replace(day=1), _MONTH_STEPS[found.group(1).removesuffix("个")])
    return (
        first.replace(day=_n(found.group(2)))
        if found.group(2)
        else _whole_month(first.year, first.month, side)
    )


def _edge(said: str, today: date, side: Side) -> date | None:
    """The first or the last day of a month (`上个月底`, `5月初`), or the last of a year (`年底`)."""
    found, year = _EDGE.fullmatch(said), _YEAR_END.fullmatch(said)
    month = _read(found.group(1), today, side) if found else None
    if year is not None and (year.group(1) or side is Side.AHEAD):
        day = date(today.year + _YEARS.get(year.group(1) or "", 0), 12, 31)
    elif found is not None and month is not None:
        last = found.group(2) != "初"
        day = _whole_month(month.year, month.month, Side.AHEAD) if last else month.replace(day=1)
    else:
        return None
    return None if side is Side.BACK and day > today else day


def _chinese(said: str, today: date, side: Side) -> date | None:
    found = _CHINESE.fullmatch(said)
    if found is None:
        return None
    month = _n(found.group(3))
    day = _n(found.group(4)) if found.group(4) else None
    said_year = found.group(1) or found.group(2)
    if said_year:
        year = _year(said_year, today)
        return date(year, month, day) if day else _whole_month(year, month, side)
    return _without_year(month, day, today, side)


def _year(text: str, today: date) -> int:
    if text in _YEARS:
        return today.year + _YEARS[text]
    year = _n(text)
    return year + 2000 if year < 100 else year  # noqa: PLR2004 - two digits


def _without_year(month: int, day: int | None, today: date, side: Side) -> date | None:
    """The last such day, where something was done; else only the one in this year that has not passed."""
    if side is Side.BACK:
        for year in (today.year, today.year - 1):
            found = date(year, month, day) if day and _exists(year, month, day) else None
            found = _whole_month(year, month, side) if day is None else found
            if found is not None and found <= today:
                return found
        return None
    found = date(today.year, month, day) if day else _whole_month(today.year, month, side)
    return found if found >= today or side is Side.EITHER else None


def _day(said: str, today: date, side: Side) -> date | None:
    found = _DAY.fullmatch(said)
    if found is None or side is Side.AHEAD:
        return None
    day = _n(found.group(1))
    if day <= today.day:
        return today.replace(day=day)
    return _months(today.replace(day=1), -1).replace(day=day) if side is Side.BACK else None


def _digits(said: str, today: date, side: Side) -> date | None:
    if found := _FULL.fullmatch(said):
        return date(int(found.group(1)), int(found.group(3)), int(found.group(4)))
    if found := _SOLID.fullmatch(said):
        return date(int(found.group(1)), int(found.group(2)), int(found.group(3)))
    if (found := _SHORT_YEAR.fullmatch(said)) and int(found.group(1)) >= CENTURY_20S > int(found.group(4)):
        return date(2000 + int(found.group(1)), int(found.group(3)), int(found.group(4)))
    if found := _YEAR_MONTH.fullmatch(said):
        return _whole_month(int(found.group(1)), int(found.group(2)), side)
    if found := _MONTH_DAY.fullmatch(said):
        return _without_year(int(found.group(1)), int(found.group(2)), today, side)
    return None


def _english(said: str, today: date, side: Side) -> date | None:
    if found := _ENGLISH_MONTH.fullmatch(said):
        return _whole_month(int(found.group(2)), _month(found.group(1)), side)
    if found := _ENGLISH.fullmatch(said):
        month, day, year = found.group(1), found.group(2), found.group(3)
    elif found := _ENGLISH_DAY_FIRST.fullmatch(said):
        day, month, year = found.group(1), found.group(2), found.group(3)
    else:
        return None
    if year:
        return date(int(year), _month(month), int(day))
    return _without_year(_month(month), int(day), today, side)


def _month(name: str) -> int:
    full = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
    if name not in _MONTHS and name not in full and name != "sept":
        raise ValueError(name)
    return _MONTHS.index(name[:3]) + 1


def _whole_month(year: int, month: int, side: Side) -> date:
    return date(year, month, monthrange(year, month)[1] if side is Side.AHEAD else 1)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]  # noqa: PLR2004 - months of a year


def _months(day: date, count: int) -> date:
    """The same day some months away, or the last of that month."""
    place = day.year * 12 + day.month - 1 + count
    year, month = divmod(place, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _n(text: str) -> int:
    number = int(text) if text.isascii() else chinese_number(text)
    if number is None:
        raise ValueError(text)
    return number


_WAYS: tuple[Callable[[str, date, Side], date | None], ...] = (
    _word,
    _weekday,
    _ago,
    _month_back,
    _edge,
    _chinese,
    _day,
    _digits,
    _english,
)
