"""Work beside the turns: one task at a time, begun by the clock or woken; what it has not finished is left to the next start."""

import asyncio
from abc import ABC, abstractmethod

import structlog

from bot.turn import House

log = structlog.get_logger(__name__)


class Beside(ABC):
    """Begun by the clock, unless it still runs."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._running: asyncio.Task[None] | None = None

    def adopt(self, house: House) -> None:
        """Go on with other content, from the next job on."""
        self._house = house

    async def round(self) -> None:
        """The clock's tick."""
        self._begin()

    def _begin(self) -> None:
        if self._running is None or self._running.done():
            self._running = asyncio.create_task(self._work())
            self._running.add_done_callback(_told)

    async def stop(self) -> None:
        """Leave what is not finished to the next start: it is done again."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    @abstractmethod
    async def _work(self) -> None:
        """Do what waits now."""


def _told(task: asyncio.Task[None]) -> None:
    """Say what has ended the work; the next tick begins anew."""
    error = None if task.cancelled() else task.exception()
    if error is not None:
        log.error("work beside the turns has ended", exc_info=error)


class Woken(Beside):
    """Woken when there may be something, too; goes on until there is nothing left."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self._more = False
        self._stopping = False

    def wake(self) -> None:
        """There may be something to do."""
        self._more = True
        if not self._stopping:
            self._begin()

    async def round(self) -> None:
        """The clock's tick."""
        self.wake()

    async def stop(self) -> None:
        """Leave what is not finished to the next start: it is done again."""
        self._stopping = True
        await super().stop()

    async def _work(self) -> None:
        while self._more and not self._stopping:
            self._more = False
            self._more = await self._some() or self._more

    @abstractmethod
    async def _some(self) -> bool:
        """Do some of it; whether there may be more."""
