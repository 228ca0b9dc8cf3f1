"""The period a self-check belongs to, its first and last day; a campaign's round has one of its own. Up to 7 days: the week; up to 31: the month; longer: the quarter."""

from calendar import monthrange
from datetime import date, timedelta

WEEKLY = 7
MONTHLY = 31
SUNDAY = 7
SPECIAL = "C"  # of a campaign's round: C, its due day, its number
EPOCH = date(2020, 1, 1)
SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DAYS = 3  # signs of the due day: enough until 2147


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
    if is_special(period):
        return due_of(period)
    year, _, part = period.partition("-")
    if part.startswith("W"):
        return date.fromisocalendar(int(year), int(part[1:]), 1)
    return date(int(year), int(part[1:]) * 3 - 2 if part.startswith("Q") else int(part), 1)


def due_of(period: str) -> date:
    """The last day of a period. ValueError when it is none."""
    if is_special(period):
        return EPOCH + timedelta(days=int(period[1 : 1 + DAYS], len(SIGNS)))
    year, _, part = period.partition("-")
    if part.startswith("W"):
        return date.fromisocalendar(int(year), int(part[1:]), SUNDAY)
    month = int(part[1:]) * 3 if part.startswith("Q") else int(part)
    return date(int(year), month, monthrange(int(year), month)[1])


def special(number: int, due: date) -> str:
    """The period of a check that is owed by a campaign's round: it says its due day and its number, in ten signs at most."""
    return f"{SPECIAL}{_signs((due - EPOCH).days).rjust(DAYS, '0')}{_signs(number)}"


def is_special(period: str) -> bool:
    """Whether it is that of a campaign's round."""
    return period.startswith(SPECIAL) and len(period) > 1 + DAYS


def round_of(period: str) -> int:
    """The number of the round. ValueError when it is a usual period."""
    if not is_special(period):
        raise ValueError(period)
    return int(period[1 + DAYS :], len(SIGNS))


def _signs(number: int) -> str:
    found = ""
    while number:
        number, sign = divmod(number, len(SIGNS))
        found = SIGNS[sign] + found
    return found or "0"
