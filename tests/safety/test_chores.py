"""When something is due next: by its rhythm, never twice for one day, never in the past."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safety.chores import Rhythm, Unit, following

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("due", "every", "unit", "done", "after"),
    [
        (DAY, 1, Unit.DAY, DAY, date(2026, 11, 24)),
        (DAY, 2, Unit.WEEK, DAY, date(2026, 12, 7)),
        (DAY, 1, Unit.MONTH, DAY, date(2026, 12, 23)),
        (DAY, 1, Unit.MONTH, date(2027, 1, 24), date(2027, 2, 23)),
        (date(2026, 1, 31), 1, Unit.MONTH, date(2026, 2, 1), date(2026, 2, 28)),
        (date(2026, 1, 31), 1, Unit.MONTH, date(2026, 2, 28), date(2026, 3, 31)),
        (DAY, 1, Unit.MONTH, date(2026, 11, 20), date(2026, 12, 23)),
        (date(2024, 2, 29), 12, Unit.MONTH, date(2024, 2, 29), date(2025, 2, 28)),
    ],
)
def test_the_rhythm_keeps_its_days(due: date, every: int, unit: Unit, done: date, after: date) -> None:
    assert following(due, Rhythm(every, unit), done) == after


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(1, 366),
    st.sampled_from(list(Unit)),
    st.integers(-40, 800),
)
def test_it_comes_after_both_and_within_one_rhythm_of_them(
    due: date, every: int, unit: Unit, late: int
) -> None:
    done = due + timedelta(days=late)
    after = following(due, Rhythm(every, unit), done)
    longest = every * {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 31}[unit]
    assert max(due, done) < after <= max(due, done) + timedelta(days=longest + 3)
