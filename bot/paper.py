"""Turns a rendered screen into the JSON of a Bot API call, and knows which screen may be edited into which."""

from collections.abc import Sequence
from typing import Any

import orjson

from dialogs.render import Rendered

TEXT, PHOTO, CONTACT = "text", "photo", "contact"
Rows = Sequence[Sequence[tuple[str, str]]]


def form_of(rendered: Rendered) -> str:
    """What kind of message a screen is; only text can be edited into text."""
    if rendered.photo:
        return PHOTO
    return CONTACT if rendered.contact_label else TEXT


def editable(old: str, new: str) -> bool:
    """Whether a message of one form can become the other by an edit."""
    return old == new == TEXT


def method_of(form: str) -> str:
    """The method that sends a screen as a new message."""
    return "sendPhoto" if form == PHOTO else "sendMessage"


def body_of(rendered: Rendered, *, silent: bool = False) -> str:
    """The call's body without chat and message."""
    body: dict[str, Any] = {"caption" if rendered.photo else "text": rendered.html, "parse_mode": "HTML"}
    if not rendered.photo:
        body["link_preview_options"] = {"is_disabled": True}
    markup = markup_of(rendered)
    if markup is not None:
        body["reply_markup"] = markup
    if silent:
        body["disable_notification"] = True
    return orjson.dumps(body).decode()


def markup_of(rendered: Rendered) -> dict[str, Any] | None:
    """The keyboard under a message, or the one that shares the own contact card."""
    if rendered.contact_label:
        key = {"text": rendered.contact_label, "request_contact": True}
        return {"keyboard": [[key]], "resize_keyboard": True, "one_time_keyboard": True}
    if not rendered.rows:
        return None
    return {"inline_keyboard": [[button(label, data) for label, data in row] for row in rendered.rows]}


def button(label: str, data: str) -> dict[str, str]:
    """One inline button: a link, or callback data."""
    return {"text": label, "url" if data.startswith("https://") else "callback_data": data}


def closed_line(html: str) -> str:
    """The body that closes a screen which can no longer be deleted."""
    return orjson.dumps({"text": html, "parse_mode": "HTML"}).decode()
