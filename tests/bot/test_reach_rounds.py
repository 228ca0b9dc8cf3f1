"""Somebody is out of reach: who stands in hears of it once, the town hears of silent enterprises, what was kept comes in one letter."""

from datetime import datetime, time, timedelta

import orjson
from sqlalchemy import Connection, select, update

from bot.clock import RealClock
from bot.rounds import tick
from bot.screens import post_notice
from bot.turn import House
from safety.calendar import Calendar, at, today
from safety.letters import LetterKind, Notice, Opens
from storage import outbox, people, reachability
from storage.outbox import Kind
from storage.tables.people import people as persons
from storage.tables.post import outbox as table
from tests.bot.pledged import TEXTS
from tests.cast import ALICE, BOB, CHARLIE, TANG, WALT, WEI, Cast, Speaker

CALENDAR = Calendar()
CARD = Opens("open-hazard", "hazards", "card", {"number": "YH-2026-000001"})


def number(connection: Connection, speaker: Speaker) -> int:
    return int(connection.execute(select(persons.c.id).where(persons.c.account == speaker.id)).scalar_one())


def go(connection: Connection, cast: Cast, **span: float) -> None:
    cast.passes(**(span or {"seconds": 2}))
    tick(connection, House(cast.catalogue, TEXTS, RealClock(), 1, "test"), CALENDAR, cast.now)


def tomorrow(connection: Connection, cast: Cast) -> None:
    """What was written has left, and so has the message of the next day."""
    connection.execute(update(table).where(table.c.state == "waiting").values(state="sent"))
    cast.now = at(today(cast.now) + timedelta(days=1), time(8, 30))
    for _twice in range(2):
        go(connection, cast)


def lose(connection: Connection, cast: Cast, *speakers: Speaker) -> None:
    for speaker in speakers:
        assert reachability.lost(connection, speaker.id, cast.now)
    go(connection, cast)


def returns(connection: Connection, cast: Cast, speaker: Speaker) -> None:
    cast.actor(connection, speaker)
    go(connection, cast)


def write(
    connection: Connection, cast: Cast, speaker: Speaker, key: str, kind: LetterKind = LetterKind.NOTICE
) -> int | None:
    """A letter of one sentence that leads to a hazard."""
    to = number(connection, speaker)
    args = {"enterprise": f"店{key}"}
    notice = Notice(to, "letter-signing-asked", f"{key}:{to}", args, (CARD,), kind)
    return post_notice(connection, TEXTS, notice, cast.now)


def waiting(connection: Connection, speaker: Speaker) -> list[str]:
    """What is on its way to somebody."""
    mine = (table.c.chat == speaker.id) & (table.c.state == "waiting")
    rows = connection.execute(select(table.c.body).where(mine).order_by(table.c.id)).scalars()
    return [orjson.loads(body)["text"] for body in rows]


def test_whoever_stands_in_hears_of_it_once_with_what_has_waited(cast: Cast) -> None:
    with cast.database.writing() as connection:
        write(connection, cast, ALICE, "hazard:1")
        write(connection, cast, ALICE, "exam-over:1")
        lose(connection, cast, ALICE)
        go(connection, cast)
        (told,) = waiting(connection, BOB)
        assert "李娜暂时收不到消息" in told
        assert "店hazard:1" in told
        assert "exam-over" not in told
        assert not reachability.lost(connection, ALICE.id, cast.now)
        go(connection, cast, days=3)
        assert len(waiting(connection, BOB)) == 1
        assert not any(waiting(connection, speaker) for speaker in (ALICE, CHARLIE, WALT, TANG, WEI))


def test_what_concerns_the_enterprise_goes_to_them_what_is_one_s_own_waits(cast: Cast) -> None:
    with cast.database.writing() as connection:
        lose(connection, cast, ALICE)
        assert write(connection, cast, ALICE, "hazard:2")
        assert write(connection, cast, ALICE, "paper:2")
        assert write(connection, cast, ALICE, "hazard:2") is None
        go(connection, cast)
        (told,) = waiting(connection, BOB)
        assert told.count("代李娜收") == 1
        assert "店hazard:2" in told
        assert waiting(connection, ALICE) == []


def test_what_comes_later_waits_for_the_message_of_the_next_day(cast: Cast) -> None:
    with cast.database.writing() as connection:
        lose(connection, cast, ALICE)
        go(connection, cast)
        assert len(waiting(connection, BOB)) == 1
        for one in range(10):
            write(connection, cast, ALICE, f"hazard:{one}")
        go(connection, cast, hours=3)
        assert len(waiting(connection, BOB)) == 1
        tomorrow(connection, cast)
        (told,) = waiting(connection, BOB)
        assert told.count("代李娜收") == 8, "a button each"
        tomorrow(connection, cast)
        (told,) = waiting(connection, BOB)
        assert told.count("代李娜收") == 2
        tomorrow(connection, cast)
        assert waiting(connection, BOB) == []


def test_what_is_red_goes_to_them_at_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        night(cast)
        lose(connection, cast, ALICE)
        write(connection, cast, ALICE, "hazard:4")
        write(connection, cast, ALICE, "major:4", LetterKind.ALERT)
        go(connection, cast)
        (told,) = waiting(connection, BOB)
        assert told.startswith("<i>李娜暂时收不到消息")
        assert "店major:4" in told


