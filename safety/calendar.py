"""Working days in China, make-up days included, and the next moment something may be sent. Local time at the edge only."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import chinese_calendar

from checklists.rules import Holidays

CHINA = ZoneInfo("Asia/Shanghai")
SATURDAY = 5
SOON = timedelta(days=17)  # from the middle of December on


@lru_cache(maxsize=8192)
def _published(day: date) -> bool:
    """Whether the library says that offices work; in a year it does not know weekends alone are off."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < SATURDAY


@dataclass(frozen=True, slots=True)
class Year:
    """One year's arrangement as the State Council announces it: days off, and weekend days worked instead."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days. `years` adds a year before the library knows it, and wins over it."""

    years: Mapping[int, Year] = field(default_factory=dict)

    def is_working(self, day: date) -> bool:
        """Whether offices work on this day; in a year nobody covers only weekends count as off."""
        year = self.years.get(day.year)
        if year is not None:
            return day in year.worked or (day.weekday() < SATURDAY and day not in year.off)
        return _published(day)

    def covers(self, year: int) -> bool:
        """Whether the public holidays of a year are known."""
        if year in self.years:
            return True
        try:
            chinese_calendar.is_workday(date(year, 1, 1))
        except NotImplementedError:
            return False
        return True

    def guessed(self, day: date) -> int:
        """The year of this day, or near its end the next one, when its public holidays are not known; 0 when they are."""
        years = (day.year, (day + SOON).year)
        return next((year for year in years if not self.covers(year)), 0)

    def next_working(self, day: date) -> date:
        """This day when it is a working day, else the next one."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def after(self, day: date, days: int, *, working: bool = False) -> date:
        """The day that many days later; of working days, that many working days later (0: the day itself).

        A term begins on the day after it is set (民法典 art. 201).
        """
        if not working:
            return day + timedelta(days=days)
        for _ in range(days):
            day = self.next_working(day + timedelta(days=1))
        return day

    def previous_working(self, day: date) -> date:
        """The last working day before this day."""
        day -= timedelta(days=1)
        while not self.is_working(day):
            day -= timedelta(days=1)
        return day


def calendar_of(holidays: Holidays) -> Calendar:
    """Working days, with the years that content adds."""
    return Calendar({year: Year(frozenset(one.off), frozenset(one.worked)) for year, one in holidays.items()})


def months_later(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where it has fewer days."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def local(moment: datetime) -> datetime:
    """A moment as clocks in China show it."""
    return moment.astimezone(CHINA)


def today(moment: datetime) -> date:
    """The date in China at a moment."""
    return local(moment).date()


def at(day: date, hour: time) -> datetime:
    """A wall-clock time in China as an aware UTC moment."""
    return datetime.combine(day, hour, CHINA).astimezone(UTC)


def next_time(now: datetime, hour: time, calendar: Calendar) -> datetime:
    """The next such hour of a working day that lies strictly after `now`."""
    day = today(now)
    if at(day, hour) <= now:
        day += timedelta(days=1)
    return at(calendar.next_working(day), hour)
