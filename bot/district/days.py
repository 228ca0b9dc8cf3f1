"""When things happen in a year: working days, ends of months and quarters, the spring resumption, the flood season."""

import random
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import accumulate

from safety.calendar import Calendar, at, today

RESTING, MONTH_END, QUARTER_END = 0.22, 1.5, 2.6
FLOOD, RESUMPTION = 1.3, 1.45
FLOOD_MONTHS, RESUMPTION_MONTHS, QUARTER_MONTHS = (6, 7, 8), (2, 3), (3, 6, 9, 12)


def weight(day: date, calendar: Calendar) -> float:
    """How much happens on a day, next to an ordinary working day."""
    found = 1.0 if calendar.is_working(day) else RESTING
    if day.month in QUARTER_MONTHS and day.day >= 18:  # noqa: PLR2004 - the last days of the quarter
        found *= QUARTER_END
    elif day.day >= 24:  # noqa: PLR2004 - the last days of the month
        found *= MONTH_END
    if day.month in FLOOD_MONTHS:
        found *= FLOOD
    return found * RESUMPTION if day.month in RESUMPTION_MONTHS else found


@dataclass(slots=True)
class Days:
    """The days of the year that is lived through, each with its weight."""

    first: date
    last: date
    calendar: Calendar
    chance: random.Random
    _sums: Sequence[float] = field(init=False)

    def __post_init__(self) -> None:
        days = [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]
        self._sums = [0.0, *accumulate(weight(day, self.calendar) for day in days)]

    def share(self, first: date, last: date) -> float:
        """How much happens between two days, both included, clipped to the year."""
        begin, end = self._place(first), self._place(last + timedelta(days=1))
        return max(0.0, self._sums[end] - self._sums[begin])

    def between(self, first: date, last: date) -> date:
        """A day by chance, more often where more happens."""
        begin, end = self._place(first), self._place(last + timedelta(days=1))
        low, high = self._sums[begin], self._sums[end]
        if high <= low:
            return min(max(first, self.first), self.last)
        place = bisect_right(self._sums, low + (high - low) * self.chance.random()) - 1
        return self.first + timedelta(days=min(place, end - 1))

    def moment(self, day: date) -> datetime:
        """Some time of this day, in working hours mostly."""
        hour = self.chance.choices(
            (7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 19, 21), (2, 7, 12, 12, 7, 4, 9, 11, 12, 8, 4, 2)
        )
        return at(day, time(hour[0], self.chance.randint(0, 59), self.chance.randint(0, 59)))

    def working(self, moment: datetime, days: int) -> date:
        """The working day so many working days later."""
        return self.calendar.after(self.calendar.next_working(today(moment)), days, working=True)

    def _place(self, day: date) -> int:
        return min(max((day - self.first).days, 0), len(self._sums) - 1)
