"""Suspected major hazards that nobody has spoken about: who is reminded when, and that it stops with their word."""

from datetime import date, datetime, timedelta

from sqlalchemy import Connection, select

from bot import review_rounds
from bot.clock import RealClock
from bot.rounds import tick
from bot.turn import House
from safety.calendar import Calendar, today
from safety.hazard_ledger import HazardState
from safety.hazards import HazardAction as A
from storage.tables.post import due, outbox
from tests.bot.pledged import TEXTS
from tests.cast import ALICE, DONG, TANG, Cast
from tests.storage.test_lives import move, report

CALENDAR = Calendar()


def go(connection: Connection, cast: Cast, until: date) -> list[tuple[str, int]]:
    """Tick whenever the row is due: on which day who got a letter."""
    house = House(cast.catalogue, TEXTS, RealClock(), 1, "test")
    review_rounds.plan(connection, house, CALENDAR, cast.now)
    found = select(outbox.c.chat, outbox.c.body).where(outbox.c.key.like("review:%")).order_by(outbox.c.id)
    left: list[tuple[str, int]] = []
    while today(cast.now) <= until:
        before = len(connection.execute(found).all())
        tick(connection, house, CALENDAR, cast.now)
        left += [(today(cast.now).isoformat(), row.chat) for row in connection.execute(found).all()[before:]]
        at: datetime = connection.execute(select(due.c.due_at).where(due.c.kind == "reviews")).scalar_one()
        cast.now = max(at, cast.now + timedelta(seconds=1))
    return left


def test_supervisors_of_the_place_are_reminded_every_second_working_day(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast, major=True)
        assert go(connection, cast, date(2026, 12, 1)) == [
            (day, who.id) for day in ("2026-11-25", "2026-11-27", "2026-12-01") for who in (TANG, DONG)
        ]
        body = (
            connection.execute(select(outbox.c.body).where(outbox.c.key.like("review:%"))).scalars().first()
        )
        assert "已过 2 个工作日" in str(body)
        move(connection, cast, TANG, A.NOT_MAJOR)
        assert go(connection, cast, date(2026, 12, 10)) == []


def test_what_comes_back_to_review_begins_anew(cast: Cast) -> None:
    with cast.database.writing() as connection:
        report(connection, cast, major=True)
        report(connection, cast)
        other = "YH-2026-000002"
        move(connection, cast, TANG, A.MARK_DUPLICATE, reason="same", of=other)
        assert go(connection, cast, date(2026, 12, 3)) == []
        again = move(connection, cast, ALICE, A.REOPEN, reason="again", day=date(2026, 12, 10))
        assert again.state is HazardState.REVIEW, "nobody has said whether it is a major one"
        assert go(connection, cast, date(2026, 12, 8)) == [
            (day, who.id) for day in ("2026-12-08",) for who in (TANG, DONG)
        ]


def test_one_row_however_many_processes(cast: Cast) -> None:
    with cast.database.writing() as connection:
        house = House(cast.catalogue, TEXTS, RealClock(), 1, "test")
        assert review_rounds.plan(connection, house, CALENDAR, cast.now)
        assert not review_rounds.plan(connection, house, CALENDAR, cast.now)
