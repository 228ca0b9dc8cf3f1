"""Updates wait in order, are confirmed by the offset, and live for a day."""

from pathlib import Path

import pytest

from bot.sandbox.telegram.errors import Impossible
from tests.sandbox.stage import MEI, TAO, Stage

ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


def ids(stage: Stage, **args: object) -> list[int]:
    return [update["update_id"] for update in stage.updates(**args)]


def test_it_numbers_updates_without_gaps(stage: Stage) -> None:
    for word in "一二三":
        stage.hands.write(MEI, word)
    found = ids(stage)
    assert found == list(range(found[0], found[0] + 4))


def test_it_repeats_updates_until_a_higher_offset_confirms_them(stage: Stage) -> None:
    stage.hands.write(MEI, "一")
    first, second = ids(stage)
    assert ids(stage, offset=first) == [first, second]
    assert ids(stage, offset=second) == [second]
    assert ids(stage) == [second]
    assert ids(stage, offset=second + 1) == []


def test_it_leaves_the_last_ones_for_a_negative_offset(stage: Stage) -> None:
    for word in "一二三":
        stage.hands.write(MEI, word)
    before = ids(stage)
    assert ids(stage, offset=-2) == before[-2:]
    assert ids(stage) == before[-2:]


def test_it_gives_as_many_as_asked_for_and_never_more_than_100(stage: Stage) -> None:
    for number in range(120):
        stage.hands.write(MEI, str(number))
    assert len(ids(stage, limit=7)) == 7
    assert len(ids(stage, limit=1000)) == 100


def test_it_forgets_an_update_after_a_day(stage: Stage) -> None:
    stage.seconds += 24 * 3600 - 1
    assert len(ids(stage)) == 1
    stage.hands.write(MEI, "neu")
    stage.seconds += 2
    assert [update["message"]["text"] for update in stage.updates()] == ["neu"]


def test_it_queues_only_the_kinds_a_bot_asks_for(stage: Stage) -> None:
    stage.updates(offset=-1, allowed_updates=["callback_query"])
    before = len(stage.updates())
    stage.hands.write(MEI, "一")
    assert len(stage.updates()) == before
    sent = stage.says(text="?", reply_markup={"inline_keyboard": [[{"text": "是", "callback_data": "y"}]]})
    stage.hands.tap(MEI, sent["message_id"], label="是")
    assert stage.newest()["callback_query"]["data"] == "y"
    stage.updates(allowed_updates=[])
    stage.hands.write(MEI, "二")
    assert stage.newest()["message"]["text"] == "二"


def test_it_refuses_polling_while_a_webhook_is_set(stage: Stage) -> None:
    stage.done("setWebhook", url="https://example.org/hook", secret_token="abc-_1")
    assert stage.refused("getUpdates") == (409, ACTIVE)
    assert stage.done("getWebhookInfo")["url"] == "https://example.org/hook"
    stage.done("deleteWebhook", drop_pending_updates=True)
    assert stage.updates() == []


@pytest.mark.parametrize(
    ("url", "secret", "text"),
    [
        ("http://example.org/", "", "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"),
        ("ftp://example.org/", "", "Bad Request: invalid webhook URL specified"),
        ("https://example.org/", "a b", "Bad Request: secret token contains unallowed characters"),
        ("https://example.org/", "a" * 257, "Bad Request: secret token is too long"),
    ],
)
def test_it_checks_a_webhook(stage: Stage, url: str, secret: str, text: str) -> None:
    assert stage.refused("setWebhook", url=url, secret_token=secret) == (400, text)


def test_it_keeps_everything_over_a_restart(tmp_path: Path) -> None:
    first = Stage(data_dir=tmp_path)
    first.hands.start(MEI)
    sent = first.says(text="?", reply_markup={"inline_keyboard": [[{"text": "是", "callback_data": "y"}]]})
    first.says(text="key", reply_markup={"keyboard": [["好"]]})
    photo = first.hands.photograph(MEI, [first.picture()])[0]
    confirmed = ids(first)[0]
    ids(first, offset=confirmed + 1)
    first.done("setMyCommands", commands=[{"command": "help", "description": "帮助"}])
    first.ground.close()
    second = Stage(data_dir=tmp_path)
    assert ids(second) == [confirmed + 1]
    assert second.done("getMyCommands")[0]["command"] == "help"
    edited = second.done("editMessageText", chat_id=MEI, message_id=sent["message_id"], text="!")
    assert edited["text"] == "!"
    assert second.says(text="next")["message_id"] == photo.id + 1
    assert second.hands.press(MEI, "好").body["text"] == "好"
    kept = second.done("getFile", file_id=photo.body["photo"][-1]["file_id"])
    data = second.world.files.read(second.world.files.by_path[kept["file_path"]])
    assert len(data) == kept["file_size"]
    assert second.done("sendPhoto", chat_id=MEI, photo=photo.body["photo"][0]["file_id"])


def test_it_does_not_return_numbers_or_lose_a_queue_when_it_is_killed(tmp_path: Path) -> None:
    first = Stage(data_dir=tmp_path)
    first.hands.start(MEI)
    sent = first.says(text="x")
    first.done("deleteMessage", chat_id=MEI, message_id=sent["message_id"])
    journal = tmp_path / "telegram.jsonl"
    journal.write_bytes(journal.read_bytes() + b'["msg", 42, 7000')
    second = Stage(data_dir=tmp_path)
    assert len(ids(second)) == 1
    assert second.says(text="y")["message_id"] == sent["message_id"] + 1


def test_it_gives_the_same_ids_for_the_same_seed() -> None:
    runs = []
    for _ in range(2):
        stage = Stage()
        stage.hands.start(MEI)
        photo = stage.hands.photograph(MEI, [stage.picture(), stage.picture()])[0]
        runs.append((photo.body, stage.updates()))
    assert runs[0] == runs[1]


def test_it_lets_nobody_write_before_pressing_start(stage: Stage) -> None:
    with pytest.raises(Impossible):
        stage.hands.write(TAO, "hallo")
    assert len(ids(stage)) == 1
