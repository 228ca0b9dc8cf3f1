"""The ladder of what is owed (逐级上报): when somebody above hears of it, that its owner is told ahead, who decides an extension.

Rules are content (checklists/reminders.py); steps fall into working hours of working days (safety/reminders.py). The owner is
told on the working day before a step; urgent rules wait for nothing and are not announced.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from checklists.reminders import Hours, Recipient, Reminder, Source
from checklists.words import Words
from safety.calendar import Calendar, at, today
from safety.people import Role
from safety.reminders import rungs

DAY = timedelta(days=1)
FURTHEST = timedelta(days=180)  # so far ahead an extension may be asked for
SHORTEST, LONGEST = 2, 200  # characters of a reason
USUAL = ":"  # before the name of a usual reason, which each reader reads in their own language
REASONS = ("parts", "workers", "money")


@dataclass(frozen=True, slots=True)
class Rise:
    """One step of the ladder: who hears of it at a moment, and when its owner is told that it will. `warn` None: not announced."""

    to: Recipient
    offset: int
    moment: datetime
    warn: datetime | None


def rises(rule: Reminder, due: datetime, calendar: Calendar, hours: Hours) -> Sequence[Rise]:
    """All steps of one thing owed that is due then, in order."""
    steps = [rung for rung in rungs(rule, due, calendar, hours) if rung.step]
    return [
        Rise(step.to, step.offset, step.moment, None if rule.urgent else _warn(step.moment, calendar, hours))
        for step in steps
    ]


def _warn(moment: datetime, calendar: Calendar, hours: Hours) -> datetime:
    """The hour of the daily message on the working day before."""
    return at(calendar.previous_working(today(moment)), hours.daily)


def coming(rule: Reminder, due: datetime, calendar: Calendar, hours: Hours, now: datetime) -> Rise | None:
    """The step that its owner has to see coming now."""
    ahead = (
        one
        for one in rises(rule, due, calendar, hours)
        if one.warn is not None and one.warn <= now < one.moment
    )
    return next(ahead, None)


def next_moment(
    rule: Reminder, due: datetime, calendar: Calendar, hours: Hours, now: datetime
) -> datetime | None:
    """When the clock has to look at it again: the next announcement or step after now."""
    found = (moment for one in rises(rule, due, calendar, hours) for moment in (one.warn, one.moment))
    return min((moment for moment in found if moment is not None and moment > now), default=None)


def reminders(
    rule: Reminder, due: datetime, calendar: Calendar, hours: Hours, since: datetime
) -> Sequence[Rise]:
    """When its owner is reminded of something that may be done later than its rule says, from the moment on that this was said."""
    return [
        Rise(rung.to, rung.offset, rung.moment, None)
        for rung in rungs(rule, due, calendar, hours)
        if not rung.step and rung.moment > since
    ]


@dataclass(frozen=True, slots=True)
class Ladder:
    """What a reader is told of the ladder of one matter.

    to, on   the step that is coming; `above`: the name of the person or area it goes to
    until    the last day of the newest extension that was granted; `asked`: the day of one that is not decided
    count    extensions that were granted
    risen    it has gone up to the principal
    """

    to: Recipient | None = None
    on: date | None = None
    above: str = ""
    until: date | None = None
    asked: date | None = None
    count: int = 0
    risen: bool = False


PLAIN = Ladder()


@dataclass(frozen=True, slots=True)
class Exceeded:
    """One line of the supervisors' list of exceptions: what is overdue by a rule that goes up the ladder, or wants more time.

    due      by its rule; `by`: the last day, more time that was granted counted in
    who      name of who has to do it, and `request`: more time that waits for an answer; on its card alone
    count    extensions that were granted
    """

    number: int
    enterprise: str
    title: Words
    detail: str | Words
    about: str
    due: date
    by: date
    legal: bool = False
    count: int = 0
    who: str = ""
    request: "Wanted | None" = None


class Exceptions(Protocol):
    """What is overdue in a supervisor's area, and requests for more time; nothing for anybody else."""

    def listed(self, *, offset: int = 0, limit: int = 4) -> Sequence[Exceeded]:
        """Requests that wait first, then the longest overdue."""
        ...

    def count(self) -> int: ...

    def one(self, number: int) -> Exceeded | None:
        """One matter of the area that is open. None for any other."""
        ...

    def waiting(self, obligation: int) -> "Wanted | None":
        """The request for one matter, as for `request`."""
        ...

    def request(self, number: int) -> "Wanted | None":
        """A request for more time that the reader decides and that waits: a supervisor's, or a principal's own."""
        ...


class Answer(StrEnum):
    """What became of an extension that was asked for."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Extension:
    """More time that was asked for. `until`: the last day of it."""

    number: int
    obligation: int
    until: date
    reason: str
    asked_by: int
    answer: Answer = Answer.ASKED


@dataclass(frozen=True, slots=True)
class Wanted:
    """An extension as letters speak of it. `count`: how many were granted for the same matter; `due`: when it is due by its rule."""

    number: int
    obligation: int
    enterprise: str
    title: Words
    detail: str | Words
    due: date
    until: date
    reason: str
    asker: int
    person: str
    deciders: tuple[int, ...]
    count: int
    legal: bool


def decider(rule: Reminder, asks: Role) -> Recipient:
    """Who decides: the principal for rules of our own and of policy, the town for those of law; nobody decides for themselves."""
    if rule.source is Source.STATUTE or asks is Role.PRINCIPAL:
        return Recipient.TOWN
    return Recipient.PRINCIPAL


def why_of(reason: str) -> tuple[str, str]:
    """Which of the usual reasons it is, `words` for one in words; and the words."""
    usual = reason.removeprefix(USUAL)
    return (usual, "") if reason.startswith(USUAL) and usual in REASONS else ("words", reason)


def may_be_asked(until: date, due: datetime, now: datetime) -> bool:
    """Whether this day can be asked for: later than it is due, not past, not too far."""
    day = today(now)
    return max(today(due), day) < until <= day + FURTHEST


def suggested(due: datetime, now: datetime, calendar: Calendar) -> Sequence[date]:
    """Days that are offered: three, five and ten working days from when it is due, or from today when that is past."""
    begin = max(today(due), today(now))
    return [calendar.after(begin, days, working=True) for days in (3, 5, 10)]
