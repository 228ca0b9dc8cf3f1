"""What time it is for the bot. Real time, or, in the demo and in tests, time that can be moved."""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Anything that tells the time, aware and in UTC."""

    def now(self) -> datetime: ...


class RealClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)
