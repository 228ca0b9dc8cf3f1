"""The clock of what is owed: one message a person a day, at their hour, on working days; nothing twice, nothing lost, nothing at night."""

from datetime import UTC, datetime, timedelta

import orjson
import pytest
from sqlalchemy import Connection, insert, select, update

from bot import gate
from bot.clock import RealClock
from bot.owed_rounds import work_out
from bot.rounds import tick
from bot.turn import House
from checklists.load import load_catalogue
from safety.calendar import Calendar, local, today
from safety.events_owed import HourChosen, OwedHanded, OwedPutOff, OwedRecorded
from storage import delivery, outbox, sessions
from storage import due as due_rows
from storage.database import Database
from storage.outbox import Kind, Letter, Posted
from storage.recording.exams import REFRESHER
from storage.sessions import Place
from storage.tables.content import contents
from storage.tables.exams import exam_tries
from storage.tables.obligations import obligations
from storage.tables.post import due
from storage.tables.post import outbox as letters
from tests import cast as casting
from tests.bot.pledged import TEXTS
from tests.cast import ALICE, BOB, Cast

CALENDAR = Calendar()
SHIPPED = load_catalogue()


@pytest.fixture
def cast(database: Database) -> Cast:
    return casting.seat(database, SHIPPED, facts={"catering": True, "uses_gas": True})


def house(cast: Cast) -> House:
    return House(cast.catalogue, TEXTS, RealClock(), 1, "test")


def go(connection: Connection, cast: Cast, moment: datetime | None = None) -> None:
    """The clock at a moment: what is owed is worked out, what is due leaves."""
    cast.now = moment or cast.now
    work_out(connection, house(cast), CALENDAR, cast.now)
    while tick(connection, house(cast), CALENDAR, cast.now):
        pass


def until(connection: Connection, cast: Cast, end: datetime) -> None:
    """Let the clock jump from one due row to the next."""
    while True:
        go(connection, cast)
        following = (
            connection.execute(select(due.c.due_at).where(due.c.due_at <= end).order_by(due.c.due_at))
            .scalars()
            .first()
        )
        if following is None or following <= cast.now:
            cast.now = end
            return
        cast.now = following


def sent(connection: Connection, cast: Cast, speaker: casting.Speaker) -> list[tuple[str, str]]:
    """When and what: the day's messages of one person, as moments in China and the text."""
    found = select(letters).where(letters.c.key.like(f"owed:{cast.actor(connection, speaker).person}:%"))
    rows = connection.execute(found.order_by(letters.c.id))
    return [(f"{local(row.posted_at):%m-%d %H:%M}", orjson.loads(row.body)["text"]) for row in rows]


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def test_one_message_a_day_with_everything_most_urgent_first(cast: Cast) -> None:
    with cast.database.writing() as connection:
        go(connection, cast)
        assert sent(connection, cast, ALICE) == [], "not on the day itself"
        go(connection, cast, moment("2026-11-24T08:29:59+08:00"))
        assert sent(connection, cast, ALICE) == []
        for _twice in range(2):
            go(connection, cast, moment("2026-11-24T08:30:00+08:00"))
        ((when, text),) = sent(connection, cast, ALICE)
        assert when == "11-24 08:30"
        assert text.startswith("⏰ 有 4 件事要办\n1. 班组日常检查：今天到期，约 5 分钟\n2. 自查表（")
        assert text.count("自查表（") == 3
        assert "另有" in text
        assert sent(connection, cast, BOB) == []


def test_practice_rides_in_the_message_of_the_day(cast: Cast) -> None:
    with cast.database.writing() as connection:
        go(connection, cast)
        person = cast.actor(connection, ALICE).person
        known = connection.execute(select(contents.c.fingerprint).limit(1)).scalar_one()
        wrong = {"person": person, "item": "S1", "fingerprint": known, "correct": False, "at": cast.now}
        connection.execute(insert(exam_tries), wrong)
        at_nine = moment("2026-11-24T09:00:00+08:00")
        due_rows.plan(connection, f"{REFRESHER}:{person}", REFRESHER, str(person), at_nine)
        go(connection, cast, moment("2026-11-24T08:30:00+08:00"))
        ((_, text),) = sent(connection, cast, ALICE)
        assert "错题本里有 1 题" in text
        until(connection, cast, moment("2026-11-24T23:00:00+08:00"))
        assert connection.execute(select(letters).where(letters.c.key.like("exam-refresh:%"))).all() == []
        waits = due_rows.of(connection, f"{REFRESHER}:{person}")
        assert waits is not None
        assert waits.due_at > moment("2026-11-25T00:00:00+08:00")


