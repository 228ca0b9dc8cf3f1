"""Small sentences that several conversations build: a day with its year, several things in one breath."""

from collections.abc import Sequence
from datetime import date

from checklists.words import Words
from dialogs.talk import Line


def on_day(day: date, today: date) -> Line:
    """A day as people say it: the year only when it is another one."""
    if day.year == today.year:
        return Line("on-day", {"day": day})
    return Line("on-day-of-year", {"year": day.year, "day": day})


def listed(parts: Sequence[Line | Words]) -> Line | Words:
    """Several things in one breath: a, b, c."""
    whole, *rest = parts or (Words("", ""),)
    for part in rest:
        whole = Line("and-then", {"first": whole, "then": part})
    return whole
