"""When a person hears of what they owe: once a day, at their hour, on working days. Local time at the edge only."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from checklists.period import first_of, period_of
from checklists.reminders import Hours, Reminder
from checklists.schema import Checklist
from checklists.seasons import Season
from safety.calendar import Calendar, at, local, next_time, today
from safety.reminders import rungs

LONGEST = 400  # days that are looked ahead for the next change of a form's period

LONGEST_DELAY = timedelta(days=15)  # the longest holiday lies between today and tomorrow morning
LONGEST_RECORD = timedelta(days=366)  # what was done longer ago is not recorded any more
NOON = time(12)

DAY = timedelta(days=1)
MICROSECOND = timedelta(microseconds=1)


def hour_of(minutes: int | None, hours: Hours) -> time:
    """The hour a person chose, in minutes of the day, when it still lies in a window; else the usual one."""
    if minutes is None:
        return hours.daily
    chosen = time(*divmod(minutes, 60))
    return chosen if any(window.begin <= chosen < window.end for window in hours.windows) else hours.daily


def slot(moment: datetime, hour: time, calendar: Calendar) -> datetime:
    """The first such hour of a working day that is not before the moment."""
    return next_time(moment - MICROSECOND, hour, calendar)


def opening(now: datetime, calendar: Calendar, hours: Hours) -> datetime:
    """Now when reminders may leave now, else the next moment at which they may."""
    clock = local(now)
    if calendar.is_working(clock.date()):
        for window in hours.windows:
            if clock.time() < window.end:
                return max(now, at(clock.date(), window.begin))
    return at(calendar.next_working(clock.date() + DAY), hours.windows[0].begin)


def tomorrow(now: datetime, hour: time, calendar: Calendar) -> datetime:
    """Tomorrow morning, as far as tomorrow is a working day; what a person puts off comes again then."""
    return next_time(at(today(now) + DAY, time.min) - MICROSECOND, hour, calendar)


def told_at(
    rule: Reminder, due: datetime, calendar: Calendar, hours: Hours, now: datetime
) -> Sequence[datetime]:
    """The moments at which whoever has to do it is told, from now on; what lies before is told at once, together."""
    moments = sorted({rung.moment for rung in rungs(rule, due, calendar, hours) if not rung.step})
    coming = [moment for moment in moments if moment > now]
    return [now, *coming] if len(coming) < len(moments) else coming


def after(rule: Reminder, due: datetime, calendar: Calendar, hours: Hours, now: datetime) -> datetime | None:
    """When they are told next, after now; None: no more, then the supervisors' list does the work."""
    return min(
        (rung.moment for rung in rungs(rule, due, calendar, hours) if not rung.step and rung.moment > now),
        default=None,
    )


def changes_on(form: Checklist, day: date) -> date:
    """The first day after `day` on which another period of a form is owed, or its season begins or ends."""
    return _changes_on(form.cycle_days, form.seasons, day)


@lru_cache(maxsize=4096)
def _changes_on(cycle_days: int, seasons: tuple[Season, ...], day: date) -> date:
    def owed(one: date) -> str:
        held = not seasons or any(season.holds(one) for season in seasons)
        return period_of(cycle_days, one) if held else ""

    now = owed(day)
    ahead = (day + timedelta(days=days) for days in range(1, LONGEST))
    return next((one for one in ahead if owed(one) != now), day + timedelta(days=LONGEST))


def began(form: Checklist, period: str) -> datetime:
    """When a period of a form began to be owed: with its first day, or with the season."""
    first = first_of(period)
    days = (first + timedelta(days=days) for days in range(LONGEST))
    day = next((one for one in days if form.open_on(one)), first)
    return at(day, time.min)
