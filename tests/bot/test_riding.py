"""What rides in the message of the day: each kind beside what is owed, one message a person a day, none in quiet hours."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import orjson
import pytest
from sqlalchemy import Connection, insert, select, update

from bot import gate
from bot.clock import RealClock
from bot.owed_rounds import work_out
from bot.rounds import tick
from bot.screens import post_notice
from bot.turn import House
from checklists.load import load_catalogue
from safety.calendar import Calendar, local, today
from safety.chores import ChoreState
from safety.events import AnswerSaved
from safety.hazards import HazardAction
from safety.letters import Notice, Opens
from storage import due, outbox, reachability, riders
from storage.database import Database
from storage.outbox import Posted
from storage.recording.exams import REFRESHER
from storage.riders import Riding
from storage.tables.checks import checks
from storage.tables.chores import chores
from storage.tables.content import contents
from storage.tables.exams import exam_tries
from storage.tables.people import seats
from storage.tables.post import due as due_rows
from storage.tables.post import outbox as letters
from tests import cast as casting
from tests.bot.pledged import TEXTS
from tests.cast import ALICE, BOB, Cast, Speaker
from tests.storage.test_listings import listed
from tests.storage.test_lives import NUMBER, move

CALENDAR = Calendar()
SHIPPED = load_catalogue()


@pytest.fixture
def cast(database: Database) -> Cast:
    return casting.seat(database, SHIPPED, facts={"catering": True})


def house(cast: Cast) -> House:
    return House(cast.catalogue, TEXTS, RealClock(), 1, "test")


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def go(connection: Connection, cast: Cast, now: datetime | None = None) -> None:
    cast.now = now or cast.now
    work_out(connection, house(cast), CALENDAR, cast.now)
    while tick(connection, house(cast), CALENDAR, cast.now):
        pass


def until(connection: Connection, cast: Cast, end: datetime) -> None:
    """Let the clock jump from one due row to the next."""
    rows = select(due_rows.c.due_at).where(due_rows.c.due_at <= end).order_by(due_rows.c.due_at).limit(1)
    while True:
        go(connection, cast)
        connection.execute(update(letters).where(letters.c.state == "waiting").values(state="sent"))
        following = connection.execute(rows).scalar()
        if following is None or following <= cast.now:
            cast.now = end
            return
        cast.now = following


def notices(connection: Connection, speaker: Speaker, since: datetime) -> list[tuple[datetime, str]]:
    """Everything that was written to somebody and is neither a screen nor red: when it leaves, and its words."""
    found = select(letters).where(
        letters.c.chat == speaker.id, letters.c.kind == "notice", letters.c.posted_at > since
    )
    rows = connection.execute(found.order_by(letters.c.id))
    return [(row.not_before, orjson.loads(row.body)["text"]) for row in rows]


def person(connection: Connection, cast: Cast, speaker: Speaker) -> int:
    return cast.actor(connection, speaker).person


def ask_of_a_listing(connection: Connection, cast: Cast) -> None:
    listed(connection, cast)


def fail_an_exam(connection: Connection, cast: Cast) -> None:
    who = person(connection, cast, ALICE)
    known = connection.execute(select(contents.c.fingerprint).limit(1)).scalar_one()
    wrong = {"person": who, "item": "S1", "fingerprint": known, "correct": False, "at": cast.now}
    connection.execute(insert(exam_tries), wrong)
    due.plan(connection, f"{REFRESHER}:{who}", REFRESHER, str(who), cast.now + timedelta(days=7))


def owe_a_chore(connection: Connection, cast: Cast) -> None:
    who = person(connection, cast, ALICE)
    row = {
        "number": "DQ-2026-000001",
        "enterprise": cast.east,
        "title": "清理油烟罩",
        "owner": who,
        "due": date(2026, 11, 25),
        "state": ChoreState.OPEN,
        "made_by": who,
        "made_at": cast.now,
    }
    connection.execute(insert(chores), row)
    due.plan(
        connection, "chore:DQ-2026-000001", "chore", "DQ-2026-000001", moment("2026-11-25T08:00:00+08:00")
    )


def lose_a_colleague(connection: Connection, cast: Cast) -> None:
    """Bob is out of reach; each day there is a letter for him."""
    to = person(connection, cast, BOB)
    reachability.lost(connection, BOB.id, cast.now)
    for day in range(9):
        write_to(connection, to, cast.now + timedelta(days=day))


def write_to(connection: Connection, to: int, now: datetime) -> None:
    card = Opens("open-hazard", "hazards", "card", {"number": NUMBER})
    key = f"hazard:{now:%d}:{to}"
    post_notice(
        connection, TEXTS, Notice(to, "letter-signing-asked", key, {"enterprise": "店"}, (card,)), now
    )


def leave_a_draft(connection: Connection, cast: Cast) -> None:
    """A form that is not due for long, so that nothing else is told of it."""
    form = "general"
    cast.does(connection, ALICE, cast.begun(form))
    question = next(iter(cast.catalogue.checklists[form].questions)).id
    cast.does(connection, ALICE, AnswerSaved(cast.key(form), question, "yes", "ok"))


KINDS: dict[str, tuple[Callable[[Connection, Cast], None], str]] = {
    "listing": (ask_of_a_listing, "这一周做到哪一步了"),
    "practice": (fail_an_exam, "复习一下"),
    "chore": (owe_a_chore, "清理油烟罩"),
    "draft": (leave_a_draft, "停了"),
    "stand-in": (lose_a_colleague, "收：店"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_rides_in_the_one_message_of_the_day(cast: Cast, kind: str) -> None:
    begin, words = KINDS[kind]
    with cast.database.writing() as connection:
        go(connection, cast)
        begin(connection, cast)
        since = cast.now
        until(connection, cast, moment("2026-12-12T00:00:00+08:00"))
        found = notices(connection, ALICE, since)
    days = Counter(f"{local(when):%m-%d}" for when, _ in found)
    assert set(days.values()) == {1}
    assert all("08:30" <= f"{local(when):%H:%M}" < "18:00" for when, _ in found)
    assert not {"11-28", "11-29", "12-05", "12-06"} & set(days)
    riding = [text for _, text in found if words in text]
    assert riding
    assert any("件事要办" in text for text in riding), "beside what is owed"


def test_everything_at_once_is_still_one_message(cast: Cast) -> None:
    with cast.database.writing() as connection:
        go(connection, cast)
        for begin, _words in KINDS.values():
            begin(connection, cast)
        since = cast.now
        until(connection, cast, moment("2026-12-12T00:00:00+08:00"))
        found = notices(connection, ALICE, since)
        buttons = [len(one) for one in _opens(connection, since)]
    assert set(Counter(f"{local(when):%m-%d}" for when, _ in found).values()) == {1}
    for _begin, words in KINDS.values():
        assert any(words in text for _, text in found)
    assert max(buttons) <= 8


def _opens(connection: Connection, since: datetime) -> list[list[object]]:
    """What the buttons of each of Alice's messages open."""
    mine = select(letters.c.opens).where(letters.c.chat == ALICE.id, letters.c.posted_at > since)
    return [one or [] for one in connection.execute(mine.where(letters.c.kind == "notice")).scalars()]


