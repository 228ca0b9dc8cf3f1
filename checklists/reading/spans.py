"""A window of days in people's words: 10天内, 12月1日开始, 12月15日前; 10 days, starting 1 December, by 15 December."""

import re
from dataclasses import dataclass
from datetime import date

from checklists.reading.dates import Side, read_date
from checklists.reading.numerals import chinese_number
from checklists.reading.plain import plain

_SPAN = re.compile(
    r"(?:给|限|共|为期|in|within|for)?\s*(\d{1,3}|[一二三四五六七八九十百两]{1,4})\s*(天|日|个?星期|周|days?|weeks?)(?:内|以内|之内|完成)*"
)
_STARTS = re.compile(r"(.+?)(?:开始|起|启动)|(?:start(?:s|ing)?|from|beginning)(?: on)? (.+)")
_UNTIL = re.compile(r"(?:到|截至|截止到?|截止日期?|by |until |due )?\s*(.+?)(?:之前|以前|前|截止|完成|为止)*")
WEEK = 7


@dataclass(frozen=True, slots=True)
class Spanned:
    """One of these: so many days, the first day, or the last one."""

    days: int | None = None
    starts: date | None = None
    until: date | None = None


def read_span(text: str, today: date) -> Spanned | None:
    """What was said of a window; None when it is not clear."""
    said = plain(text)
    span = _SPAN.fullmatch(said)
    if span is not None:
        number = int(span[1]) if span[1].isascii() else chinese_number(span[1])
        weeks = span[2].startswith(("周", "week", "星期", "个"))
        return Spanned(days=number * (WEEK if weeks else 1)) if number else None
    begins = _STARTS.fullmatch(said)
    if begins is not None:
        day = read_date(begins[1] or begins[2], today, Side.AHEAD)
        return Spanned(starts=day) if day is not None else None
    ends = _UNTIL.fullmatch(said)
    day = read_date(ends[1], today, Side.AHEAD) if ends is not None else None
    return Spanned(until=day) if day is not None else None
