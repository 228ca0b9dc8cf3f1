"""A new text of a commitment: the principals of those who signed the old one are told once, some enterprises at a time."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.screens import post_notice
from bot.turn import House
from safety.letters import Notice, Opens, Value
from storage import outdated
from storage.outdated import Outdated

LIVES = timedelta(days=14)


def tell(connection: Connection, house: House, now: datetime) -> int:
    """Tell the next ones. How many enterprises that were; 0 when all know."""
    found = outdated.untold(connection, house.catalogue)
    for one in found:
        for person in one.principals:
            post_notice(connection, house.texts, _notice(one, person), now)
        outdated.told(connection, one)
    return len(found)


def _notice(one: Outdated, person: int) -> Notice:
    args: dict[str, Value] = {"enterprise": one.name, "number": one.number}
    key = f"pledge-text:{one.fingerprint[:16]}:{one.enterprise}:{person}"
    button = (Opens("open-pledges", "pledges"),)
    return Notice(person, "letter-pledge-text", key, args, button, expires_in=LIVES)