def message(connection: Connection, cast: Cast, now: datetime) -> Posted:
    """Alice's message of a day, posted and not sent yet."""
    connection.execute(update(letters).where(letters.c.state == "waiting").values(state="sent"))
    go(connection, cast, now)
    row = connection.execute(
        select(letters).where(letters.c.chat == ALICE.id, letters.c.state == "waiting")
    ).one()
    return next(one for one in outbox.claim(connection, "test", cast.now, 50) if one.id == row.id)


def test_the_button_opens_it_in_one_tap(cast: Cast) -> None:
    with cast.database.writing() as connection:
        listed(connection, cast)
        until(connection, cast, moment("2026-11-30T08:00:00+08:00"))
        letter = message(connection, cast, moment("2026-11-30T08:30:00+08:00"))
        opens = outbox.opens_of(connection, letter.id)
    ways = [(one["flow"], one["at"], one["data"].get("do")) for one in opens]
    assert ways[0][:2] == ("todo", "now")
    assert ways[-1] == ("hazards", "ask", "progress")


def test_what_is_answered_before_it_leaves_is_not_told(cast: Cast) -> None:
    with cast.database.writing() as connection:
        listed(connection, cast)
        until(connection, cast, moment("2026-11-30T08:00:00+08:00"))
        letter = message(connection, cast, moment("2026-11-30T08:30:00+08:00"))
        assert "做到哪一步" in letter.body
        move(connection, cast, ALICE, HazardAction.PROGRESS, words="拆了一半")
        assert not gate.may_leave(connection, house(cast), letter, cast.now)
        tick(connection, house(cast), CALENDAR, cast.now)
        (again,) = [one for one in outbox.claim(connection, "test", cast.now, 50) if one.chat == ALICE.id]
        assert "做到哪一步" not in again.body
        assert "件事要办" in again.body
        assert gate.may_leave(connection, house(cast), again, cast.now)


