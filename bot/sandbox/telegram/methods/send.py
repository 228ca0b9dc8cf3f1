"""Sending text, forwarding, copying, the typing sign; and how a new message gets into a chat."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.sandbox.telegram.access import chat_number, message_in, writable
from bot.sandbox.telegram.call import Call
from bot.sandbox.telegram.chats import History, Message
from bot.sandbox.telegram.errors import bad_request
from bot.sandbox.telegram.keyboards import Markup, MarkupKind
from bot.sandbox.telegram.shapes import Json
from bot.sandbox.telegram.text import require_caption, require_text
from bot.sandbox.telegram.world import Change

ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
CARRIED = (
    "text",
    "entities",
    "photo",
    "document",
    "caption",
    "caption_entities",
    "location",
    "contact",
    "sticker",
)


def send_message(call: Call) -> Json:
    """A new text message."""
    if not call.text("text"):
        raise bad_request("message text is empty")
    text, entities = call.words("text", "entities")
    history = call.chat()
    require_text(text)
    markup = call.markup(history)
    call.flood.spend(call.bot.id, history.id)
    return deliver(
        call, history, {"text": text, "entities": entities} if entities else {"text": text}, markup
    )


def deliver(call: Call, history: History, content: Json, markup: Markup | None) -> Json:
    """Put a bot's message into a chat; gives the message as Telegram returns it."""
    body: Json = {
        "message_id": 0,
        "from": call.bot.user,
        "chat": history.chat,
        "date": call.world.now(),
        **_answered(call, history),
        **content,
    }
    if markup and markup.kind is MarkupKind.INLINE:
        body["reply_markup"] = markup.body
    if call.args.get("protect_content"):
        body["has_protected_content"] = True
    body["message_id"] = call.world.next_message_id(history)
    fixed = markup is not None and markup.kind is not MarkupKind.INLINE
    call.world.keep(history, Message(body, call.bot.id, fixed), "message")
    _show_keyboard(call, history, markup)
    return body


def caption(call: Call, source: Mapping[str, Any] | None = None) -> Json:
    """The caption fields of a message, from the call or from one item of an album."""
    part = call if source is None else Call(call.world, call.flood, call.bot, source, call.uploads)
    text, entities = part.words("caption", "caption_entities")
    require_caption(text)
    fields: Json = {"caption": text} if text else {}
    return fields | {"caption_entities": entities} if text and entities else fields


def send_location(call: Call) -> Json:
    """A place."""
    history = call.chat()
    place = {"latitude": float(call.text("latitude")), "longitude": float(call.text("longitude"))}
    call.flood.spend(call.bot.id, history.id)
    return deliver(call, history, {"location": place}, call.markup(history))


def send_contact(call: Call) -> Json:
    """Somebody's card."""
    history = call.chat()
    names = ("phone_number", "first_name", "last_name", "vcard")
    card = {name: call.text(name) for name in names if call.text(name)}
    call.flood.spend(call.bot.id, history.id)
    return deliver(call, history, {"contact": card}, call.markup(history))


def send_chat_action(call: Call) -> bool:
    """Show "is typing" for a moment."""
    history = call.chat()
    if call.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.world.announce(Change("action", history, detail={"action": call.text("action")}))
    return True


def copy_message(call: Call) -> Json:
    """A copy without the sender's name."""
    source = _source(call, "message to copy")
    history = call.chat()
    content = {name: source.body[name] for name in CARRIED if name in source.body}
    if call.text("caption"):
        content |= caption(call)
    call.flood.spend(call.bot.id, history.id)
    return {"message_id": deliver(call, history, content, call.markup(history))["message_id"]}


def forward_message(call: Call) -> Json:
    """A copy that says where it comes from."""
    source = _source(call, "message to forward")
    history = call.chat()
    content = {name: source.body[name] for name in CARRIED if name in source.body}
    origin = {"type": "user", "sender_user": source.body["from"], "date": source.body["date"]}
    call.flood.spend(call.bot.id, history.id)
    return deliver(call, history, {"forward_origin": origin, **content}, None)


def _source(call: Call, purpose: str) -> Message:
    origin = writable(call.world, call.bot, chat_number(call.args.get("from_chat_id")))
    return message_in(origin, call.integer("message_id"), purpose)


def _answered(call: Call, history: History) -> Json:
    if "reply_parameters" not in call.args and "reply_to_message_id" not in call.args:
        return {}
    wish = call.table("reply_parameters")
    message_id = int(wish.get("message_id") or call.integer("reply_to_message_id"))
    if not message_id:
        return {}
    answered = history.messages.get(message_id)
    if answered is None:
        if wish.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": without_reply(answered.body)}


def without_reply(body: Json) -> Json:
    """A message as it stands inside another one."""
    return {key: value for key, value in body.items() if key != "reply_to_message"}


def _show_keyboard(call: Call, history: History, markup: Markup | None) -> None:
    if markup is None or markup.kind is MarkupKind.INLINE:
        return
    shown = markup.body if markup.kind is MarkupKind.KEYBOARD else None
    if shown is not None or history.keyboard is not None:
        call.world.set_keyboard(history, shown)


METHODS: Mapping[str, Callable[[Call], Any]] = {
    "sendMessage": send_message,
    "sendLocation": send_location,
    "sendContact": send_contact,
    "sendChatAction": send_chat_action,
    "copyMessage": copy_message,
    "forwardMessage": forward_message,
}
