"""People with phones, for tests of whole turns: says, taps, photographs, sees. Telegram is a dictionary, storage is real."""

import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson

from bot import discreet
from bot.turn import Done, House, take_turns
from checklists.catalogue import Catalogue
from dialogs.render import Texts
from storage import inbox, outbox
from storage.database import Database
from storage.inbox import Arrived
from storage.outbox import Kind, Mark, Posted
from storage.tips.vault import Vault

BOT = 1
VAULT = Vault([b"k" * 32])
START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


@dataclass
class Hands:
    """A clock that a test moves."""

    time: datetime = START

    def now(self) -> datetime:
        return self.time

    def pass_(self, **span: float) -> None:
        self.time += timedelta(**span)


@dataclass
class Message:
    """One message of the bot in a chat."""

    number: int
    html: str
    rows: list[list[dict[str, str]]]
    contact: bool = False
    photo: str | None = None

    @property
    def labels(self) -> list[str]:
        return [button["text"] for row in self.rows for button in row]


@dataclass
class Exchange:
    """The bot's turns on a real database, and Telegram's side of every chat."""

    database: Database
    catalogue: Catalogue
    texts: Texts
    clock: Hands = field(default_factory=Hands)
    chats: dict[int, list[Message]] = field(default_factory=dict)
    toasts: dict[int, list[str]] = field(default_factory=dict)
    sent: dict[int, int] = field(default_factory=dict)  # new messages a chat has had, deleted ones too
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    updates: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def __post_init__(self) -> None:
        self.house = House(self.catalogue, self.texts, self.clock, BOT, "test", VAULT)

    def hear(self, kind: str, body: dict[str, Any], lane: int) -> list[Done]:
        """Deliver one update and run its turn."""
        update = {"update_id": next(self.updates), kind: body}
        return self.deliver(update, lane)

    def deliver(self, update: dict[str, Any], lane: int) -> list[Done]:
        """Deliver one raw update and run its turn."""
        self.keep([(update, lane)])
        return self.again(lane)

    def keep(self, updates: list[tuple[dict[str, Any], int]]) -> None:
        batch = [Arrived(one["update_id"], lane, orjson.dumps(one).decode()) for one, lane in updates]
        with self.database.writing() as connection:
            inbox.receive(connection, BOT, batch, self.clock.now())

    def together(self, said: "list[tuple[Phone, str]]") -> list[Done]:
        """Several people write at the same moment: their turns share one transaction."""
        self.keep([(phone.written(text=text), phone.account) for phone, text in said])
        return self.again()

    def again(self, lane: int = 0) -> list[Done]:
        """Run the turns that wait and send what they say."""
        with self.database.writing() as connection:
            done = take_turns(connection, self.house)
        for turn in done:
            if turn.answer is not None:
                self.toasts.setdefault(lane, []).append(turn.answer.toast or "")
            for letter in turn.letters:
                self.send(letter)
        self.settle()
        return done

    def settle(self) -> None:
        """Send what waits."""
        with self.database.writing() as connection:
            waiting = outbox.claim(connection, "test", self.clock.now() + timedelta(seconds=2), 100)
        for letter in waiting:
            self.send(letter)

    def send(self, letter: Posted) -> None:
        text = VAULT.open_text(letter.body, discreet.LETTER) if letter.sealed else letter.body
        body = orjson.loads(text or "")
        chat = self.chats.setdefault(letter.chat, [])
        number = self._screen(letter)
        message: int | None = None
        if letter.kind is Kind.DELETE:
            chat[:] = [one for one in chat if one.number != number]
        elif letter.kind is Kind.EDIT:
            shown = next(one for one in chat if one.number == number)
            assert shown.html != body["text"] or shown.rows != rows_of(body), "an edit that changes nothing"
            shown.html, shown.rows = body["text"], rows_of(body)
        else:
            message = next(self.numbers)
            self.sent[letter.chat] = self.sent.get(letter.chat, 0) + 1
            contact = "keyboard" in body.get("reply_markup", {})
            html = body.get("text", body.get("caption", ""))
            chat.append(Message(message, html, rows_of(body), contact, letter.media))
        with self.database.writing() as connection:
            outbox.mark(
                connection,
                [Mark(letter.id, "sent", message=message, at=self.clock.now(), sealed=letter.sealed)],
            )

    def _screen(self, letter: Posted) -> int | None:
        if letter.target is None:
            return None
        with self.database.reading() as connection:
            return outbox.message_of(connection, letter.target)


