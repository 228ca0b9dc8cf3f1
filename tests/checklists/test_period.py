"""Periods: months, quarters, their last days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.period import due_of, first_of, period_of


@pytest.mark.parametrize(
    ("cycle", "day", "period", "due"),
    [
        (30, date(2026, 11, 1), "2026-11", date(2026, 11, 30)),
        (31, date(2026, 12, 31), "2026-12", date(2026, 12, 31)),
        (8, date(2027, 1, 1), "2027-01", date(2027, 1, 31)),
        (7, date(2026, 11, 23), "2026-W48", date(2026, 11, 29)),
        (7, date(2026, 11, 29), "2026-W48", date(2026, 11, 29)),
        (7, date(2027, 1, 1), "2026-W53", date(2027, 1, 3)),
        (1, date(2027, 1, 4), "2027-W01", date(2027, 1, 10)),
        (30, date(2028, 2, 29), "2028-02", date(2028, 2, 29)),
        (30, date(2027, 2, 3), "2027-02", date(2027, 2, 28)),
        (32, date(2026, 11, 23), "2026-Q4", date(2026, 12, 31)),
        (90, date(2026, 1, 1), "2026-Q1", date(2026, 3, 31)),
        (90, date(2026, 6, 30), "2026-Q2", date(2026, 6, 30)),
        (366, date(2026, 7, 1), "2026-Q3", date(2026, 9, 30)),
    ],
)
def test_a_day_belongs_to_a_period_that_ends(cycle: int, day: date, period: str, due: date) -> None:
    assert period_of(cycle, day) == period
    assert due_of(period) == due


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.integers(1, 366))
def test_the_last_day_is_in_the_period_and_the_next_is_not(day: date, cycle: int) -> None:
    period = period_of(cycle, day)
    due = due_of(period)
    assert day <= due
    assert period_of(cycle, due) == period
    assert period_of(cycle, due + timedelta(1)) != period


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.integers(1, 366))
def test_the_first_day_is_in_the_period_and_the_one_before_is_not(day: date, cycle: int) -> None:
    period = period_of(cycle, day)
    first = first_of(period)
    assert first <= day
    assert period_of(cycle, first) == period
    assert due_of(period_of(cycle, first - timedelta(1))) == first - timedelta(1)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "2026",
        "2026-13",
        "2026-Q5",
        "2026-Q0",
        "2026-00",
        "soon-11",
        "2026-Qx",
        "2026-W54",
        "2026-W00",
        "2026-Wx",
    ],
)
def test_what_is_no_period_is_refused(name: str) -> None:
    for edge in (due_of, first_of):
        with pytest.raises(ValueError, match=r".*"):
            edge(name)