def test_a_year_has_one_message_a_person_a_day_and_none_on_days_off(cast: Cast) -> None:
    with cast.database.writing() as connection:
        until(connection, cast, moment("2027-03-01T00:00:00+08:00"))
        for speaker in (ALICE, BOB):
            when = [one for one, _ in sent(connection, cast, speaker)]
            assert len(when) == len({one[:5] for one in when}) > 0
            assert {one[6:] for one in when} == {"08:30"}
        days = [one[:5] for one, _ in sent(connection, cast, ALICE)]
        assert not set(days) & {"01-01", "11-28", "11-29"}


def test_who_is_late_catches_up_with_one_message_inside_the_windows(cast: Cast) -> None:
    with cast.database.writing() as connection:
        go(connection, cast)
        go(connection, cast, moment("2026-12-18T21:00:00+08:00"))
        assert sent(connection, cast, ALICE) == [], "a Friday night"
        go(connection, cast, moment("2026-12-20T10:00:00+08:00"))
        assert sent(connection, cast, ALICE) == [], "a Sunday"
        go(connection, cast, moment("2026-12-21T12:30:00+08:00"))
        assert sent(connection, cast, ALICE) == [], "noon"
        go(connection, cast, moment("2026-12-21T14:00:00+08:00"))
        ((when, text),) = sent(connection, cast, ALICE)
        assert when == "12-21 14:00"
        assert "已超期" in text
        go(connection, cast, moment("2026-12-21T16:00:00+08:00"))
        assert len(sent(connection, cast, ALICE)) == 1


def test_it_stops_when_it_is_done_and_comes_again_when_it_is_put_off(cast: Cast) -> None:
    with cast.database.writing() as connection:
        go(connection, cast)
        numbers = {
            row.rule: row.id
            for row in connection.execute(select(obligations).where(obligations.c.enterprise == cast.east))
        }
        cast.does(connection, ALICE, OwedRecorded(numbers["R01"], today(cast.now)))
        go(connection, cast, moment("2026-11-24T08:30:00+08:00"))
        again = moment("2026-11-25T08:30:00+08:00")
        ids = tuple(
            row.id
            for row in connection.execute(
                select(obligations).where(obligations.c.rule == "R37", obligations.c.enterprise == cast.east)
            )
        )
        cast.does(connection, ALICE, OwedPutOff(ids, again))
        go(connection, cast, again)
        (_, first), (when, second) = sent(connection, cast, ALICE)
        assert first.count("自查表（") == 3
        assert when == "11-25 08:30"
        assert second.count("自查表（") == 3


def test_own_hour_and_the_day_on_which_it_is_chosen(cast: Cast) -> None:
    with cast.database.writing() as connection:
        go(connection, cast)
        go(connection, cast, moment("2026-11-24T08:30:00+08:00"))
        cast.does(connection, ALICE, HourChosen(14 * 60))
        go(connection, cast, moment("2026-11-24T14:00:00+08:00"))
        assert len(sent(connection, cast, ALICE)) == 1, "never twice a day"
        until(connection, cast, moment("2026-12-31T00:00:00+08:00"))
        later = sent(connection, cast, ALICE)[2:]
        assert {when[6:] for when, _ in later} == {"14:00"}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [(None, 14 * 60, "14:00"), (14 * 60, 10 * 60, "10:00"), (16 * 60 + 30, None, "16:30")],
)
def test_a_new_hour_holds_from_the_next_message_on(
    cast: Cast, before: int | None, after: int | None, expected: str
) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, HourChosen(before))
        go(connection, cast)
        until(connection, cast, moment("2026-11-24T17:00:00+08:00"))
        cast.does(connection, ALICE, HourChosen(after))
        until(connection, cast, moment("2026-12-03T00:00:00+08:00"))
        when = [one for one, _ in sent(connection, cast, ALICE) if one > "11-24 17:00"]
    assert when[0][6:] == expected, "the usual hour, which is the content's, comes one message later"
    assert {one[6:] for one in when[1:]} == {expected if after is not None else "08:30"}


def test_who_it_was_handed_to_is_told_instead(cast: Cast) -> None:
    with cast.database.writing() as connection:
        go(connection, cast)
        number = connection.execute(
            select(obligations.c.id).where(obligations.c.rule == "R01", obligations.c.enterprise == cast.east)
        ).scalar_one()
        cast.does(connection, ALICE, OwedHanded(number, cast.actor(connection, BOB).person))
        go(connection, cast)
        go(connection, cast, moment("2026-11-24T08:30:00+08:00"))
        assert "班组日常检查" not in sent(connection, cast, ALICE)[0][1]
        assert "班组日常检查" in sent(connection, cast, BOB)[0][1]


# --- at the moment of sending


def take(connection: Connection, cast: Cast) -> list[Posted]:
    """What may leave now."""
    found = outbox.claim(connection, "test", cast.now, 9)
    return [one for one in found if gate.may_leave(connection, house(cast), one, cast.now)]


