"""Reminders of commitments that end: on working mornings, 30, 7 and 1 days before and once after; none when it was renewed."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, select

from bot.clock import RealClock
from bot.rounds import tick
from bot.turn import House
from safety.calendar import Calendar, today
from storage.tables.post import due, outbox
from tests.bot.pledged import TEXTS, sign
from tests.cast import ALICE, BOB, WALT, Cast

CALENDAR = Calendar()


def letters(connection: Connection) -> list[tuple[int, str]]:
    """Who got which reminder."""
    found = select(outbox.c.chat, outbox.c.body).where(outbox.c.key.like("pledge:%")).order_by(outbox.c.id)
    return [(row.chat, row.body) for row in connection.execute(found)]


def go(connection: Connection, cast: Cast, until: datetime) -> list[tuple[datetime, str]]:
    """Tick at each moment at which a reminder is due; when letters left."""
    house = House(cast.catalogue, TEXTS, RealClock(), 1, "test")
    left: list[tuple[datetime, str]] = []
    while True:
        moments = connection.execute(select(due.c.due_at).where(due.c.kind == "pledge")).scalars()
        cast.now = min((moment for moment in moments if moment <= until), default=until)
        before = len(letters(connection))
        tick(connection, house, CALENDAR, cast.now)
        left += [(cast.now, body) for _chat, body in letters(connection)[before:]]
        if cast.now >= until:
            return left


def test_the_principal_is_reminded_four_times_on_working_mornings(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sign(connection, cast, BOB)
        left = go(connection, cast, cast.now + timedelta(days=420))
        assert {chat for chat, _body in letters(connection)} == {BOB.id}
        assert [today(moment).isoformat() for moment, _body in left] == [
            "2027-10-25",  # the 24th is a Sunday
            "2027-11-16",
            "2027-11-22",
            "2027-11-24",
        ]
        assert all(moment.astimezone(UTC).hour == 1 for moment, _body in left)
        assert "还有 29 天到期" in left[0][1]
        assert "已在" in left[-1][1]
        assert connection.execute(select(due).where(due.c.kind == "pledge")).all() == []


def test_who_has_renewed_is_left_alone(cast: Cast) -> None:
    with cast.database.writing() as connection:
        first = sign(connection, cast, BOB)
        assert len(go(connection, cast, cast.now + timedelta(days=340))) == 1
        sign(connection, cast, BOB)
        assert go(connection, cast, cast.now + timedelta(days=60)) == []
        subjects = set(connection.execute(select(due.c.subject).where(due.c.kind == "pledge")).scalars())
        assert first not in subjects
        assert len(subjects) == 1


def test_others_hear_nothing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sign(connection, cast, WALT)
        go(connection, cast, cast.now + timedelta(days=420))
        assert not {ALICE.id, BOB.id} & {chat for chat, _body in letters(connection)}
