"""The period a self-check belongs to, and its last day. Up to 31 days: the month; longer: the quarter."""

from calendar import monthrange
from datetime import date

MONTHLY = 31


def period_of(cycle_days: int, day: date) -> str:
    """`2026-11` for monthly forms, `2026-Q4` for quarterly ones."""
    if cycle_days <= MONTHLY:
        return f"{day:%Y-%m}"
    return f"{day.year}-Q{(day.month - 1) // 3 + 1}"


def due_of(period: str) -> date:
    """The last day of a period."""
    year, _, part = period.partition("-")
    month = int(part[1:]) * 3 if part.startswith("Q") else int(part)
    return date(int(year), month, monthrange(int(year), month)[1])