def test_what_could_not_leave_rides_again_tomorrow(cast: Cast) -> None:
    with cast.database.writing() as connection:
        listed(connection, cast)
        until(connection, cast, moment("2026-11-30T08:00:00+08:00"))
        letter = message(connection, cast, moment("2026-11-30T08:30:00+08:00"))
        cast.now = moment("2026-11-30T22:00:00+08:00")
        assert not gate.may_leave(connection, house(cast), letter, cast.now), "not by night"
        go(connection, cast, moment("2026-12-01T08:30:00+08:00"))
        (again,) = [one for one in outbox.claim(connection, "test", cast.now, 50) if one.chat == ALICE.id]
        assert again.body.count("做到哪一步") == 1
        assert "已有" not in again.body


def test_who_owes_nothing_gets_a_message_of_what_rides_alone_and_no_other_that_day(cast: Cast) -> None:
    with cast.database.writing() as connection:
        who = person(connection, cast, BOB)
        connection.execute(update(due_rows).values(due_at=moment("2030-01-01T00:00:00+08:00")))
        to = person(connection, cast, ALICE)
        reachability.lost(connection, ALICE.id, cast.now)
        connection.execute(update(letters).values(state="sent"))
        riders.put(connection, who, Riding.STANDING_IN, str(to), cast.now, timedelta(days=3), absent=to)
        for _twice in range(2):
            tick(connection, house(cast), CALENDAR, cast.now)
        riders.put(connection, who, Riding.STANDING_IN, str(to), cast.now, timedelta(days=3), absent=to)
        for _twice in range(2):
            tick(connection, house(cast), CALENDAR, cast.now)
        (told,) = connection.execute(
            select(letters.c.key).where(letters.c.chat == BOB.id, letters.c.state == "waiting")
        ).scalars()
    assert told == f"owed:{who}:{today(cast.now):%Y%m%d}"


def test_who_has_left_is_told_of_nothing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        listed(connection, cast)
        go(connection, cast, moment("2026-11-30T08:00:00+08:00"))
        gone = person(connection, cast, ALICE)
        connection.execute(update(seats).where(seats.c.person == gone).values(until=cast.now))
        since = cast.now
        go(connection, cast, moment("2026-11-30T08:30:00+08:00"))
        assert not any("做到哪一步" in text for _, text in notices(connection, ALICE, since))


def told_of_the_draft(connection: Connection, since: datetime) -> list[str]:
    found = notices(connection, ALICE, since)
    return [f"{local(when):%m-%d}" for when, text in found if "停了" in text]


def test_a_self_check_that_lies_still_is_told_of_on_the_days_of_the_content_and_no_more(cast: Cast) -> None:
    with cast.database.writing() as connection:
        go(connection, cast)
        leave_a_draft(connection, cast)
        since = cast.now
        until(connection, cast, moment("2026-12-16T00:00:00+08:00"))
        assert told_of_the_draft(connection, since) == ["11-25", "11-30"]
        text = next(text for _, text in notices(connection, ALICE, since) if "停了" in text)
        assert "答了 1 题，停了 2 天" in text
        assert "12月31日 周四前交" in text


def test_a_new_answer_counts_anew_and_handing_in_ends_it(cast: Cast) -> None:
    with cast.database.writing() as connection:
        go(connection, cast)
        leave_a_draft(connection, cast)
        since, key = cast.now, cast.key("general")
        until(connection, cast, moment("2026-11-24T15:00:00+08:00"))
        second = [*cast.catalogue.checklists["general"].questions][1].id
        cast.does(connection, ALICE, AnswerSaved(key, second, "yes", "ok"))
        until(connection, cast, moment("2026-11-27T00:00:00+08:00"))
        assert told_of_the_draft(connection, since) == ["11-26"]
        connection.execute(update(checks).values(submitted_at=cast.now))
        until(connection, cast, moment("2026-12-16T00:00:00+08:00"))
        assert told_of_the_draft(connection, since) == ["11-26"]
        assert due.of(connection, "draft:1") is None


def test_where_the_self_check_is_owed_in_the_same_message_it_is_said_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        go(connection, cast)
        cast.does(connection, ALICE, cast.begun("catering_gas"))
        since = cast.now
        go(connection, cast, moment("2026-11-24T12:00:00+08:00"))
        until(connection, cast, moment("2026-11-25T18:00:00+08:00"))
        told = [text for _, text in notices(connection, ALICE, since)]
    for text in told:
        assert not ("停了" in text and "餐饮场所燃气安全自查表）" in text)


def test_who_has_left_is_not_reminded_of_what_they_began(cast: Cast) -> None:
    with cast.database.writing() as connection:
        go(connection, cast)
        leave_a_draft(connection, cast)
        since, gone = cast.now, person(connection, cast, ALICE)
        connection.execute(update(seats).where(seats.c.person == gone).values(until=cast.now))
        until(connection, cast, moment("2026-12-16T00:00:00+08:00"))
        assert told_of_the_draft(connection, since) == []
        assert not any("停了" in text for _, text in notices(connection, BOB, since))
