"""Who floods the bot waits, others do not; what nobody can send is set aside and kept (S12)."""

from datetime import timedelta
from typing import Any

import orjson
import pytest
from sqlalchemy import select

from bot.tempo import Tempo
from checklists.rules import Flooding
from dialogs.render import Texts
from storage import inbox
from storage.inbox import Arrived
from storage.tables.post import inbox as table
from tests.cast import ALICE, BOB, NOBODY, Cast, Speaker
from tests.phone import Exchange, Phone

RULES = Flooding(
    turns=10, turns_a_minute=60, strangers=10, strangers_a_minute=6, arrivals=100, arrivals_a_minute=60
)
FLOODER, OTHER = 7, 8


def test_a_lane_that_is_too_quick_waits_and_others_do_not() -> None:
    tempo = Tempo()
    assert [tempo.wait(FLOODER, RULES, 0.0) for _ in range(10)] == [None] * 10
    assert tempo.wait(FLOODER, RULES, 0.0) == timedelta(seconds=1)
    assert tempo.wait(OTHER, RULES, 0.0) is None
    assert tempo.wait(FLOODER, RULES, 1.01) is None
    assert tempo.wait(FLOODER, RULES, 1.02) is not None


def test_who_has_no_seat_gets_fewer_turns_until_they_have_one() -> None:
    tempo = Tempo()
    tempo.know(FLOODER, stranger=True)
    assert [tempo.wait(FLOODER, RULES, 0.0) for _ in range(11)][-1] == timedelta(seconds=10)
    assert tempo.wait(FLOODER, RULES, 5.0) is not None
    tempo.know(FLOODER, stranger=False)
    assert tempo.wait(FLOODER, RULES, 5.0) is None


def test_only_what_comes_on_top_of_a_full_line_is_surplus() -> None:
    tempo = Tempo()
    batch = [Arrived(number, OTHER if number == 60 else FLOODER, "{}") for number in range(121)]
    kept = tempo.arriving(batch, RULES, 0.0)
    assert [one.update_id for one in kept if one.surplus] == list(range(101, 121))
    assert len(kept) == len(batch)


def test_a_flood_does_not_fill_the_disk() -> None:
    tempo = Tempo()
    batch = [Arrived(number, FLOODER, "{}") for number in range(1000)]
    kept = tempo.arriving(batch, RULES, 0.0)
    assert [sum(one.surplus is surplus for one in kept) for surplus in (False, True)] == [100, 100]
    assert tempo.dropped == 800
    assert len(tempo.arriving([Arrived(1001, OTHER, "{}")], RULES, 0.0)) == 1


@pytest.fixture
def exchange(cast: Cast, texts: Texts) -> Exchange:
    exchange = Exchange(cast.database, cast.catalogue, texts)
    exchange.house.tempo = Tempo()
    return exchange


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts.load(strict=True)


def phone(exchange: Exchange, speaker: Speaker) -> Phone:
    return Phone(exchange, speaker.id, speaker.name, speaker.phone)


def states(exchange: Exchange) -> list[str]:
    with exchange.database.reading() as connection:
        return list(connection.execute(select(table.c.state).order_by(table.c.update_id)).scalars())


def test_what_waits_is_answered_later_and_holds_nobody_up(exchange: Exchange) -> None:
    stranger, alice = phone(exchange, NOBODY), phone(exchange, ALICE)
    for _ in range(exchange.catalogue.rules.defaults.flooding.strangers + 5):
        stranger.says("/start")
    waiting = states(exchange).count("waiting")
    assert 1 <= waiting <= 5
    alice.says("/start")
    assert alice.messages
    assert states(exchange).count("waiting") == waiting
    exchange.house.tempo = Tempo()
    for _ in range(waiting):
        exchange.clock.pass_(seconds=3)
        phone(exchange, BOB).says("/help")
    assert "waiting" not in states(exchange)
    assert "aside" not in states(exchange)


def test_surplus_is_kept_for_somebody_to_look_at(cast: Cast) -> None:
    body: dict[str, Any] = {"update_id": 1, "message": {}}
    with cast.database.writing() as connection:
        batch = [Arrived(1, FLOODER, orjson.dumps(body).decode(), surplus=True), Arrived(2, OTHER, "{}")]
        inbox.receive(connection, 1, batch, cast.now)
        assert [one.reason for one in inbox.set_aside(connection)] == [inbox.FLOOD]
        assert [one.update_id for one in inbox.take(connection, 1, 10, cast.now)] == [2]
        assert inbox.replay(connection) == 1
        assert len(inbox.take(connection, 1, 10, cast.now)) == 2