def rows_of(body: dict[str, Any]) -> list[list[dict[str, str]]]:
    rows: list[list[dict[str, str]]] = body.get("reply_markup", {}).get("inline_keyboard", [])
    return rows


@dataclass
class Phone:
    """One person's private chat with the bot."""

    exchange: Exchange
    account: int
    name: str = "王芳"
    phone: str = "13900000000"
    language: str = "zh-hans"
    taps: int = 0
    texts: int = 0
    photos: int = 0
    files: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    @property
    def sender(self) -> dict[str, Any]:
        return {
            "id": self.account,
            "is_bot": False,
            "first_name": self.name,
            "language_code": self.language,
        }

    @property
    def chat(self) -> dict[str, Any]:
        return {"id": self.account, "type": "private", "first_name": self.name}

    @property
    def messages(self) -> list[Message]:
        return self.exchange.chats.setdefault(self.account, [])

    @property
    def screen(self) -> Message:
        return self.messages[-1]

    @property
    def sees(self) -> str:
        return self.screen.html

    @property
    def toast(self) -> str:
        return self.exchange.toasts[self.account][-1]

    def written(self, **more: Any) -> dict[str, Any]:
        """An update with a message of this person."""
        body = {
            "message_id": next(self.exchange.numbers),
            "date": int(self.exchange.clock.now().timestamp()),
            "chat": self.chat,
            "from": self.sender,
            **more,
        }
        return {"update_id": next(self.exchange.updates), "message": body}

    def _message(self, **more: Any) -> list[Done]:
        return self.exchange.deliver(self.written(**more), self.account)

    def says(self, text: str) -> list[Done]:
        self.texts += not text.startswith("/")
        return self._message(text=text)

    def shares_contact(self, *, of: "Phone | None" = None) -> list[Done]:
        whose = of or self
        card = {"phone_number": whose.phone, "first_name": whose.name, "user_id": whose.account}
        return self._message(contact=card)

    def photographs(self, caption: str = "", album: str | None = None) -> list[Done]:
        self.photos += 1
        name = f"f{self.account}-{next(self.files)}"
        size = {"file_id": name, "file_unique_id": f"u{name}", "width": 800, "height": 600, "file_size": 9000}
        more: dict[str, Any] = {"photo": [size]}
        if caption:
            more["caption"] = caption
        if album:
            more["media_group_id"] = album
        return self._message(**more)

    def sends(self, what: str, **fields: Any) -> list[Done]:
        return self._message(**{what: {"file_id": "x", "file_unique_id": "y", **fields}})

    def taps_on(self, label: str, message: Message | None = None) -> list[Done]:
        """Tap the button with this label, or the first that contains it, on the newest message that has it."""
        shown = [message] if message else list(reversed(self.messages))
        for one in shown:
            buttons = [button for row in one.rows for button in row]
            fitting = [button for button in buttons if label in button["text"]]
            for button in sorted(fitting, key=lambda button: button["text"] != label):
                return self.taps_data(button["callback_data"], one.number)
        raise AssertionError(f"no button {label!r} in {[one.labels for one in self.messages]}")

    def taps_data(self, data: str, message: int = 1) -> list[Done]:
        self.taps += 1
        shown = {"message_id": message, "date": 0, "chat": self.chat, "text": "?"}
        query = {"id": f"q{self.taps}", "from": self.sender, "chat_instance": "1", "data": data}
        return self.exchange.hear("callback_query", {**query, "message": shown}, self.account)
