"""Whom a bot may reach: chats by id, with the refusals that Telegram gives for each reason not to."""

from typing import Any

from bot.sandbox.telegram.chats import History, Message
from bot.sandbox.telegram.errors import bad_request, forbidden, upgraded
from bot.sandbox.telegram.people import BotAccount, Group, Person, Standing
from bot.sandbox.telegram.world import World


def chat_number(value: Any) -> int:
    """A chat id as bots write it: a number, or a number in a string."""
    if isinstance(value, int):
        return value
    text = str(value or "").strip()
    if not text:
        raise bad_request("chat_id is empty")
    if not text.lstrip("-").isdigit():
        raise bad_request("chat not found")
    return int(text)


def writable(world: World, bot: BotAccount, chat_id: int) -> History:
    """The chat a bot wants to send to or change."""
    if chat_id > 0:
        return _reachable(world, bot, world.people.get(chat_id))
    group = _known_group(world, chat_id)
    if group.became is not None:
        raise upgraded(group.became)
    _require_member(group, bot)
    return world.group_chat(group)


def readable(world: World, bot: BotAccount, chat_id: int) -> Person | Group:
    """Whom a bot asks about."""
    if chat_id < 0:
        group = _known_group(world, chat_id)
        _require_member(group, bot)
        return group
    person = world.people.get(chat_id)
    if person is None or bot.id not in person.started:
        raise bad_request("chat not found")
    return person


def message_in(history: History, message_id: int, purpose: str) -> Message:
    """A message by its number; `purpose` is how Telegram calls it when it is not there."""
    message = history.messages.get(message_id)
    if message is None:
        raise bad_request(f"{purpose} not found")
    return message


def _reachable(world: World, bot: BotAccount, person: Person | None) -> History:
    if person is None:
        raise bad_request("chat not found")
    if person.deactivated:
        raise forbidden("user is deactivated")
    if bot.id in person.blocked:
        raise forbidden("bot was blocked by the user")
    if bot.id not in person.started:
        raise forbidden("bot can't initiate conversation with a user")
    return world.private_chat(bot, person)


def _known_group(world: World, chat_id: int) -> Group:
    group = world.groups.get(chat_id)
    if group is None:
        raise bad_request("chat not found")
    return group


def _require_member(group: Group, bot: BotAccount) -> None:
    standing = group.bots.get(bot.id, Standing.LEFT)
    if standing is Standing.KICKED:
        raise forbidden(f"bot was kicked from the {group.kind} chat")
    if standing is Standing.LEFT:
        raise forbidden(f"bot is not a member of the {group.kind} chat")
