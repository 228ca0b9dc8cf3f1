"""A reply and the number of a question reach an earlier answer, on real storage; nobody else's message does."""

import pytest
from sqlalchemy import select

from dialogs.render import Texts
from storage.tables.checks import answers
from tests.bot.test_turn import begin, kinds, phone
from tests.cast import ALICE, CHARLIE, Cast
from tests.phone import Exchange, Phone


@pytest.fixture
def exchange(cast: Cast) -> Exchange:
    return Exchange(cast.database, cast.catalogue, Texts.load(strict=True))


def later(exchange: Exchange, person: Phone, text: str, **more: object) -> int:
    """Say something a moment later; the number of the message."""
    exchange.clock.pass_(seconds=5)
    update = person.written(text=text, **more)
    exchange.deliver(update, person.account)
    return int(update["message"]["message_id"])


def replying(person: Phone, message: int) -> dict[str, object]:
    quoted = {
        "message_id": message,
        "date": 1_795_000_000,
        "chat": person.chat,
        "from": person.sender,
        "text": "…",
    }
    return {"reply_to_message": quoted}


def values(exchange: Exchange) -> dict[str, object]:
    with exchange.database.reading() as connection:
        rows = connection.execute(
            select(answers.c.question, answers.c.value).where(answers.c.value.is_not(None))
        )
        return {row.question: row.value for row in rows}


def test_a_reply_and_a_number_change_what_was_answered(exchange: Exchange) -> None:
    alice = phone(exchange, ALICE)
    begin(alice)
    first = later(exchange, alice, "是")
    assert values(exchange) == {"NS-01": "ok"}
    later(exchange, alice, "否", **replying(alice, first))
    assert values(exchange) == {"NS-01": "bad"}
    assert "第1题已改为“否”" in alice.sees
    later(exchange, alice, "第1题：是")
    assert values(exchange) == {"NS-01": "ok"}
    later(exchange, alice, "改第1题")
    assert "这是第1题" in alice.sees


def test_somebody_else_s_message_is_nobody_s_answer(exchange: Exchange) -> None:
    alice, charlie = phone(exchange, ALICE), phone(exchange, CHARLIE)
    begin(alice)
    first = later(exchange, alice, "是")
    later(exchange, charlie, "否", **replying(charlie, first))
    assert values(exchange) == {"NS-01": "ok"}
    assert kinds(exchange).count("check:answer:saved") == 1
