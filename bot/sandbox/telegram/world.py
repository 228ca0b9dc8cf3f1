"""Everything there is: bots, people, groups, chats, files. Each change is kept in the journal; rules are elsewhere."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox.clock import MovableClock
from bot.sandbox.telegram.chats import Callback, History, Message
from bot.sandbox.telegram.errors import Impossible
from bot.sandbox.telegram.files import Files, StoredFile, file_record
from bot.sandbox.telegram.journal import Journal, Record
from bot.sandbox.telegram.numbers import Numbers
from bot.sandbox.telegram.people import BotAccount, Group, Person
from bot.sandbox.telegram.shapes import Json
from bot.sandbox.telegram.updates import Pending

CALLBACKS_KEPT = 50_000


@dataclass(frozen=True, slots=True)
class Change:
    """Something that a screen would show: `kind` is what, `history` where."""

    kind: str
    history: History | None = None
    message_id: int = 0
    person: int = 0
    detail: Json | None = None


class World:
    """The state. One thread, no waiting."""

    def __init__(self, clock: MovableClock, folder: Path | None = None, seed: int | None = None) -> None:
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
        self.clock = clock
        self.journal = Journal(folder / "telegram.jsonl" if folder else None)
        self.numbers = Numbers(seed)
        self.files = Files(self.numbers, folder / "files" if folder else None, self._keep_file)
        self.bots: dict[str, BotAccount] = {}
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        self.histories: dict[tuple[int, int], History] = {}
        self.callbacks: OrderedDict[str, Callback] = OrderedDict()
        self.changes = 0
        self.on_change: list[Callable[[Change], None]] = []

    def now(self) -> int:
        """The moved clock in whole seconds, as messages carry it."""
        return int(self.clock.now().timestamp())

    def bot(self, bot_id: int | None = None) -> BotAccount:
        """A bot by its id; without one, the first."""
        for account in self.bots.values():
            if bot_id in {None, account.id}:
                return account
        raise Impossible("there is no such bot")

    def person(self, person_id: int) -> Person:
        """A person who exists, or Impossible."""
        if person_id not in self.people:
            raise Impossible(f"there is no person {person_id}")
        return self.people[person_id]

    def group(self, chat_id: int) -> Group:
        """A group that exists, or Impossible."""
        if chat_id not in self.groups:
            raise Impossible(f"there is no group {chat_id}")
        return self.groups[chat_id]

    def private_chat(self, bot: BotAccount, person: Person) -> History:
        """The chat of a person with a bot, empty at first."""
        return self._history(bot.id, person.id, person.chat)

    def group_chat(self, group: Group) -> History:
        """The chat of a group."""
        return self._history(0, group.id, group.chat)

    def save_bot(self, bot: BotAccount) -> None:
        """Keep a new or changed bot."""
        self.bots[bot.token] = bot
        self._write(["bot", bot.record()])
        self._tell(Change("bot"))

    def save_person(self, person: Person) -> None:
        """Keep a new or changed person."""
        self.people[person.id] = person
        self._write(["person", person.record()])
        self._tell(Change("person", person=person.id))

    def save_group(self, group: Group) -> None:
        """Keep a new or changed group."""
        self.groups[group.id] = group
        self._write(["group", group.record()])
        self._tell(Change("group"))

    def keep(self, history: History, message: Message, kind: str) -> None:
        """A message is new or changed; `kind` tells screens which."""
        self.changes += 1
        message.changed = self.changes
        history.messages[message.id] = message
        if self.journal.kept:
            self._write(["msg", history.owner, history.id, message.record()])
        if self.on_change:
            self._tell(Change(kind, history, message.id))

    def remove(self, history: History, message_id: int) -> None:
        """A message is gone for everybody."""
        self.changes += 1
        del history.messages[message_id]
        history.gone.append((message_id, self.changes))
        self._write(["gone", history.owner, history.id, message_id])
        self._tell(Change("deleted", history, message_id))

    def set_keyboard(self, history: History, keyboard: Json | None) -> None:
        """The keyboard under the text field, or none."""
        self.changes += 1
        history.keyboard, history.keyboard_changed = keyboard, self.changes
        self._write(["keyboard", history.owner, history.id, keyboard])
        self._tell(Change("keyboard", history))

    def toast(self, history: History, callback: Callback) -> None:
        """A tap was answered: the spinner ends, perhaps with words."""
        self.changes += 1
        toast = {
            "seq": self.changes,
            "callback": callback.id,
            "person": callback.person,
            **(callback.answer or {}),
        }
        history.toasts.append(toast)
        self._tell(Change("toast", history, callback.message_id, callback.person, toast))

    def announce(self, change: Change) -> None:
        """Tell screens of something that is not kept."""
        self._tell(change)

    def offer(self, bot: BotAccount, kind: str, payload: Json, lane: int) -> int:
        """Queue an update for a bot, if it asked for the kind; gives the update's id or 0."""
        if not bot.queue.wants(kind):
            return 0
        update = bot.queue.add(kind, payload, lane, self.clock.now().timestamp())
        if self.journal.kept:
            self._write(["update", bot.id, update.id, update.at, update.lane, update.body.decode()])
        return update.id

    def confirm(self, bot: BotAccount, below: int) -> None:
        """A reader has everything before this offset."""
        if bot.queue.confirm(below):
            self._write(["confirm", bot.id, below])

    def delivered(self, bot: BotAccount, update_id: int) -> None:
        """A webhook took one update."""
        if bot.queue.forget(update_id):
            self._write(["delivered", bot.id, update_id])

    def add_callback(self, callback: Callback) -> None:
        """A tap waits for its answer."""
        self.callbacks[callback.id] = callback
        if len(self.callbacks) > CALLBACKS_KEPT:
            self.callbacks.popitem(last=False)

    def next_message_id(self, history: History) -> int:
        """Private chats of a bot share one row of numbers, a group has its own."""
        holder = self.bot(history.owner) if history.private else self.groups[history.id]
        holder.last_message_id += 1
        return holder.last_message_id

    def records(self) -> Iterator[Record]:
        """The whole state as journal lines."""
        yield ["boot", self.numbers.boot]
        yield from (["bot", bot.record()] for bot in self.bots.values())
        yield from (["person", person.record()] for person in self.people.values())
        yield from (["group", group.record()] for group in self.groups.values())
        yield from (["file", file_record(stored)] for stored in self.files.by_id.values())
        for history in self.histories.values():
            key = [history.owner, history.id]
            yield ["chat", *key, history.chat]
            yield from (["msg", *key, message.record()] for message in history.messages.values())
            yield ["keyboard", *key, history.keyboard]
        for bot in self.bots.values():
            yield from (_update_record(bot, update) for update in bot.queue.pending.values())

    def _history(self, owner: int, chat_id: int, chat: Json) -> History:
        history = self.histories.get((owner, chat_id))
        if history is None:
            history = self.histories[owner, chat_id] = History(owner, chat)
            self._write(["chat", owner, chat_id, chat])
        history.chat = chat
        return history

    def _keep_file(self, stored: StoredFile) -> None:
        self._write(["file", file_record(stored)])

    def _write(self, record: Record) -> None:
        if self.journal.kept:
            self.journal.write(record)

    def _tell(self, change: Change) -> None:
        for listener in tuple(self.on_change):
            listener(change)


def _update_record(bot: BotAccount, update: Pending) -> Record:
    return ["update", bot.id, update.id, update.at, update.lane, update.body.decode()]
