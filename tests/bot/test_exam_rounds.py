"""The clock of exams: who is away is handed in once, what was sent in time is heard first, failures come back."""

from datetime import date, time, timedelta

import pytest
from sqlalchemy import Connection, insert, select, update

from bot.clock import RealClock
from bot.rounds import tick
from bot.turn import House
from safety.calendar import Calendar, at, today
from safety.events_exams import ExamAnswered, ExamHandedIn, PracticeAnswered
from safety.mistakes import refresher_at
from storage import due
from storage.tables.exams import exam_results
from storage.tables.obligations import obligations, tellings
from storage.tables.people import people, seats
from storage.tables.post import due as due_rows
from storage.tables.post import inbox, outbox
from tests.bot.pledged import TEXTS
from tests.cast import ALICE, Cast
from tests.storage.test_exams import ITEMS, begins, cast, place

__all__ = ["cast"]
CALENDAR = Calendar()


def house(cast: Cast) -> House:
    return House(cast.catalogue, TEXTS, RealClock(), 1, "test")


def ticks(connection: Connection, cast: Cast) -> int:
    return tick(connection, house(cast), CALENDAR, cast.now)


def letters(connection: Connection) -> list[str]:
    own = outbox.c.key.like("exam%") | outbox.c.key.like("owed:%")
    found = select(outbox.c.body).where(own).order_by(outbox.c.id)
    return list(connection.execute(found).scalars())


def waiting(connection: Connection, kind: str) -> list[str]:
    found = select(due_rows.c.due_at).where(due_rows.c.kind == kind)
    return [today(moment).isoformat() for moment in connection.execute(found).scalars()]


