"""A clock that can be moved, for the demo and for tests. The bot only needs its `now()`."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path


def real_now() -> datetime:
    """The machine's own time."""
    return datetime.now(UTC)


class MovableClock:
    """Real time plus an offset. With `keep`, the offset survives a restart; `source` replaces real time in tests."""

    def __init__(self, keep: Path | None = None, source: Callable[[], datetime] = real_now) -> None:
        self._keep = keep
        self._source = source
        self._offset = _kept(keep)
        self.on_move: list[Callable[[datetime], None]] = []

    @property
    def offset(self) -> timedelta:
        """How far this clock is ahead of real time."""
        return self._offset

    def now(self) -> datetime:
        """The moved time, aware and in UTC."""
        return self._source() + self._offset

    def move_to(self, when: datetime) -> datetime:
        """Let it be `when` (aware) now; time goes on from there."""
        return self._shift(when.astimezone(UTC) - self._source())

    def advance(self, by: timedelta) -> datetime:
        """Move on (or back) by a span."""
        return self._shift(self._offset + by)

    def reset(self) -> datetime:
        """Back to real time."""
        return self._shift(timedelta())

    def _shift(self, offset: timedelta) -> datetime:
        self._offset = offset
        if self._keep:
            self._keep.write_text(json.dumps({"offset_seconds": offset.total_seconds()}))
        now = self.now()
        for tell in tuple(self.on_move):
            tell(now)
        return now


def _kept(path: Path | None) -> timedelta:
    with suppress(OSError, ValueError, KeyError, TypeError):
        if path:
            return timedelta(seconds=json.loads(path.read_text())["offset_seconds"])
    return timedelta()
