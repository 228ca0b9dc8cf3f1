"""Which content is served: the newest release in the database. How a folder becomes one, and how a process follows.

A release is checked whole before it is made, and taken over between two jobs of each database thread: no turn sees
half of one and half of the other.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import structlog
from sqlalchemy import Connection

from bot.turns import Writers
from checklists.bundle import Bundle
from checklists.catalogue import Catalogue
from checklists.issues import ContentError, Issue
from checklists.words import Language
from storage import content, releases

log = structlog.get_logger(__name__)

NEW, CURRENT, FORMER = "new", "current", "former"


@dataclass(frozen=True, slots=True)
class Whole:
    """A folder's content without a fault: its files and what they say."""

    bundle: Bundle
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class Served:
    """What a process serves: the number of the release (None: not one of the database) and what it says."""

    number: int | None
    catalogue: Catalogue


def standing(connection: Connection, bundle: Bundle) -> str:
    """Whether a folder's content is new, the current release, or a former one."""
    number = releases.newest(connection)
    if number is not None and releases.fingerprint_of(connection, number) == bundle.fingerprint:
        return CURRENT
    return FORMER if releases.known(connection, bundle) else NEW


def agree(connection: Connection, bundle: Bundle, catalogue: Catalogue, now: datetime) -> Served:
    """At a start: content that was never released is, else the database's newest release is served."""
    releases.hold(connection, alone=True)
    if standing(connection, bundle) == NEW:
        return Served(releases.release(connection, bundle, catalogue, now), catalogue)
    served = _newest(connection, bundle, catalogue)
    if served.number is None:
        content.keep_forms(connection, catalogue, now)
    else:
        content.publish(connection, served.catalogue, now)
    return served


def _newest(connection: Connection, bundle: Bundle, catalogue: Catalogue) -> Served:
    """What the newest release says; this folder's own content where it is the same, or cannot be read."""
    number = releases.newest(connection)
    if number is None or standing(connection, bundle) == CURRENT:
        return Served(number, catalogue)
    read = checked(releases.bundle_of(connection, number))
    if isinstance(read, Catalogue):
        return Served(number, read)
    complain(read, number)
    return Served(None, catalogue)


def checked(bundle: Bundle) -> Catalogue | Sequence[Issue]:
    """What a bundle says, or everything that is wrong with it."""
    try:
        return bundle.catalogue()
    except ContentError as error:
        return error.issues


def read_folder(folder: Path) -> Whole | Sequence[Issue]:
    """A folder's content, checked whole, or everything that is wrong with it."""
    try:
        bundle = Bundle.read(folder)
    except ContentError as error:
        return error.issues
    catalogue = checked(bundle)
    return Whole(bundle, catalogue) if isinstance(catalogue, Catalogue) else catalogue


def complain(issues: Sequence[Issue], number: int | None) -> None:
    """This program cannot read a release: it was made by another version of the program."""
    log.error("a release cannot be read, what was served before stays", release=number, problems=len(issues))


class Follower:
    """Keeps one process on the newest release."""

    def __init__(
        self,
        writers: Writers,
        folder: Path,
        process: str,
        now: Callable[[], datetime],
        adopt: Callable[[Catalogue], None],
    ) -> None:
        self._writers = writers
        self._folder = folder
        self._process = process
        self._now = now
        self._adopt = adopt
        self._refused: set[int] = set()
        self._going = asyncio.Lock()
        self.number: int | None = None

    async def begin(self, served: Served) -> None:
        """What was agreed on at the start."""
        await self._take(served.number, served.catalogue)

    async def follow(self) -> None:
        """Take over a newer release, if there is one."""
        async with self._going:
            number = await self._writers.run(releases.newest, "release")
            if number is None or number == self.number or number in self._refused:
                return
            bundle = await self._writers.run(lambda c: releases.bundle_of(c, number), "release")
            read = await asyncio.to_thread(checked, bundle)
            if not isinstance(read, Catalogue):
                self._refused.add(number)
                complain(read, number)
                return
            await self._take(number, read)
            log.info("a newer release is served", release=number)

    async def _take(self, number: int | None, catalogue: Catalogue) -> None:
        """Between two jobs of each thread, never in the middle of one."""
        await self._writers.furnish(catalogue)
        self._adopt(catalogue)
        self.number = number
        await self._writers.run(lambda c: releases.serve(c, self._process, number), "release")

    async def release_own(self) -> None:
        """SIGHUP: release what lies in this process's folder, if it is new and without a fault; then follow."""
        read = await asyncio.to_thread(read_folder, self._folder)
        if not isinstance(read, Whole):
            log.error("the content on disk has problems and was not released", problems=len(read))
            for issue in read:
                log.error(issue.told(Language.EN))
            return
        stood = await self._writers.run(lambda c: self._release(c, read), "release")
        if stood == FORMER:
            log.warning(
                "the content on disk is a former release; python -m bot publish makes it the newest again"
            )
        await self.follow()

    def _release(self, connection: Connection, own: Whole) -> str:
        releases.hold(connection, alone=True)
        stood = standing(connection, own.bundle)
        if stood == NEW:
            releases.release(connection, own.bundle, own.catalogue, self._now())
        return stood
