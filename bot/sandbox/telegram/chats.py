"""What stands in a chat: messages, the keyboard under the text field, toasts. Who may do what is decided elsewhere."""

from collections import deque
from dataclasses import dataclass, field

from bot.sandbox.telegram.shapes import Chat, Json

TOASTS_KEPT = 20
GONE_KEPT = 500


@dataclass(slots=True)
class Message:
    """One message. `body` is the Bot API object; a message sent with a reply keyboard is `fixed`: it cannot be edited."""

    body: Json
    author: int
    fixed: bool = False
    changed: int = 0

    @property
    def id(self) -> int:
        """The number inside its chat."""
        return int(self.body["message_id"])

    @property
    def buttons(self) -> list[Json]:
        """All inline buttons in reading order."""
        rows = self.body.get("reply_markup", {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]

    def record(self) -> Json:
        """What is kept."""
        return {"body": self.body, "author": self.author, "fixed": self.fixed}


@dataclass(slots=True)
class History:
    """One chat of one bot with a person, or one group (`owner` is 0)."""

    owner: int
    chat: Chat
    messages: dict[int, Message] = field(default_factory=dict)
    keyboard: Json | None = None
    keyboard_changed: int = 0
    gone: deque[tuple[int, int]] = field(default_factory=lambda: deque(maxlen=GONE_KEPT))
    toasts: deque[Json] = field(default_factory=lambda: deque(maxlen=TOASTS_KEPT))

    @property
    def id(self) -> int:
        """The chat's id."""
        return int(self.chat["id"])

    @property
    def private(self) -> bool:
        """Whether this is a chat with one person."""
        return self.owner != 0


@dataclass(slots=True)
class Callback:
    """A tap on an inline button, from the tap to the bot's answer."""

    id: str
    bot: int
    person: int
    chat: int
    message_id: int
    data: str
    at: float
    answer: Json | None = None
    update_id: int = 0

    def record(self) -> Json:
        """As the control API shows it."""
        return {
            "id": self.id,
            "person": self.person,
            "chat": self.chat,
            "message_id": self.message_id,
            "data": self.data,
            "answered": self.answer is not None,
            "answer": self.answer,
            "update_id": self.update_id,
        }
