"""getUpdates and the webhook's settings. Holding a poll open and calling a webhook is the server's matter."""

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import orjson

from bot.sandbox.telegram.call import Call
from bot.sandbox.telegram.errors import bad_request, conflict
from bot.sandbox.telegram.shapes import Json
from bot.sandbox.telegram.updates import KINDS, Pending

MOST = 100
CONNECTIONS = 40
NOTHING = orjson.Fragment(b"[]")
_secret = re.compile(r"[A-Za-z0-9_-]*")
_active = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


def get_updates(call: Call) -> orjson.Fragment:
    """The oldest updates from an offset on; everything before the offset is confirmed. NOTHING when there is none."""
    bot = call.bot
    if bot.webhook.get("url"):
        raise conflict(_active)
    _allow(call)
    offset = call.integer("offset")
    if offset < 0:
        offset = bot.queue.offset_of_last(-offset)
    call.world.confirm(bot, offset)
    bot.queue.forget_older(call.world.now() - call.limits.keep_seconds)
    found = list(bot.queue.first(min(max(call.integer("limit", MOST), 1), MOST), offset))
    return batch(found) if found else NOTHING


def batch(updates: list[Pending]) -> orjson.Fragment:
    """Updates as one array, from the bytes they were queued with."""
    return orjson.Fragment(b"[" + b",".join([update.body for update in updates]) + b"]")


def set_webhook(call: Call) -> bool:
    """From now on updates are delivered to an address."""
    url, secret = call.text("url"), call.text("secret_token")
    if not url:
        return delete_webhook(call)
    _check(url, secret)
    _allow(call)
    _drop(call)
    connections = min(max(call.integer("max_connections", CONNECTIONS), 1), 100)
    call.bot.webhook = {"url": url, "secret_token": secret, "max_connections": connections}
    call.world.save_bot(call.bot)
    call.bot.queue.replace_waiter(None, "terminated by setWebhook request")
    call.bot.queue.wake()
    return True


def delete_webhook(call: Call) -> bool:
    """Back to getUpdates."""
    _drop(call)
    call.bot.webhook = {}
    call.world.save_bot(call.bot)
    call.bot.queue.wake()
    return True


def get_webhook_info(call: Call) -> Json:
    """Where updates go, how many wait, and the last error."""
    bot = call.bot
    shown = {key: value for key, value in bot.webhook.items() if key != "secret_token"}
    info: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": len(bot.queue)}
    allowed = {} if bot.queue.allowed is None else {"allowed_updates": sorted(bot.queue.allowed)}
    return info | shown | allowed


def _check(url: str, secret: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise bad_request("invalid webhook URL specified")
    if parts.scheme != "https" and parts.hostname not in {"127.0.0.1", "localhost", "::1"}:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if len(secret) > 256:  # noqa: PLR2004 - Telegram's own limit
        raise bad_request("secret token is too long")
    if not _secret.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")


def _drop(call: Call) -> None:
    if call.flag("drop_pending_updates"):
        call.world.confirm(call.bot, call.bot.queue.next_id)


def _allow(call: Call) -> None:
    """An empty list brings the default back; without the argument everything stays as it was."""
    value = call.value("allowed_updates")
    if not isinstance(value, list):
        return
    allowed = frozenset(kind for kind in value if kind in KINDS) or None
    if allowed != call.bot.queue.allowed:
        call.bot.queue.allowed = allowed
        call.world.save_bot(call.bot)


METHODS: Mapping[str, Callable[[Call], Any]] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
