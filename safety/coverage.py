"""Quarterly full coverage (每季度全覆盖): who was reached in a quarter, and how. What counts is content (rules/grading.yaml)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from checklists.grading import Covered
from checklists.period import due_of, period_of
from safety.shares import percent

QUARTERLY = 92  # days; any number that checklists.period makes a quarter of


class Pile(StrEnum):
    """By what the figures of a quarter are laid apart."""

    TOWN = "town"
    COLOUR = "colour"
    DEPARTMENT = "department"  # which answers for it (三管三必须); the name is empty where none does


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a group of enterprises is covered: how many there are, and how many of them were reached."""

    name: str
    enterprises: int
    covered: int

    @property
    def share(self) -> Decimal:
        """From 0 to 1; 1 where there is nobody to reach."""
        return Decimal(self.covered) / self.enterprises if self.enterprises else Decimal(1)

    @property
    def percent(self) -> int:
        """The share in whole percent, never rounded up to 100."""
        return percent(self.covered, self.enterprises)


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter as one supervisor sees it.

    by          how many enterprises were reached in which way; one that was reached in two ways counts in both
    visits      inspections on site that were finished (家次); one without a finding counts as well
    items       hazards that they found (隐患项), without those taken back: counted apart, never added to the visits
    """

    period: str
    all: Reached
    by: Mapping[Covered, int] = field(default_factory=dict)
    visits: int = 0
    items: int = 0


@dataclass(frozen=True, slots=True)
class Missed:
    """An enterprise that nobody has reached: since when (None: never), and how often it has handed in a self-check meanwhile."""

    credit_code: str
    name: str
    town: str
    colour: str
    last: date | None
    submitted: int


class CoverageBook(Protocol):
    """The quarter in a supervisor's scope; nothing for anybody else."""

    def quarter(self, period: str) -> Quarter:
        """One quarter, by its name (`2026-Q4`)."""
        ...

    def piles(self, period: str, pile: Pile) -> Sequence[Reached]:
        """Its figures laid apart, the least covered first."""
        ...

    def missed(self, period: str, *, offset: int = 0, limit: int = 6, name: str = "") -> Sequence[Missed]:
        """Enterprises nobody has reached, longest first; `name`: of this town, department or colour only."""
        ...


def quarter_of(day: date) -> str:
    """The name of the quarter a day lies in."""
    return period_of(QUARTERLY, day)


def days_left(period: str, today: date) -> int:
    """How many days of a quarter remain, today included; 0 when it is over."""
    return max(0, (due_of(period) - today).days + 1)
