"""Reply markup as a bot sends it, checked and brought into one shape."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.sandbox.telegram.errors import Refused, bad_request
from bot.sandbox.telegram.shapes import Json

DATA_LIMIT = 64
ROW_LIMIT = 12
SIZE_LIMIT = 100
ACTIONS = ("url", "callback_data", "web_app", "login_url", "copy_text", "pay", "callback_game")
SWITCHES = ("switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat")
REQUESTS = ("request_contact", "request_location", "request_poll", "request_users", "request_chat", "web_app")


class MarkupKind(StrEnum):
    """What a reply markup does to the chat."""

    INLINE = "inline_keyboard"
    KEYBOARD = "keyboard"
    REMOVE = "remove_keyboard"
    FORCE_REPLY = "force_reply"


@dataclass(frozen=True, slots=True)
class Markup:
    """One checked reply markup."""

    kind: MarkupKind
    body: Json


def read_markup(value: Any, *, private: bool) -> Markup | None:
    """The markup, None when it shows nothing, or Telegram's refusal."""
    if not value:
        return None
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in value:
        return _inline(value["inline_keyboard"])
    if value.get("keyboard"):
        return _keyboard(value, private=private)
    if value.get("remove_keyboard"):
        return Markup(MarkupKind.REMOVE, {"remove_keyboard": True})
    if value.get("force_reply"):
        return Markup(MarkupKind.FORCE_REPLY, dict(value))
    return None


def read_inline(value: Any) -> Json | None:
    """The inline keyboard of an edit; any other markup is refused."""
    markup = read_markup(value, private=True)
    if markup is None:
        return None
    if markup.kind is not MarkupKind.INLINE:
        raise bad_request("inline keyboard expected")
    return markup.body


def _inline(rows: Any) -> Markup | None:
    if not _is_table(rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    kept = [line for line in ([_button(button) for button in row][:ROW_LIMIT] for row in rows) if line]
    if sum(len(row) for row in kept) > SIZE_LIMIT:
        raise bad_request("reply markup is too long")
    return Markup(MarkupKind.INLINE, {"inline_keyboard": kept}) if kept else None


def _button(button: Any) -> Json:
    return _plain(button) or _checked(button)


def _plain(button: Any) -> Json | None:
    """Nearly all buttons are these: found quickly."""
    if type(button) is not dict or len(button) != 2:  # noqa: PLR2004 - text and data
        return None
    text, data = button.get("text"), button.get("callback_data")
    if not text or not data or type(text) is not str or type(data) is not str:
        return None
    fits = len(data.encode()) <= DATA_LIMIT and not text.isspace()
    return {"text": text, "callback_data": data} if fits else None


def _checked(button: Any) -> Json:
    if not isinstance(button, dict):
        raise _unreadable("InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise _unreadable('Can\'t find field "text"')
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    action = next((name for name in ACTIONS if button.get(name)), None)
    action = action or next((name for name in SWITCHES if name in button), None)
    if action is None:
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    _check_action(action, button[action])
    return {"text": button["text"], action: button[action]}


def _check_action(action: str, value: Any) -> None:
    if action == "callback_data" and not (isinstance(value, str) and len(value.encode()) <= DATA_LIMIT):
        raise bad_request("BUTTON_DATA_INVALID")
    if action == "url":
        _check_url(str(value))


def _check_url(url: str) -> None:
    scheme, mark, rest = url.partition("://")
    if not mark:
        scheme, rest = "http", url
    if scheme.lower() not in {"http", "https", "tg", "ton", "tonsite"}:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
    host = rest.split("/")[0].split("?")[0]
    if scheme != "tg" and "." not in host:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _keyboard(value: Json, *, private: bool) -> Markup:
    rows = value["keyboard"]
    if not _is_table(rows):
        raise bad_request('field "keyboard" must be an Array of Arrays')
    kept = [[_key(button, private=private) for button in row][:ROW_LIMIT] for row in rows]
    switches = (
        "resize_keyboard",
        "one_time_keyboard",
        "is_persistent",
        "selective",
        "input_field_placeholder",
    )
    body: Json = {"keyboard": [row for row in kept if row]}
    return Markup(MarkupKind.KEYBOARD, body | {name: value[name] for name in switches if value.get(name)})


def _key(button: Any, *, private: bool) -> Json:
    if isinstance(button, str):
        return {"text": button}
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    request = next((name for name in REQUESTS if button.get(name)), None)
    if request is None:
        return {"text": button["text"]}
    if not private:
        names = {"request_contact": "phone number", "request_location": "location"}
        raise bad_request(f"{names.get(request, 'chats')} can be requested in private chats only")
    return {"text": button["text"], request: button[request]}


def _is_table(rows: Any) -> bool:
    return isinstance(rows, list) and all(isinstance(row, list) for row in rows)


def _unreadable(text: str) -> Refused:
    return bad_request(f"can't parse inline keyboard button: {text}")
