"""The relay: what the office says about a tip reaches the chat of whoever sent it, without anybody seeing which chat that is.

The letter is locked until it leaves and deleted once it has left; its button names the tip, not the letter.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from bot import discreet, paper
from dialogs.render import render
from dialogs.talk import Screen
from dialogs.tips import relayed
from safety.events import Event
from storage import outbox, people
from storage.outbox import Kind, Letter
from storage.tips import contacts

if TYPE_CHECKING:
    from bot.turn import House

LIVES = timedelta(days=14)


def carry(connection: Connection, house: "House", events: Sequence[Event], now: datetime) -> bool:
    """Post what these events have for a reporter. Whether anything was."""
    posted = [_carried(connection, house, event, now) for event in events]
    return any(posted)


def _carried(connection: Connection, house: "House", event: Event, now: datetime) -> bool:
    number = relayed.number_of(event)
    behind = contacts.of_number(connection, house.vault, number) if number and house.vault else None
    if behind is None or house.vault is None or number is None:
        return False
    chat = people.chat_of(connection, behind.person)
    screen = relayed.letter(event, behind.code)
    if chat is None or screen is None:
        return False
    text = render(Screen(screen.lines), chat.language, house.texts, 0)
    label = house.texts.label(relayed.BUTTON, chat.language)
    body = paper.body_of(replace(text, rows=(((label, f"!.{number}.0"),),)))
    letter = Letter(
        chat.chat,
        Kind.ALERT,
        "sendMessage",
        house.vault.lock_text(body, discreet.LETTER),
        sealed=True,
        expires_at=now + LIVES,
    )
    return outbox.post(connection, letter, now) is not None
