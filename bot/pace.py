"""How fast letters may leave: one even pace for broadcasts, what else was sent counted in, and the pauses that Telegram asks for."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from heapq import nlargest
from typing import Final

LATEST: Final = 0.25  # seconds after which a call without an answer has arrived for sure
MARGIN: Final = 0.002
CREDIT: Final = 4  # letters that may follow at once when the machine was late
CAREFUL: Final = 60.0  # seconds after a refusal of the whole bot in which screens keep to the limit as well


@dataclass(slots=True, eq=False)
class Slot:
    """One call that counts: when it began, when its answer came. It arrived in between."""

    begun: float
    answered: float | None = None

    @property
    def arrived(self) -> float:
        """The latest moment at which the server may have counted it."""
        return self.begun + LATEST if self.answered is None else self.answered


class Pace:
    """`rate` letters a second, evenly, and never more in any second of a server that counts strictly.

    The server counts a call between its begin and its answer. So the next may begin once all but a second's worth
    of the calls before it were answered a second ago: whatever the network does, no window of theirs holds too many.
    Screens that somebody waits for keep to this only where letters leave beside them, or after the server has refused.
    """

    def __init__(self, rate: float, clock: Callable[[], float]) -> None:
        self._gap = 1 / rate
        self._most = max(1, int(rate))
        self._span = self._most / rate
        self._clock = clock
        self._plan = 0.0
        self._held_until = 0.0
        self._shut_until = 0.0  # for screens as well
        self._strict_until = 0.0  # screens keep to the limit as well
        self._slots: deque[Slot] = deque(maxlen=2 * self._most)  # answers come in another order

    def take(self) -> tuple[Slot, float]:
        """The next even place in the row, and the seconds until it begins."""
        now = self._clock()
        start = max(now, self._plan, self._held_until, self._free())
        self._plan = max(self._plan, start - CREDIT * self._gap) + self._gap
        self._strict_until = max(self._strict_until, start + self._span)
        return self._noted(start), start - now

    def soon(self) -> tuple[Slot, float]:
        """Somebody waits for a screen: at once, or the next place at which it is not refused. Letters fall back by as much."""
        now = self._clock()
        start = max(now, self._shut_until, self._free()) if now < self._strict_until else now
        self._plan += self._gap
        return self._noted(start), start - now

    def answered(self, slot: Slot) -> None:
        """The answer has come."""
        slot.answered = self._clock()

    def hold(self, seconds: float) -> None:
        """Letters stop for so long (429). Screens only where the last second was well filled: else one chat was meant."""
        now = self._clock()
        self._held_until = max(self._held_until, now + seconds)
        if sum(slot.begun > now - self._span for slot in self._slots) * 2 >= self._most:
            self._shut_until = self._held_until
            self._strict_until = max(self._strict_until, self._held_until + CAREFUL)

    async def wait(self) -> Slot:
        """Wait for this letter's turn."""
        return await self._begun(*self.take())

    async def hurry(self) -> Slot:
        """Wait only where it would be refused."""
        return await self._begun(*self.soon())

    async def _begun(self, slot: Slot, delay: float) -> Slot:
        if delay > 0:
            await asyncio.sleep(delay)
        slot.begun = max(slot.begun, self._clock())
        return slot

    def _free(self) -> float:
        if len(self._slots) < self._most:
            return 0.0
        latest = nlargest(self._most, (slot.arrived for slot in self._slots))
        return latest[-1] + self._span + MARGIN

    def _noted(self, begun: float) -> Slot:
        slot = Slot(begun)
        self._slots.append(slot)
        return slot
