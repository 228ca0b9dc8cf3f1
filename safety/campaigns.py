"""Campaigns and recurring plans (专项行动、检查计划): terms, the days of their rounds, how they stand. Nothing of storage or wording.

A round is one window in which every enterprise of the audience owes the form once; a campaign has one, a plan one after the other.
Its check has a period of its own (checklists.period.special), so that the form may be owed beside its usual period.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import islice
from typing import Any, Protocol

from checklists.reminders import Activity
from checklists.words import Words
from safety.calendar import Calendar, months_later
from safety.queries import Query

LONGEST_TITLE = 30  # characters
LONGEST_WINDOW = 366  # days
AHEAD = 800  # days that are looked ahead for the next round
WEEK = 7
WORKING = (Activity.PRODUCING.value, Activity.RESUMED.value)
DAY = timedelta(days=1)


class Rhythm(StrEnum):
    """How often a round begins."""

    ONCE = "once"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


class Who(StrEnum):
    """Who of an enterprise has to do it: one of its responsible people, its principal in person, all of them (one fills it in, the others confirm it)."""

    ONE = "one"
    PRINCIPAL = "principal"
    ALL = "all"


class Standing(StrEnum):
    """Of a campaign: rounds begin, no new round begins, it is over."""

    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Terms:
    """When rounds begin and end, and who does it.

    starts    the day on which the first round may begin
    days      of a window, its first day included; its last one moves on to a working day
    late      days after the last one on which it is still taken, marked as late; 0: it is missed then
    weekdays  1 Monday to 7 Sunday, of daily and weekly plans; empty: every working day, or the weekday of `starts`
    until     the last day on which a round may begin; None: until it is ended
    """

    starts: date
    days: int
    rhythm: Rhythm = Rhythm.ONCE
    late: int = 0
    weekdays: tuple[int, ...] = ()
    until: date | None = None
    who: Who = Who.ONE

    def to_json(self) -> dict[str, Any]:
        """As sessions, events and tables keep them."""
        return {
            "starts": self.starts.isoformat(),
            "days": self.days,
            "rhythm": self.rhythm.value,
            "late": self.late,
            "weekdays": list(self.weekdays),
            "until": self.until.isoformat() if self.until else None,
            "who": self.who.value,
        }

    @classmethod
    def from_json(cls, kept: object) -> "Terms":
        """What `to_json` gave. ValueError for anything else."""
        if not isinstance(kept, Mapping):
            raise ValueError(kept)  # noqa: TRY004 - what is kept is wrong, not its caller
        try:
            found = cls(
                date.fromisoformat(str(kept["starts"])),
                int(kept["days"]),
                Rhythm(kept["rhythm"]),
                int(kept["late"]),
                tuple(sorted({int(day) for day in kept["weekdays"]})),
                date.fromisoformat(str(kept["until"])) if kept["until"] else None,
                Who(kept["who"]),
            )
        except (KeyError, TypeError) as error:
            raise ValueError(kept) from error
        wrong = not 1 <= found.days <= LONGEST_WINDOW or not 0 <= found.late <= LONGEST_WINDOW
        if wrong or any(not 1 <= day <= WEEK for day in found.weekdays):
            raise ValueError(kept)
        return found


@dataclass(frozen=True, slots=True)
class Window:
    """One round: its first day, the day by which it is due, the last day on which it is taken at all."""

    starts: date
    due: date
    closes: date


def window(terms: Terms, starts: date, calendar: Calendar) -> Window:
    """The window of a round that begins on this day. What would be due on a day off is due on the next working day."""
    due = calendar.next_working(starts + timedelta(days=terms.days - 1))
    return Window(starts, due, due + timedelta(days=terms.late))


def rounds(terms: Terms, since: date, calendar: Calendar) -> Iterator[date]:
    """The days from `since` on, in order, on which rounds begin. What falls on a day off begins on the next working day."""
    last: date | None = None
    for day in _days(terms, since, calendar):
        if day >= since and day != last:
            yield day
            last = day


def next_round(terms: Terms, since: date, calendar: Calendar) -> date | None:
    """The first day from `since` on on which a round begins; None when there is none any more."""
    return next(rounds(terms, since, calendar), None)


def coming(terms: Terms, since: date, calendar: Calendar, count: int) -> Sequence[Window]:
    """The next few rounds."""
    return [window(terms, day, calendar) for day in islice(rounds(terms, since, calendar), count)]


def _days(terms: Terms, since: date, calendar: Calendar) -> Iterator[date]:
    """Days on which rounds begin, from a little before `since` on, moved off days off; a daily plan leaves them out."""
    if terms.rhythm is Rhythm.ONCE:
        yield terms.starts
        return
    if terms.rhythm in {Rhythm.MONTHLY, Rhythm.QUARTERLY}:
        yield from _by_months(terms, since, calendar)
        return
    first = max(terms.starts, since - timedelta(days=WEEK * 3))
    for number in range(AHEAD):
        day = first + number * DAY
        if terms.until is not None and day > terms.until:
            return
        if terms.rhythm is Rhythm.DAILY:
            if calendar.is_working(day) and (not terms.weekdays or day.isoweekday() in terms.weekdays):
                yield day
        elif day.isoweekday() in (terms.weekdays or (terms.starts.isoweekday(),)):
            yield calendar.next_working(day)


def _by_months(terms: Terms, since: date, calendar: Calendar) -> Iterator[date]:
    step = 1 if terms.rhythm is Rhythm.MONTHLY else 3
    passed = (since.year - terms.starts.year) * 12 + since.month - terms.starts.month
    begin = max(0, passed // step - 2)
    for number in range(begin, begin + AHEAD // 30):
        day = months_later(terms.starts, number * step)
        if terms.until is not None and day > terms.until:
            return
        yield calendar.next_working(day)


def chasable(last: datetime | None, now: datetime, hours: int) -> bool:
    """Whether an area may chase a round again: so many hours after it did, or for the first time."""
    return last is None or now - last >= timedelta(hours=hours)


def audience(query: Query) -> Query:
    """Whom a query means when a form is asked of them: whoever has stopped or closed is left out, unless it names them."""
    return query if query.activities else query.having("activities", WORKING)


# --- how it stands ------------------------------------------------------------------------------------------------


class Share(StrEnum):
    """Where one enterprise stands in a round."""

    DONE = "done"
    LATE = "late"
    BEGUN = "begun"
    OPEN = "open"
    MISSED = "missed"
    RESTS = "rests"  # it has stopped or closed meanwhile: nothing is asked of it


@dataclass(frozen=True, slots=True)
class Tally:
    """How many enterprises stand where, in the reader's area. `silent`: of those not done, nobody can be written to."""

    town: str
    done: int
    late: int
    begun: int
    open: int
    rests: int
    silent: int = 0

    @property
    def targets(self) -> int:
        """Those that are counted: what rests is not."""
        return self.done + self.late + self.begun + self.open

    @property
    def reached(self) -> int:
        return self.done + self.late

    @property
    def missing(self) -> int:
        return self.begun + self.open


