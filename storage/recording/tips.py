"""Writes anonymous tips down. The reporter's side is recorded without person, seat, update or words, and of the hour only."""

import hashlib
import secrets
from typing import Any

from sqlalchemy import insert, select, update

from safety.calendar import today
from safety.errors import Refusal
from safety.events_tips import TipAdded, TipLetGo, TipPhotoFailed, TipReceived, TipSent
from safety.tips import Side, TipState
from storage.numbers import Series, next_number
from storage.recording.turn import Turn, Written
from storage.tables.ledger import enterprises
from storage.tables.tips import tip_messages, tips
from storage.tips import contacts, photos
from storage.tips.contacts import Behind
from storage.tips.counts import Counted, once_more
from storage.tips.vault import Vault
from storage.types import hour

LONGEST_NAME, LONGEST_PLACE, LONGEST_WORDS = 160, 200, 4000  # characters


def locked(turn: Turn) -> Vault:
    """The vault. Refusal without one: a tip without it would name its reporter."""
    if turn.vault is None:
        raise Refusal("tip-no-key")
    return turn.vault


def tip_sent(turn: Turn, event: TipSent) -> Written:
    """The tip has its number; who sent it goes into the locked table. Refusal when there were enough today."""
    vault = locked(turn)
    if not event.words.strip() and not event.pictures:
        raise Refusal("tip-empty")
    sent = once_more(turn.connection, vault, turn.actor.person, Counted.SENT, today(turn.now))
    if sent > event.most:
        raise Refusal("tip-too-many", {"n": event.most})
    enterprise = _enterprise(turn, event.enterprise)
    number = next_number(turn.connection, Series.TIP, turn.now)
    row = {
        "number": number,
        "enterprise": enterprise,
        "named": event.named[:LONGEST_NAME],
        "words": event.words[:LONGEST_WORDS],
        "place": event.place[:LONGEST_PLACE],
        "sent_at": hour(turn.now),
        "state": TipState.NEW,
    }
    tip = turn.connection.execute(insert(tips).values(row).returning(tips.c.id)).scalar_one()
    contacts.keep(turn.connection, vault, tip, Behind(turn.actor.person), event.until)
    photos.enter(turn.connection, tip, event.pictures, hour(turn.now), turn.now)
    added = {"number": number, "sha256": _digest(event.words), "photos": len(event.pictures)}
    return _unnamed(number, enterprise, added, TipReceived(number))


def _enterprise(turn: Turn, credit_code: str) -> int | None:
    if not credit_code:
        return None
    found = select(enterprises.c.id).where(enterprises.c.credit_code == credit_code)
    return turn.connection.execute(found).scalar_one_or_none()


def tip_received(turn: Turn, event: TipReceived) -> Written:
    """What follows from a tip that was sent, or from more of it."""
    row = _tip(turn, event.number)
    return _unnamed(event.number, row.enterprise, {"number": event.number})


def tip_added(turn: Turn, event: TipAdded) -> Written:
    """More words or photos of the reporter. Refusal: not theirs, too often today, or too many photos."""
    vault, row = locked(turn), _own(turn, event.number)
    times = once_more(turn.connection, vault, turn.actor.person, Counted.ADDED, today(turn.now))
    if times > event.most:
        raise Refusal("tip-added-too-often", {"n": event.most})
    if event.words.strip():
        say(turn, row.id, Side.REPORTER, event.words)
    photos.enter(turn.connection, row.id, event.pictures, hour(turn.now), turn.now)
    added = {"number": row.number, "sha256": _digest(event.words), "photos": len(event.pictures)}
    return _unnamed(row.number, row.enterprise, added)


def tip_let_go(turn: Turn, event: TipLetGo) -> Written:
    """The account is gone for good; the tip stays."""
    row = _own(turn, event.number)
    contacts.forget(turn.connection, [row.id])
    return _unnamed(row.number, row.enterprise, {"number": row.number})


def tip_photo_failed(turn: Turn, event: TipPhotoFailed) -> Written:
    """Our copy could not be made: storage/tips/photos.py has moved the row on."""
    row = _tip(turn, event.number)
    return _unnamed(row.number, row.enterprise, {"number": row.number, "reason": event.reason})


def say(turn: Turn, tip: int, side: Side, text: str) -> None:
    """One message more in the tip's conversation."""
    office = side is Side.OFFICE
    row = {
        "tip": tip,
        "at": turn.now if office else hour(turn.now),
        "side": side,
        "person": turn.actor.person if office else None,
        "text": text.strip()[:LONGEST_WORDS],
    }
    turn.connection.execute(insert(tip_messages), row)


def change(turn: Turn, tip: int, **values: Any) -> None:
    """Change a tip's own row."""
    turn.connection.execute(update(tips).where(tips.c.id == tip).values(**values))


def _tip(turn: Turn, number: str) -> Any:
    row = turn.connection.execute(select(tips).where(tips.c.number == number).with_for_update()).one_or_none()
    if row is None:
        raise Refusal("tip-gone")
    return row


def _own(turn: Turn, number: str) -> Any:
    """The reporter's own tip. One and the same Refusal for one that is unknown, somebody else's, or let go."""
    row = _tip(turn, number)
    behind = contacts.of(turn.connection, locked(turn), row.id)
    if behind is None or behind.person != turn.actor.person:
        raise Refusal("tip-gone")
    return row


def _unnamed(number: str, enterprise: int | None, added: Any, *also: Any) -> Written:
    return Written(f"tip/{number}", added, also, enterprise, unnamed=True)


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest() if words else ""


def new_code(alphabet: str, groups: int, length: int) -> str:
    """A reward code that cannot be guessed."""
    return "-".join("".join(secrets.choice(alphabet) for _ in range(length)) for _ in range(groups))
