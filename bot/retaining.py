"""What personal data is to be cleared, and clearing it now. The work of `python -m bot retention`."""

from datetime import UTC, datetime, timedelta

from bot.retention_rounds import terms
from bot.settings import Settings
from checklists.load import load_catalogue
from storage import retention
from storage.database import Database


def told(settings: Settings, *, dry: bool) -> str:
    """A line each class: how many days it is kept, how much of it was (or with `dry` would be) cleared."""
    now, catalogue = datetime.now(UTC), load_catalogue()
    database = Database.open(settings.database)
    try:
        lines = []
        for name, days in terms(catalogue).items():
            before = now - timedelta(days=days)
            with database.reading() as connection:
                waiting = retention.waiting(connection, name, before)
            cleared = waiting if dry else _cleared(database, name, before)
            lines.append(f"{name:<14}{days:>5} days  {cleared:>7} {'to clear' if dry else 'cleared'}")
        return "\n".join(lines)
    finally:
        database.close()


def _cleared(database: Database, name: str, before: datetime) -> int:
    """Portion by portion, each committed by itself."""
    total = 0
    while True:
        with database.writing() as connection:
            count = retention.clear(connection, name, before)
        total += count
        if count < retention.PORTION:
            return total
