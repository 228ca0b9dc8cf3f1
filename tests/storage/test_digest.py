"""A supervisor's figures and exceptions: the area's own, as they stood, five cases at most, worst first."""

from datetime import date, timedelta

from sqlalchemy import Connection

from checklists.schema import Severity
from safety.areas import Area, Concern, Figures
from safety.calendar import today
from safety.enterprises import Colour
from safety.events import CheckSubmitted, FactStated, HazardFound, HazardWithdrawn, JoinRequested
from safety.people import Role
from storage import duties, enterprises
from storage.enterprises import Entry, Listed
from storage.invitations import Place
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker


def area(connection: Connection, cast: Cast, speaker: Speaker = TANG) -> Area:
    return cast.ledger(connection, speaker).area(today(cast.now))


def find(
    connection: Connection, cast: Cast, speaker: Speaker, question: str, due: date, *, major: bool = False
) -> None:
    severity = Severity.MAJOR if major else Severity.GENERAL
    found = HazardFound(cast.key("kitchen"), question, severity, due, suspected_major=major)
    cast.does(connection, speaker, cast.begun("kitchen"), found)


def submit(connection: Connection, cast: Cast, speaker: Speaker, checklist: str = "kitchen") -> None:
    cast.does(connection, speaker, cast.begun(checklist), CheckSubmitted(cast.key(checklist), 90, 9, 10, 1))


def add(connection: Connection, cast: Cast, *names: str, town: str = "东镇") -> None:
    """Enterprises that nobody has joined."""
    entries = [
        Entry(f"{name:0>18}", name, Colour.WHITE, town, contacts=(Listed(f"{name}的老板", "13711111111"),))
        for name in names
    ]
    enterprises.save(connection, entries, cast.now, "test")
    duties.refresh(connection, cast.catalogue, cast.now)


def test_an_area_counts_its_own_enterprises_and_checks(cast: Cast) -> None:
    with cast.database.writing() as connection:
        add(connection, cast, "新店")
        submit(connection, cast, ALICE)
        submit(connection, cast, CHARLIE)
        submit(connection, cast, CHARLIE, "flood")
        east, west, whole = (area(connection, cast, speaker) for speaker in (TANG, WEI, DONG))
    assert (east.name, west.name, whole.name) == ("东镇", "西镇", "天衢新区")
    figures = [
        (one.today.enterprises, one.today.joined, one.today.owed, one.today.submitted)
        for one in (east, west, whole)
    ]
    assert figures == [(2, 1, 4, 1), (1, 1, 2, 2), (3, 2, 6, 3)]


def test_zero_reports_are_counted_among_what_was_submitted_by_area(cast: Cast) -> None:
    def signed(checklist: str, *, zero: bool) -> CheckSubmitted:
        return CheckSubmitted(cast.key(checklist), 100, 9, 9, 0 if zero else 1, zero=zero)

    with cast.database.writing() as connection:
        cast.does(connection, ALICE, cast.begun("kitchen"), signed("kitchen", zero=True))
        cast.does(connection, ALICE, cast.begun("flood"), signed("flood", zero=False))
        cast.does(connection, CHARLIE, cast.begun("kitchen"), signed("kitchen", zero=True))
        east, west, whole = (area(connection, cast, speaker).today for speaker in (TANG, WEI, DONG))
    assert [(one.submitted, one.zero) for one in (east, west, whole)] == [(2, 1), (1, 1), (3, 2)]


def test_a_check_that_is_not_owed_any_more_is_not_counted(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, FactStated("gas_lpg", value=True, source="s"))
        submit(connection, cast, ALICE, "bottles")
        duties.refresh(connection, cast.catalogue, cast.now)
        assert (area(connection, cast).today.owed, area(connection, cast).today.submitted) == (3, 1)
        cast.does(connection, ALICE, FactStated("gas_lpg", value=False, source="s"))
        duties.refresh(connection, cast.catalogue, cast.now)
        assert (area(connection, cast).today.owed, area(connection, cast).today.submitted) == (2, 0)


def test_hazards_count_once_reported_and_suspected_major_ones_at_once(cast: Cast) -> None:
    soon = today(cast.now) + timedelta(days=3)
    with cast.database.writing() as connection:
        find(connection, cast, ALICE, "exit", soon)
        assert area(connection, cast).today.open_hazards == 0
        find(connection, cast, ALICE, "gas", soon, major=True)
        figures = area(connection, cast).today
        assert (figures.open_hazards, figures.suspected_major, figures.found_today) == (1, 1, 1)
        cast.does(connection, ALICE, HazardWithdrawn(cast.key("kitchen"), "gas"))
        assert area(connection, cast).today.suspected_major == 0
        submit(connection, cast, ALICE)
        figures = area(connection, cast).today
        assert (figures.open_hazards, figures.overdue_hazards, figures.found_today) == (1, 0, 1)
        assert area(connection, cast, WEI).today.open_hazards == 0
        assert area(connection, cast, DONG).today.open_hazards == 1


def test_a_hazard_is_overdue_from_the_day_after_its_due_date(cast: Cast) -> None:
    with cast.database.writing() as connection:
        find(connection, cast, ALICE, "exit", today(cast.now) + timedelta(days=1))
        submit(connection, cast, ALICE)
        overdue = []
        for _ in range(3):
            overdue.append(area(connection, cast).today.overdue_hazards)
            cast.passes(days=1)
    assert overdue == [0, 0, 1]


