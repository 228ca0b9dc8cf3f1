"""Small sentences that several conversations build: a day with its year, several things in one breath."""

from collections.abc import Sequence
from datetime import date, datetime

from checklists.words import Words
from dialogs.talk import Line
from dialogs.texts import SHANGHAI

HOUR = 60  # minutes


def on_day(day: date, today: date) -> Line:
    """A day as people say it: the year only when it is another one."""
    if day.year == today.year:
        return Line("on-day", {"day": day})
    return Line("on-day-of-year", {"year": day.year, "day": day})


def since(moment: datetime, now: datetime) -> Line:
    """A moment beside a name: only the clock when it is of today."""
    local = moment.astimezone(SHANGHAI)
    if local.date() == now.astimezone(SHANGHAI).date():
        return Line("clock", {"time": f"{local:%H:%M}"})
    return Line("clock-of-day", {"moment": moment})


def ago(moment: datetime, now: datetime) -> Line:
    """How long ago, within the hour; then the clock."""
    minutes = int((now - moment).total_seconds()) // 60
    return Line("minutes-ago", {"n": max(0, minutes)}) if minutes < HOUR else since(moment, now)


def listed(parts: Sequence[Line | Words]) -> Line | Words:
    """Several things in one breath: a, b, c."""
    whole, *rest = parts or (Words("", ""),)
    for part in rest:
        whole = Line("and-then", {"first": whole, "then": part})
    return whole


def dotted(parts: Sequence[Line | Words]) -> Line | Words:
    """Several short things beside each other: a · b · c."""
    whole, *rest = parts or (Words("", ""),)
    for part in rest:
        whole = Line("and-beside", {"first": whole, "then": part})
    return whole


def days_of(since: str, until: str) -> Line:
    """A span of days as ISO text; either end may be missing."""
    if since == until:
        return Line("span-day", {"first": _short(since)})
    if not since or not until:
        return Line("span-since" if since else "span-until", {"first": _short(since or until)})
    return Line("span-days", {"first": _short(since), "last": _short(until)})


def _short(day: str) -> Line:
    read = date.fromisoformat(day)
    return Line("short-day", {"month": read.month, "day": read.day})
