"""Anonymous tips as whole turns on real storage: what the reporter and the office see, and that nothing leads from one to the other.

After every turn each row of every table but the locked one is looked at: none may hold the tip and its reporter together.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from bot import discreet
from bot.rounds import forget_tips
from checklists.catalogue import Catalogue
from checklists.load import load_catalogue
from dialogs.render import Texts
from storage import inbox, outbox, people
from storage.media import Copy
from storage.outbox import Kind, Letter
from storage.tables import metadata
from storage.tables.people import people as everybody
from storage.tables.post import inbox as arrived
from storage.tables.post import outbox as letters
from storage.tables.post import sessions
from storage.tables.tips import tip_contacts, tip_photos
from storage.tips import photos
from storage.tips.vault import Vault
from storage.types import hour
from tests.bot.test_turn import phone
from tests.cast import ALICE, BOB, DONG, NOBODY, TANG, WEI, Cast, Speaker
from tests.phone import Exchange, Phone

NUMBER = "JB-2026-000001"
WORDS = "后厨瓶装气放在地下室"
PLACE = "地下一层"
ANSWER = "大概六瓶"
QUESTION = "一共有几瓶？"
SECRETS = (NUMBER, WORDS, PLACE, ANSWER, QUESTION)


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue()


class Watched(Exchange):
    """An exchange that looks through the whole database after every turn."""

    reporter: Speaker | None = None

    def again(self, lane: int = 0) -> list[Any]:
        done = super().again(lane)
        if self.reporter is not None:
            assert list(leading(self, self.reporter)) == []
        return done


@pytest.fixture
def exchange(cast: Cast, shipped: Catalogue) -> Watched:
    cast.catalogue = shipped
    return Watched(cast.database, shipped, Texts.load(strict=True))


def leading(exchange: Exchange, reporter: Speaker) -> Iterator[dict[str, Any]]:
    """Rows that hold something of the tip and something of the reporter. Who the letter is for is one of the two."""
    with exchange.database.reading() as connection:
        person = connection.execute(
            select(everybody.c.id).where(everybody.c.account == reporter.id)
        ).scalar_one_or_none()
        for table in metadata.sorted_tables:
            if table is tip_contacts:
                continue
            for found in connection.execute(select(table)):
                row = dict(found._mapping)
                if table is tip_photos:
                    row.pop("file")  # Telegram's own reference; these tests build it from the account
                own = table.name.startswith("tip") or any(secret in str(row) for secret in SECRETS)
                names = [row.get(name) for name in NAMED]
                his = person in names or reporter.id in (row.get("chat"), row.get("lane"), row.get("account"))
                if own and (his or str(reporter.id) in str(row) or reporter.name in str(row)):
                    yield {"table": table.name, **row}


NAMED = ("person", "found_by", "closed_by", "paid_by", "owner", "evidence_by")


def send(reporter: Phone, *, shots: int = 0) -> None:
    """The whole way from /tip to the number."""
    reporter.says("/tip")
    if "再举报一件" in str(reporter.screen.labels):
        reporter.taps_on("再举报一件")
    reporter.says("东风面馆")
    reporter.says(WORDS)
    for _ in range(shots):
        reporter.photographs()
    reporter.exchange.clock.pass_(seconds=5)
    reporter.says(PLACE)
    reporter.taps_on("匿名发出")


@pytest.mark.parametrize("who", [NOBODY, ALICE])
def test_a_whole_tip_leaves_no_row_that_leads_to_its_reporter(exchange: Watched, who: Speaker) -> None:
    exchange.reporter = who
    reporter, tang = phone(exchange, who), phone(exchange, TANG)
    if who is ALICE:
        reporter.says("/start")
    send(reporter, shots=2)
    assert NUMBER in reporter.sees
    assert WORDS in tang.sees
    assert not phone(exchange, WEI).messages
    tang.taps_on("看这件举报")
    tang.taps_on("问举报人")
    tang.says(QUESTION)
    assert QUESTION in reporter.sees
    reporter.taps_on("回复、看进展")
    reporter.says(ANSWER)
    assert ANSWER in tang.sees
    tang.taps_on("看这件举报")
    tang.taps_on("立为隐患")
    tang.says("瓶装液化气不得存放在地下室")
    tang.taps_on("一般，立案")
    assert "瓶装液化气" in phone(exchange, BOB).sees
    assert NUMBER not in phone(exchange, BOB).sees
    assert any("已作为隐患" in one.html for one in reporter.messages)
    tang.taps_on("办结")
    tang.taps_on("查实")
    tang.says("已搬走")
    assert "领奖码" in reporter.sees
    code = reporter.sees.split("<b>")[-1].split("</b>")[0]
    tang.says(f"/tip {code}")
    assert "领奖码有效" in tang.sees
    tang.taps_on("登记已领取")
    reporter.taps_on("回复、看进展")
    assert code in reporter.sees
    reporter.taps_on("不再联系我")
    reporter.taps_on("删除联系")
    reporter.says("/start")
    with exchange.database.reading() as connection:
        whole = str([connection.execute(select(table)).all() for table in metadata.sorted_tables])
        assert code not in whole
        assert connection.execute(select(tip_contacts)).all() == []
        mine = select(letters).where(letters.c.chat == who.id)
        assert [row for row in connection.execute(mine) if row.sealed or row.body == ""] == []
        told = select(sessions.c.state)
        assert not any('"flow":"tip"' in text for text in connection.execute(told).scalars())


def test_what_is_written_is_forgotten_with_its_turn(exchange: Watched) -> None:
    reporter = phone(exchange, NOBODY)
    reporter.says("/start")
    reporter.taps_on("匿名举报")
    reporter.says(WORDS)
    with exchange.database.reading() as connection:
        bodies = connection.execute(select(arrived.c.body).order_by(arrived.c.update_id)).scalars().all()
        assert bodies[1:] == [inbox.EMPTIED, inbox.EMPTIED]
        lanes = connection.execute(select(arrived.c.lane).order_by(arrived.c.update_id)).scalars().all()
        assert lanes[1:] == [inbox.NOBODY, inbox.NOBODY]
        (state,) = connection.execute(select(sessions.c.state)).scalars()
        assert WORDS not in state
        assert discreet.LOCKED in state
        waiting = connection.execute(select(letters.c.body).where(letters.c.chat == NOBODY.id)).scalars()
        assert not any(WORDS in body for body in waiting)


def test_letters_are_locked_until_they_leave_and_gone_afterwards(exchange: Watched) -> None:
    exchange.reporter = NOBODY
    reporter = phone(exchange, NOBODY)
    send(reporter)
    with exchange.database.writing() as connection:
        tang = people.meet(connection, TANG, TANG.id, exchange.clock.now()).person
        assert tang
    phone(exchange, TANG).says(f"/tip {NUMBER}")
    phone(exchange, TANG).taps_on("问举报人")
    real, exchange.settle = exchange.settle, lambda: None  # type: ignore[method-assign]  # the network is away
    phone(exchange, TANG).says(QUESTION)
    with exchange.database.reading() as connection:
        (kept,) = connection.execute(
            select(letters).where(letters.c.chat == NOBODY.id, letters.c.state == "waiting")
        )
        assert kept.sealed
        assert QUESTION not in str(tuple(kept))
        assert NUMBER not in str(tuple(kept))
        assert kept.opens is None
    exchange.settle = real  # type: ignore[method-assign]
    exchange.settle()
    assert QUESTION in reporter.sees
    with exchange.database.reading() as connection:
        assert connection.execute(select(letters).where(letters.c.id == kept.id)).all() == []


def test_a_turn_that_fails_keeps_nothing_and_says_so(
    exchange: Watched, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reporter = phone(exchange, NOBODY)
    reporter.says("/tip")
    reporter.says("东风面馆")

    def breaks(*_args: object) -> None:
        raise ValueError(WORDS)

    monkeypatch.setattr("dialogs.tips.draft.with_words", breaks)
    reporter.says(WORDS)
    for _ in range(5):
        exchange.clock.pass_(seconds=1)
        exchange.again(NOBODY.id)
    assert "没有保留" in reporter.sees
    with exchange.database.reading() as connection:
        (row,) = connection.execute(select(arrived).where(arrived.c.state == "aside"))
        assert row.body == inbox.EMPTIED
        assert WORDS not in str(tuple(row))
    assert WORDS not in capsys.readouterr().out


def test_no_row_of_the_reporter_has_the_second_in_which_the_tip_came(exchange: Watched) -> None:
    reporter = phone(exchange, NOBODY)
    reporter.says("/tip")
    reporter.says("东风面馆")
    reporter.says(WORDS)
    exchange.clock.pass_(minutes=17, seconds=23)
    reporter.says(PLACE)
    reporter.photographs()
    exchange.clock.pass_(minutes=1, seconds=1)
    moment = exchange.clock.now()
    reporter.taps_on("匿名发出")
    with exchange.database.writing() as connection:
        (waiting,) = photos.claim(connection, moment, 5)
        photos.keep(connection, waiting.id, Copy("aa/bb.jpg", "f" * 64, 10, 3, 4))
    for table in metadata.sorted_tables:
        with exchange.database.reading() as connection:
            rows = [dict(row._mapping) for row in connection.execute(select(table))]
        for row in rows:
            office = row.get("chat") in (TANG.id, DONG.id)
            assert office or moment not in row.values(), (table.name, row)


def test_two_supervisors_at_once_and_the_second_is_told(exchange: Watched) -> None:
    send(phone(exchange, NOBODY))
    tang, dong = phone(exchange, TANG), phone(exchange, DONG)
    for one in (tang, dong):
        one.taps_on("看这件举报")
        one.taps_on("办结")
        one.taps_on("查实" if one is tang else "未查实")
    tang.taps_on("已责令整改")
    dong.taps_on("没有发现")
    assert "已经办结" in dong.sees
    assert "查实" in phone(exchange, NOBODY).sees


def test_a_forged_button_or_number_opens_nothing(exchange: Watched) -> None:
    send(phone(exchange, NOBODY))
    for who in (ALICE, WEI):
        other = phone(exchange, who)
        other.taps_data(f"!.{NUMBER}.0")
        assert "没有这个编号" in other.sees or "没有这件举报" in other.sees
        assert WORDS not in other.sees
        other.says(f"/tip {NUMBER}")
        assert WORDS not in other.sees
        other.taps_data("tips.1.c")
        assert WORDS not in other.sees


def test_who_has_stopped_the_bot_finds_the_question_on_coming_back(exchange: Watched) -> None:
    reporter, tang = phone(exchange, NOBODY), phone(exchange, TANG)
    send(reporter)
    change = {"chat": reporter.chat, "from": reporter.sender, "new_chat_member": {"status": "kicked"}}
    exchange.hear("my_chat_member", change, NOBODY.id)
    tang.taps_on("看这件举报")
    assert "停用了机器人" in tang.sees
    tang.taps_on("问举报人")
    before = len(reporter.messages)
    tang.says(QUESTION)
    assert len(reporter.messages) == before
    reporter.says(f"/tip {NUMBER}")
    assert QUESTION in reporter.sees


def test_twenty_photos_and_not_one_more(exchange: Watched) -> None:
    exchange.reporter = NOBODY
    reporter = phone(exchange, NOBODY)
    send(reporter, shots=21)
    assert "20" in reporter.sees
    now = exchange.clock.now()
    with exchange.database.writing() as connection:
        waiting = photos.claim(connection, now, 50)
        assert len(waiting) == 20
        for one in waiting[:-1]:
            photos.keep(connection, one.id, Copy("aa/bb.jpg", "f" * 64, 10, 3, 4))
        photos.fail(connection, waiting[-1].id, "gone")
    reporter.photographs()
    assert "已补上" in reporter.sees
    reporter.photographs()
    assert "最多 20 张" in reporter.sees


def test_words_come_in_place_of_taps(exchange: Watched) -> None:
    reporter = phone(exchange, ALICE)
    reporter.says("/start")
    reporter.says("匿名举报")
    reporter.says("我所在的企业")
    reporter.says(WORDS)
    exchange.clock.pass_(seconds=5)
    reporter.says("不写地点")
    reporter.says("发出")
    assert NUMBER in reporter.sees


def test_there_is_a_limit_a_day(exchange: Watched) -> None:
    reporter = phone(exchange, NOBODY)
    for _ in range(3):
        send(reporter)
        reporter.taps_on("返回")
    reporter.says("/tip")
    reporter.taps_on("再举报一件")
    assert "今天已经举报了 3 件" in reporter.sees
    exchange.clock.pass_(days=1)
    reporter.says("/tip")
    reporter.taps_on("再举报一件")
    assert "举报哪家企业" in reporter.sees


def test_a_draft_and_an_account_go_when_their_time_has_come(exchange: Watched) -> None:
    reporter = phone(exchange, NOBODY)
    reporter.says("/tip")
    reporter.says("东风面馆")
    reporter.says("/start")
    assert state_of(exchange, NOBODY).count(discreet.LOCKED) == 1
    forget(exchange, hours=25)
    assert discreet.LOCKED not in state_of(exchange, NOBODY)
    send(reporter)
    assert discreet.LOCKED in state_of(exchange, NOBODY)
    forget(exchange, days=200)
    assert discreet.LOCKED not in state_of(exchange, NOBODY)
    reporter.says(f"/tip {NUMBER}")
    assert "没有这个编号" in reporter.sees
    tang = phone(exchange, TANG)
    tang.says(f"/tip {NUMBER}")
    assert "已删除联系" in tang.sees


def forget(exchange: Exchange, **span: float) -> None:
    exchange.clock.pass_(**span)
    with exchange.database.writing() as connection:
        forget_tips(connection, exchange.house, exchange.clock.now())


def state_of(exchange: Exchange, who: Speaker) -> str:
    with exchange.database.reading() as connection:
        found = select(sessions.c.state).join(everybody, everybody.c.id == sessions.c.person)
        return str(connection.execute(found.where(everybody.c.account == who.id)).scalar_one())


def test_with_another_key_nobody_is_found_and_nothing_breaks(exchange: Watched) -> None:
    reporter, tang = phone(exchange, NOBODY), phone(exchange, TANG)
    send(reporter)
    exchange.house.vault = Vault([b"other" * 7])
    reporter.says("你好")
    assert WORDS not in reporter.sees
    tang.says(f"/tip {NUMBER}")
    assert "已删除联系" in tang.sees


def test_without_a_key_nothing_is_taken(exchange: Watched) -> None:
    exchange.house.vault = None
    reporter = phone(exchange, NOBODY)
    reporter.says("/tip")
    assert "没有开通" in reporter.sees
    reporter.taps_on("匿名举报")
    assert "没有开通" in reporter.sees
    assert "举报哪家" not in reporter.sees


def test_the_hour_is_kept_and_not_the_minute() -> None:
    moment = datetime(2026, 11, 23, 1, 17, 23, 5, tzinfo=UTC)
    assert hour(moment) == datetime(2026, 11, 23, 1, tzinfo=UTC)


def test_a_sealed_letter_that_came_too_late_is_cleared_away(exchange: Watched) -> None:
    now = exchange.clock.now()
    with exchange.database.writing() as connection:
        letter = Letter(NOBODY.id, Kind.ALERT, "sendMessage", "locked", sealed=True, expires_at=now)
        outbox.post(connection, letter, now)
        outbox.expire(connection, now)
        assert outbox.forget_sealed(connection) == 1
