"""When supervisors are reminded of what waits for their word: by working days, one letter each, the longest first."""

from datetime import date

import pytest

from safety.calendar import Calendar
from safety.reviews import Late, is_chased, letters, waited

MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)


@pytest.mark.parametrize(
    ("since", "today", "days"),
    [
        (MONDAY, MONDAY, 0),
        (MONDAY, date(2026, 11, 24), 1),
        (FRIDAY, date(2026, 11, 28), 0),
        (FRIDAY, date(2026, 11, 30), 1),
        (MONDAY, date(2026, 11, 30), 5),
        (date(2026, 9, 30), date(2026, 10, 8), 1),
    ],
)
def test_working_days_are_counted_without_the_first(since: date, today: date, days: int) -> None:
    assert waited(since, today, Calendar()) == days


def test_a_reminder_comes_again_after_as_many_days() -> None:
    assert [days for days in range(10) if is_chased(days, 3)] == [3, 6, 9]
    assert [days for days in range(4) if is_chased(days, 1)] == [1, 2, 3]


def test_one_letter_to_each_for_all_of_theirs() -> None:
    late = [(Late(f"YH-{n}", n), [1, 2] if n < 4 else [2]) for n in range(1, 6)]
    first, second = letters(late, MONDAY)
    assert (first.to, first.args["n"], first.args["days"], first.args["numbers"]) == (
        1,
        3,
        3,
        "YH-3 YH-2 YH-1",
    )
    assert (second.to, second.args["n"], second.args["more"]) == (2, 5, 2)
    assert letters(late, MONDAY)[0].key == first.key, "the same day, the same letter"
    assert letters([], MONDAY) == []
