"""What a person's phone shows, as JSON for the page and the tests."""

from bot.sandbox.telegram.chats import History, Message
from bot.sandbox.telegram.hands import Hands
from bot.sandbox.telegram.methods.about import commands_for
from bot.sandbox.telegram.people import BotAccount
from bot.sandbox.telegram.shapes import Json
from bot.sandbox.telegram.world import World


def chat_view(world: World, hands: Hands, person_id: int, chat: int | None = None, since: int = 0) -> Json:
    """A chat as one person sees it; with `since`, only what changed after that number."""
    person, bot = world.person(person_id), world.bot()
    history = _history(world, hands, person_id, chat)
    return {
        "boot": world.numbers.boot,
        "seq": world.changes,
        "chat": history.chat,
        "bot": bot_view(bot),
        "started": bot.id in person.started,
        "blocked": bot.id in person.blocked,
        "deactivated": person.deactivated,
        "messages": [message_view(message) for message in messages(history, since)],
        "gone": [number for number, changed in history.gone if changed > since],
        "keyboard": history.keyboard,
        "toasts": [
            toast for toast in history.toasts if toast["seq"] > since and toast["person"] == person_id
        ],
        "commands": commands_for(bot, person),
    }


def messages(history: History, since: int = 0) -> list[Message]:
    """Messages in their order, or those that changed after a number."""
    return [message for message in history.messages.values() if message.changed > since]


def message_view(message: Message) -> Json:
    """A message with who wrote it and when it last changed."""
    return {**message.body, "author": message.author, "seq": message.changed}


def bot_view(bot: BotAccount) -> Json:
    """A bot's name card, without its token."""
    about = {key: bot.about.get(f"{key}|", "") for key in ("description", "short_description")}
    return {"id": bot.id, "username": bot.username, "first_name": bot.first_name, **about}


def _history(world: World, hands: Hands, person_id: int, chat: int | None) -> History:
    if chat is None or chat > 0:
        return world.private_chat(world.bot(), world.person(person_id))
    return hands.deed(person_id, chat).history
