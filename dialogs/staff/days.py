"""A day of somebody's work: today, yesterday, the first of the month, or typed."""

from datetime import date, timedelta

from checklists.reading.dates import Side, read_date
from checklists.reading.plain import plain
from dialogs.cards import Row, button

OPTIONS = ("d0", "d1", "d2")


def days(today: date) -> tuple[date, date, date]:
    """The days that are offered."""
    return today, today - timedelta(days=1), today.replace(day=1)


def row() -> Row:
    """Their buttons."""
    return (button("today", "d0"), button("yesterday", "d1"), button("month-first", "d2"))


def tapped(option: str, today: date) -> date | None:
    """The day of a button; None when it was none."""
    return days(today)[OPTIONS.index(option)] if option in OPTIONS else None


def typed(text: str, today: date) -> date | None:
    """A typed day that is not ahead; None when it is none."""
    found = read_date(plain(text), today, Side.BACK)
    return found if found is not None and found <= today else None
