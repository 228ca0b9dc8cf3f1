"""Digests in groups: linked by who may and confirms it, numbers and names of enterprises alone, ended with the seat or the group."""

import re
from datetime import date, time
from typing import Any

import orjson
import pytest
from sqlalchemy import select, update

from bot import group_rounds, groups
from bot.group_rounds import masked
from bot.routers import Speaker, Utterance
from dialogs.talk import Commanded
from safety.errors import Refusal
from safety.events import SeatRevoked
from safety.events_digests import GroupLinked, GroupUnlinked
from storage import digest_groups
from storage.tables.digests import digest_groups as table
from storage.tables.ledger import enterprises
from storage.tables.people import joins, people
from storage.tables.post import outbox
from tests import cast as casting
from tests.bot.test_digest_rounds import MONDAY, TEXTS, TUESDAY, Mornings
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WALT, WEI, Cast

CHAT = -1001


class Grouped(Mornings):
    """A morning with a group."""

    def calls(self, speaker: casting.Speaker, command: str = "group", chat: int = CHAT) -> bool:
        who = Speaker(speaker.id, speaker.name, None, "zh")
        heard = Utterance(who, chat, False, Commanded(command), None, 5, title="东镇安全监管群")
        return groups.asked(self.connection, TEXTS, heard, self.cast.now)

    def code(self) -> str:
        newest = select(table.c.code).order_by(table.c.id.desc()).limit(1)
        return str(self.connection.execute(newest).scalar_one())

    def links(self, speaker: casting.Speaker = TANG) -> None:
        assert self.calls(speaker)
        self.cast.does(self.connection, speaker, GroupLinked(self.code()))

    def said(self) -> list[Any]:
        found = select(outbox).where(outbox.c.chat == CHAT).order_by(outbox.c.id)
        return list(self.connection.execute(found))


@pytest.fixture
def grouped(cast: Cast) -> Any:
    with cast.database.writing() as connection:
        yield Grouped(cast, connection)


def test_a_group_hears_each_working_morning_once_it_is_confirmed(grouped: Grouped) -> None:
    assert grouped.calls(TANG)
    grouped.at(TUESDAY)
    assert grouped.said() == []
    grouped.cast.does(grouped.connection, TANG, GroupLinked(grouped.code()))
    for day in (25, 26, 28, 29):
        grouped.at(date(2026, 11, day))
    assert len(grouped.said()) == 2
    body = orjson.loads(grouped.said()[0].body)
    assert body["text"].startswith("<b>东镇</b>")
    assert "reply_markup" not in body


def test_on_monday_it_is_the_weekly_one(grouped: Grouped) -> None:
    grouped.links()
    grouped.at(MONDAY)
    assert "上周" in orjson.loads(grouped.said()[-1].body)["text"]


def test_a_group_is_told_of_a_case_once_until_it_is_worse(grouped: Grouped) -> None:
    grouped.found(1, date(2026, 11, 20), due=date(2026, 11, 24))
    grouped.links()
    for day in (25, 26, 27):
        grouped.at(date(2026, 11, day))
    told = ["隐患超期 1 天" in orjson.loads(one.body)["text"] for one in grouped.said()]
    told += ["隐患超期 2 天" in orjson.loads(grouped.said()[1].body)["text"]]
    assert told == [True, False, False, False]


def test_who_asks_gets_a_letter_that_leads_to_the_confirmation(grouped: Grouped) -> None:
    assert grouped.calls(TANG)
    person = grouped.cast.actor(grouped.connection, TANG).person
    letter = grouped.connection.execute(select(outbox).where(outbox.c.person == person)).one()
    assert letter.opens[0]["at"] == "group"
    assert letter.opens[0]["data"] == {"code": grouped.code()}
    assert "东镇安全监管群" in letter.body


@pytest.mark.parametrize("speaker", [ALICE, BOB, CHARLIE, NOBODY])
def test_nobody_else_links_a_group(grouped: Grouped, speaker: casting.Speaker) -> None:
    assert not grouped.calls(speaker)
    assert not grouped.calls(TANG, "digest")
    assert grouped.connection.execute(select(table)).all() == []