def whole(towns: Sequence[Tally]) -> Tally:
    """All of them together."""
    names = ("done", "late", "begun", "open", "rests", "silent")
    return Tally("", **{name: sum(getattr(one, name) for one in towns) for name in names})


@dataclass(frozen=True, slots=True)
class Round:
    """One round as it stands. `opened`: everybody of the audience is in; `closed`: nothing is taken any more."""

    number: int
    sequence: int
    starts: date
    due: date
    closes: date
    opened: bool
    closed: bool
    chased: int = 0


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign or plan. `round`: the newest one, None before the first; `following`: when the next begins."""

    number: str
    title: str
    checklist: str
    form: Words
    query: Query
    group: str
    terms: Terms
    standing: Standing
    person: str
    place: str
    opened_at: datetime
    round: Round | None = None
    following: date | None = None


@dataclass(frozen=True, slots=True)
class Unreached:
    """An enterprise that has not done it, and whom to call. `about`: whose phone it is, for the audit."""

    enterprise: str
    credit_code: str
    town: str
    person: str
    phone: str
    share: Share
    silent: bool
    about: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Hazards that the checks of a round have found: all, major ones or suspected to be, and those put right."""

    hazards: int
    major: int
    closed: int


@dataclass(frozen=True, slots=True)
class Assignment:
    """What an enterprise owes by a round. `signs`: it has been filled in, and the reader still has to confirm it."""

    number: str
    title: str
    checklist: str
    period: str
    due: date
    closes: date
    who: Who
    done: bool
    signs: bool = False
    signed: int = 0


class CampaignBook(Protocol):
    """What one actor may read of campaigns. Sub-ledger of safety.ledger.Ledger."""

    # supervisors, inside their own area
    def forms(self) -> Mapping[str, Words]:
        """The checklists that a campaign may use, by id."""
        ...

    def count(self) -> int: ...
    def listed(self, *, offset: int = 0, limit: int = 5) -> Sequence[Campaign]:
        """Those that reach into the area: what runs first, then the newest."""
        ...

    def one(self, number: str) -> Campaign | None: ...
    def may_lead(self, number: str) -> bool:
        """Whether the reader's area is that of the campaign: pause, change, end."""
        ...

    def progress(self, number: str) -> tuple[int, int]:
        """Of the newest round: how many have done it, of how many that count. Cheap enough for a list."""
        ...

    def tally(self, number: str) -> Tally:
        """Of the newest round."""
        ...

    def towns(self, number: str) -> Sequence[Tally]: ...
    def missing(self, number: str, *, offset: int = 0, limit: int = 5) -> Sequence[Unreached]: ...
    def found(self, number: str) -> Found: ...
    def chased(self, number: str) -> datetime | None:
        """When the reader's area was last chased in the newest round."""
        ...

    # enterprises
    def assignment(self, period: str) -> Assignment | None:
        """What a check of this period is for, in the reader's enterprise."""
        ...
