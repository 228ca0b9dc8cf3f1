"""Whole turns on real storage: what is said back, who else hears of it, and what a broken update does."""

from datetime import timedelta
from typing import Any

import orjson
import pytest
from sqlalchemy import select

from dialogs import desk
from dialogs.render import Texts
from safety.people import Role
from storage import inbox, people
from storage.invitations import Place
from storage.ledger import LedgerOf
from storage.tables.events import events
from storage.tables.people import people as people_table
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker
from tests.phone import Exchange, Phone


@pytest.fixture
def exchange(cast: Cast, texts: Texts) -> Exchange:
    return Exchange(cast.database, cast.catalogue, texts)


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts.load(strict=True)


def phone(exchange: Exchange, speaker: Speaker) -> Phone:
    return Phone(exchange, speaker.id, speaker.name, speaker.phone)


def kinds(exchange: Exchange) -> list[str]:
    with exchange.database.reading() as connection:
        return list(connection.execute(select(events.c.kind).order_by(events.c.id)).scalars())


def begin(alice: Phone, form: str = "九小") -> None:
    """From the menu to the first question."""
    alice.says("/start")
    alice.taps_on("自查")
    number = next((line.split(".")[0] for line in alice.sees.splitlines() if form in line), None)
    if number is not None:
        alice.taps_on(number)


def test_a_tap_changes_the_screen_in_place(exchange: Exchange) -> None:
    alice = phone(exchange, ALICE)
    begin(alice)
    assert len(alice.messages) == 1
    assert "第1/" in alice.sees


def test_an_answer_is_recorded_once_and_shown_after_it(exchange: Exchange) -> None:
    alice = phone(exchange, ALICE)
    begin(alice)
    alice.taps_on("是")
    assert kinds(exchange).count("check:answer:saved") == 1


def test_a_stale_button_changes_nothing_and_shows_the_current_screen(exchange: Exchange) -> None:
    alice = phone(exchange, ALICE)
    begin(alice)
    old = alice.screen.rows[0][0]["callback_data"]
    alice.taps_on("是")
    alice.taps_data(old)
    assert "此页已更新" in alice.toast
    assert kinds(exchange).count("check:answer:saved") == 1


def test_a_double_tap_answers_once(exchange: Exchange) -> None:
    alice = phone(exchange, ALICE)
    begin(alice)
    data = alice.screen.rows[0][0]["callback_data"]
    alice.taps_data(data)
    alice.taps_data(data)
    assert kinds(exchange).count("check:answer:saved") == 1


def test_a_text_brings_a_new_screen_below_and_removes_the_old(exchange: Exchange) -> None:
    alice = phone(exchange, ALICE)
    begin(alice)
    first = alice.screen.number
    alice.says("门口有点乱")
    assert [message.number == first for message in alice.messages] == [False]
    assert "第1/" in alice.sees


def test_an_album_leaves_one_screen(exchange: Exchange) -> None:
    alice = phone(exchange, ALICE)
    begin(alice)
    alice.taps_on("是")
    for _ in range(5):
        alice.photographs(album="a1")
    assert len(alice.messages) == 1
    assert kinds(exchange).count("check:photo:received") == 5


def test_a_suspected_major_hazard_reaches_town_and_district_at_once_and_nobody_else(
    exchange: Exchange,
) -> None:
    alice, tang, dong = phone(exchange, ALICE), phone(exchange, TANG), phone(exchange, DONG)
    wei, charlie = phone(exchange, WEI), phone(exchange, CHARLIE)
    found = major(exchange, alice)
    assert found in tang.sees
    assert found in dong.sees
    assert not wei.messages
    assert not charlie.messages
    tang.taps_on(tang.screen.labels[0])
    assert found in tang.sees


def major(exchange: Exchange, alice: Phone) -> str:
    """Answer until a suspected major hazard is confirmed; its number."""
    begin(alice)
    for _ in range(60):
        labels = alice.screen.labels
        if "阁楼" in alice.sees:
            break
        wanted = ("是", "装了", "能", "没有", "不拍", "稍后", "2个", "2具", "今天", "不适用", "继续")
        alice.taps_on(
            next(label for want in wanted for label in labels if want in label and "返回" not in label)
        )
    alice.taps_on("有")
    if "hazard:found" not in kinds(exchange):
        alice.taps_on(alice.screen.labels[0])
    with exchange.database.reading() as connection:
        actor = people.meet(connection, ALICE, ALICE.id, exchange.clock.now())
        (hazard, *_) = LedgerOf(connection, actor, exchange.catalogue, exchange.clock.now()).hazards()
    return hazard.number


def test_another_person_cannot_use_a_letter_s_button(exchange: Exchange) -> None:
    alice, tang, wei = phone(exchange, ALICE), phone(exchange, TANG), phone(exchange, WEI)
    major(exchange, alice)
    data = tang.screen.rows[0][0]["callback_data"]
    wei.says("/start")
    before = wei.sees
    wei.taps_data(data)
    assert wei.sees == before
    assert wei.toast


