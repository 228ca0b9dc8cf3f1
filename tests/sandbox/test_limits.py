"""429 comes when a bot sends too much, and who ignores it is written down."""

import pytest

from bot.sandbox.telegram.limits import Limits
from tests.sandbox.stage import MEI, Stage

MANY = [700_000_100 + number for number in range(60)]


@pytest.fixture
def stage() -> Stage:
    playing = Stage(Limits())
    playing.hands.start(MEI)
    for person in MANY:
        playing.ground.add_person(person)
        playing.hands.start(person)
    return playing


def accepted(stage: Stage, count: int, chat: int = MEI) -> int:
    return sum(stage.call("sendMessage", chat_id=chat, text="x").ok for _ in range(count))


def test_it_lets_a_short_burst_pass_and_then_one_a_second(stage: Stage) -> None:
    assert accepted(stage, 10) == 5
    stage.seconds += 3
    assert accepted(stage, 10) == 3


def test_it_names_the_seconds_to_wait(stage: Stage) -> None:
    accepted(stage, 5)
    reply = stage.call("sendMessage", chat_id=MEI, text="x")
    assert (reply.code, reply.description, reply.parameters) == (
        429,
        "Too Many Requests: retry after 1",
        {"retry_after": 1},
    )


def test_it_takes_30_messages_a_second_from_a_bot(stage: Stage) -> None:
    assert sum(stage.call("sendMessage", chat_id=chat, text="x").ok for chat in MANY) == 30
    stage.seconds += 1
    assert sum(stage.call("sendMessage", chat_id=chat, text="x").ok for chat in MANY) == 30


def test_it_takes_20_messages_a_minute_for_a_group(stage: Stage) -> None:
    group = stage.ground.rooms.create("镇", {MEI})
    taken = 0
    for _ in range(40):
        taken += stage.call("sendMessage", chat_id=group.id, text="x").ok
        stage.seconds += 1
    assert taken == 20


def test_it_does_not_count_taps_answered_or_single_edits_as_messages(stage: Stage) -> None:
    button = {"inline_keyboard": [[{"text": "是", "callback_data": "y"}]]}
    sent = stage.says(text="?", reply_markup=button)["message_id"]
    for number in range(20):
        callback = stage.hands.tap(MEI, sent, label="是")
        stage.done("answerCallbackQuery", callback_query_id=callback.id)
        edit = {"chat_id": MEI, "message_id": sent, "text": str(number), "reply_markup": button}
        stage.done("editMessageText", **edit)


def test_it_refuses_edits_in_a_hurry(stage: Stage) -> None:
    sent = stage.says(text="?")["message_id"]
    replies = [stage.call("editMessageText", chat_id=MEI, message_id=sent, text=str(n)) for n in range(40)]
    assert sum(reply.ok for reply in replies) == 30
    assert replies[-1].code == 429


def test_it_bans_who_ignores_retry_after_three_times(stage: Stage) -> None:
    accepted(stage, 6)
    assert not stage.engine.flood.bans
    for _ in range(3):
        stage.seconds += 0.3
        assert accepted(stage, 1) == 0
    assert [ban.scope for ban in stage.engine.flood.bans] == [f"chat {MEI}"]
    stage.seconds += 5
    assert accepted(stage, 1) == 0
    stage.seconds += 30
    assert accepted(stage, 1) == 1


def test_it_does_not_blame_calls_that_were_under_way(stage: Stage) -> None:
    accepted(stage, 50)
    assert not stage.engine.flood.bans


def test_it_bans_nobody_who_waits(stage: Stage) -> None:
    for _ in range(60):
        reply = stage.call("sendMessage", chat_id=MEI, text="x")
        stage.seconds += (reply.parameters or {}).get("retry_after", 0)
    assert not stage.engine.flood.bans


def test_it_counts_nothing_when_switched_off(stage: Stage) -> None:
    stage.engine.flood.limits = Limits().changed({"flood": False})
    assert accepted(stage, 200) == 200


def test_it_switches_single_limits_off(stage: Stage) -> None:
    stage.engine.flood.limits = Limits().changed({"chat_per_second": 0})
    assert accepted(stage, 200) == 30
