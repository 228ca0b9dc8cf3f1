"""The photo rounds: takes photos and files that wait for our own copy, has them fetched and redrawn, writes down the outcome.

How a photo is checked and redrawn stands in media.py; who is told of a failure in safety/notices.py.
"""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

import structlog
from sqlalchemy import Connection

from bot.beside import Woken
from bot.failpoints import reach
from bot.media import Failed, Passing, PhotoDesk, Reason, Safe, next_try
from bot.screens import post_notice
from bot.turn import House
from bot.turns import Writers
from safety import notices
from safety.events import Event
from safety.events_evidence import HazardPhotoKnown
from safety.likeness import Nearness
from storage import inspection, kin, likeness, media, people
from storage.audience import AudienceOf
from storage.media import Copy, Pending
from storage.record import record

log = structlog.get_logger(__name__)

AT_ONCE = 4


class PhotoRounds(Woken):
    """Fetches photos while there are any; woken by turns, and by the clock for those that want another try."""

    def __init__(self, writers: Writers, house: House, desk: PhotoDesk, wake: Callable[[], None]) -> None:
        super().__init__(house)
        self._writers = writers
        self._desk = desk
        self._wake_sender = wake

    async def stop(self) -> None:
        """Leave what is not finished to the next start: it is fetched again."""
        await super().stop()
        await self._desk.close()

    async def _some(self) -> bool:
        claimed = await self._writers.run(self._claim, "claim-photos")
        await asyncio.gather(*(self._one(photo) for photo in claimed))
        await self._pair()
        return len(claimed) == AT_ONCE

    async def _pair(self) -> None:
        """Put photos before and after side by side, where both copies are safe; a crash leaves it to the next round."""
        waiting = await self._writers.run(media.unpaired, "unpaired")
        for one in waiting:
            try:
                path = await self._desk.pair(one.before, one.after)
            except Passing as trouble:
                log.info("two photos are put side by side later", photo=one.id, trouble=str(trouble))
                return
            await self._writers.run(lambda c, one=one, path=path: media.paired(c, one.id, path or ""), "pair")  # type: ignore[misc]  # bound here

    def _claim(self, connection: Connection) -> Sequence[Pending]:
        return media.claim(connection, self._house.clock.now(), AT_ONCE)

    async def _one(self, photo: Pending) -> None:
        """One photo from reference to outcome."""
        try:
            take = self._desk.take_file if photo.kind == media.FILE else self._desk.take
            outcome = await take(photo.file, photo.attempts)
        except Passing as trouble:
            await self._later(photo, str(trouble))
            return
        reach("media.before_commit")
        await self._writers.run(lambda c: self._settle(c, photo, outcome), "media")
        self._wake_sender()

    async def _later(self, photo: Pending, trouble: str) -> None:
        now = self._house.clock.now()
        at = next_try(photo.attempts, photo.received_at, now)
        log.info("a photo is fetched again later", photo=photo.id, trouble=trouble, at=str(at))
        if at is None:
            await self._writers.run(lambda c: self._settle(c, photo, Failed(Reason.GONE)), "media")
            self._wake_sender()
        else:
            await self._writers.run(lambda c: media.again(c, photo.id, at), "media")

    def _settle(self, connection: Connection, photo: Pending, outcome: Safe | Failed) -> None:
        """Write the outcome down and tell the sender when there is no copy."""
        now = self._house.clock.now()
        if isinstance(outcome, Safe) and not kin.copied(connection, photo.id, outcome.sha256):
            events = self._keep(connection, photo, outcome, now)
        else:
            reason = outcome.reason if isinstance(outcome, Failed) else Reason.AS_BEFORE
            failed = media.fail(connection, photo.id, reason.value, now)
            events = [failed] if failed is not None else []
        if events:
            self._tell(connection, photo, events)

    def _keep(self, connection: Connection, photo: Pending, safe: Safe, now: datetime) -> list[Event]:
        """Our copy is safe; it is compared with every other photo, so that an old one is known again."""
        plain = not safe.prints if safe.width else None
        copy = Copy(safe.name, safe.sha256, safe.size, safe.width, safe.height, plain)
        event = media.keep(connection, photo.id, copy, now)
        rule = self._house.catalogue.rules.quality.photos
        if event is None or rule is None:
            return [] if event is None else [event]
        later = likeness.enter(
            connection, photo.id, safe.prints, Nearness(rule.differing_bits, rule.in_one_hash)
        )
        for one in {photo.id, *later}:
            inspection.wanted_by_photo(connection, one)
        return [event, *_known(connection, later)]

    def _tell(self, connection: Connection, photo: Pending, events: Sequence[Event]) -> None:
        now = self._house.clock.now()
        actor = people.actor_of(connection, photo.person)
        audience = AudienceOf(connection, actor, self._house.catalogue, now)
        for event in record(connection, actor, events, now, None):
            for notice in notices.of(event, audience, now):
                post_notice(connection, self._house.texts, notice, now)


def _known(connection: Connection, later: Sequence[int]) -> list[Event]:
    """Those of these photos that are the photo of how their hazard was found: their senders hear of it at once."""
    found = [(one, kin.itself(connection, one)) for one in later]
    return [HazardPhotoKnown(one, pair.sender, pair.number) for one, pair in found if pair is not None]