@pytest.mark.parametrize("speaker", [WEI, DONG, ALICE, NOBODY])
def test_nobody_confirms_what_another_has_asked_for(grouped: Grouped, speaker: casting.Speaker) -> None:
    assert grouped.calls(TANG)
    code = grouped.code()
    for event in (GroupLinked(code), GroupUnlinked(code), GroupLinked("nonsense")):
        with pytest.raises(Refusal, match="group-gone"):
            grouped.cast.does(grouped.connection, speaker, event)
    assert grouped.cast.ledger(grouped.connection, speaker).digests().group(code) is None


def test_it_has_to_be_confirmed_within_a_day(grouped: Grouped) -> None:
    assert grouped.calls(TANG)
    grouped.cast.passes(days=2)
    with pytest.raises(Refusal, match="group-gone"):
        grouped.cast.does(grouped.connection, TANG, GroupLinked(grouped.code()))


def test_a_group_belongs_to_one_supervisor_at_a_time(grouped: Grouped) -> None:
    assert grouped.calls(DONG)
    other = grouped.code()
    grouped.links(TANG)
    with pytest.raises(Refusal, match="group-linked-already"):
        grouped.cast.does(grouped.connection, DONG, GroupLinked(other))
    assert not grouped.calls(DONG)
    assert grouped.calls(TANG)
    assert len(grouped.connection.execute(select(table)).all()) == 2  # the code it has, no new one
    grouped.cast.does(grouped.connection, TANG, GroupUnlinked(grouped.code()))
    grouped.links(DONG)


def test_it_ends_when_it_is_stopped_or_the_bot_is_taken_out(grouped: Grouped) -> None:
    grouped.links()
    grouped.cast.does(grouped.connection, TANG, GroupUnlinked(grouped.code()))
    grouped.at(date(2026, 11, 25))
    grouped.cast.passes(hours=1)
    grouped.links()
    digest_groups.left(grouped.connection, CHAT, grouped.cast.now)
    grouped.at(date(2026, 11, 27))
    assert grouped.said() == []


def test_it_ends_with_the_seat_from_which_it_was_linked(grouped: Grouped) -> None:
    grouped.links()
    person = grouped.cast.actor(grouped.connection, TANG).person
    join = grouped.connection.execute(select(joins.c.id).where(joins.c.person == person)).scalar_one()
    grouped.cast.does(grouped.connection, DONG, SeatRevoked(join))
    grouped.at(date(2026, 11, 25))
    assert grouped.said() == []
    row = grouped.connection.execute(select(table.c.ended_at)).scalar_one()
    assert row is not None


def test_no_person_and_no_number_leaves_into_a_group(grouped: Grouped) -> None:
    """Enterprises that carry a phone in their name, cases of all kinds with their owners: numbers and firms alone are left."""
    connection = grouped.connection
    named = "王强13800001002修车 370102199001011234"
    connection.execute(update(enterprises).where(enterprises.c.id == grouped.cast.east).values(name=named))
    grouped.found(1, date(2026, 11, 18))
    grouped.found(2, date(2026, 11, 18), suspected_major=True)
    grouped.found(3, date(2026, 11, 18), enterprise=grouped.cast.west)
    grouped.links(DONG)
    for day in (date(2026, 11, 25), MONDAY, date(2026, 12, 1)):
        grouped.at(day)
    everybody = {ALICE, BOB, CHARLIE, WALT, TANG, WEI, DONG}
    known = set(connection.execute(select(people.c.phone).where(people.c.phone.is_not(None))).scalars())
    assert len(grouped.said()) == 3
    for letter in grouped.said():
        text = orjson.loads(letter.body)["text"]
        assert "13****" in text
        assert not re.search(r"\d{7}", text)
        assert not any(phone in text for phone in known | {one.phone for one in everybody})
        owners = {one.name for one in everybody} - {BOB.name}  # part of the firm's own name
        assert not any(name in text for name in owners)
        assert "负责人" not in text
        assert "YH-" not in text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("13800001002", "13****"), ("138 0000 1002", "13****"), ("138-0000-1002", "13****"), ("0534-2345678", "05****"),
        ("37010219900101123X", "37****"), ("91370000000000001A", "91****A"), ("已交 46 / 60", "已交 46 / 60"),
        ("11月23日", "11月23日"), ("隐患 12345 处", "隐患 12345 处"), ("2026-11", "2026-11"),
    ],
)  # fmt: skip
def test_long_numbers_are_masked_and_counts_stay(text: str, left: str) -> None:
    assert masked(text) == left


def test_the_hour_of_a_group_is_half_past_eight() -> None:
    assert time(8, 30) == group_rounds.HOUR
