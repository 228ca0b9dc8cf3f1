"""The command menu of the chat, per language and role; the words stand in the locales."""

import asyncio
from collections.abc import Mapping

import structlog

from bot.telegram import InDoubt, Telegram, Unreachable
from checklists.words import Language
from dialogs.render import Texts
from dialogs.talk import Line

log = structlog.get_logger(__name__)

OFFICER = ("start", "check", "todo", "hazard", "help")
SUPERVISOR = ("start", "digest", "hazards", "approvals", "verify", "language", "help")
CODES = {Language.ZH: ("", "zh"), Language.EN: ("en",)}
WAITS = (1, 5, 30, 120)


def menu(texts: Texts, names: tuple[str, ...], language: Language) -> list[dict[str, str]]:
    """The menu as the Bot API wants it."""
    return [
        {"command": name, "description": texts.plain(Line(f"command-{name}"), language)} for name in names
    ]


async def publish(telegram: Telegram, texts: Texts) -> None:
    """Set the menu that everybody sees; tried again while Telegram is away."""
    for language, codes in CODES.items():
        for code in codes:
            body = {"commands": menu(texts, OFFICER, language), "language_code": code}
            await persist(telegram, body)


async def for_chat(telegram: Telegram, texts: Texts, chat: int, language: Language) -> None:
    """Give one supervisor's chat the supervisors' menu."""
    scope = {"type": "chat", "chat_id": chat}
    await persist(telegram, {"commands": menu(texts, SUPERVISOR, language), "scope": scope})


async def persist(telegram: Telegram, body: Mapping[str, object]) -> None:
    """Call until it is answered; a menu is never worth more than a few tries."""
    for wait in WAITS:
        try:
            reply = await telegram.call("setMyCommands", body)
        except (Unreachable, InDoubt):
            await asyncio.sleep(wait)
            continue
        if not reply.ok:
            log.warning("the command menu was refused", detail=reply.description)
        return