def test_a_poison_update_is_set_aside_and_the_next_one_is_handled(
    exchange: Exchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, bob = phone(exchange, ALICE), phone(exchange, BOB)
    alice.says("/start")

    def broken(*_: object) -> None:
        raise ValueError("boom")

    with monkeypatch.context() as patch:
        patch.setattr("dialogs.desk.hear", broken)
        alice.says("毒")
        for _ in range(6):
            exchange.clock.pass_(seconds=1)
            exchange.again()
    with exchange.database.reading() as connection:
        (aside,) = inbox.set_aside(connection)
    assert aside.attempts == 5
    assert "boom" in aside.reason
    assert "毒" in aside.body
    assert "毒" not in alice.sees
    bob.says("/start")
    assert "东风面馆" in bob.sees
    alice.says("/start")
    assert "东风面馆" in alice.sees


def test_one_person_s_poison_does_not_undo_another_s_turn(
    exchange: Exchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, bob = phone(exchange, ALICE), phone(exchange, BOB)
    honest = desk.hear

    def picky(session: Any, told: Any, actor: Any, *rest: Any) -> Any:
        if actor.name == ALICE.name:
            raise ValueError("boom")
        return honest(session, told, actor, *rest)

    monkeypatch.setattr("dialogs.desk.hear", picky)
    exchange.together([(alice, "/start"), (bob, "/start")])
    assert "东风面馆" in bob.sees
    assert not alice.messages


@pytest.mark.parametrize(
    "update",
    [
        {"message": None},
        {"message": {"from": 5}},
        {"callback_query": {"id": 1}},
        {"callback_query": {"id": "1", "from": {"id": 1001, "first_name": "x"}, "data": "\ud800" * 3}},
        {"my_chat_member": {"chat": {"type": "private"}}},
        {"strange": [1, 2]},
        {
            "message": {
                "message_id": 1,
                "date": 1e30,
                "chat": {"id": 1001, "type": "private"},
                "from": {"id": 1001},
            }
        },
    ],
)
def test_no_update_whatever_it_holds_stops_the_turns(exchange: Exchange, update: dict[str, Any]) -> None:
    try:
        orjson.dumps(update)
    except TypeError:
        pytest.skip("cannot come in as JSON at all")
    exchange.deliver({"update_id": 77, **update}, 1001)
    phone(exchange, BOB).says("/start")
    assert "东风面馆" in phone(exchange, BOB).sees


def test_in_a_group_it_speaks_only_when_called_and_sends_people_to_the_private_chat(
    exchange: Exchange,
) -> None:
    alice = phone(exchange, ALICE)
    group = {"id": -100, "type": "supergroup", "title": "东镇"}
    body = {"message_id": 5, "date": 1_795_000_000, "chat": group, "from": alice.sender}
    exchange.hear("message", {**body, "text": "大家好"}, -100)
    assert -100 not in exchange.chats
    exchange.hear("message", {**body, "text": "/check"}, -100)
    (message,) = exchange.chats[-100]
    assert ALICE.name not in message.html
    assert ALICE.phone not in message.html


def test_after_an_outage_one_line_says_that_answers_are_safe(exchange: Exchange) -> None:
    alice = phone(exchange, ALICE)
    begin(alice)
    before = alice.sees
    late = exchange.clock.now() - timedelta(minutes=10)
    sender = {"chat": alice.chat, "from": alice.sender}
    exchange.hear(
        "message", {"message_id": 99, "date": int(late.timestamp()), "text": "/check", **sender}, ALICE.id
    )
    assert alice.sees.endswith(before.splitlines()[-1])
    assert alice.sees != before


def test_who_blocks_the_bot_is_unreachable_until_they_return(exchange: Exchange) -> None:
    alice = phone(exchange, ALICE)
    alice.says("/start")
    for status, reachable in (("kicked", False), ("member", True)):
        member = {"user": {"id": 1, "is_bot": True, "first_name": "b"}, "status": status}
        change = {"chat": alice.chat, "from": alice.sender, "date": 1, "new_chat_member": member}
        exchange.hear("my_chat_member", change, ALICE.id)
        with exchange.database.reading() as connection:
            found = select(people_table.c.reachable).where(people_table.c.account == ALICE.id)
            assert connection.execute(found).scalar_one() is reachable


def test_who_tries_codes_out_reads_the_same_words_and_is_shut_out_for_a_while(
    exchange: Exchange, cast: Cast
) -> None:
    nobody = phone(exchange, NOBODY)
    with exchange.database.writing() as connection:
        cast.invite(connection, Place(Role.WORKER, enterprise=cast.east), "a-code-for-one-person-only")
    nobody.says("/start")
    nobody.taps_on("同意")
    seen = set()
    for number in range(7):
        nobody.says(f"/start guessed-code-{number:08d}")
        seen.add(nobody.sees)
    nobody.says("/start a-code-for-one-person-only")
    assert seen == {nobody.sees}
    assert "邀请用不了" in nobody.sees
    exchange.clock.pass_(seconds=3600)
    nobody.says("/start a-code-for-one-person-only")
    assert "邀请您加入" in nobody.sees
