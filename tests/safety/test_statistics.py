"""Periods and figures of the statistics of hazards (order 16 art. 14)."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safety.statistics import (
    NAMES,
    Correction,
    Counts,
    before,
    closed,
    corrected,
    due,
    fault,
    is_year,
    newest,
    span,
)

COUNTS = st.builds(Counts, *(st.integers(0, 10**6) for _ in NAMES))


@pytest.mark.parametrize(
    ("period", "first", "last", "until"),
    [
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 15)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31), date(2027, 1, 15)),
        ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31), date(2024, 4, 15)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 31)),
    ],
)
def test_a_period_has_its_days_and_its_term(period: str, first: date, last: date, until: date) -> None:
    assert span(period) == (first, last)
    assert due(period) == until


@pytest.mark.parametrize("period", ["", "2026-11", "2026-W48", "2026-Q5", "2026-Q0", "x"])
def test_anything_else_is_no_period(period: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
        span(period)


@given(st.dates(date(2001, 1, 1), date(2098, 12, 31)))
def test_what_may_be_signed_is_over_and_without_gaps(today: date) -> None:
    periods = closed(today)
    assert all(span(one)[1] < today for one in periods)
    quarters = [one for one in periods if not is_year(one)]
    for one, earlier in pairwise(quarters):
        assert before(one) == earlier
        assert span(earlier)[1] + timedelta(days=1) == span(one)[0]
    assert [one for one in periods if newest(one, today)] == [quarters[0], str(today.year - 1)]


@given(COUNTS, COUNTS)
def test_sums_are_field_by_field(one: Counts, other: Counts) -> None:
    both = one.plus(other).plain()
    assert both == {name: one.plain()[name] + other.plain()[name] for name in NAMES}


@given(COUNTS, st.dictionaries(st.sampled_from(NAMES), st.integers(0, 10**6)))
def test_a_correction_changes_its_own_figure_alone(counts: Counts, values: dict[str, int]) -> None:
    fixed = corrected(counts, {name: Correction(value, "x") for name, value in values.items()})
    assert fixed.plain() == {**counts.plain(), **values}


def test_what_cannot_be_is_named() -> None:
    assert fault(Counts()) is None
    assert fault(Counts(general_found=1, general_fixed=2)) == "general_fixed"
    assert fault(Counts(major_planned=1)) == "major_planned"
    assert fault(Counts(open=1, overdue=2)) == "overdue"
