"""Working days and the next hour at which something may be sent."""

from datetime import UTC, date, datetime, time

import pytest

from checklists.rules import Holidays, HolidayYear
from safety.calendar import Calendar, Year, at, calendar_of, next_time, today

CALENDAR = Calendar()


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 11, 23), True),  # a Monday
        (date(2026, 11, 22), False),  # a Sunday
        (date(2026, 10, 1), False),  # National Day
        (date(2026, 2, 17), False),  # Spring Festival
        (date(2026, 10, 10), True),  # a Saturday worked instead
    ],
)
def test_it_knows_holidays_and_make_up_days(day: date, working: bool) -> None:
    assert CALENDAR.is_working(day) is working


def test_a_year_nobody_covers_counts_weekends_only() -> None:
    assert not CALENDAR.covers(2099)
    assert CALENDAR.is_working(date(2099, 10, 1))
    assert not CALENDAR.is_working(date(2099, 10, 3))


def test_content_adds_a_year_before_the_library_has_it() -> None:
    year = Year(off=frozenset({date(2099, 10, 1)}), worked=frozenset({date(2099, 10, 3)}))
    calendar = Calendar({2099: year})
    assert calendar.covers(2099)
    assert not calendar.is_working(date(2099, 10, 1))
    assert calendar.is_working(date(2099, 10, 3))


def test_it_finds_the_neighbouring_working_days() -> None:
    assert CALENDAR.next_working(date(2026, 11, 21)) == date(2026, 11, 23)
    assert CALENDAR.next_working(date(2026, 11, 23)) == date(2026, 11, 23)
    assert CALENDAR.previous_working(date(2026, 11, 23)) == date(2026, 11, 20)


def test_the_next_hour_lies_strictly_ahead() -> None:
    half_past_eight = time(8, 30)
    monday = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # 08:30 in China
    assert next_time(monday, half_past_eight, CALENDAR) == datetime(2026, 11, 24, 0, 30, tzinfo=UTC)
    friday_evening = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
    assert next_time(friday_evening, half_past_eight, CALENDAR) == monday
    early = datetime(2026, 11, 22, 22, 0, tzinfo=UTC)  # 06:00 on Monday in China
    assert next_time(early, half_past_eight, CALENDAR) == monday


def test_the_day_is_china_s_day() -> None:
    assert today(datetime(2026, 11, 22, 16, 0, tzinfo=UTC)) == date(2026, 11, 23)
    assert at(date(2026, 11, 23), time(0, 0)) == datetime(2026, 11, 22, 16, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "days", "working", "last"),
    [
        (date(2026, 9, 30), 1, True, date(2026, 10, 8)),  # the National Day holidays lie between
        (date(2026, 9, 18), 1, True, date(2026, 9, 20)),  # a Sunday that is worked
        (date(2026, 11, 27), 20, True, date(2026, 12, 25)),
        (date(2026, 11, 28), 0, True, date(2026, 11, 28)),
        (date(2026, 11, 27), 20, False, date(2026, 12, 17)),
    ],
)
def test_a_term_of_working_days(day: date, days: int, working: bool, last: date) -> None:
    assert CALENDAR.after(day, days, working=working) == last


def test_content_adds_years_to_the_calendar() -> None:
    kept = HolidayYear(off=(date(2099, 1, 2),), worked=(date(2099, 1, 3),))
    calendar = calendar_of(Holidays(years={2099: kept}))
    assert not calendar.is_working(date(2099, 1, 2))
    assert calendar.is_working(date(2099, 1, 3))


def test_a_year_that_nobody_covers_is_said_from_the_middle_of_december_on() -> None:
    calendar = Calendar({2030: Year()})
    assert calendar.guessed(date(2026, 12, 14)) == 0
    assert calendar.guessed(date(2026, 12, 16)) == 2027
    assert calendar.guessed(date(2027, 3, 1)) == 2027
    assert calendar.guessed(date(2030, 3, 1)) == 0