def test_who_is_back_reads_it_and_nobody_instead(cast: Cast) -> None:
    with cast.database.writing() as connection:
        night(cast)
        lose(connection, cast, ALICE)
        write(connection, cast, ALICE, "hazard:5")
        returns(connection, cast, ALICE)
        tomorrow(connection, cast)
        assert waiting(connection, BOB) == []


def test_who_gets_a_letter_of_their_own_does_not_get_the_same_for_another(cast: Cast) -> None:
    with cast.database.writing() as connection:
        lose(connection, cast, ALICE)
        for speaker in (ALICE, BOB):
            write(connection, cast, speaker, "hazard:3")
        go(connection, cast)
        assert sum("店hazard:3" in text for text in waiting(connection, BOB)) == 1


def test_who_is_back_gets_one_letter_worst_first(cast: Cast) -> None:
    with cast.database.writing() as connection:
        lose(connection, cast, ALICE)
        for one in range(12):
            write(connection, cast, ALICE, f"paper:{one}")
        write(connection, cast, ALICE, "major:1", LetterKind.ALERT)
        returns(connection, cast, ALICE)
        claimed = outbox.claim(connection, "me", cast.now, 50)
        (letter,) = [one for one in claimed if one.chat == ALICE.id]
        assert letter.kind is Kind.ALERT
        whole = orjson.loads(letter.body)
        lines = whole["text"].split("\n")
        assert "共 13 条" in lines[0]
        assert "店major:1" in lines[1]
        assert "店paper:11" in lines[2]
        assert "另有 5 条" in lines[-1]
        assert len(whole["reply_markup"]["inline_keyboard"][0]) == 8
        assert waiting(connection, ALICE) == []
        go(connection, cast, days=1)
        assert waiting(connection, ALICE) == []


def test_a_single_letter_leaves_as_it_is_and_what_expired_does_not(cast: Cast) -> None:
    with cast.database.writing() as connection:
        lose(connection, cast, ALICE)
        write(connection, cast, ALICE, "paper:old")
        cast.passes(days=5)
        write(connection, cast, ALICE, "paper:new")
        cast.passes(days=3)
        returns(connection, cast, ALICE)
        assert ["店paper:new" in text for text in waiting(connection, ALICE)] == [True]


def test_words_of_people_come_to_life_neither_here_nor_there(cast: Cast) -> None:
    with cast.database.writing() as connection:
        lose(connection, cast, ALICE)
        write(connection, cast, ALICE, "paper:<b>&amp;")
        write(connection, cast, ALICE, "paper:2")
        returns(connection, cast, ALICE)
        (text,) = waiting(connection, ALICE)
        assert "店paper:&lt;b&gt;&amp;amp;" in text


def test_the_town_hears_once_when_nobody_can_be_reached(cast: Cast) -> None:
    with cast.database.writing() as connection:
        lose(connection, cast, ALICE)
        assert waiting(connection, TANG) == []
        lose(connection, cast, BOB)
        go(connection, cast)
        (told,) = waiting(connection, TANG)
        assert "1 家单位联系不上" in told
        assert "东风面馆" in told
        assert waiting(connection, WEI) == []
        for _ in range(3):
            go(connection, cast, days=1)
        assert len(waiting(connection, TANG)) == 1


def test_a_short_silence_is_not_told_and_a_second_one_is(cast: Cast) -> None:
    with cast.database.writing() as connection:
        night(cast)
        lose(connection, cast, ALICE, BOB)
        returns(connection, cast, ALICE)
        go(connection, cast, days=1)
        assert waiting(connection, TANG) == []
        lose(connection, cast, ALICE)
        go(connection, cast, days=1)
        assert len(waiting(connection, TANG)) == 1


def night(cast: Cast) -> None:
    cast.now = cast.now.replace(hour=14)  # 22:00 in China


def test_a_silence_begun_at_night_waits_for_the_morning(cast: Cast) -> None:
    with cast.database.writing() as connection:
        night(cast)
        lose(connection, cast, ALICE, BOB)
        go(connection, cast)
        assert waiting(connection, TANG) == []
        go(connection, cast, hours=10, minutes=30)
        assert len(waiting(connection, TANG)) == 1


def test_a_town_hears_at_most_once_a_day(cast: Cast) -> None:
    with cast.database.writing() as connection:
        lose(connection, cast, ALICE, BOB)
        go(connection, cast)
        returns(connection, cast, ALICE)
        lose(connection, cast, ALICE)
        go(connection, cast, hours=3)
        assert len(waiting(connection, TANG)) == 1
        go(connection, cast, days=1)
        assert len(waiting(connection, TANG)) == 2


def test_who_took_their_consent_back_meanwhile_gets_nothing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        lose(connection, cast, ALICE)
        write(connection, cast, ALICE, "paper:1")
        connection.execute(persons.update().where(persons.c.account == ALICE.id).values(consent_at=None))
        reachability.found(connection, ALICE.id, cast.now)
        go(connection, cast)
        assert waiting(connection, ALICE) == []
        assert write(connection, cast, ALICE, "paper:2") is None


def test_it_is_followed_once_by_whoever_ticks(cast: Cast) -> None:
    with cast.database.writing() as connection:
        lose(connection, cast, ALICE, BOB)
        for _ in range(5):
            go(connection, cast, seconds=1)
        assert len(waiting(connection, TANG)) == 1
        assert people.reader_of(connection, number(connection, ALICE)) is None
        moment: datetime = cast.now + timedelta(seconds=1)
        assert outbox.claim(connection, "me", moment, 50)
