"""Answering a tap: once, in time."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.sandbox.telegram.call import Call
from bot.sandbox.telegram.chats import Callback
from bot.sandbox.telegram.errors import Refused, bad_request

TOAST_LIMIT = 200


def answer_callback_query(call: Call) -> bool:
    """End the spinner, perhaps with a toast or a link."""
    if len(call.text("text")) > TOAST_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    callback = _open(call)
    url = call.text("url")
    if url and not url.startswith((f"https://t.me/{call.bot.username}", f"t.me/{call.bot.username}")):
        raise bad_request("URL_INVALID")
    callback.answer = {"text": call.text("text"), "show_alert": call.flag("show_alert"), "url": url}
    history = call.world.histories.get((call.bot.id if callback.chat > 0 else 0, callback.chat))
    if history:
        call.world.toast(history, callback)
    return True


def _open(call: Call) -> Callback:
    callback = call.world.callbacks.get(call.text("callback_query_id"))
    if callback is None or callback.bot != call.bot.id or callback.answer is not None:
        raise _too_old()
    if call.flood.timer() - callback.at > call.limits.callback_seconds:
        raise _too_old()
    return callback


def _too_old() -> Refused:
    return bad_request("query is too old and response timeout expired or query ID is invalid")


METHODS: Mapping[str, Callable[[Call], Any]] = {"answerCallbackQuery": answer_callback_query}
