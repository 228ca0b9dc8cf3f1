"""Sending, editing and deleting are refused where Telegram refuses them, in its words."""

import pytest

from tests.sandbox.stage import MEI, TAO, Stage

UNCHANGED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


def keyboard(data: str, text: str = "是") -> dict:
    return {"inline_keyboard": [[{"text": text, "callback_data": data}]]}


def test_it_tells_a_wrong_token_from_something_that_is_no_token(stage: Stage) -> None:
    for token, code, text in (
        ("42:OTHER", 401, "Unauthorized"),
        ("nonsense", 404, "Not Found"),
        ("", 404, "Not Found"),
    ):
        reply = stage.engine.call(token, "getMe", {})
        assert (reply.code, reply.description) == (code, text)


def test_it_refuses_a_method_it_does_not_know(stage: Stage) -> None:
    assert stage.refused("sendTelegram") == (404, "Not Found: method not found")


def test_it_reads_method_names_in_any_case(stage: Stage) -> None:
    assert stage.done("GETME")["username"] == "anwen_bot"


@pytest.mark.parametrize("text", ["", "   \n", "<b></b>", "<i> </i>"])
def test_it_refuses_an_empty_text(stage: Stage, text: str) -> None:
    assert stage.refused("sendMessage", chat_id=MEI, text=text, parse_mode="HTML") == (
        400,
        "Bad Request: message text is empty",
    )


def test_it_measures_a_text_after_its_tags_are_gone(stage: Stage) -> None:
    stage.says(text=f"<b>{'安' * 4096}</b>", parse_mode="HTML")
    assert (
        stage.refused("sendMessage", chat_id=MEI, text="安" * 4097)[1] == "Bad Request: message is too long"
    )


def test_it_counts_an_emoji_as_two_units(stage: Stage) -> None:
    stage.says(text="😀" * 2048)
    assert stage.refused("sendMessage", chat_id=MEI, text="😀" * 2049)[0] == 400


def test_it_trims_a_text_and_moves_its_entities(stage: Stage) -> None:
    sent = stage.says(text="  \n<b>停用 </b>\n ", parse_mode="HTML")
    assert (sent["text"], sent["entities"]) == ("停用", [{"type": "bold", "offset": 0, "length": 2}])


@pytest.mark.parametrize("size", [1, 64])
def test_it_takes_button_data_up_to_64_bytes(stage: Stage, size: int) -> None:
    stage.says(text="?", reply_markup=keyboard("x" * size))


def test_it_counts_button_data_in_bytes_not_letters(stage: Stage) -> None:
    stage.says(text="?", reply_markup=keyboard("安" * 21))
    refused = stage.refused("sendMessage", chat_id=MEI, text="?", reply_markup=keyboard("安" * 22))
    assert refused == (400, "Bad Request: BUTTON_DATA_INVALID")


@pytest.mark.parametrize("button", [{"text": "x"}, {"text": "x", "callback_data": ""}])
def test_it_refuses_a_button_that_does_nothing(stage: Stage, button: dict) -> None:
    refused = stage.refused(
        "sendMessage", chat_id=MEI, text="?", reply_markup={"inline_keyboard": [[button]]}
    )
    assert refused[1] == (
        "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
    )


def test_it_refuses_a_button_with_a_local_address(stage: Stage) -> None:
    markup = {"inline_keyboard": [[{"text": "x", "url": "http://localhost:8080/"}]]}
    assert "Wrong HTTP URL" in stage.refused("sendMessage", chat_id=MEI, text="?", reply_markup=markup)[1]


def test_it_knows_only_people_who_exist(stage: Stage) -> None:
    assert stage.refused("sendMessage", chat_id=5, text="x") == (400, "Bad Request: chat not found")


def test_it_does_not_let_a_bot_write_first(stage: Stage) -> None:
    assert stage.refused("sendMessage", chat_id=TAO, text="x") == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )


