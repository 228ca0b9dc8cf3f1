"""Recurrence: what counts as the same thing again, for how long, and how much time is left."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.rules import Recurring
from safety.recurrence import Past, counts_from, days_left, earlier

CLOSED = (
    Past("YH-3", "CG-05"),
    Past("YH-2", "", "gas", "后厨"),
    Past("YH-1", "CG-05", "gas", "后厨"),
)


@pytest.mark.parametrize(
    ("clause", "kind", "place", "found"),
    [
        ("CG-05", "", "", "YH-3"),
        ("CG-06", "gas", "后厨", "YH-2"),
        ("CG-06", "gas", "库房", ""),
        ("", "gas", "后厨灶台", "YH-2"),
        ("", "fire", "后厨", ""),
        ("", "", "后厨", ""),
        ("", "gas", "", ""),
        ("", "", "", ""),
    ],
)
def test_the_same_clause_or_the_same_kind_at_the_same_place(
    clause: str, kind: str, place: str, found: str
) -> None:
    assert earlier(clause, kind, place, CLOSED) == found


@pytest.mark.parametrize(
    ("today", "months", "first"),
    [
        (date(2026, 11, 28), 12, date(2025, 11, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 12, 31), 60, date(2021, 12, 31)),
    ],
)
def test_months_are_counted_back_by_the_calendar(today: date, months: int, first: date) -> None:
    assert counts_from(today, Recurring(months=months)) == first


@given(st.dates(date(2000, 1, 1), date(2099, 1, 1)), st.integers(1, 60))
def test_no_day_counts_for_longer_than_its_months(today: date, months: int) -> None:
    first = counts_from(today, Recurring(months=months))
    assert first < today
    assert abs((today - first).days - months * 30.44) < 4
    assert counts_from(today + timedelta(days=1), Recurring(months=months)) >= first


@given(st.integers(0, 365), st.integers(1, 100))
def test_less_time_is_left_and_never_none_where_there_was_some(days: int, percent: int) -> None:
    left = days_left(days, Recurring(percent=percent))
    assert left <= days
    assert (left > 0) == (days > 0)
    assert left * 100 >= days * percent
