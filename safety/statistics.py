"""Quarter and year statistics of hazards (order 16 art. 14): what they count, of which period, and who has signed them.

Found: reported in the period, neither withdrawn nor a duplicate. Fixed: closed by the end of the period, of those found in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Protocol

from checklists.period import due_of, first_of, period_of
from safety.shares import percent

QUARTERLY = 90
QUARTERS_SHOWN = 4
QUARTER_DUE_DAY, YEAR_DUE_DAY = 15, 31  # of the month after the period


@dataclass(frozen=True, slots=True)
class Counts:
    """What the form asks for. Money in yuan; open and overdue as they stood at the end of the period.

    planned   major hazards of the period with the five implements (五落实) laid down
    """

    general_found: int = 0
    general_fixed: int = 0
    major_found: int = 0
    major_fixed: int = 0
    major_planned: int = 0
    open: int = 0
    overdue: int = 0
    money: int = 0

    @property
    def general_rate(self) -> int:
        """Percent of general hazards put right; 100 when there were none."""
        return percent(self.general_fixed, self.general_found)

    @property
    def major_rate(self) -> int:
        return percent(self.major_fixed, self.major_found)

    def plus(self, other: "Counts") -> "Counts":
        """The sum, field by field."""
        return Counts(*(getattr(self, name) + getattr(other, name) for name in NAMES))

    def plain(self) -> dict[str, int]:
        """As JSON."""
        return {name: getattr(self, name) for name in NAMES}


NAMES = tuple(field.name for field in fields(Counts))


@dataclass(frozen=True, slots=True)
class Correction:
    """A figure that the enterprise corrects: what it says instead, and why. What was counted is kept beside it."""

    value: int
    reason: str


Corrections = Mapping[str, Correction]


def corrected(counts: Counts, corrections: Corrections) -> Counts:
    """The figures with what was corrected."""
    return replace(counts, **{name: one.value for name, one in corrections.items() if name in NAMES})


def fault(counts: Counts) -> str | None:
    """The figure that cannot be: more put right than found, more planned than found, more overdue than open."""
    wrong = {
        "general_fixed": counts.general_fixed > counts.general_found,
        "major_fixed": counts.major_fixed > counts.major_found,
        "major_planned": counts.major_planned > counts.major_found,
        "overdue": counts.overdue > counts.open,
    }
    return next((name for name, is_wrong in wrong.items() if is_wrong), None)


def is_year(period: str) -> bool:
    """`2026` is a year, `2026-Q4` a quarter."""
    return period.isdigit()


def span(period: str) -> tuple[date, date]:
    """First and last day. ValueError when it is no quarter and no year."""
    if is_year(period):
        return date(int(period), 1, 1), date(int(period), 12, 31)
    if period[-2:-1] != "Q" or period[-1] not in "1234":
        raise ValueError(period)
    return first_of(period), due_of(period)


def due(period: str) -> date:
    """By when it is sent: the 15th after a quarter, 31 January after a year (order 16 art. 14)."""
    _, last = span(period)
    year, month = (last.year + 1, 1) if last.month == 12 else (last.year, last.month + 1)  # noqa: PLR2004 - December
    return date(year, month, YEAR_DUE_DAY if is_year(period) else QUARTER_DUE_DAY)


def before(period: str) -> str:
    """The quarter before a quarter, the year before a year."""
    if is_year(period):
        return str(int(period) - 1)
    first, _ = span(period)
    return period_of(QUARTERLY, date(first.year - (first.month == 1), (first.month - 2) % 12 + 1, 1))


def closed(today: date) -> Sequence[str]:
    """The periods that are over and may be signed, the newest first: four quarters and the last year."""
    quarter = before(period_of(QUARTERLY, today))
    quarters = [quarter]
    while len(quarters) < QUARTERS_SHOWN:
        quarters.append(before(quarters[-1]))
    return (*quarters, str(today.year - 1))


def newest(period: str, today: date) -> bool:
    """Whether it is the last one of its kind that is over: what the reminder rules ask for."""
    last = str(today.year - 1) if is_year(period) else before(period_of(QUARTERLY, today))
    return period == last


@dataclass(frozen=True, slots=True)
class Signed:
    """One signed form. `version` counts the times the period was signed; the newest counts."""

    number: str
    period: str
    version: int
    enterprise: str
    credit_code: str
    name: str
    signed_at: datetime
    counts: Counts
    corrections: Corrections
    sha256: str


@dataclass(frozen=True, slots=True)
class Missing:
    """An enterprise that has not sent the form of a period."""

    credit_code: str
    enterprise: str
    town: str


@dataclass(frozen=True, slots=True)
class Whole:
    """An area: its enterprises, how many have sent the form, and what they said together."""

    enterprises: int
    sent: int
    counts: Counts


class StatisticsBook(Protocol):
    """What one actor may read: of their enterprise, or of their area."""

    def counted(self, period: str) -> Counts:
        """The own enterprise's figures, counted from the ledger now."""
        ...

    def signed(self, period: str) -> Signed | None:
        """The newest signed form of the own enterprise."""
        ...

    def one(self, number: str) -> Signed | None:
        """By its number, within the reach."""
        ...

    def whole(self, period: str) -> Whole: ...

    def missing(self, period: str, *, offset: int = 0, limit: int = 5) -> Sequence[Missing]:
        """Enterprises of the area without the form, by town and name."""
        ...

    def sent(self, period: str, *, offset: int = 0, limit: int = 5) -> Sequence[Signed]:
        """The newest first."""
        ...
