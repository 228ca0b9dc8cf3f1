"""Recurrence (重复发生): the same thing found again at the same enterprise soon after it was closed is graded up (提级).

A general hazard that recurs is given less time and is closed by a supervisor, like one that a supervisor has graded up
by hand. For how long a closed one counts and how much time is left stands in content (rules/defaults.yaml).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from checklists.rules import Recurring

MONTHS_OF_YEAR = 12
PERCENT = 100


@dataclass(frozen=True, slots=True)
class Past:
    """A hazard that was closed.

    clause   id of the question or criterion that it was about; empty when nobody said
    kind     id of its category, and `place` where it was: empty for what a self-check found
    """

    number: str
    clause: str
    kind: str = ""
    place: str = ""


def counts_from(today: date, rules: Recurring) -> date:
    """The first day of whose closures one can be recurring now: so many months back, the last day of a shorter month."""
    months = today.year * MONTHS_OF_YEAR + today.month - 1 - rules.months
    year, month = divmod(months, MONTHS_OF_YEAR)
    first = date(year, month + 1, 1)
    ahead = date(year + (month + 1) // MONTHS_OF_YEAR, (month + 1) % MONTHS_OF_YEAR + 1, 1)
    return first.replace(day=min(today.day, (ahead - timedelta(days=1)).day))


def earlier(clause: str, kind: str, place: str, closed: Iterable[Past]) -> str:
    """Number of the hazard that recurs, the first in the order given; empty when none does.

    The same clause is the same thing; where a report names none, the same kind at the same place is.
    """
    for one in closed:
        if clause and one.clause:
            if clause == one.clause:
                return one.number
        elif kind and kind == one.kind and same_place(place, one.place):
            return one.number
    return ""


def days_left(days: int, rules: Recurring) -> int:
    """The days to put it right when it recurs: rounded up, never fewer than one where there was one."""
    return -(-days * rules.percent // PERCENT)


def same_place(one: str, other: str) -> bool:
    """Whether two places are one: the same words, or one within the other."""
    this, that = _plain(one), _plain(other)
    return bool(this and that) and (this in that or that in this)


def _plain(place: str) -> str:
    return "".join(place.casefold().split())
