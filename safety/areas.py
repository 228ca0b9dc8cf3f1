"""An area (镇街、部门、网格、全区) on one day: its figures and the cases that want a person."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Figures:
    """The day's figures of one area (the reader's own scope) and the same figures one working day before."""

    enterprises: int
    joined: int
    owed: int
    submitted: int
    open_hazards: int
    overdue_hazards: int
    suspected_major: int
    found_today: int
    zero: int = 0  # zero reports among those submitted


@dataclass(frozen=True, slots=True)
class Concern:
    """One line of a digest that wants a person's attention: a named case with its age."""

    kind: str  # "listed", "major", "overdue", "silent", "never_joined", "unsubmitted", "flagged"
    enterprise: str
    hazard: str | None
    days: int
    owner: str | None = None
    count: int = 0  # of what one line stands for together
    code: str = field(default="", compare=False)  # credit code of the enterprise
    promised: date | None = field(default=None, compare=False)  # the day on which it was to be put right


@dataclass(frozen=True, slots=True)
class Area:
    """Where a supervisor stands: the name and the figures of today and of the last working day."""

    name: str
    today: Figures
    before: Figures | None
    exceptions: Sequence[Concern] = field(default_factory=tuple)
    waiting_joins: int = 0
    flagged: int = 0  # submissions worth a look that this reader has not opened yet
    away: int = 0  # enterprises with somebody out of reach
    late: int = 0  # what is overdue by the reminder rules
    handed: int = 0  # seats that have changed hands since the last working day began
    offered: int = 0  # seats that are offered now and wait for somebody to take them
    guessed_year: int = 0  # a year whose public holidays nobody knows yet; 0: all is known
