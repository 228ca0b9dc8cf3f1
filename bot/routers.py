"""Turns one raw update into who spoke, where, when, and a dialogs input. It decides nothing else.

The raw JSON is read directly: validating a whole update as aiogram types costs 0.12 ms, reading these few fields
0.005 ms (docs/decisions.md). A test holds this reading against aiogram's own types.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from dialogs.talk import (
    Commanded,
    Input,
    SentFile,
    SentOther,
    SentPhoto,
    SentPlace,
    SharedContact,
    Tapped,
    Wrote,
)

Raw = Mapping[str, Any]
LETTER_FLOW = "!"
DIGITS = 10
NOT_WORDS = (
    "sticker",
    "voice",
    "video",
    "video_note",
    "animation",
    "audio",
    "poll",
    "dice",
    "story",
    "game",
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """The sender as the platform describes them."""

    id: int
    name: str
    username: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class LetterTap:
    """A button of a letter: the letter's token and the index of the button."""

    token: str
    index: int


@dataclass(frozen=True, slots=True)
class Utterance:
    """One update, read. `callback` is the query to answer, `message` the message it came from or with."""

    speaker: Speaker
    chat: int
    private: bool
    input: Input | LetterTap
    at: datetime | None
    message: int | None
    callback: str | None = None
    title: str = ""  # of a group


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person stopped or restarted the bot (my_chat_member in a private chat)."""

    speaker: Speaker
    chat: int
    reachable: bool


@dataclass(frozen=True, slots=True)
class Removed:
    """The bot was taken out of a group."""

    chat: int


def lane_of(update: Raw) -> int:
    """Whose order must be kept: the person in a private chat, otherwise the chat; 0 for what belongs to nobody."""
    body = next((value for key, value in update.items() if key != "update_id"), None)
    if not isinstance(body, Mapping):
        return 0
    sender, chat = body.get("from") or {}, chat_of(body)
    return int(chat.get("id") or sender.get("id") or 0)


def chat_of(body: Raw) -> Raw:
    """The chat an update belongs to."""
    return body.get("chat") or (body.get("message") or {}).get("chat") or {}


def read(update: Raw) -> Utterance | Blocked | Removed | None:
    """Read one update; None for kinds that mean nothing to the bot."""
    for kind, reader in READERS.items():
        if kind in update:
            return reader(update[kind])
    return None


def read_message(message: Raw, *, edited: bool = False) -> Utterance | None:
    """A message or an edited message from a person."""
    sender = message.get("from")
    if not sender or sender.get("is_bot"):
        return None
    chat = message["chat"]
    return Utterance(
        speaker=speaker_of(sender),
        chat=int(chat["id"]),
        private=chat.get("type") == "private",
        input=input_of(message, edited=edited),
        at=datetime.fromtimestamp(int(message.get("edit_date") or message["date"]), UTC),
        message=int(message["message_id"]),
        title=str(chat.get("title") or ""),
    )


def read_edited(message: Raw) -> Utterance | None:
    """A corrected message. A live location that moves on is edited all the time and says nothing new."""
    return None if "location" in message else read_message(message, edited=True)


def read_tap(query: Raw) -> Utterance:
    """A tap on an inline button. It carries no time of its own."""
    message = query.get("message") or {}
    chat = message.get("chat") or {}
    speaker = speaker_of(query["from"])
    return Utterance(
        speaker=speaker,
        chat=int(chat.get("id") or speaker.id),
        private=chat.get("type", "private") == "private",
        input=tap_of(str(query.get("data") or "")),
        at=None,
        message=int(message["message_id"]) if "message_id" in message else None,
        callback=str(query["id"]),
    )


def read_membership(change: Raw) -> Blocked | Removed | None:
    """Blocking and unblocking the bot in a private chat; being taken out of a group."""
    status = change.get("new_chat_member", {}).get("status")
    if change["chat"].get("type") != "private":
        return Removed(int(change["chat"]["id"])) if status in {"left", "kicked"} else None
    return Blocked(speaker_of(change["from"]), int(change["chat"]["id"]), reachable=status == "member")


READERS: dict[str, Callable[[Raw], Utterance | Blocked | Removed | None]] = {
    "callback_query": read_tap,
    "message": read_message,
    "edited_message": read_edited,
    "my_chat_member": read_membership,
}
KINDS = list(READERS)


def speaker_of(user: Raw) -> Speaker:
    name = " ".join(part for part in (user.get("first_name"), user.get("last_name")) if part)
    return Speaker(int(user["id"]), name, user.get("username"), user.get("language_code"))


def tap_of(data: str) -> Input | LetterTap:
    """Read callback data; anything that is not ours becomes a tap on an unknown screen."""
    flow, _, rest = data.partition(".")
    number, _, option = rest.partition(".")
    if flow == LETTER_FLOW:
        return LetterTap(number, int(option) if option.isascii() and option.isdigit() else -1)
    screen = int(number) if number.isascii() and number.isdigit() and len(number) < DIGITS else -1
    return Tapped(flow, screen, option)


def input_of(message: Raw, *, edited: bool) -> Input:
    """What a message says, by its first meaningful field."""
    if "text" in message:
        return text_of(message, edited=edited)
    if "photo" in message:
        return photo_of(message)
    if "contact" in message:
        contact = message["contact"]
        own = contact.get("user_id") == message["from"]["id"]
        return SharedContact(str(contact.get("phone_number") or ""), own=own)
    document = message.get("document")
    if document and "animation" not in message:
        image = str(document.get("mime_type") or "").startswith("image/")
        return image_file_of(message, document) if image else file_of(message, document)
    if "location" in message:
        return place_of(message)
    what = next((name for name in NOT_WORDS if name in message), "other")
    return SentOther(what, text=str(message.get("caption") or ""))


def text_of(message: Raw, *, edited: bool) -> Commanded | Wrote:
    text = str(message["text"])
    if text.startswith("/") and not edited:
        word, _, argument = text[1:].partition(" ")
        return Commanded(word.partition("@")[0].lower(), argument.strip())
    return Wrote(text, int(message["message_id"]), edited=edited, reply_to=replied(message))


def replied(message: Raw) -> int | None:
    """The message of this chat that it replies to."""
    reply = message.get("reply_to_message") or {}
    return reply.get("message_id")


def photo_of(message: Raw) -> SentPhoto:
    """The largest of the sizes that the platform made."""
    best = max(message["photo"], key=lambda size: size.get("width", 0) * size.get("height", 0))
    return SentPhoto(
        file=str(best["file_id"]),
        unique=str(best["file_unique_id"]),
        size=best.get("file_size"),
        caption=str(message.get("caption") or ""),
        album=message.get("media_group_id"),
        message=message.get("message_id"),
        reply_to=replied(message),
    )


def file_of(message: Raw, document: Raw) -> SentFile:
    return SentFile(
        file=str(document["file_id"]),
        unique=str(document["file_unique_id"]),
        name=str(document.get("file_name") or ""),
        size=document.get("file_size"),
        caption=str(message.get("caption") or ""),
        album=message.get("media_group_id"),
        message=message.get("message_id"),
        reply_to=replied(message),
        mime=str(document.get("mime_type") or ""),
    )


def place_of(message: Raw) -> SentPlace:
    """Where the phone is, a pin, or a spot with its name (a venue carries its location as well)."""
    location, venue = message["location"], message.get("venue") or {}
    accuracy = location.get("horizontal_accuracy")
    return SentPlace(
        lat=float(location["latitude"]),
        lon=float(location["longitude"]),
        accuracy=round(accuracy) if accuracy is not None else None,
        live="live_period" in location,
        address=" ".join(str(venue[key]) for key in ("title", "address") if venue.get(key)),
    )


def image_file_of(message: Raw, document: Raw) -> SentPhoto:
    return SentPhoto(
        file=str(document["file_id"]),
        unique=str(document["file_unique_id"]),
        size=document.get("file_size"),
        caption=str(message.get("caption") or ""),
        album=message.get("media_group_id"),
        message=message.get("message_id"),
        reply_to=replied(message),
        as_file=True,
        mime=str(document["mime_type"]),
    )