def test_yesterday_is_counted_as_it_stood_at_its_end(cast: Cast) -> None:
    with cast.database.writing() as connection:
        find(connection, cast, ALICE, "exit", today(cast.now))
        find(connection, cast, ALICE, "gas", today(cast.now), major=True)
        submit(connection, cast, ALICE)
        first = area(connection, cast).today
        cast.passes(days=1)
        add(connection, cast, "新店")
        submit(connection, cast, BOB, "flood")
        second = area(connection, cast)
    assert second.before == first
    assert second.today == Figures(
        enterprises=2,
        joined=1,
        owed=4,
        submitted=2,
        open_hazards=2,
        overdue_hazards=2,
        suspected_major=1,
        found_today=0,
    )


def test_a_hazard_withdrawn_today_was_open_yesterday(cast: Cast) -> None:
    with cast.database.writing() as connection:
        find(connection, cast, ALICE, "gas", today(cast.now), major=True)
        cast.passes(days=1)
        cast.does(connection, ALICE, HazardWithdrawn(cast.key("kitchen"), "gas"))
        found = area(connection, cast)
    assert found.before is not None
    assert (found.before.suspected_major, found.today.suspected_major) == (1, 0)


def test_a_day_ends_at_midnight_in_china(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.now = cast.now.replace(hour=15, minute=59)  # 23:59
        find(connection, cast, ALICE, "gas", today(cast.now), major=True)
        assert area(connection, cast).today.found_today == 1
        cast.passes(minutes=2)
        found = area(connection, cast)
    assert found.before is not None
    assert (found.before.found_today, found.today.found_today) == (1, 0)


def test_who_waits_is_counted(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = cast.invite(connection, Place(Role.WORKER, enterprise=cast.east), "a-code")
        cast.does(connection, NOBODY, JoinRequested(number, NOBODY.phone))
        waiting = [area(connection, cast, speaker).waiting_joins for speaker in (TANG, WEI, DONG)]
    assert waiting == [1, 0, 1]


# --- exceptions ---------------------------------------------------------------------------------------------------


def test_exceptions_are_ranked_by_harm_then_age(cast: Cast) -> None:
    with cast.database.writing() as connection:
        add(connection, cast, "没来的店")
        find(connection, cast, ALICE, "exit", today(cast.now) + timedelta(days=1))
        find(connection, cast, ALICE, "wiring", today(cast.now))
        submit(connection, cast, ALICE)
        cast.passes(days=10)
        find(connection, cast, BOB, "gas", today(cast.now) + timedelta(days=9), major=True)
        cast.passes(days=30)
        found = area(connection, cast).exceptions
    assert found == (
        Concern("major", "东风面馆", "YH-2026-000003", 30, ALICE.name),
        Concern("overdue", "东风面馆", "YH-2026-000002", 40, ALICE.name),
        Concern("overdue", "东风面馆", "YH-2026-000001", 39, ALICE.name),
        Concern("unsubmitted", "东风面馆", None, 2, ALICE.name),
        Concern("never_joined", "没来的店", None, 40, "没来的店的老板"),
    )


def test_there_are_five_at_most_and_the_worst_stay(cast: Cast) -> None:
    with cast.database.writing() as connection:
        add(connection, cast, *(f"店{number}" for number in range(9)))
        cast.passes(days=1)
        add(connection, cast, "新店")
        cast.passes(days=1)
        found = area(connection, cast).exceptions
        assert [concern.enterprise for concern in found] == [f"店{number}" for number in range(5)]
        for question in ("exit", "gas", "wiring", "staff", "trained", "fuels"):
            find(connection, cast, ALICE, question, today(cast.now), major=True)
        found = area(connection, cast).exceptions
    assert [concern.kind for concern in found] == ["major"] * 5


def test_exceptions_are_the_areas_own(cast: Cast) -> None:
    with cast.database.writing() as connection:
        find(connection, cast, ALICE, "gas", today(cast.now), major=True)
        add(connection, cast, "西边的店", town="西镇")
        found = {
            speaker.name: [concern.enterprise for concern in area(connection, cast, speaker).exceptions]
            for speaker in (TANG, WEI, DONG)
        }
    assert found == {
        TANG.name: ["东风面馆"],
        WEI.name: ["西边的店"],
        DONG.name: ["东风面馆", "西边的店"],
    }


def test_a_period_that_ended_without_a_check_is_an_exception_until_the_next_ends(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast, ALICE)
        submit(connection, cast, ALICE, "flood")
        assert area(connection, cast, DONG).exceptions == ()
        cast.now = cast.now.replace(month=12, day=1)
        assert area(connection, cast, DONG).exceptions == (
            Concern("unsubmitted", "西风面馆", None, 1, CHARLIE.name),
        )
        submit(connection, cast, CHARLIE)
        cast.now = cast.now.replace(year=2027, month=1, day=1)
        found = area(connection, cast, DONG).exceptions
    assert {(concern.enterprise, concern.days) for concern in found} == {("东风面馆", 1), ("西风面馆", 1)}


def test_what_was_not_yet_owed_is_no_exception(cast: Cast) -> None:
    """An enterprise that came in November did not miss October."""
    with cast.database.writing() as connection:
        assert area(connection, cast, DONG).exceptions == ()
