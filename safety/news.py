"""Only what has changed: which exceptions of a digest a reader is told of again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from safety.areas import Concern

WORSE_DAYS = (7, 15, 30, 60, 90, 180, 365)  # an exception that has grown this old is said again
RED = frozenset({"listed", "major"})  # said every time
HARM = ("listed", "major", "overdue", "silent", "unsubmitted", "never_joined")  # gravest first


@dataclass(frozen=True, slots=True)
class Told:
    """What a reader was told last of one case: its kind, how many days old it was, on which day that was."""

    kind: str
    days: int
    on: date


def case_of(one: Concern) -> str:
    """By what a case is known again: its hazard, else its enterprise."""
    return one.hazard or one.code or one.enterprise


def again(one: Concern, told: Told | None, today: date, steps: Sequence[int] = WORSE_DAYS) -> bool:
    """Whether a reader is told of it now: it is new, red, promised for today, or it got worse since.

    Told twice on one day it stays the same. Worse: of a graver kind, or as old as the next of `steps` (days).
    """
    if told is None or one.kind in RED or today in {one.promised, told.on}:
        return True
    if _harm(one.kind) < _harm(told.kind):
        return True
    return any(told.days < step <= one.days for step in steps)


def _harm(kind: str) -> int:
    return HARM.index(kind) if kind in HARM else len(HARM)


def news(
    concerns: Sequence[Concern], told: Mapping[str, Told], today: date, steps: Sequence[int] = WORSE_DAYS
) -> Sequence[Concern]:
    """Those of them that a reader is told of now, in their order."""
    return [one for one in concerns if again(one, told.get(case_of(one)), today, steps)]
