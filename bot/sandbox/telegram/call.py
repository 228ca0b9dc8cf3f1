"""One call of a bot, and reading its arguments whichever way they came: JSON values or form strings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from bot.sandbox.telegram.access import chat_number, writable
from bot.sandbox.telegram.chats import History
from bot.sandbox.telegram.errors import bad_request
from bot.sandbox.telegram.files import Upload
from bot.sandbox.telegram.keyboards import Markup, read_markup
from bot.sandbox.telegram.limits import Flood, Limits
from bot.sandbox.telegram.people import BotAccount
from bot.sandbox.telegram.shapes import Json
from bot.sandbox.telegram.text import Formatted, formatted
from bot.sandbox.telegram.world import World

TRUE = {"true", "1", "yes", "t"}


@dataclass(frozen=True, slots=True)
class Call:
    """Who calls, with what, on which world."""

    world: World
    flood: Flood
    bot: BotAccount
    args: Mapping[str, Any]
    uploads: Mapping[str, Upload]

    @property
    def limits(self) -> Limits:
        """The switches in force."""
        return self.flood.limits

    def text(self, name: str) -> str:
        """A string, empty when it is not given."""
        value = self.args.get(name)
        return value if isinstance(value, str) else "" if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        """A number; what is no number counts as not given, as on Telegram."""
        value = self.args.get(name, default)
        try:
            return int(value)
        except (TypeError, ValueError):
            return default

    def flag(self, name: str) -> bool:
        """A switch."""
        value = self.args.get(name)
        return value.lower() in TRUE if isinstance(value, str) else bool(value)

    def value(self, name: str) -> Any:
        """An object or array, parsed when it came as a string; None when it is not given."""
        value = self.args.get(name)
        if not isinstance(value, str):
            return value
        try:
            return orjson.loads(value) if value else None
        except orjson.JSONDecodeError as error:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from error

    def table(self, name: str) -> Json:
        """An object; an empty one when it is not given."""
        value = self.value(name)
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise bad_request(f"object expected as {name.replace('_', ' ')}")
        return value

    def words(self, name: str, entities: str) -> Formatted:
        """A text with its parse mode or entities."""
        return formatted(self.text(name), self.text("parse_mode"), self.value(entities))

    def chat_id(self) -> int:
        """The chat this call is about."""
        return chat_number(self.args.get("chat_id"))

    def chat(self) -> History:
        """The chat to write to."""
        return writable(self.world, self.bot, self.chat_id())

    def markup(self, history: History) -> Markup | None:
        """The reply markup for a new message."""
        return read_markup(self.value("reply_markup"), private=history.private)
