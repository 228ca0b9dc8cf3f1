"""Keeps the turns going: starts the database threads, runs what waits, hands the replies to the sender.

Also the watchdog: a turn that takes too long is stopped, so that one person's trouble does not silence the others.
"""

import asyncio
import ctypes
import time
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from datetime import datetime
from typing import Any, TypeVar

import structlog
from sqlalchemy import Connection

from bot.failpoints import reach
from bot.sender import Sender
from bot.tempo import Tempo
from bot.turn import Done, House, TurnTimedOut, take_turns
from checklists.catalogue import Catalogue
from storage import inbox
from storage.database import Database
from storage.inbox import Arrived
from storage.unit import Writer

log = structlog.get_logger(__name__)

T = TypeVar("T")
MOST = 24
PAUSE = 0.5


class Writers:
    """The database threads: one on SQLite, several on PostgreSQL. Each with its own House for the watchdog."""

    def __init__(self, database: Database, house: Callable[[], House], count: int) -> None:
        self.writers = [Writer(database, most=MOST, at=reach) for _ in range(count)]
        self.houses = [house() for _ in range(count)]
        self._next = 0

    def start(self) -> None:
        for writer in self.writers:
            writer.start()

    def stop(self) -> None:
        for writer in self.writers:
            writer.stop()

    def submit(self, job: Callable[[Connection], Any], name: str = "job") -> "Future[Any]":
        """Run a job on one of the threads, in turn."""
        self._next = (self._next + 1) % len(self.writers)
        return self.writers[self._next].submit(job, name)

    async def furnish(self, catalogue: Catalogue) -> None:
        """Give each thread's house other content, between two of its jobs: no turn sees some of both."""

        def furnished(house: House) -> Callable[[Connection], None]:
            return lambda _connection: setattr(house, "catalogue", catalogue)

        waiting = [
            asyncio.wrap_future(writer.submit(furnished(house), "furnish"))
            for writer, house in zip(self.writers, self.houses, strict=True)
        ]
        await asyncio.gather(*waiting)

    async def run(self, job: Callable[[Connection], T], name: str = "job") -> T:
        """Run a job and wait for its commit, from the event loop."""
        found: T = await asyncio.wrap_future(self.submit(job, name))
        return found


class Turns:
    """One loop per database thread: while updates wait, take a batch, run it, send what it says."""

    def __init__(self, writers: Writers, sender: Sender, timeout: float, photos: Callable[[], None]) -> None:
        self._writers = writers
        self._sender = sender
        self._timeout = timeout
        self._photos = photos
        self._wakes = [asyncio.Event() for _ in writers.writers]
        self._stopping = False

    def wake(self) -> None:
        """Updates wait."""
        for event in self._wakes:
            event.set()

    def stop(self) -> None:
        """End the loops once nothing waits in memory."""
        self._stopping = True
        self.wake()

    def loops(self) -> list[Awaitable[None]]:
        """The loops to run, one a thread, and the watchdog."""
        return [self._loop(index) for index in range(len(self._wakes))]

    async def _loop(self, index: int) -> None:
        wake = self._wakes[index]
        while not self._stopping:
            wake.clear()
            try:
                done = await self._batch(index)
            except Exception:
                log.exception("turns could not be taken, trying again")
                await asyncio.sleep(PAUSE)
                continue
            self._send(done)
            if not done:
                await self._rest(wake)

    async def _batch(self, index: int) -> list[Done]:
        house = self._writers.houses[index]
        writer = self._writers.writers[index]
        return await asyncio.wrap_future(writer.submit(lambda c: take_turns(c, house, MOST), "turn"))

    async def _rest(self, wake: asyncio.Event) -> None:
        """Until something comes; a postponed attempt or another worker's lane is looked for now and then."""
        with suppress(TimeoutError):
            await asyncio.wait_for(wake.wait(), PAUSE)

    def _send(self, done: Sequence[Done]) -> None:
        for turn in done:
            self._sender.reply(turn.letters, turn.answer)
        if any(turn.wakes for turn in done):
            self._sender.wake()
            self._photos()

    async def watch(self) -> None:
        """Stop turns that take too long, for ever."""
        while True:
            await asyncio.sleep(min(1.0, self._timeout / 4))
            for writer, house in zip(self._writers.writers, self._writers.houses, strict=True):
                began = house.began
                if began is not None and time.monotonic() - began > self._timeout and writer.thread_id:
                    log.error("a turn takes too long, stopping it")
                    interrupt(writer.thread_id)
                    await asyncio.sleep(self._timeout / 4)


def interrupt(thread: int) -> None:
    """Raise TurnTimedOut inside a thread, at its next line of Python."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(TurnTimedOut))


def receiver(
    writers: Writers, bot: int, now: Callable[[], datetime], wake: Callable[[], None], tempo: Tempo
) -> Callable[[Sequence[Arrived]], Awaitable[None]]:
    """The intake's `receive`: keep a batch, then wake the turns."""

    async def receive(batch: Sequence[Arrived]) -> None:
        moment, rules = now(), writers.houses[0].catalogue.rules.defaults.flooding
        kept = tempo.arriving(batch, rules, time.monotonic())
        await writers.run(lambda c: inbox.receive(c, bot, kept, moment), "intake")
        wake()

    return receive
