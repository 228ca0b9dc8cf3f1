"""When a form is owed: all the year, every year at a time, or once; and by when within a period."""

from datetime import date

import pytest

from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from checklists.schema import Checklist
from checklists.seasons import Season
from tests.checklists.conftest import SMALL, Write

KITCHEN = "checklists/kitchen.yaml"


def season(begins: str, ends: str) -> Season:
    return Season(begins=begins, ends=ends)


@pytest.mark.parametrize(
    ("begins", "ends", "day", "holds"),
    [
        ("06-01", "09-30", date(2026, 6, 1), True),
        ("06-01", "09-30", date(2031, 9, 30), True),
        ("06-01", "09-30", date(2026, 5, 31), False),
        ("06-01", "09-30", date(2026, 10, 1), False),
        ("11-15", "03-15", date(2026, 12, 31), True),
        ("11-15", "03-15", date(2027, 1, 1), True),
        ("11-15", "03-15", date(2027, 3, 16), False),
        ("02-29", "03-01", date(2028, 2, 29), True),
        ("2027-02-13", "2027-03-14", date(2027, 2, 13), True),
        ("2027-02-13", "2027-03-14", date(2027, 3, 14), True),
        ("2027-02-13", "2027-03-14", date(2028, 3, 1), False),
    ],
)
def test_a_season_holds_its_days(begins: str, ends: str, day: date, holds: bool) -> None:
    assert season(begins, ends).holds(day) is holds


@pytest.fixture
def seasonal(write: Write) -> Catalogue:
    text = SMALL[KITCHEN].replace(
        "cycle_days: 30\n",
        "cycle_days: 90\nseasons: [{begins: 06-01, ends: 09-30}, {begins: 2027-02-13, ends: 2027-03-14}]\n",
    )
    return load_catalogue(write({KITCHEN: text}))


def test_a_form_with_seasons_is_owed_in_them_only(seasonal: Catalogue) -> None:
    owed = {
        day: seasonal.owed_on("white", {}, day)
        for day in (date(2026, 11, 23), date(2026, 7, 1), date(2027, 3, 1), date(2028, 3, 1))
    }
    assert list(owed.values()) == [(), ("kitchen",), ("kitchen",), ()]
    assert seasonal.open_on(date(2026, 11, 23)) == ()
    assert seasonal.open_on(date(2026, 7, 1)) == ("kitchen",)


@pytest.mark.parametrize(
    ("period", "due"),
    [
        ("2026-Q2", date(2026, 6, 30)),
        ("2026-Q3", date(2026, 9, 30)),
        ("2027-Q1", date(2027, 3, 14)),
        ("2026-Q4", date(2026, 12, 31)),  # nothing is owed then; a draft that is there has some last day
    ],
)
def test_it_is_due_when_period_or_season_ends(seasonal: Catalogue, period: str, due: date) -> None:
    assert seasonal.checklists["kitchen"].due_in(period) == due


def test_a_form_without_seasons_is_owed_all_the_year(small: Catalogue) -> None:
    kitchen = small.checklists["kitchen"]
    assert kitchen.open_on(date(2026, 11, 23))
    assert kitchen.due_in("2026-02") == date(2026, 2, 28)
    assert '"seasons"' not in kitchen.to_json()


def test_seasons_are_kept_with_the_form(seasonal: Catalogue) -> None:
    kitchen = seasonal.checklists["kitchen"]
    assert Checklist.from_json(kitchen.to_json()).seasons == kitchen.seasons
