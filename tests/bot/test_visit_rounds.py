"""The clock of inspections and of samples: one reminder a working day, a draw a day once, days that were left out; whoever ticks twice changes nothing."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, select, update

from bot import sample_rounds, visit_rounds
from bot.turn import House
from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from dialogs.render import Texts
from safety.calendar import Calendar, today
from safety.events_visits import SecondConfirmed, VisitBegun, VisitDropped
from safety.visits import VisitKind
from storage import due
from storage.tables.inspections import draws, inspections
from storage.tables.post import due as due_table
from storage.tables.post import outbox
from tests.cast import DONG, TANG, Cast
from tests.phone import Hands

CALENDAR = Calendar()
EAST = "91370000000000001A"
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def connection(cast: Cast, shipped: Catalogue) -> Iterator[Connection]:
    cast.catalogue = shipped
    with cast.database.writing() as connection:
        yield connection


@pytest.fixture
def house(cast: Cast, shipped: Catalogue) -> House:
    return House(shipped, Texts.load(strict=True), Hands(cast.now), 1, "test")


def begun(connection: Connection, cast: Cast) -> int:
    """One that Tang leads, with Dong there."""
    second = cast.actor(connection, DONG).person
    cast.does(connection, TANG, VisitBegun(EAST, VisitKind.DEPARTMENT, second))
    visit = int(connection.execute(select(inspections.c.id)).scalar_one())
    cast.does(connection, DONG, SecondConfirmed(visit))
    return visit


def reminders(connection: Connection) -> list[str]:
    said = select(outbox.c.key).where(outbox.c.key.like("visit:%:open:%")).order_by(outbox.c.id)
    return [str(key).rpartition(":")[2] for key in connection.execute(said).scalars()]


def ticks(connection: Connection, house: House, now: datetime) -> list[bool]:
    """Two processes at once, with the same row in hand."""
    rows = due.of_kind(connection, visit_rounds.KIND, now)
    return [visit_rounds.remind(connection, house, CALENDAR, row, now) for row in (*rows, *rows)]


def test_the_lead_is_reminded_once_a_working_day_until_it_is_over(
    connection: Connection, cast: Cast, house: House
) -> None:
    visit = begun(connection, cast)
    assert ticks(connection, house, cast.now) == []
    now = cast.now
    for _ in range(8):
        row = due.of(connection, f"visit:{visit}")
        assert row is not None
        assert row.due_at > now
        now = row.due_at
        ticks(connection, house, now)
    days = reminders(connection)
    assert len(days) == len(set(days)) == 8
    said = [datetime.strptime(day, "%Y%m%d").date() for day in days]  # noqa: DTZ007  # a day, not a moment
    assert all(CALENDAR.is_working(day) for day in said)
    cast.does(connection, TANG, VisitDropped(visit, "走错了"))
    ticks(connection, house, now + 3 * DAY)
    assert reminders(connection) == days
    assert due.of(connection, f"visit:{visit}") is None


def test_two_processes_with_the_same_row_remind_once(
    connection: Connection, cast: Cast, house: House
) -> None:
    begun(connection, cast)
    row = connection.execute(select(due_table).where(due_table.c.kind == visit_rounds.KIND)).one()
    assert ticks(connection, house, row.due_at) == [True, False]
    assert len(reminders(connection)) == 1


def test_a_row_of_an_inspection_that_nobody_knows_goes_away(
    connection: Connection, cast: Cast, house: House
) -> None:
    due.plan(connection, "visit:999", visit_rounds.KIND, "999", cast.now)
    assert ticks(connection, house, cast.now) == [True, False]
    assert due.of(connection, "visit:999") is None
    assert reminders(connection) == []


# --- samples ------------------------------------------------------------------------------------------------------


def drawn(connection: Connection) -> list[object]:
    return list(connection.execute(select(draws.c.day).order_by(draws.c.day)).scalars())


def test_the_lot_is_drawn_each_morning_once_whoever_ticks(
    connection: Connection, cast: Cast, house: House
) -> None:
    sample_rounds.plan(connection, cast.now)
    sample_rounds.plan(connection, cast.now)
    row = due.of(connection, sample_rounds.KIND)
    assert row is not None
    assert (row.due_at - sample_rounds.following(cast.now)) == timedelta()
    assert sample_rounds.draw(connection, house, CALENDAR, row, row.due_at)
    assert not sample_rounds.draw(connection, house, CALENDAR, row, row.due_at)  # it was moved on
    days = drawn(connection)
    assert days[-1] == today(row.due_at) - DAY
    assert len(days) == len(set(days)) == sample_rounds.CATCHES_UP


def test_days_that_a_machine_stood_still_are_caught_up_and_none_is_drawn_again(
    connection: Connection, cast: Cast, house: House
) -> None:
    sample_rounds.plan(connection, cast.now)
    for later in (0, 4, 30):
        row = due.of(connection, sample_rounds.KIND)
        assert row is not None
        assert sample_rounds.draw(connection, house, CALENDAR, row, row.due_at + later * DAY)
    kept = {row.day: row.seed for row in connection.execute(select(draws))}
    assert (
        len(kept) == 7 + 5 + 7
    )  # the first week, up to four days later, the last week of a month that stood still
    connection.execute(
        update(due_table).where(due_table.c.kind == sample_rounds.KIND).values(due_at=cast.now)
    )
    row = due.of(connection, sample_rounds.KIND)
    assert row is not None
    sample_rounds.draw(connection, house, CALENDAR, row, cast.now)
    again = {one.day: one.seed for one in connection.execute(select(draws))}
    assert {day: again[day] for day in kept} == kept


def test_the_next_draw_is_in_the_morning_of_the_next_day_at_most(cast: Cast) -> None:
    for hours in range(30):
        now = cast.now + timedelta(hours=hours)
        assert timedelta() < sample_rounds.following(now) - now <= DAY


def test_a_row_that_comes_due_on_a_day_off_waits_for_a_working_day(
    connection: Connection, cast: Cast, house: House
) -> None:
    visit = begun(connection, cast)
    saturday = cast.now + (CALENDAR.next_working(today(cast.now)) - today(cast.now))
    while CALENDAR.is_working(today(saturday)):
        saturday += DAY
    row = due.of(connection, f"visit:{visit}")
    assert row is not None
    assert due.move(connection, row, saturday)
    assert ticks(connection, house, saturday)[0]
    assert reminders(connection) == []
    moved = due.of(connection, f"visit:{visit}")
    assert moved is not None
    assert CALENDAR.is_working(today(moved.due_at))
