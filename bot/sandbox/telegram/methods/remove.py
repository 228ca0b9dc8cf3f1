"""Deleting messages."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.sandbox.telegram.access import message_in
from bot.sandbox.telegram.call import Call
from bot.sandbox.telegram.chats import History, Message
from bot.sandbox.telegram.errors import bad_request
from bot.sandbox.telegram.people import Standing

MOST = 100


def delete_message(call: Call) -> bool:
    """Take one message away for everybody."""
    message_id = call.integer("message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    history = call.chat()
    message = message_in(history, message_id, "message to delete")
    if not _may(call, history, message):
        raise bad_request("message can't be deleted for everyone")
    call.world.remove(history, message_id)
    return True


def delete_messages(call: Call) -> bool:
    """Take several away; what is not there or too old is passed over."""
    ids = call.value("message_ids")
    if not isinstance(ids, list) or not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > MOST:
        raise bad_request("too many message identifiers specified")
    history = call.chat()
    for message_id in ids:
        message = history.messages.get(int(message_id))
        if message and _may(call, history, message):
            call.world.remove(history, message.id)
    return True


def _may(call: Call, history: History, message: Message) -> bool:
    if call.world.now() - message.body["date"] > call.limits.delete_seconds:
        return False
    if history.private or message.author == call.bot.id:
        return True
    return call.world.groups[history.id].bots.get(call.bot.id) is Standing.ADMINISTRATOR


METHODS: Mapping[str, Callable[[Call], Any]] = {
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
}
