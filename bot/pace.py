"""How fast letters may leave: one even pace for broadcasts, and the pauses that Telegram asks for."""

import asyncio
from collections.abc import Callable


class Pace:
    """Even spacing: a server that counts in one-second windows punishes bursts. `rate` is letters a second."""

    def __init__(self, rate: float, clock: Callable[[], float]) -> None:
        self._gap = 1 / rate
        self._clock = clock
        self._next = 0.0
        self._held_until = 0.0

    def delay(self) -> float:
        """Seconds to wait before the next letter; takes the place in the row."""
        now = self._clock()
        start = max(now, self._next, self._held_until)
        self._next = start + self._gap
        return start - now

    def hold(self, seconds: float) -> None:
        """Nothing leaves for so long (429 for the whole bot)."""
        self._held_until = max(self._held_until, self._clock() + seconds)

    async def wait(self) -> None:
        """Wait for this letter's turn."""
        delay = self.delay()
        if delay > 0:
            await asyncio.sleep(delay)
