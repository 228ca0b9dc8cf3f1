"""Shows updates that were set aside and puts them back. The work of `python -m bot aside`."""

from bot.settings import Settings
from storage import inbox
from storage.database import Database
from storage.inbox import Aside


def list_aside(settings: Settings) -> str:
    """All set-aside updates: number, lane, time, reason, raw form."""
    database = Database.open(settings.database)
    with database.reading() as connection:
        found = inbox.set_aside(connection)
    database.close()
    return "\n\n".join(describe(update) for update in found) or "Nothing was set aside."


def describe(update: Aside) -> str:
    """One set-aside update for a person to read."""
    head = f"update {update.update_id} · lane {update.lane} · {update.received_at:%Y-%m-%d %H:%M:%S} UTC"
    return f"{head} · {update.attempts} attempts\n{update.reason.strip()}\n{update.body}"


def replay_aside(settings: Settings, updates: list[int] | None) -> str:
    """Put them back into their lanes; the running bot takes them within a second."""
    database = Database.open(settings.database)
    with database.writing() as connection:
        count = inbox.replay(connection, updates or None)
    database.close()
    return f"{count} updates are back in their lanes."
