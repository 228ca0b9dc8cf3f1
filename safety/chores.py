"""What comes again and again (定期工作), or once to keep a hazard from coming back: when it is due next. Pure."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

MONTHS = 12


class Unit(StrEnum):
    """What a rhythm is counted in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class ChoreState(StrEnum):
    """Where it stands. DONE: it was to be done once. STOPPED: it is not to be done any more."""

    OPEN = "open"
    PAUSED = "paused"
    DONE = "done"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Every so many days, weeks or months."""

    every: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Chore:
    """One of them. `number` is what people call it by: DQ-2026-000001.

    rhythm    None: once
    hazard    number of the hazard that it keeps from coming back; empty for others
    last      when it was done last, and by whom
    """

    number: str
    title: str
    due: date
    owner: str
    owner_id: int
    state: ChoreState = ChoreState.OPEN
    rhythm: Rhythm | None = None
    hazard: str = ""
    last: date | None = None
    last_by: str = ""


class Chores(Protocol):
    """Those of the actor's own enterprise, for who may treat hazards. Sub-ledger of safety.ledger.Ledger."""

    def listed(self, *, offset: int = 0, limit: int = 4) -> Sequence[Chore]:
        """Open ones by their days, then those that pause."""
        ...

    def count(self) -> int: ...
    def due(self, today: date) -> int:
        """How many are due today or late."""
        ...

    def one(self, number: str) -> Chore | None: ...


def following(due: date, rhythm: Rhythm, done: date) -> date:
    """The next day after it was done: the rhythm keeps its days, and what was missed is not owed twice."""
    step = 1
    while (after := _later(due, rhythm, step)) <= max(done, due):
        step += 1
    return after


def _later(due: date, rhythm: Rhythm, times: int) -> date:
    """So many rhythms after a day; the last day of a month that is too short."""
    many = rhythm.every * times
    if rhythm.unit is not Unit.MONTH:
        return due + timedelta(days=many * (7 if rhythm.unit is Unit.WEEK else 1))
    months = due.year * MONTHS + due.month - 1 + many
    year, month = divmod(months, MONTHS)
    return date(year, month + 1, min(due.day, monthrange(year, month + 1)[1]))
