"""Fetches photos of anonymous tips: our clean copy is kept, the bytes as they were sent are not, and no sender is known.

How a photo is checked and redrawn stands in media.py.
"""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

import structlog
from sqlalchemy import Connection

from bot import relay
from bot.beside import Woken
from bot.media import Failed, Passing, PhotoDesk, Reason, Safe, next_try
from bot.turn import House
from bot.turns import Writers
from checklists.words import Language
from safety.events_tips import TipPhotoFailed
from safety.people import Actor
from storage.media import Copy, Pending
from storage.record import record
from storage.tips import photos

log = structlog.get_logger(__name__)

AT_ONCE = 4
NOBODY = Actor(0, "", Language.ZH, consented=False)


class TipPhotos(Woken):
    """Takes photos of tips while there are any; woken by turns, and by the clock for those that want another try."""

    def __init__(self, writers: Writers, house: House, desk: PhotoDesk, wake: Callable[[], None]) -> None:
        super().__init__(house)
        self._writers = writers
        self._desk = desk
        self._wake_sender = wake

    async def _some(self) -> bool:
        claimed = await self._writers.run(self._claim, "claim-tip-photos")
        await asyncio.gather(*(self._one(photo) for photo in claimed))
        return len(claimed) == AT_ONCE

    def _claim(self, connection: Connection) -> Sequence[Pending]:
        return photos.claim(connection, self._house.clock.now(), AT_ONCE)

    async def _one(self, photo: Pending) -> None:
        try:
            outcome = await self._desk.take(photo.file, photo.attempts, original=False)
        except Passing as trouble:
            await self._later(photo, str(trouble))
            return
        await self._writers.run(lambda c: self._settle(c, photo, outcome), "tip-photo")
        self._wake_sender()

    async def _later(self, photo: Pending, trouble: str) -> None:
        at = next_try(photo.attempts, photo.received_at, self._house.clock.now())
        log.info("a photo is fetched again later", trouble=trouble, at=str(at))
        if at is None:
            await self._writers.run(lambda c: self._settle(c, photo, Failed(Reason.GONE)), "tip-photo")
            self._wake_sender()
        else:
            await self._writers.run(lambda c: photos.again(c, photo.id, at), "tip-photo")

    def _settle(self, connection: Connection, photo: Pending, outcome: Safe | Failed) -> None:
        """Write the outcome down, and tell the reporter when there is no copy."""
        if isinstance(outcome, Safe):
            copy = Copy(outcome.name, outcome.sha256, outcome.size, outcome.width, outcome.height)
            photos.keep(connection, photo.id, copy, outcome.prints)
            return
        number = photos.fail(connection, photo.id, outcome.reason.value)
        if number is not None:
            self._tell(connection, TipPhotoFailed(number, outcome.reason.value), self._house.clock.now())

    def _tell(self, connection: Connection, event: TipPhotoFailed, now: datetime) -> None:
        record(connection, NOBODY, [event], now, None, self._house.vault)
        relay.carry(connection, self._house, [event], now)