def told(connection: Connection, cast: Cast) -> Posted:
    """Alice's message of Tuesday, posted and not sent yet."""
    go(connection, cast)
    connection.execute(update(letters).values(state="sent"))
    go(connection, cast, moment("2026-11-24T08:30:00+08:00"))
    connection.execute(update(letters).where(letters.c.chat != ALICE.id).values(state="sent"))
    (one,) = connection.execute(select(letters).where(letters.c.state == "waiting"))
    return Posted(one.id, one.chat, one.person, Kind(one.kind), one.method, one.body, condition=one.condition)


def test_what_is_done_meanwhile_is_not_told(cast: Cast) -> None:
    with cast.database.writing() as connection:
        told(connection, cast)
        number = connection.execute(
            select(obligations.c.id).where(obligations.c.rule == "R01", obligations.c.enterprise == cast.east)
        ).scalar_one()
        cast.does(connection, ALICE, OwedRecorded(number, today(cast.now)))
        assert take(connection, cast) == []
        tick(connection, house(cast), CALENDAR, cast.now)
        (one,) = take(connection, cast)
        assert "班组日常检查" not in one.body
        assert one.body.count("自查表（") == 3


def test_it_waits_for_the_end_of_a_questionnaire(cast: Cast) -> None:
    with cast.database.writing() as connection:
        told(connection, cast)
        person = cast.actor(connection, ALICE).person
        sessions.save(connection, {person: Place('{"state":{"flow":"check","at":"ask"}}', None)}, cast.now)
        screen = Letter(ALICE.id, Kind.EDIT, "editMessageText", "{}", person=person)
        outbox.post(connection, screen, cast.now, "test")
        assert take(connection, cast) == []
        cast.passes(minutes=2)
        assert take(connection, cast) == []
        sessions.save(
            connection, {person: Place('{"state":{"flow":"check","at":"receipt"}}', None)}, cast.now
        )
        cast.passes(minutes=2)
        assert len(take(connection, cast)) == 1


def test_who_went_away_in_the_middle_of_a_questionnaire_is_told_after_a_while(cast: Cast) -> None:
    with cast.database.writing() as connection:
        told(connection, cast)
        person = cast.actor(connection, ALICE).person
        sessions.save(connection, {person: Place('{"state":{"flow":"check","at":"ask"}}', None)}, cast.now)
        screen = Letter(ALICE.id, Kind.EDIT, "editMessageText", "{}", person=person)
        outbox.post(connection, screen, cast.now, "test")
        assert take(connection, cast) == []
        cast.passes(minutes=11)
        assert len(take(connection, cast)) == 1


def test_what_could_not_leave_by_day_does_not_leave_by_night_and_tomorrow_there_is_one(cast: Cast) -> None:
    with cast.database.writing() as connection:
        told(connection, cast)
        cast.now = moment("2026-11-24T22:00:00+08:00")
        assert take(connection, cast) == []
        go(connection, cast, moment("2026-11-25T08:00:00+08:00"))
        assert take(connection, cast) == []
        go(connection, cast, moment("2026-11-25T08:30:00+08:00"))
        assert take(connection, cast) == [], "that of yesterday is taken back"
        go(connection, cast)
        (one,) = take(connection, cast)
        assert one.body.count("自查表（") == 3
        assert "班组日常检查" in one.body


def killed(cast: Cast) -> None:
    """A tick whose transaction does not commit."""
    with cast.database.writing() as connection:
        go(connection, cast, moment("2026-11-24T08:30:00+08:00"))
        assert len(sent(connection, cast, ALICE)) == 1
        raise KeyError("killed")


def test_a_tick_that_dies_has_told_nobody_and_the_next_one_tells(cast: Cast) -> None:
    with cast.database.writing() as connection:
        go(connection, cast)
    with pytest.raises(KeyError):
        killed(cast)
    with cast.database.writing() as connection:
        go(connection, cast, moment("2026-11-24T08:31:00+08:00"))
        assert len(sent(connection, cast, ALICE)) == 1


@pytest.mark.parametrize(
    ("flow", "at", "expected"),
    [
        ("check", "ask", True),
        ("check", "bad", True),
        ("check", "receipt", False),
        ("check", "", False),
        ("exam", "ask", True),
        ("exam", "result", False),
        ("course", "quiz", True),
        ("report", "words", True),
        ("todo", "words", True),
        ("todo", "card", False),
        ("menu", "", False),
        ("", "", False),
    ],
)
def test_what_is_a_question(flow: str, at: str, expected: bool) -> None:
    assert gate.asks(flow, at) is expected


def test_what_rules_a_letter_tells_of_is_known(cast: Cast) -> None:
    with cast.database.writing() as connection:
        until(connection, cast, moment("2026-12-01T09:00:00+08:00"))
        found = delivery.by_rule(connection, cast.now - timedelta(days=30), cast.now)
        told = connection.execute(select(obligations.c.rule).where(obligations.c.told > 0)).scalars()
    assert {one.name for one in found} == set(told)
    assert all(one.written > 0 for one in found)