def test_who_is_away_is_handed_in_once_and_told(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sitting = begins(connection, cast)
        cast.does(connection, ALICE, ExamAnswered(sitting.exam, place(sitting, "S1"), ("A",)))
        cast.passes(minutes=9)
        assert ticks(connection, cast) == 0
        cast.passes(minutes=1)
        assert [ticks(connection, cast) for _twice in range(2)] == [1, 0]
        result = cast.ledger(connection, ALICE).exams().result(sitting.exam)
        assert result is not None
        assert (str(result.points), result.by_time, result.passed) == ("30", True, False)
        assert len(letters(connection)) == 1
        assert "30" in letters(connection)[0]
        assert waiting(connection, "exam") == []
        assert waiting(connection, "exam-refresh") == ["2026-11-30"]


def test_what_was_sent_in_time_is_heard_first(cast: Cast) -> None:
    with cast.database.writing() as connection:
        begins(connection, cast)
        cast.passes(minutes=9)
        row = {"bot": 1, "update_id": 7, "lane": ALICE.id, "body": "{}", "received_at": cast.now}
        connection.execute(insert(inbox), row)
        cast.passes(minutes=2)
        assert ticks(connection, cast) == 0
        connection.execute(update(inbox).values(state="done"))
        assert ticks(connection, cast) == 1


def test_who_was_quicker_than_the_clock_hears_nothing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sitting = begins(connection, cast)
        row = due.of(connection, f"exam:{sitting.exam}")
        assert row is not None
        cast.does(connection, ALICE, ExamHandedIn(sitting.exam))
        due.plan(connection, row.key, row.kind, row.subject, row.due_at)  # as if both had come at once
        cast.passes(hours=1)
        assert ticks(connection, cast) == 1
        assert letters(connection) == []
        assert len(connection.execute(select(exam_results)).all()) == 1


def test_who_has_left_is_handed_in_all_the_same(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sitting = begins(connection, cast)
        person = cast.actor(connection, ALICE).person
        connection.execute(update(seats).where(seats.c.person == person).values(until=cast.now))
        cast.passes(hours=1)
        assert ticks(connection, cast) == 1
        assert connection.execute(select(exam_results.c.exam)).scalar_one() == sitting.exam


def test_mistakes_come_back_after_7_and_21_days_until_they_are_known(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sitting = begins(connection, cast)
        again = refresher_at(cast.now, cast.now, cast.catalogue.rules.exams, CALENDAR)
        cast.does(connection, ALICE, ExamHandedIn(sitting.exam, again))
        assert waiting(connection, "exam-refresh") == ["2026-11-30"]
        cast.passes(days=7)
        assert [ticks(connection, cast) for _three_times in range(3)] == [1, 1, 0]
        assert len(letters(connection)) == 1
        assert "4" in letters(connection)[0]
        assert waiting(connection, "exam-refresh") == ["2026-12-14"]
        for item in ITEMS * 2:
            cast.does(connection, ALICE, PracticeAnswered(item.id, item.fingerprint, item.right))
        cast.passes(days=14)
        assert ticks(connection, cast) == 1
        assert len(letters(connection)) == 1
        assert waiting(connection, "exam-refresh") == []


def killed(cast: Cast) -> None:
    """A tick whose transaction does not commit."""
    with cast.database.writing() as connection:
        assert ticks(connection, cast) == 1
        raise KeyError("killed")


def test_a_killed_process_changes_nothing(cast: Cast) -> None:
    """The paper stays as it was; the next tick hands it in, as of its deadline."""
    with cast.database.writing() as connection:
        sitting = begins(connection, cast)
    cast.passes(hours=1)
    with pytest.raises(KeyError):
        killed(cast)
    with cast.database.writing() as connection:
        assert cast.ledger(connection, ALICE).exams().result(sitting.exam) is None
        assert ticks(connection, cast) == 1
        result = cast.ledger(connection, ALICE).exams().result(sitting.exam)
    assert result is not None
    assert result.ended_at == result.begun_at + timedelta(minutes=10)


def test_practice_rides_in_the_message_of_the_next_day_when_that_of_today_has_left(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sitting = begins(connection, cast)
        again = refresher_at(cast.now, cast.now, cast.catalogue.rules.exams, CALENDAR)
        cast.does(connection, ALICE, ExamHandedIn(sitting.exam, again))
        person = cast.actor(connection, ALICE).person
        cast.passes(days=7)
        row = {
            "chat": ALICE.id,
            "person": person,
            "kind": "notice",
            "method": "sendMessage",
            "body": "{}",
            "rank": 1,
            "key": f"owed:{person}:{today(cast.now):%Y%m%d}",
            "not_before": cast.now,
            "posted_at": cast.now,
        }
        connection.execute(insert(outbox), row)
        assert [ticks(connection, cast) for _three_times in range(3)] == [1, 1, 0]
        assert letters(connection) == ["{}"]
        assert waiting(connection, "owed-day") == ["2026-12-01"]
        assert waiting(connection, "exam-refresh") == ["2026-12-14"]
        cast.passes(days=1)
        assert ticks(connection, cast) == 1
        assert len(letters(connection)) == 2


def test_practice_waits_for_the_hour_of_its_reader_and_rides_with_what_is_owed(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sitting = begins(connection, cast)
        again = refresher_at(cast.now, cast.now, cast.catalogue.rules.exams, CALENDAR)
        cast.does(connection, ALICE, ExamHandedIn(sitting.exam, again))
        person = cast.actor(connection, ALICE).person
        cast.now = at(date(2026, 11, 30), time(9))
        connection.execute(update(people).where(people.c.id == person).values(hour=17 * 60))
        owed = {
            "rule": "R10",
            "task": "training",
            "enterprise": cast.east,
            "about": f"person:{person}",
            "begun_at": cast.now,
            "due_at": cast.now,
            "set_at": cast.now,
            "state": "open",
        }
        number = connection.execute(insert(obligations).values(owed).returning(obligations.c.id)).scalar_one()
        connection.execute(insert(tellings).values(obligation=number, person=person, at=cast.now))
        assert [ticks(connection, cast) for _three_times in range(3)] == [1, 1, 0]
        assert letters(connection) == []
        cast.now = at(date(2026, 11, 30), time(17))
        assert ticks(connection, cast) == 1
        (letter,) = letters(connection)
        assert "有一件事要办" in letter
        assert "复习一下" in letter
