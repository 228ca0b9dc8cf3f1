"""Digests (简报): which span comes on a morning, which days it is about, and the figures of one. No wording, no SQL."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from safety.calendar import Calendar
from safety.handovers import Exchange
from safety.measures import Measure

DAY = timedelta(days=1)
FIRST, LAST = (
    8 * 60,
    20 * 60,
)  # minutes of the day between which a digest may leave (no letters in quiet hours)
USUAL = 8 * 60 + 30


class Span(StrEnum):
    """Of what a digest speaks. The longer one takes the place of the shorter ones on its morning."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


LONGER = (Span.WEEK, Span.MONTH, Span.QUARTER, Span.YEAR)


@dataclass(frozen=True, slots=True)
class Window:
    """Days, the first and the last included."""

    first: date
    last: date

    @property
    def plain(self) -> tuple[str, str]:
        """As ISO text."""
        return self.first.isoformat(), self.last.isoformat()


def first_of(span: Span, day: date) -> date:
    """The first day of the day, ISO week, month, quarter or year in which a day lies."""
    if span is Span.DAY:
        return day
    if span is Span.WEEK:
        return day - timedelta(days=day.weekday())
    if span is Span.YEAR:
        return date(day.year, 1, 1)
    month = day.month if span is Span.MONTH else (day.month - 1) // 3 * 3 + 1
    return date(day.year, month, 1)


def ended(span: Span, day: date) -> Window:
    """The last whole span that had ended when this day began."""
    last = first_of(span, day) - DAY
    return Window(first_of(span, last), last)


def before(span: Span, window: Window) -> Window:
    """The span before that one."""
    return ended(span, window.first)


def comes_on(day: date, calendar: Calendar) -> Span:
    """The longest span that has ended since the last working day; on most mornings the day alone."""
    last = calendar.previous_working(day)
    new = [span for span in LONGER if first_of(span, last) != first_of(span, day)]
    return new[-1] if new else Span.DAY


# --- what a digest of a longer span says --------------------------------------------------------------------------

Counts = Mapping[Measure, int]


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of a span that has ended, as they were counted once, and of the span before (None: not known).

    sources   hazards found, by where they came from (三方检查)
    handed    seats that have changed hands
    """

    span: Span
    window: Window
    now: Counts
    then: Counts | None = None
    sources: Mapping[str, int] = field(default_factory=dict)
    handed: int = 0

    def change(self, measure: Measure) -> int | None:
        """How many more than in the span before."""
        if self.then is None or measure not in self.then:
            return None
        return self.now.get(measure, 0) - self.then[measure]

    def share(self, part: Measure, whole: Measure) -> int | None:
        """Per cent, rounded half up; None of nothing."""
        total = self.now.get(whole, 0)
        return (self.now.get(part, 0) * 200 + total) // (2 * total) if total else None

    @property
    def days_to_close(self) -> int | None:
        """Whole days from finding to closing on the average, rounded half up; None when none was closed."""
        closed = self.now.get(Measure.CLOSED, 0)
        return (self.now.get(Measure.DAYS, 0) * 2 + closed) // (2 * closed) if closed else None


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader wants: minutes of the day at which it comes, and the monthly report as a PDF with it."""

    minutes: int = USUAL
    report: bool = False


def may_come_at(minutes: int) -> bool:
    """No letters in quiet hours."""
    return FIRST <= minutes < LAST


@dataclass(frozen=True, slots=True)
class Chase:
    """An enterprise that was chased today already: by whom."""

    code: str
    person: str


@dataclass(frozen=True, slots=True)
class Group:
    """A group chat that is to get the digest of an area, as who asked for it sees it. `place`: the name of the area."""

    code: str
    title: str
    place: str
    linked: bool


class DigestBook(Protocol):
    """What one reader of digests may read. Sub-ledger of safety.ledger.Ledger; nothing for who has no area."""

    def report(self, span: Span, today: date) -> Report:
        """The figures of the last span that has ended, as they were counted when it ended."""
        ...

    def wish(self) -> Wish: ...

    def chased(self, codes: Sequence[str]) -> Mapping[str, Chase]:
        """Those of these enterprises that somebody has chased today, by credit code."""
        ...

    def exchanges(self, span: Span, today: date, *, offset: int = 0, limit: int = 5) -> Sequence[Exchange]:
        """Seats that wait for somebody, the oldest offer first, then those that changed hands in the span, the newest first.

        Of a day: since the last working day began.
        """
        ...

    def count_exchanges(self, span: Span, today: date) -> tuple[int, int]:
        """How many have changed hands in it, and how many wait now."""
        ...

    def group(self, code: str) -> Group | None:
        """One that the reader asked for; None for all others."""
        ...

    def line(self, measure: Measure, weeks: int, today: date) -> Sequence[tuple[date, int]]:
        """What was counted in each of the last whole weeks, the oldest first: its first day and the number."""
        ...
