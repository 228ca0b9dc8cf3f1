"""The Bot API's methods by their names in lower case. One module a subject; a method it does not know is refused."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.sandbox.telegram.call import Call
from bot.sandbox.telegram.methods import about, answer, chats, edit, media, remove, send, updates

METHODS: Mapping[str, Callable[[Call], Any]] = {
    name.lower(): act
    for module in (about, answer, chats, edit, media, remove, send, updates)
    for name, act in module.METHODS.items()
}
