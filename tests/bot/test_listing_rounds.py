"""The week's question about a listed hazard: who is asked when, what silence brings, and that it stops with the removal."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, select, update

from bot.clock import RealClock
from bot.rounds import tick
from bot.turn import House
from safety.calendar import Calendar, today
from safety.events_hazards import HazardPhotoSent, Picture
from safety.hazards import HazardAction
from storage.tables.people import seats
from storage.tables.post import due, outbox
from tests.bot.pledged import TEXTS
from tests.cast import ALICE, BOB, TANG, Cast, Speaker
from tests.storage.test_listings import listed
from tests.storage.test_lives import NUMBER, explain, move, person, photograph

A = HazardAction
CALENDAR = Calendar()


def letters(connection: Connection) -> list[tuple[int, str]]:
    """Who got which letter of the clock's."""
    own = outbox.c.key.like("listing:%") | outbox.c.key.like("owed:%")
    found = select(outbox.c.chat, outbox.c.body).where(own).order_by(outbox.c.id)
    return [(row.chat, row.body) for row in connection.execute(found)]


def go(connection: Connection, cast: Cast, **span: float) -> list[tuple[str, int, str]]:
    """Tick whenever a question is due within this span: on which day who got what."""
    house, until = House(cast.catalogue, TEXTS, RealClock(), 1, "test"), cast.now + timedelta(**span)
    left: list[tuple[str, int, str]] = []
    while True:
        before = len(letters(connection))
        tick(connection, house, CALENDAR, cast.now)
        left += [(today(cast.now).isoformat(), *one) for one in letters(connection)[before:]]
        cast.now = min([*waiting(connection), *waiting(connection, "owed-day"), until])
        if cast.now >= until:
            return left


def waiting(connection: Connection, kind: str = "listing") -> list[datetime]:
    return [*connection.execute(select(due.c.due_at).where(due.c.kind == kind)).scalars()]


def who(left: list[tuple[str, int, str]]) -> list[tuple[str, int]]:
    return [(day, chat) for day, chat, _body in left]


def told(connection: Connection, cast: Cast, speaker: Speaker = ALICE) -> None:
    move(connection, cast, speaker, A.PROGRESS, words="拆了一半")


def test_the_owner_is_asked_every_monday_and_silence_is_told_to_who_is_in_charge(cast: Cast) -> None:
    with cast.database.writing() as connection:
        listed(connection, cast)
        left = go(connection, cast, days=15)
        assert who(left) == [("2026-11-30", ALICE.id), ("2026-12-07", TANG.id), ("2026-12-07", ALICE.id)]
        assert "还有 13 天" in left[2][2]
        assert "已有 1 周没报进展" in left[1][2]
        assert "已有 1 周没报进展" in left[2][2]
        assert "没报进展" not in left[0][2]
        told(connection, cast, BOB)
        assert who(go(connection, cast, days=7)) == [("2026-12-14", ALICE.id)]


def test_after_the_due_day_it_says_so(cast: Cast) -> None:
    with cast.database.writing() as connection:
        listed(connection, cast)
        left = go(connection, cast, days=36)
        assert "期限已过" in left[-2][2]
        assert "已经过了期限" in left[-1][2]


def test_a_late_clock_asks_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        listed(connection, cast)
        go(connection, cast, hours=1)
        cast.passes(days=25)
        assert who(go(connection, cast, hours=1)) == [("2026-12-18", ALICE.id)]
        assert [today(one).isoformat() for one in waiting(connection)] == ["2026-12-21"]


def test_while_evidence_is_looked_at_nobody_is_asked_and_after_the_removal_never_again(cast: Cast) -> None:
    with cast.database.writing() as connection:
        listed(connection, cast)
        go(connection, cast, days=8)
        photograph(connection, cast, "after-0")
        move(connection, cast, ALICE, A.SEND_EVIDENCE)
        assert go(connection, cast, days=7) == []
        move(connection, cast, TANG, A.RETURN, reason="不清楚")
        assert who(go(connection, cast, days=7)) == [("2026-12-14", ALICE.id)]
        cast.does(connection, ALICE, HazardPhotoSent(NUMBER, Picture("f", "after-1"), "before-0"))
        move(connection, cast, ALICE, A.SEND_EVIDENCE)
        explain(connection, cast)
        move(connection, cast, TANG, A.DELIST)
        assert go(connection, cast, days=30) == []
        assert waiting(connection) == []


def test_the_owner_has_left_and_a_colleague_is_asked(cast: Cast) -> None:
    with cast.database.writing() as connection:
        listed(connection, cast)
        gone = person(connection, cast, ALICE)
        connection.execute(update(seats).where(seats.c.person == gone).values(until=cast.now))
        assert who(go(connection, cast, days=8)) == [("2026-11-30", BOB.id)]


def test_two_ticks_ask_once(cast: Cast) -> None:
    house = House(cast.catalogue, TEXTS, RealClock(), 1, "test")
    with cast.database.writing() as connection:
        listed(connection, cast)
        tick(connection, house, CALENDAR, cast.now)
        cast.passes(days=7, hours=1)
        claimed = [tick(connection, house, CALENDAR, cast.now) > 0 for _three_times in range(3)]
        assert claimed == [True, True, False], "the question, the message of the day"
        assert len(letters(connection)) == 1
