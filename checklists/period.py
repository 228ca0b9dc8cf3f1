"""The period a self-check belongs to, its first and last day. Up to 7 days: the week; up to 31: the month; longer: the quarter."""

from calendar import monthrange
from datetime import date

WEEKLY = 7
MONTHLY = 31
SUNDAY = 7


def period_of(cycle_days: int, day: date) -> str:
    """`2026-W48` for weekly forms (ISO weeks, Monday to Sunday), `2026-11` for monthly, `2026-Q4` for quarterly ones."""
    if cycle_days <= WEEKLY:
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    if cycle_days <= MONTHLY:
        return f"{day:%Y-%m}"
    return f"{day.year}-Q{(day.month - 1) // 3 + 1}"


def first_of(period: str) -> date:
    """The first day of a period. ValueError when it is none."""
    year, _, part = period.partition("-")
    if part.startswith("W"):
        return date.fromisocalendar(int(year), int(part[1:]), 1)
    return date(int(year), int(part[1:]) * 3 - 2 if part.startswith("Q") else int(part), 1)


def due_of(period: str) -> date:
    """The last day of a period. ValueError when it is none."""
    year, _, part = period.partition("-")
    if part.startswith("W"):
        return date.fromisocalendar(int(year), int(part[1:]), SUNDAY)
    month = int(part[1:]) * 3 if part.startswith("Q") else int(part)
    return date(int(year), month, monthrange(int(year), month)[1])
