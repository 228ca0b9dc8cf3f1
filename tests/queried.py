"""The slow and plain way to find the enterprises that a query means: one after the other, as people would say it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from safety.queries import ANY_FORM, Hazardous, Query, Range


@dataclass(frozen=True)
class Known:
    """An enterprise with everything that queries ask about it.

    facts    stated and derived; undone: forms owed now and not handed in; checked: day of the last one handed in
    hazards  of supervisors' lists: each kind of which it has one
    """

    code: str
    name: str
    town: str
    colour: str
    activity: str = "producing"
    facts: Mapping[str, bool | int | Decimal] = field(default_factory=dict)
    checked: date | None = None
    inspected: date | None = None
    covered: bool = False  # in this quarter
    department: str = ""
    grid: str = ""
    undone: frozenset[str] = frozenset()
    hazards: frozenset[Hazardous] = frozenset()
    unsigned: bool = False
    joined: bool = True
    silent: bool = False
    supervision: str = ""


def means(query: Query, one: Known, today: date) -> bool:
    """Whether the query means this enterprise; who asks sees all there are."""
    return (
        not query.nobody
        and _own(query, one)
        and _stated(query, one)
        and _checked(query, one, today)
        and query.hazards in {"", *one.hazards}
        and (not query.classes or one.supervision in query.classes)
        and (one.unsigned or not query.unsigned)
        and (not one.joined or not query.never_joined)
        and (one.silent or not query.silent)
    )


def _own(query: Query, one: Known) -> bool:
    text = query.text.strip()
    return (
        (not text or text.lower() in one.name.lower() or text.upper() == one.code)
        and (not query.codes or one.code in query.codes)
        and (not query.towns or one.town in query.towns)
        and (not query.departments or one.department in query.departments)
        and (not query.grids or one.grid in query.grids)
        and (not query.colours or one.colour in query.colours)
        and (not query.activities or one.activity in query.activities)
    )


def _stated(query: Query, one: Known) -> bool:
    if query.industries and not any(one.facts.get(fact) is True for fact in query.industries):
        return False
    flags = all((one.facts.get(fact) is True) is value for fact, value in query.facts)
    return flags and all(_lies(a, one.facts.get(a.fact)) for a in query.ranges)


def _lies(wanted: Range, value: bool | int | Decimal | None) -> bool:
    if value is None or isinstance(value, bool):
        return False
    low, high = wanted.at_least, wanted.at_most
    return (low is None or value >= low) and (high is None or value <= high)


def _checked(query: Query, one: Known, today: date) -> bool:
    if _within(one.checked, query.not_checked_days, today) or _within(
        one.inspected, query.not_inspected_days, today
    ):
        return False
    if query.not_covered and (one.covered or one.activity == "closed"):
        return False
    return not query.undone or bool(one.undone if query.undone == ANY_FORM else query.undone in one.undone)


def _within(day: date | None, days: int, today: date) -> bool:
    return bool(days) and day is not None and day >= today - timedelta(days=days)
