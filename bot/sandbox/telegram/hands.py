"""What people do with their phones: write, tap, photograph, share, block. Each deed is refused where a phone would not offer it."""

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.sandbox.telegram.chats import Callback, History, Message
from bot.sandbox.telegram.errors import Impossible
from bot.sandbox.telegram.files import Upload
from bot.sandbox.telegram.oddments import oddment
from bot.sandbox.telegram.people import BotAccount, Person
from bot.sandbox.telegram.rooms import member_update, visible
from bot.sandbox.telegram.shapes import Json
from bot.sandbox.telegram.text import written
from bot.sandbox.telegram.world import World

PAYLOAD_LIMIT = 64
EDIT_SECONDS = 172_800
_payload = re.compile(r"[A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Deed:
    """Where somebody does something: who, towards which bot, in which chat."""

    person: Person
    bot: BotAccount
    history: History


class Hands:
    """People's hands. `chat` is None for the private chat with the bot, or a group's id."""

    def __init__(self, world: World, timer: Callable[[], float] = time.monotonic) -> None:
        self.world = world
        self._timer = timer

    def start(self, person_id: int, payload: str = "", bot_id: int | None = None) -> Message:
        """Press start, perhaps by a link t.me/bot?start=payload."""
        if len(payload) > PAYLOAD_LIMIT or not _payload.fullmatch(payload):
            raise Impossible("a start payload has at most 64 letters, digits, - and _")
        return self.write(person_id, f"/start {payload}".strip(), bot_id=bot_id)

    def write(
        self,
        person_id: int,
        text: str,
        chat: int | None = None,
        reply_to: int | None = None,
        bot_id: int | None = None,
    ) -> Message:
        """Send a text. In the private chat the first one must be /start."""
        plain, entities = written(text)
        if not plain:
            raise Impossible("an empty text cannot be sent")
        deed = self.deed(person_id, chat, bot_id)
        self._begin(deed, plain)
        content: Json = {"text": plain, "entities": entities} if entities else {"text": plain}
        return self.post(deed, content, reply_to)

    def photograph(
        self, person_id: int, uploads: Sequence[Upload], caption: str = "", chat: int | None = None
    ) -> list[Message]:
        """Send one photo or an album of several; the caption goes with the first."""
        return self._media(self.deed(person_id, chat), "photo", uploads, caption)

    def send_files(
        self, person_id: int, uploads: Sequence[Upload], caption: str = "", chat: int | None = None
    ) -> list[Message]:
        """Send files as they are, every byte."""
        return self._media(self.deed(person_id, chat), "document", uploads, caption)

    def share_contact(self, person_id: int, of: int | None = None, chat: int | None = None) -> Message:
        """Send one's own card, or the card of somebody else."""
        deed = self.deed(person_id, chat)
        card = self.world.person(person_id if of is None else of)
        if not card.phone:
            raise Impossible("this person has no phone number")
        names = {"first_name": card.first_name, "last_name": card.last_name, "user_id": card.id}
        shown = {key: value for key, value in names.items() if value}
        message = self.post(deed, {"contact": {"phone_number": card.phone, **shown}})
        self._put_away_keyboard(deed.history)
        return message

    def tap(
        self,
        person_id: int,
        message_id: int,
        data: str | None = None,
        label: str | None = None,
        chat: int | None = None,
        *,
        force_data: str | None = None,
    ) -> Callback:
        """Tap an inline button that is on the message now. `force_data` sends anything, as an attacker's client could."""
        deed = self.deed(person_id, chat)
        message = self._message(deed.history, message_id)
        chosen = _button(message, data, label)["callback_data"] if force_data is None else force_data
        return self._called(deed, message, chosen)

    def press(self, person_id: int, label: str, chat: int | None = None) -> Message:
        """Press a key of the keyboard under the text field."""
        deed = self.deed(person_id, chat)
        rows = (deed.history.keyboard or {}).get("keyboard", [])
        key = next((key for row in rows for key in row if key["text"] == label), None)
        if key is None:
            raise Impossible(f"there is no key {label!r} now")
        if key.get("request_contact"):
            return self.share_contact(person_id, chat=chat)
        if key.get("request_location"):
            return self.send_other(person_id, "location", chat=chat)
        message = self.write(person_id, label, chat)
        self._put_away_keyboard(deed.history)
        return message

    def edit(self, person_id: int, message_id: int, text: str, chat: int | None = None) -> Message:
        """Change one's own text, or the caption of one's own photo."""
        deed = self.deed(person_id, chat)
        message = self._message(deed.history, message_id)
        if message.author != person_id or self.world.now() - message.body["date"] > EDIT_SECONDS:
            raise Impossible("only one's own messages of the last two days can be edited")
        return self._edited(deed, message, text)

    def send_other(self, person_id: int, kind: str, text: str = "", chat: int | None = None) -> Message:
        """Send a sticker, a voice message, a video, a place, a poll, a die."""
        return self.post(self.deed(person_id, chat), oddment(self.world.files, kind, text))

    def block(self, person_id: int, bot_id: int | None = None) -> None:
        """Block the bot."""
        bot, person = self.world.bot(bot_id), self.world.person(person_id)
        if bot.id not in person.blocked:
            person.blocked.add(bot.id)
            self.world.save_person(person)
            self._tell_membership(bot, person, "member", "kicked")

    def unblock(self, person_id: int, bot_id: int | None = None) -> None:
        """Let the bot write again."""
        bot, person = self.world.bot(bot_id), self.world.person(person_id)
        if bot.id in person.blocked:
            person.blocked.discard(bot.id)
            self.world.save_person(person)
            self._tell_membership(bot, person, "kicked", "member")

    def deactivate(self, person_id: int) -> None:
        """Give up the account."""
        person = self.world.person(person_id)
        person.deactivated = True
        self.world.save_person(person)

    def deed(self, person_id: int, chat: int | None = None, bot_id: int | None = None) -> Deed:
        """Who, with which bot, where."""
        person, bot = self.world.person(person_id), self.world.bot(bot_id)
        if person.deactivated:
            raise Impossible("this account is deactivated")
        if chat is None or chat == person_id:
            if bot.id in person.blocked:
                raise Impossible("the bot is blocked")
            return Deed(person, bot, self.world.private_chat(bot, person))
        group = self.world.group(chat)
        if person_id not in group.members or group.became is not None:
            raise Impossible("this person is not in the group")
        return Deed(person, bot, self.world.group_chat(group))

    def post(self, deed: Deed, content: Json, reply_to: int | None = None) -> Message:
        """Put a person's message into a chat and offer it to the bots that may see it."""
        history = deed.history
        if history.private and deed.bot.id not in deed.person.started:
            raise Impossible("this person has not started the bot")
        body: Json = {"message_id": self.world.next_message_id(history), "from": deed.person.user}
        body |= {"chat": history.chat, "date": self.world.now()}
        if reply_to is not None:
            answered = self._message(history, reply_to).body
            body["reply_to_message"] = {key: answered[key] for key in answered if key != "reply_to_message"}
        message = Message(body | content, deed.person.id)
        self.world.keep(history, message, "message")
        self._offer(deed, "message", message)
        return message

    def replace(self, deed: Deed, message: Message, content: Json) -> Message:
        """Change a message that is there, and tell the bots that saw it."""
        message.body = message.body | content | {"edit_date": self.world.now()}
        self.world.keep(deed.history, message, "edited")
        self._offer(deed, "edited_message", message)
        return message

    def _begin(self, deed: Deed, text: str) -> None:
        if (
            deed.history.private
            and text.split(maxsplit=1)[0] == "/start"
            and deed.bot.id not in deed.person.started
        ):
            deed.person.started.add(deed.bot.id)
            self.world.save_person(deed.person)

    def _media(self, deed: Deed, kind: str, uploads: Sequence[Upload], caption: str) -> list[Message]:
        if not uploads:
            raise Impossible("there is nothing to send")
        text, entities = written(caption)
        group = {"media_group_id": self.world.numbers.digits()} if len(uploads) > 1 else {}
        words: Json = {"caption": text} if text else {}
        words |= {"caption_entities": entities} if entities else {}
        keep = self.world.files.photo if kind == "photo" else self.world.files.document
        contents = [group | {kind: keep(upload)} for upload in uploads]
        return [self.post(deed, content | (words if not at else {})) for at, content in enumerate(contents)]

    def _edited(self, deed: Deed, message: Message, text: str) -> Message:
        plain, entities = written(text)
        name, marks = ("text", "entities") if "text" in message.body else ("caption", "caption_entities")
        if name == "text" and not plain:
            raise Impossible("an empty text cannot be sent")
        message.body = {key: value for key, value in message.body.items() if key not in {name, marks}}
        return self.replace(deed, message, {name: plain} | ({marks: entities} if entities else {}))

    def _called(self, deed: Deed, message: Message, data: str) -> Callback:
        bot = deed.bot if deed.history.private else self.world.bot(message.author)
        callback = Callback(
            id=self.world.numbers.digits(),
            bot=bot.id,
            person=deed.person.id,
            chat=deed.history.id,
            message_id=message.id,
            data=data,
            at=self._timer(),
        )
        self.world.add_callback(callback)
        payload: Json = {"id": callback.id, "from": deed.person.user, "message": message.body}
        payload |= {"chat_instance": str(bot.id * 1_000_003 + deed.history.id), "data": data}
        callback.update_id = self.world.offer(bot, "callback_query", payload, deed.history.id)
        return callback

    def _offer(self, deed: Deed, kind: str, message: Message) -> None:
        for bot in visible(self.world, deed.history, deed.bot, message):
            self.world.offer(bot, kind, message.body, deed.history.id)

    def _tell_membership(self, bot: BotAccount, person: Person, before: str, after: str) -> None:
        payload = member_update(self.world, bot, person, person.chat, before, after)
        self.world.offer(bot, "my_chat_member", payload, person.id)

    def _put_away_keyboard(self, history: History) -> None:
        if history.keyboard and history.keyboard.get("one_time_keyboard"):
            self.world.set_keyboard(history, None)

    def _message(self, history: History, message_id: int) -> Message:
        message = history.messages.get(message_id)
        if message is None:
            raise Impossible(f"there is no message {message_id} in this chat")
        return message


def _button(message: Message, data: str | None, label: str | None) -> Json:
    for button in message.buttons:
        if "callback_data" in button and (button["callback_data"] == data or button["text"] == label):
            return button
    raise Impossible("there is no such button on this message now")
