"""Which digest comes on a morning, of which days it speaks, and what is said again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safety.areas import Concern
from safety.calendar import Calendar
from safety.digests import LONGER, Report, Span, Window, before, comes_on, ended, first_of, may_come_at
from safety.measures import MEASURES, Measure, list_of
from safety.news import Told, again, case_of, news

CALENDAR = Calendar()
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("day", "span"),
    [
        (date(2026, 11, 24), Span.DAY),  # a Tuesday
        (date(2026, 11, 23), Span.WEEK),  # a Monday
        (date(2026, 12, 1), Span.MONTH),  # a Tuesday, the first
        (date(2026, 6, 1), Span.MONTH),  # a Monday and the first of a month: one digest, the longer one
        (date(2026, 10, 8), Span.QUARTER),  # the first working day after the holidays of October
        (date(2026, 7, 1), Span.QUARTER),
        (date(2026, 1, 4), Span.YEAR),  # a Sunday that is worked, the first working day of 2026
        (date(2025, 1, 2), Span.YEAR),
        (date(2026, 10, 10), Span.DAY),  # a Saturday that is worked instead
    ],
)
def test_the_longest_span_that_has_ended_takes_the_morning(day: date, span: Span) -> None:
    assert comes_on(day, CALENDAR) is span


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (Span.DAY, date(2026, 11, 23), date(2026, 11, 23)),
        (Span.WEEK, date(2026, 11, 16), date(2026, 11, 22)),
        (Span.MONTH, date(2026, 10, 1), date(2026, 10, 31)),
        (Span.QUARTER, date(2026, 7, 1), date(2026, 9, 30)),
        (Span.YEAR, date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_it_speaks_of_the_last_whole_span(span: Span, first: date, last: date) -> None:
    assert ended(span, TODAY) == Window(first, last)
    assert before(span, Window(first, last)).last == first - timedelta(days=1)


@given(day=st.dates(date(2000, 1, 1), date(2100, 12, 31)), span=st.sampled_from(Span))
def test_spans_follow_each_other_without_gap_and_never_reach_today(day: date, span: Span) -> None:
    now, then = ended(span, day), before(span, ended(span, day))
    assert then.last + timedelta(days=1) == now.first <= now.last < day
    assert first_of(span, now.last) == now.first
    assert first_of(span, day) == now.last + timedelta(days=1)


@given(day=st.dates(date(2020, 1, 1), date(2026, 12, 31)))
def test_each_longer_span_comes_once_between_two_of_its_kind(day: date) -> None:
    """On working days alone: what has ended since the last one is told today, and nothing else."""
    day = CALENDAR.next_working(day)
    last = CALENDAR.previous_working(day)
    told = comes_on(day, CALENDAR)
    new = [span for span in LONGER if ended(span, day) != ended(span, last)]
    assert told is (new[-1] if new else Span.DAY)


# --- only what has changed ----------------------------------------------------------------------------------------


def overdue(days: int, **more: date) -> Concern:
    return Concern("overdue", "甲", "YH-1", days, code="91", **more)


@pytest.mark.parametrize(
    ("one", "told", "said"),
    [
        (overdue(3), None, True),  # new
        (overdue(4), Told("overdue", 3, date(2026, 11, 23)), False),  # a day older is no news
        (overdue(7), Told("overdue", 6, date(2026, 11, 23)), True),  # a week
        (overdue(9), Told("overdue", 6, date(2026, 11, 20)), True),  # a week was passed over the weekend
        (overdue(9), Told("overdue", 7, date(2026, 11, 22)), False),
        (overdue(30), Told("overdue", 29, date(2026, 11, 23)), True),
        (overdue(4, promised=TODAY), Told("overdue", 3, date(2026, 11, 23)), True),
        (overdue(4, promised=date(2026, 11, 25)), Told("overdue", 3, date(2026, 11, 23)), False),
        (Concern("major", "甲", "YH-1", 4), Told("major", 3, date(2026, 11, 23)), True),  # red
        (Concern("listed", "甲", "YH-1", 4), Told("listed", 3, date(2026, 11, 23)), True),
        (Concern("overdue", "甲", "YH-1", 1), Told("never_joined", 3, date(2026, 11, 23)), True),  # graver
        (Concern("unsubmitted", "甲", None, 1), Told("overdue", 3, date(2026, 11, 23)), False),
        (overdue(4), Told("overdue", 4, TODAY), True),  # the same letter again
        (Concern("strange", "甲", None, 3), Told("strange", 2, date(2026, 11, 23)), False),
    ],
)
def test_an_exception_returns_when_it_is_worse_promised_or_red(
    one: Concern, told: Told | None, said: bool
) -> None:
    assert again(one, told, TODAY) is said


def test_cases_are_known_again_by_hazard_else_by_enterprise() -> None:
    assert case_of(overdue(1)) == "YH-1"
    assert case_of(Concern("silent", "甲", None, 1, code="91")) == "91"
    assert case_of(Concern("unsubmitted", "甲", None, 1)) == "甲"


def test_news_keep_their_order() -> None:
    cases = [overdue(3), Concern("silent", "乙", None, 3, code="92"), Concern("major", "丙", "YH-3", 9)]
    told = {"92": Told("silent", 2, date(2026, 11, 23))}
    assert [one.enterprise for one in news(cases, told, TODAY)] == ["甲", "丙"]


# --- figures ------------------------------------------------------------------------------------------------------


@given(part=st.integers(0, 500), whole=st.integers(0, 500), days=st.integers(0, 5000))
def test_shares_are_rounded_half_up_and_none_of_nothing(part: int, whole: int, days: int) -> None:
    counts = {Measure.TIMELY: part, Measure.CLOSED: whole, Measure.DAYS: days}
    report = Report(Span.WEEK, ended(Span.WEEK, TODAY), counts)
    share, average = report.share(Measure.TIMELY, Measure.CLOSED), report.days_to_close
    if not whole:
        assert share is average is None
        return
    assert share is not None
    assert average is not None
    assert -0.5 <= part * 100 / whole - share < 0.5 or share == int(part * 100 / whole + 0.5)
    assert abs(days / whole - average) <= 0.5


def test_a_change_is_known_only_with_the_span_before() -> None:
    window = ended(Span.WEEK, TODAY)
    assert Report(Span.WEEK, window, {Measure.FOUND: 3}).change(Measure.FOUND) is None
    assert Report(Span.WEEK, window, {Measure.FOUND: 3}, {Measure.FOUND: 5}).change(Measure.FOUND) == -2
    assert Report(Span.WEEK, window, {Measure.FOUND: 3}, {}).change(Measure.FOUND) is None


def test_every_measure_has_its_list_and_days_their_bounds() -> None:
    for measure in MEASURES:
        listed = list_of(measure, "2026-11-16", "2026-11-22")
        plain = listed.to_json() if hasattr(listed, "to_json") else listed.plain()
        assert type(listed)() != listed or measure in {Measure.OPEN, Measure.ENTERPRISES}
        assert ("since" in plain) == (not MEASURES[measure].standing)


@pytest.mark.parametrize(("minutes", "allowed"), [(479, False), (480, True), (1199, True), (1200, False)])
def test_no_digest_comes_in_quiet_hours(minutes: int, allowed: bool) -> None:
    assert may_come_at(minutes) is allowed
