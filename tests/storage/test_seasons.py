"""Forms that are owed in a season only, and weekly ones: duties, figures and exceptions go by the day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection

from checklists.catalogue import Catalogue
from checklists.seasons import Season
from safety.areas import Area, Concern
from safety.calendar import today
from safety.checks import CheckKey, DutyState
from safety.events import CheckSubmitted
from storage.database import Database
from tests import cast as casting
from tests.cast import ALICE, BOB, CHARLIE, DONG, TANG, Cast, Speaker
from tests.storage.conftest import FLOOD, KITCHEN

DECEMBER = Season(begins="12-01", ends="12-20")


@pytest.fixture
def cast(database: Database, catalogue: Catalogue) -> Cast:
    """Everybody, owing the kitchen form weekly and the flood form in December only."""
    forms = {
        **catalogue.checklists,
        "flood": FLOOD.model_copy(update={"seasons": (DECEMBER,)}),
        "kitchen": KITCHEN.model_copy(update={"cycle_days": 7}),
    }
    return casting.seat(database, replace(catalogue, checklists=forms))


def owed(connection: Connection, cast: Cast, speaker: Speaker = ALICE) -> dict[str, tuple[str, date]]:
    duties = cast.ledger(connection, speaker).duties(today(cast.now))
    return {duty.key.checklist: (duty.key.period, duty.due) for duty in duties}


def area(connection: Connection, cast: Cast, speaker: Speaker = DONG) -> Area:
    return cast.ledger(connection, speaker).area(today(cast.now))


def submit(connection: Connection, cast: Cast, speaker: Speaker, checklist: str) -> None:
    cast.does(connection, speaker, cast.begun(checklist), CheckSubmitted(cast.key(checklist), 90, 9, 10, 1))


def test_a_form_is_a_duty_in_its_season_and_due_when_that_ends(cast: Cast) -> None:
    with cast.database.writing() as connection:
        assert owed(connection, cast) == {"kitchen": ("2026-W48", date(2026, 11, 29))}
        cast.now = cast.now.replace(month=12, day=2)
        assert owed(connection, cast) == {
            "kitchen": ("2026-W49", date(2026, 12, 6)),
            "flood": ("2026-Q4", date(2026, 12, 20)),
        }
        cast.now = cast.now.replace(day=21)
        assert set(owed(connection, cast)) == {"kitchen"}


def test_figures_count_it_in_its_season_only(cast: Cast) -> None:
    with cast.database.writing() as connection:
        assert area(connection, cast).today.owed == 2
        cast.now = cast.now.replace(month=12, day=1)
        submit(connection, cast, ALICE, "flood")
        found = area(connection, cast)
        assert found.before is not None
        assert (found.before.owed, found.today.owed, found.today.submitted) == (2, 4, 1)
        assert area(connection, cast, TANG).today.owed == 2
        cast.now = cast.now.replace(day=21)
        assert (area(connection, cast).today.owed, area(connection, cast).today.submitted) == (2, 0)


def test_each_week_is_a_check_of_its_own(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast, ALICE, "kitchen")
        (duty,) = cast.ledger(connection, BOB).duties(today(cast.now))
        assert duty.state is DutyState.DONE
        cast.passes(days=7)
        (duty,) = [
            one
            for one in cast.ledger(connection, BOB).duties(today(cast.now))
            if one.key.checklist == "kitchen"
        ]
        assert (duty.key, duty.state) == (CheckKey("kitchen", "2026-W49"), DutyState.OPEN)


def test_a_week_that_ended_without_a_check_is_an_exception_for_a_week(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast, ALICE, "kitchen")
        cast.passes(days=7)
        assert area(connection, cast).exceptions == (
            Concern("unsubmitted", "西风面馆", None, 1, CHARLIE.name),
        )
        submit(connection, cast, CHARLIE, "kitchen")
        cast.passes(days=7)
        found = area(connection, cast).exceptions
    assert [(one.enterprise, one.days) for one in found] == [("东风面馆", 1)]


def test_a_season_that_ended_without_a_check_is_an_exception_and_other_times_are_none(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.now = cast.now.replace(year=2027, month=1, day=4)
        submit(connection, cast, ALICE, "kitchen")
        submit(connection, cast, CHARLIE, "kitchen")
        cast.passes(days=7)
        late = {(one.enterprise, one.days) for one in area(connection, cast).exceptions}
        cast.now = cast.now.replace(month=4, day=5) + timedelta(hours=1)
        kinds = {(one.enterprise, one.days) for one in area(connection, cast).exceptions}
    assert late == {("东风面馆", 22), ("西风面馆", 22)}
    assert kinds == {("东风面馆", 1), ("西风面馆", 1)}, "of the week before; the season is another year's"
