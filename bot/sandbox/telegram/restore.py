"""Brings a world back from its journal. The other direction is World.records and the writes beside each change."""

from typing import Any

from bot.sandbox.telegram.chats import History, Message
from bot.sandbox.telegram.files import StoredFile
from bot.sandbox.telegram.journal import Record
from bot.sandbox.telegram.people import BotAccount, Group, Person
from bot.sandbox.telegram.updates import Pending
from bot.sandbox.telegram.world import World


def restore(world: World) -> None:
    """Read what the last run left, then go on writing from the present state."""
    for record in world.journal.read():
        _apply(world, record)
    world.numbers.boot += 1
    world.journal.begin(world.records())


def _apply(world: World, record: Record) -> None:  # noqa: C901 - one arm a kind of line
    match record:
        case ["boot", number]:
            world.numbers.boot = number
        case ["bot", body]:
            _bot(world, BotAccount.of(body))
        case ["person", body]:
            world.people[body["id"]] = Person.of(body)
        case ["group", body]:
            world.groups[body["id"]] = Group.of(body)
        case ["file", body]:
            world.files.put(StoredFile(**body))
        case ["chat", owner, chat_id, chat]:
            world.histories.setdefault((owner, chat_id), History(owner, chat))
        case ["msg", owner, chat_id, body]:
            _message(world, world.histories[owner, chat_id], body)
        case ["gone", owner, chat_id, message_id]:
            world.histories[owner, chat_id].messages.pop(message_id, None)
        case ["keyboard", owner, chat_id, keyboard]:
            world.histories[owner, chat_id].keyboard = keyboard
        case [("update" | "confirm" | "delivered"), bot_id, *rest]:
            _queue(world.bot(bot_id), record[0], rest)
        case _:
            raise ValueError(f"the journal holds a line of an unknown kind: {record[0]}")


def _bot(world: World, bot: BotAccount) -> None:
    before = world.bots.get(bot.token)
    if before:
        bot.queue.pending = before.queue.pending
        bot.queue.next_id = max(bot.queue.next_id, before.queue.next_id)
        bot.last_message_id = max(bot.last_message_id, before.last_message_id)
    world.bots[bot.token] = bot


def _message(world: World, history: History, body: dict[str, Any]) -> None:
    world.changes += 1
    message = Message(**body, changed=world.changes)
    history.messages[message.id] = message
    if message.body.get("photo"):
        world.files.remember_photo(message.body["photo"])
    holder = world.bot(history.owner) if history.private else world.groups[history.id]
    holder.last_message_id = max(holder.last_message_id, message.id)


def _queue(bot: BotAccount, kind: str, rest: list[Any]) -> None:
    if kind == "update":
        number, at, lane, body = rest
        bot.queue.put(Pending(number, at, lane, body.encode()))
    elif kind == "confirm":
        bot.queue.confirm(rest[0])
    else:
        bot.queue.forget(rest[0])
