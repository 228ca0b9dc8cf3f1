"""What one enterprise owes, worked out and kept: opened, moved, void, done; who is told; what ledgers show by themselves."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from checklists.reminders import Activity, Dated, Happening, Task
from checklists.schema import Severity
from safety.calendar import Calendar, at, today
from safety.errors import Refusal
from safety.events import FactStated
from safety.events_hazards import HazardMoved, HazardPhotoSent, HazardReported, Picture
from safety.events_owed import ActivityChanged, OwedGivenBack, OwedHanded, OwedPutOff, OwedRecorded
from safety.hazards import HazardAction
from storage import due, obligations, owing
from storage.database import Database
from storage.tables.obligations import obligations as table
from storage.tables.obligations import tellings
from tests import cast as casting
from tests.cast import ALICE, BOB, CHARLIE, TANG, Cast

CALENDAR = Calendar()
SHIPPED = load_catalogue()


@pytest.fixture
def cast(database: Database) -> Cast:
    return casting.seat(database, SHIPPED, facts={"catering": True, "gas_pipe": True})


def look(connection: Connection, cast: Cast) -> None:
    owing.refresh(connection, cast.catalogue, CALENDAR, cast.east, cast.now)


def rows(connection: Connection, rule: str) -> list[Any]:
    return list(connection.execute(select(table).where(table.c.rule == rule).order_by(table.c.id)).all())


def newest(connection: Connection, rule: str) -> Any:
    return rows(connection, rule)[-1]


def told(connection: Connection, number: int) -> dict[int, datetime | None]:
    found = select(tellings.c.person, tellings.c.at).where(tellings.c.obligation == number)
    return {row.person: row.at for row in connection.execute(found)}


def day(row: Any) -> str:
    return today(row.due_at).isoformat()


def test_a_new_enterprise_owes_what_concerns_it_from_the_day_it_joined(cast: Cast) -> None:
    with cast.database.writing() as connection:
        look(connection, cast)
        found = {row.rule: day(row) for row in connection.execute(select(table))}
        assert found["R02"] == "2026-12-23"
        assert found["R05"] == "2027-01-15"
        assert found["R29"] == "2027-02-23"
        assert "R33" not in found, "no hazardous chemicals"
        assert "R24" not in found, "not active"
        before = len(connection.execute(select(table)).all())
        look(connection, cast)
        assert len(connection.execute(select(table)).all()) == before, "working out twice changes nothing"


def test_who_is_told_is_who_the_rule_names(cast: Cast) -> None:
    with cast.database.writing() as connection:
        look(connection, cast)
        alice, bob = (cast.actor(connection, one).person for one in (ALICE, BOB))
        assert set(told(connection, newest(connection, "R02").id)) == {alice}
        assert set(told(connection, newest(connection, "R03").id)) == {bob}
        row = due.of(connection, f"owed-day:{alice}")
        assert row is not None
        assert row.due_at == datetime(2026, 11, 24, 0, 30, tzinfo=UTC)


def test_what_recurs_is_counted_from_when_it_was_done(cast: Cast) -> None:
    with cast.database.writing() as connection:
        look(connection, cast)
        cast.passes(days=3)
        number = newest(connection, "R29").id
        cast.does(connection, ALICE, OwedRecorded(number, today(cast.now) - timedelta(days=1), "洗过了"))
        look(connection, cast)
        first, second = rows(connection, "R29")
        assert (first.state, first.newest, second.state, second.newest) == ("done", 0, "open", 1)
        assert day(second) == "2027-02-25"
        assert [row.state for row in rows(connection, "R02")] == ["open"], (
            "another rule's record is not this one's"
        )


def test_days_of_the_year_go_on_from_the_last_one(cast: Cast) -> None:
    with cast.database.writing() as connection:
        look(connection, cast)
        number = newest(connection, "R05").id
        with pytest.raises(Refusal, match="owed-principal-signs"):
            cast.does(connection, ALICE, OwedRecorded(number, today(cast.now)))
        cast.now = datetime(2027, 1, 20, 2, 0, tzinfo=UTC)
        cast.does(connection, BOB, OwedRecorded(number, today(cast.now)))
        look(connection, cast)
        assert [day(row) for row in rows(connection, "R05")] == ["2027-01-15", "2027-04-15"]


def test_a_stopped_enterprise_owes_nothing_and_what_came_due_is_due_when_it_works_again(cast: Cast) -> None:
    with cast.database.writing() as connection:
        look(connection, cast)
        code = "91370000000000001A"
        cast.does(connection, TANG, ActivityChanged(code, Activity.STOPPED, "停产"))
        look(connection, cast)
        assert newest(connection, "R02").state == "void"
        cast.passes(days=60)
        cast.does(connection, TANG, ActivityChanged(code, Activity.RESUMED, "复工"))
        look(connection, cast)
        assert (newest(connection, "R02").state, day(newest(connection, "R02"))) == ("open", "2027-01-22")
        assert day(newest(connection, "R29")) == "2027-02-23", "that term had not run out"
        assert day(newest(connection, "R39")) == "2027-01-25", "the first lesson within three days"
        cast.does(connection, TANG, ActivityChanged(code, Activity.CLOSED, "注销"))
        look(connection, cast)
        assert not connection.execute(select(table.c.id).where(table.c.state == "open")).all()
        with pytest.raises(Refusal, match="activity-not-changed"):
            cast.does(connection, TANG, ActivityChanged(code, Activity.CLOSED, "注销"))
        with pytest.raises(Refusal, match="enterprise-gone"):
            cast.does(connection, TANG, ActivityChanged("91370000000000002B", Activity.CLOSED, "别镇"))


def test_a_fact_that_changes_changes_what_is_owed(cast: Cast) -> None:
    with cast.database.writing() as connection:
        look(connection, cast)
        cast.does(connection, ALICE, FactStated("gas_pipe", False, "check/q"))
        assert newest(connection, "R30").state == "open"
        look(connection, cast)
        assert newest(connection, "R30").state == "void"
        cast.passes(days=5)
        cast.does(connection, ALICE, FactStated("limited_space", True, "check/q"))
        look(connection, cast)
        assert day(newest(connection, "R32")) == "2027-11-28", "a rule that is new to it gives a whole term"


def hazard(cast: Cast, connection: Connection, *, major: bool = False, days: int = 7) -> str:
    event = HazardReported(
        "电线裸露",
        "后厨",
        "",
        Severity.MAJOR if major else Severity.GENERAL,
        today(cast.now) + timedelta(days=days),
        suspected_major=major,
    )
    cast.does(connection, ALICE, event)
    found = cast.ledger(connection, ALICE).last_reported()
    assert found is not None
    return found.number


def test_a_hazard_is_owed_until_it_is_closed_and_its_day_moves(cast: Cast) -> None:
    with cast.database.writing() as connection:
        number = hazard(cast, connection)
        look(connection, cast)
        assert (newest(connection, "R08").about, day(newest(connection, "R08"))) == (
            f"hazard:{number}",
            "2026-11-30",
        )
        plan = HazardMoved(
            number,
            HazardAction.PLAN,
            measures="换线",
            day=today(cast.now) + timedelta(days=5),
            owner=cast.actor(connection, ALICE).person,
        )
        cast.does(connection, ALICE, plan)
        later = HazardMoved(number, HazardAction.ASK_EXTENSION, reason="等料", day=date(2026, 12, 10))
        cast.does(connection, ALICE, later)
        cast.does(connection, TANG, HazardMoved(number, HazardAction.GRANT_EXTENSION))
        look(connection, cast)
        assert day(newest(connection, "R08")) == "2026-12-10"
        assert len(rows(connection, "R08")) == 1
        cast.does(connection, ALICE, HazardMoved(number, HazardAction.START))
        cast.does(connection, ALICE, HazardPhotoSent(number, Picture("file", "after")))
        cast.does(connection, ALICE, HazardMoved(number, HazardAction.SEND_EVIDENCE, words="换好了"))
        look(connection, cast)
        assert newest(connection, "R08").state == "void", "it waits for the verdict"
        cast.does(connection, BOB, HazardMoved(number, HazardAction.ACCEPT))
        look(connection, cast)
        assert newest(connection, "R08").state == "done"


def test_a_suspected_major_one_found_in_a_draft_is_to_be_reported_within_a_day(cast: Cast) -> None:
    with cast.database.writing() as connection:
        hazard(cast, connection, major=True)
        look(connection, cast)
        assert rows(connection, "R07") == [], "who reports it by hand has reported it"


def test_dates_and_happenings_of_others(cast: Cast) -> None:
    with cast.database.writing() as connection:
        obligations.dated(
            connection, Dated.STANDARDIZATION_EXPIRY, cast.east, "standardization:1", date(2027, 6, 1)
        )
        obligations.arise(connection, Happening.WORKER_JOINED, cast.east, "worker:9", cast.now)
        look(connection, cast)
        assert day(newest(connection, "R40")) == "2027-06-01"
        assert day(newest(connection, "R12")) == "2026-11-23"
        obligations.settle(connection, Task.TRAINING, "worker:9", cast.now, None)
        obligations.settle(connection, Task.LICENCE, "standardization:1", cast.now, None)
        look(connection, cast)
        assert newest(connection, "R12").state == "done"
        assert len(rows(connection, "R40")) == 1, "done until the date moves"
        obligations.dated(
            connection, Dated.STANDARDIZATION_EXPIRY, cast.east, "standardization:1", date(2030, 6, 1)
        )
        look(connection, cast)
        assert [day(row) for row in rows(connection, "R40")] == ["2027-06-01", "2030-06-01"]
        obligations.gone(connection, cast.east, "standardization:1", cast.now)
        look(connection, cast)
        assert (newest(connection, "R40").state, newest(connection, "R40").newest) == ("void", 0)


def test_handing_over_and_back(cast: Cast) -> None:
    with cast.database.writing() as connection:
        look(connection, cast)
        number = newest(connection, "R02").id
        alice, bob, charlie = (cast.actor(connection, one).person for one in (ALICE, BOB, CHARLIE))
        for stranger in (charlie, alice):
            with pytest.raises(Refusal, match="owed-no-colleague"):
                cast.does(connection, ALICE, OwedHanded(number, stranger))
        with pytest.raises(Refusal, match="owed-gone"):
            cast.does(connection, CHARLIE, OwedHanded(number, alice))
        cast.does(connection, ALICE, OwedHanded(number, bob))
        look(connection, cast)
        assert set(told(connection, number)) == {bob}
        book = cast.ledger(connection, ALICE).owed()
        one = book.one(number)
        assert one is not None
        assert (one.holder, one.mine) == (BOB.name, False)
        assert cast.ledger(connection, CHARLIE).owed().one(number) is None
        cast.does(connection, BOB, OwedGivenBack(number, alice))
        look(connection, cast)
        assert set(told(connection, number)) == {alice}


def test_putting_off_moves_the_telling_and_never_the_due_day(cast: Cast) -> None:
    with cast.database.writing() as connection:
        look(connection, cast)
        one, alice = newest(connection, "R02"), cast.actor(connection, ALICE).person
        until = at(today(cast.now) + timedelta(days=1), datetime.min.time()) + timedelta(hours=8, minutes=30)
        cast.does(connection, ALICE, OwedPutOff((one.id,), until))
        look(connection, cast)
        assert told(connection, one.id) == {alice: until}
        assert newest(connection, "R02").due_at == one.due_at
        for wrong in (cast.now, cast.now + timedelta(days=99)):
            with pytest.raises(Refusal, match="owed-gone"):
                cast.does(connection, ALICE, OwedPutOff((one.id,), wrong))


def test_nothing_is_recorded_twice_nor_for_a_day_to_come(cast: Cast) -> None:
    with cast.database.writing() as connection:
        look(connection, cast)
        number = newest(connection, "R02").id
        with pytest.raises(Refusal, match="owed-other-day"):
            cast.does(connection, ALICE, OwedRecorded(number, today(cast.now) + timedelta(days=1)))
        cast.does(connection, ALICE, OwedRecorded(number, today(cast.now)))
        with pytest.raises(Refusal, match="owed-gone"):
            cast.does(connection, BOB, OwedRecorded(number, today(cast.now)))


def test_supervisors_see_what_is_overdue_in_their_own_area(cast: Cast) -> None:
    with cast.database.writing() as connection:
        look(connection, cast)
        cast.passes(days=40)
        book = cast.ledger(connection, TANG).owed()
        late = [one.title.zh for one in book.late(limit=50) if one.enterprise == "东风面馆"]
        assert "单位综合隐患排查" in late
        assert book.count_late() == len(late) > 0
        assert cast.ledger(connection, ALICE).owed().count_late() == 0
        connection.execute(update(table).values(enterprise=cast.west))
        assert cast.ledger(connection, TANG).owed().count_late() == 0


def test_nobody_owes_before_anybody_has_joined(database: Database, catalogue: Catalogue) -> None:
    cast = Cast(database, catalogue)
    with database.writing() as connection:
        casting.enter(connection, cast, casting.Colour.WHITE, {})
        assert owing.refresh(connection, catalogue, CALENDAR, cast.east, cast.now) is None
