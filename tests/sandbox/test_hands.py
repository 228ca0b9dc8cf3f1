"""People can do what a phone offers, nothing else, and the bot hears of it as on Telegram."""

import pytest

from bot.sandbox.telegram import places
from bot.sandbox.telegram.errors import Impossible
from bot.sandbox.telegram.people import Standing
from bot.sandbox.telegram.places import Spot
from bot.sandbox.telegram.view import chat_view
from tests.sandbox.stage import MEI, TAO, Stage

YES = {"inline_keyboard": [[{"text": "是", "callback_data": "y"}]]}
OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


def test_it_carries_the_payload_of_a_link(stage: Stage) -> None:
    stage.hands.start(TAO, "join_Ab-9")
    assert stage.newest()["message"]["text"] == "/start join_Ab-9"
    for payload in ("a" * 65, "a b", "中"):
        with pytest.raises(Impossible):
            stage.hands.start(TAO, payload)


def test_it_marks_commands(stage: Stage) -> None:
    stage.hands.write(MEI, "/help me")
    assert stage.newest()["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 5}]


def test_it_taps_only_buttons_that_are_there_now(stage: Stage) -> None:
    sent = stage.says(text="?", reply_markup=YES)["message_id"]
    assert stage.hands.tap(MEI, sent, data="y").data == "y"
    stage.done("editMessageText", chat_id=MEI, message_id=sent, text="!")
    for wish in ({"data": "y"}, {"label": "是"}, {"label": "否"}):
        with pytest.raises(Impossible):
            stage.hands.tap(MEI, sent, **wish)
    with pytest.raises(Impossible):
        stage.hands.tap(MEI, 999, data="y")


def test_it_lets_an_attacker_send_any_data(stage: Stage) -> None:
    sent = stage.says(text="?")["message_id"]
    stage.hands.tap(MEI, sent, force_data="boom")
    assert stage.newest()["callback_query"]["data"] == "boom"


def test_it_takes_one_answer_to_a_tap(stage: Stage) -> None:
    sent = stage.says(text="?", reply_markup=YES)["message_id"]
    callback = stage.hands.tap(MEI, sent, label="是")
    stage.done("answerCallbackQuery", callback_query_id=callback.id, text="好", show_alert=True)
    assert stage.refused("answerCallbackQuery", callback_query_id=callback.id) == (400, OLD)
    toast = chat_view(stage.world, stage.hands, MEI)["toasts"][0]
    assert (toast["text"], toast["show_alert"], toast["callback"]) == ("好", True, callback.id)


def test_it_takes_no_answer_that_comes_late(stage: Stage) -> None:
    sent = stage.says(text="?", reply_markup=YES)["message_id"]
    callback = stage.hands.tap(MEI, sent, label="是")
    stage.seconds += 31
    assert stage.refused("answerCallbackQuery", callback_query_id=callback.id) == (400, OLD)
    assert stage.refused("answerCallbackQuery", callback_query_id="1") == (400, OLD)


def test_it_limits_a_toast(stage: Stage) -> None:
    sent = stage.says(text="?", reply_markup=YES)["message_id"]
    callback = stage.hands.tap(MEI, sent, label="是")
    long = {"callback_query_id": callback.id, "text": "长" * 201}
    assert stage.refused("answerCallbackQuery", **long) == (400, "Bad Request: MESSAGE_TOO_LONG")
    stage.done("answerCallbackQuery", **long | {"text": "长" * 200})


def test_it_shares_ones_own_card_and_somebody_elses(stage: Stage) -> None:
    stage.hands.share_contact(MEI)
    assert stage.newest()["message"]["contact"]["user_id"] == MEI
    stage.hands.share_contact(MEI, of=TAO)
    assert stage.newest()["message"]["contact"] == {
        "phone_number": "13800000002",
        "first_name": "王涛",
        "user_id": TAO,
    }


def test_it_presses_keys_that_are_shown(stage: Stage) -> None:
    keys = [[{"text": "电话", "request_contact": True}], ["稍后"]]
    stage.says(text="?", reply_markup={"keyboard": keys, "one_time_keyboard": True})
    with pytest.raises(Impossible):
        stage.hands.press(MEI, "别的")
    assert "contact" in stage.hands.press(MEI, "电话").body
    with pytest.raises(Impossible):
        stage.hands.press(MEI, "稍后")


def test_it_removes_a_keyboard(stage: Stage) -> None:
    stage.says(text="?", reply_markup={"keyboard": [["好"]]})
    stage.says(text="?", reply_markup={"remove_keyboard": True})
    with pytest.raises(Impossible):
        stage.hands.press(MEI, "好")


def test_it_tells_the_bot_of_an_edited_message(stage: Stage) -> None:
    sent = stage.hands.write(MEI, "3")
    stage.hands.edit(MEI, sent.id, "4")
    edited = stage.newest()["edited_message"]
    assert (edited["message_id"], edited["text"]) == (sent.id, "4")
    assert "edit_date" in edited
    with pytest.raises(Impossible):
        stage.hands.edit(MEI, stage.says(text="x")["message_id"], "y")


def test_it_sends_what_a_bot_did_not_ask_for(stage: Stage) -> None:
    for kind in ("sticker", "voice", "video", "location", "video_note", "dice"):
        stage.hands.send_other(MEI, kind)
        assert kind in stage.newest()["message"]
    with pytest.raises(Impossible):
        stage.hands.send_other(MEI, "elephant")


def test_it_shares_a_place_and_moves_on_while_it_is_live(stage: Stage) -> None:
    pin = places.share(stage.hands, MEI, Spot(37.4, 116.3))
    assert stage.newest()["message"]["location"] == {"latitude": 37.4, "longitude": 116.3}
    with pytest.raises(Impossible):
        places.move(stage.hands, MEI, pin.id, Spot(37.5, 116.3))
    live = places.share(stage.hands, MEI, Spot(37.4, 116.3, 12, 900))
    assert stage.newest()["message"]["location"]["horizontal_accuracy"] == 12
    places.move(stage.hands, MEI, live.id, Spot(37.5, 116.3, 9))
    moved = stage.newest()["edited_message"]
    assert moved["message_id"] == live.id
    assert moved["location"] == {
        "latitude": 37.5,
        "longitude": 116.3,
        "horizontal_accuracy": 9,
        "live_period": 900,
    }
    with pytest.raises(Impossible):
        places.move(stage.hands, TAO, live.id, Spot(37.5, 116.3))


def test_a_named_place_is_a_venue_and_a_place_off_the_map_is_none(stage: Stage) -> None:
    places.share(stage.hands, MEI, Spot(37.4, 116.3, title="老王饭店", address="天衢路1号"))
    venue = stage.newest()["message"]["venue"]
    assert (venue["title"], venue["location"]["latitude"]) == ("老王饭店", 37.4)
    with pytest.raises(Impossible):
        places.share(stage.hands, MEI, Spot(97.0, 116.3))


def test_it_lets_nobody_write_to_a_blocked_bot(stage: Stage) -> None:
    stage.hands.block(MEI)
    with pytest.raises(Impossible):
        stage.hands.write(MEI, "x")


def test_it_shows_a_bot_in_a_group_only_what_is_meant_for_it(stage: Stage) -> None:
    group = stage.ground.rooms.create("城关镇", {MEI, TAO})
    before = len(stage.updates())
    stage.hands.write(MEI, "大家好", chat=group.id)
    stage.hands.write(MEI, "/digest@other_bot", chat=group.id)
    assert len(stage.updates()) == before
    for text in ("/digest", "/digest@anwen_bot", "hallo @anwen_bot"):
        stage.hands.write(MEI, text, chat=group.id)
        assert stage.newest()["message"]["text"] == text
    sent = stage.done("sendMessage", chat_id=group.id, text="x")
    stage.hands.write(TAO, "danke", chat=group.id, reply_to=sent["message_id"])
    assert stage.newest()["message"]["reply_to_message"]["message_id"] == sent["message_id"]


def test_it_refuses_a_group_that_threw_the_bot_out(stage: Stage) -> None:
    group = stage.ground.rooms.create("城关镇", {MEI})
    stage.ground.rooms.set_standing(group.id, Standing.KICKED, MEI)
    assert stage.refused("sendMessage", chat_id=group.id, text="x") == (
        403,
        "Forbidden: bot was kicked from the group chat",
    )


def test_it_names_the_supergroup_a_group_became(stage: Stage) -> None:
    group = stage.ground.rooms.create("城关镇", {MEI})
    fresh = stage.ground.rooms.migrate(group.id)
    reply = stage.call("sendMessage", chat_id=group.id, text="x")
    assert (reply.code, reply.parameters) == (400, {"migrate_to_chat_id": fresh.id})
    assert reply.description == "Bad Request: group chat was upgraded to a supergroup chat"
    assert stage.done("sendMessage", chat_id=fresh.id, text="x")["chat"]["type"] == "supergroup"
    services = [update["message"] for update in stage.updates() if "message" in update]
    assert any(body.get("migrate_to_chat_id") == fresh.id for body in services)


def test_it_tells_hooks_of_every_call(stage: Stage) -> None:
    heard = []
    stage.engine.on_call.append(lambda method, chat, payload, reply: heard.append((method, chat, reply.ok)))
    stage.says(text="x")
    stage.call("sendMessage", chat_id=5, text="x")
    assert heard == [("sendMessage", MEI, True), ("sendMessage", 5, False)]
    log = stage.engine.log.since(0)
    assert [(entry.method, entry.code) for entry in log] == [("sendMessage", 200), ("sendMessage", 400)]
