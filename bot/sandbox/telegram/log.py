"""What bots called and what came of it, the newest entries."""

from collections import deque
from typing import Any, NamedTuple

from bot.sandbox.telegram.shapes import Json

KEPT = 50_000


class Entry(NamedTuple):
    """One call. `fault` names what was played on purpose."""

    id: int
    at: float
    bot: int
    method: str
    chat: int | None
    ok: bool
    code: int
    description: str
    message_id: int | None
    fault: str
    payload: Any

    def record(self, *, full: bool = False) -> Json:
        """As the control API shows it; the payload only when wished."""
        shown = self._asdict()
        if not full:
            del shown["payload"]
        return shown


class CallLog:
    """A ring of entries with growing ids."""

    def __init__(self, kept: int = KEPT) -> None:
        self._entries: deque[Entry] = deque(maxlen=kept)
        self.last = 0

    def add(self, entry: Entry) -> None:
        """Put an entry at the end."""
        self._entries.append(entry)

    def next_id(self) -> int:
        """The id for the next entry."""
        self.last += 1
        return self.last

    def since(self, entry_id: int, limit: int = KEPT) -> list[Entry]:
        """Entries after an id, oldest first."""
        found: list[Entry] = []
        for entry in reversed(self._entries):
            if entry.id <= entry_id:
                break
            found.append(entry)
        return found[::-1][:limit]
