"""Changing a message that was sent: text, caption, media, keyboard."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.sandbox.telegram.access import message_in
from bot.sandbox.telegram.call import Call
from bot.sandbox.telegram.chats import History, Message
from bot.sandbox.telegram.errors import bad_request
from bot.sandbox.telegram.keyboards import read_inline
from bot.sandbox.telegram.methods.media import KINDS, media_of
from bot.sandbox.telegram.methods.send import caption
from bot.sandbox.telegram.shapes import Json
from bot.sandbox.telegram.text import require_text

WORDS = ("text", "entities", "caption", "caption_entities")
UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_message_text(call: Call) -> Json:
    """Other words in a text message."""
    if not call.text("text"):
        raise bad_request("message text is empty")
    text, entities = call.words("text", "entities")
    history, message = _editable(call)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    require_text(text)
    return _change(
        call, history, message, {"text": text, "entities": entities} if entities else {"text": text}
    )


def edit_message_caption(call: Call) -> Json:
    """Other words beside a photo or file."""
    fields = caption(call)
    history, message = _editable(call)
    if not _has_media(message):
        raise bad_request("there is no caption in the message to edit")
    return _change(call, history, message, fields)


def edit_message_media(call: Call) -> Json:
    """Another photo or file."""
    history, message = _editable(call)
    fields = media_of(call, call.table("media"))
    if not _has_media(message) and "text" not in message.body:
        raise bad_request("there is no media in the message to edit")
    return _change(call, history, message, fields, drop=(*WORDS, *KINDS))


def edit_message_reply_markup(call: Call) -> Json:
    """Other buttons, or none."""
    history, message = _editable(call)
    return _change(call, history, message, {}, drop=())


def _editable(call: Call) -> tuple[History, Message]:
    message_id = call.integer("message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    history = call.chat()
    message = message_in(history, message_id, "message to edit")
    if message.author != call.bot.id or message.fixed:
        raise bad_request("message can't be edited")
    return history, message


def _change(
    call: Call, history: History, message: Message, fields: Json, drop: tuple[str, ...] = WORDS
) -> Json:
    buttons = read_inline(call.value("reply_markup"))
    before = message.body
    after = {
        key: value for key, value in before.items() if key not in drop and key != "reply_markup"
    } | fields
    if buttons:
        after["reply_markup"] = buttons
    if _same(before, after):
        raise bad_request(UNCHANGED)
    call.flood.spend_edit(call.bot.id, history.id)
    after["edit_date"] = call.world.now()
    message.body = after
    call.world.keep(history, message, "edited")
    return after


def _same(before: Json, after: Json) -> bool:
    shown = (*WORDS, *KINDS, "reply_markup")
    return all(before.get(name) == after.get(name) for name in shown)


def _has_media(message: Message) -> bool:
    return any(kind in message.body for kind in KINDS)


METHODS: Mapping[str, Callable[[Call], Any]] = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageMedia": edit_message_media,
    "editMessageReplyMarkup": edit_message_reply_markup,
}
