"""Those of the demo's district whose phones nobody holds: they get their letters unseen, and two of them cannot be reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from bot.demo.diary import Diary, Staff
from safety.people import Role
from storage import enterprises, people, reachability
from storage.enterprises import Entry

AGO = timedelta(days=3)
FIRST, LAST = 799_000_000, 799_999_999  # their accounts


@dataclass(frozen=True, slots=True)
class Gone:
    """Who cannot be reached: in one enterprise nobody else has joined, in the other the principal stands in."""

    alone: Entry
    stood_in: Entry


def choose(entries: Sequence[Entry], staff: Staff) -> Gone | None:
    """Of a town's enterprises; None when it has not one of each."""
    officers = [entry for entry in entries if staff.hired(entry, Role.OFFICER)]
    alone = [entry for entry in officers if not staff.hired(entry, Role.PRINCIPAL)]
    both = [entry for entry in officers if staff.hired(entry, Role.PRINCIPAL)]
    offstage = [entry for entry in both if staff.speaker(entry, Role.OFFICER).id in staff.accounts]
    return Gone(alone[-1], offstage[-1]) if alone and offstage else None


def leave(connection: Connection, diary: Diary, staff: Staff, entries: Sequence[Entry]) -> None:
    """Two officers stopped the bot some days ago; their town has heard of it."""
    gone = choose(entries, staff)
    if gone is None:
        return
    moment = diary.now - AGO
    for entry in (gone.alone, gone.stood_in):
        reachability.lost(connection, staff.speaker(entry, Role.OFFICER).id, moment)
        own = enterprises.by_code(connection, entry.credit_code)
        if own is not None and reachability.reckon(connection, own, moment):
            town = reachability.town_of(connection, own)
            reachability.told(connection, reachability.untold(connection, town), moment)


def records(connection: Connection) -> Sequence[dict[str, Any]]:
    """As the stand-in wants to know them: off the page."""
    return [
        {"id": account, "name": name, "language_code": "zh-hans", "offstage": "yes"}
        for account, name in people.accounts(connection, FIRST, LAST)
    ]