def test_it_refuses_everything_towards_somebody_who_blocked_the_bot(stage: Stage) -> None:
    sent = stage.says(text="x")
    stage.hands.block(MEI)
    blocked = (403, "Forbidden: bot was blocked by the user")
    assert stage.refused("sendMessage", chat_id=MEI, text="x") == blocked
    assert stage.refused("editMessageText", chat_id=MEI, message_id=sent["message_id"], text="y") == blocked
    assert stage.newest()["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    stage.hands.unblock(MEI)
    stage.says(text="x")


def test_it_refuses_a_deactivated_account(stage: Stage) -> None:
    stage.hands.deactivate(MEI)
    assert stage.refused("sendMessage", chat_id=MEI, text="x") == (403, "Forbidden: user is deactivated")


def test_it_refuses_an_edit_that_changes_nothing(stage: Stage) -> None:
    sent = stage.says(text="<b>x</b>", parse_mode="HTML", reply_markup=keyboard("a"))
    same = {"chat_id": MEI, "message_id": sent["message_id"], "text": " <b>x</b>", "parse_mode": "HTML"}
    assert stage.refused("editMessageText", **same, reply_markup=keyboard("a")) == (400, UNCHANGED)
    stage.done("editMessageText", **same, reply_markup=keyboard("b"))
    stage.done("editMessageText", **same)
    assert stage.refused("editMessageReplyMarkup", chat_id=MEI, message_id=sent["message_id"])[1] == UNCHANGED


def test_it_takes_the_buttons_away_when_an_edit_brings_none(stage: Stage) -> None:
    sent = stage.says(text="x", reply_markup=keyboard("a"))
    edited = stage.done("editMessageText", chat_id=MEI, message_id=sent["message_id"], text="y")
    assert "reply_markup" not in edited


def test_it_refuses_to_edit_what_is_not_there_or_not_the_bots(stage: Stage) -> None:
    theirs = stage.hands.write(MEI, "mine").id
    assert stage.refused("editMessageText", chat_id=MEI, message_id=999, text="x")[1] == (
        "Bad Request: message to edit not found"
    )
    assert stage.refused("editMessageText", chat_id=MEI, message_id=theirs, text="x")[1] == (
        "Bad Request: message can't be edited"
    )


def test_it_refuses_to_edit_a_message_that_brought_a_reply_keyboard(stage: Stage) -> None:
    sent = stage.says(text="x", reply_markup={"keyboard": [["好"]]})
    refused = stage.refused("editMessageText", chat_id=MEI, message_id=sent["message_id"], text="y")
    assert refused[1] == "Bad Request: message can't be edited"


def test_it_edits_text_only_where_there_is_text(stage: Stage) -> None:
    text = stage.says(text="x")["message_id"]
    assert stage.refused("editMessageCaption", chat_id=MEI, message_id=text, caption="y")[1] == (
        "Bad Request: there is no caption in the message to edit"
    )


def test_it_deletes_a_message_once(stage: Stage) -> None:
    sent = stage.says(text="x")["message_id"]
    assert stage.done("deleteMessage", chat_id=MEI, message_id=sent) is True
    assert stage.refused("deleteMessage", chat_id=MEI, message_id=sent)[1] == (
        "Bad Request: message to delete not found"
    )


def test_it_keeps_messages_older_than_two_days_from_deletion(stage: Stage) -> None:
    sent = stage.says(text="x")["message_id"]
    stage.seconds += 48 * 3600 + 1
    assert stage.refused("deleteMessage", chat_id=MEI, message_id=sent)[1] == (
        "Bad Request: message can't be deleted for everyone"
    )
    assert stage.done("deleteMessages", chat_id=MEI, message_ids=[sent, 999]) is True
    assert sent in stage.world.histories[42, MEI].messages


def test_it_refuses_a_reply_to_a_message_that_is_gone(stage: Stage) -> None:
    wish = {"message_id": 999}
    assert stage.refused("sendMessage", chat_id=MEI, text="x", reply_parameters=wish)[1] == (
        "Bad Request: message to be replied not found"
    )
    stage.says(text="x", reply_parameters=wish | {"allow_sending_without_reply": True})


def test_it_asks_for_a_phone_number_in_private_chats_only(stage: Stage) -> None:
    group = stage.ground.rooms.create("镇", {MEI})
    markup = {"keyboard": [[{"text": "电话", "request_contact": True}]]}
    refused = stage.refused("sendMessage", chat_id=group.id, text="x", reply_markup=markup)
    assert refused[1] == "Bad Request: phone number can be requested in private chats only"


def test_it_numbers_messages_in_order_across_private_chats(stage: Stage) -> None:
    stage.hands.start(TAO)
    first = stage.says(text="x")["message_id"]
    second = stage.done("sendMessage", chat_id=TAO, text="x")["message_id"]
    assert second == first + 1


def test_it_forwards_and_copies_what_exists(stage: Stage) -> None:
    sent = stage.says(text="x")["message_id"]
    copied = stage.done("copyMessage", chat_id=MEI, from_chat_id=MEI, message_id=sent)
    forwarded = stage.done("forwardMessage", chat_id=MEI, from_chat_id=MEI, message_id=sent)
    assert copied["message_id"] < forwarded["message_id"]
    assert forwarded["forward_origin"]["sender_user"]["id"] == 42
    assert stage.refused("forwardMessage", chat_id=MEI, from_chat_id=MEI, message_id=999)[1] == (
        "Bad Request: message to forward not found"
    )


def test_it_checks_commands(stage: Stage) -> None:
    assert stage.refused("setMyCommands", commands=[{"command": "Big", "description": "x"}])[1] == (
        "Bad Request: BOT_COMMAND_INVALID"
    )
    stage.done("setMyCommands", commands=[{"command": "help", "description": "帮助"}])
    assert stage.done("getMyCommands") == [{"command": "help", "description": "帮助"}]
