"""The table of measures: what is counted, and the list behind each number. Digests, lists, tables and reports all use it.

A number is the length of its list: `storage/measures.py` counts with the conditions of that list, `bot/exports/kinds.py` reads its
rows with the same, and `tests/proof/test_measures.py` counts the rows of the files once more in plain Python.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from safety.check_lists import CheckSieve
from safety.exported import Exported
from safety.lists import Sieve, Stage
from safety.queries import ANY_FORM, Hazardous, Query
from safety.visit_lists import VisitSieve

Listed = Sieve | CheckSieve | Query | VisitSieve


class Measure(StrEnum):
    """What is counted. DAYS is a sum over the list of CLOSED: whole days from finding to closing; ITEMS one over that of VISITS: hazards
    that inspections on site have found (隐患项), counted apart from the visits (家次); COMPARED and AGREED sums over it too: answers held against a self-check, and those that agree.

    OWED and DONE are duties, not rows of a list: self-checks owed in the periods of the last day, and those of them handed in by its end.
    """

    FOUND = "found"
    CLOSED = "closed"
    TIMELY = "timely"
    AGAIN = "again"
    DAYS = "days"
    OPEN = "open"
    OVERDUE = "overdue"
    MAJOR = "major"
    MAJOR_OVERDUE = "major_overdue"
    SUBMITTED = "submitted"
    ZERO = "zero"
    CURRENT = "current"
    ENTERPRISES = "enterprises"
    UNDONE = "undone"
    NEVER_JOINED = "never_joined"
    SILENT = "silent"
    WITH_OVERDUE = "with_overdue"
    VISITS = "visits"
    ITEMS = "items"
    COMPARED = "compared"
    AGREED = "agreed"
    OWED = "owed"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Counted:
    """How a measure is counted: the kind of its rows and the list of them.

    listed    its list, from the first and last day (ISO text) of what is spoken of
    standing  it counts what stands at the moment of asking; else what happened within the days
    """

    kind: Exported
    listed: Callable[[str, str], Listed]
    standing: bool = False


_H, _C, _E = Exported.HAZARDS, Exported.CHECKS, Exported.ENTERPRISES
_visits = Counted(Exported.INSPECTIONS, lambda first, last: VisitSieve(since=first, until=last))
_closed = Counted(_H, lambda first, last: Sieve(Stage.CLOSED, since=first, until=last))

MEASURES: Mapping[Measure, Counted] = {
    Measure.FOUND: Counted(_H, lambda first, last: Sieve(Stage.FOUND, since=first, until=last)),
    Measure.CLOSED: _closed,
    Measure.TIMELY: Counted(
        _H, lambda first, last: Sieve(Stage.CLOSED, since=first, until=last, timely=True)
    ),
    Measure.AGAIN: Counted(_H, lambda first, last: Sieve(Stage.FOUND, since=first, until=last, again=True)),
    Measure.DAYS: _closed,
    Measure.OPEN: Counted(_H, lambda _first, _last: Sieve(Stage.OPEN), standing=True),
    Measure.OVERDUE: Counted(_H, lambda _first, _last: Sieve(Stage.OVERDUE), standing=True),
    Measure.MAJOR: Counted(_H, lambda _first, _last: Sieve(Stage.OPEN, major=True), standing=True),
    Measure.MAJOR_OVERDUE: Counted(_H, lambda _first, _last: Sieve(Stage.OVERDUE, major=True), standing=True),
    Measure.SUBMITTED: Counted(_C, lambda first, last: CheckSieve(since=first, until=last)),
    Measure.ZERO: Counted(_C, lambda first, last: CheckSieve(since=first, until=last, zero=True)),
    Measure.CURRENT: Counted(_C, lambda _first, last: CheckSieve(on=last), standing=True),
    Measure.VISITS: _visits,
    Measure.ITEMS: _visits,
    Measure.COMPARED: _visits,
    Measure.AGREED: _visits,
    Measure.ENTERPRISES: Counted(_E, lambda _first, _last: Query(), standing=True),
    Measure.UNDONE: Counted(_E, lambda _first, _last: Query(undone=ANY_FORM), standing=True),
    Measure.NEVER_JOINED: Counted(_E, lambda _first, _last: Query(never_joined=True), standing=True),
    Measure.SILENT: Counted(_E, lambda _first, _last: Query(silent=True), standing=True),
    Measure.WITH_OVERDUE: Counted(
        _E, lambda _first, _last: Query(hazards=Hazardous.OVERDUE.value), standing=True
    ),
}


def list_of(measure: Measure, first: str, last: str) -> Listed:
    """The list whose length the number is."""
    return MEASURES[measure].listed(first, last)
