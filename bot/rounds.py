"""The clock's rounds: a handful of coarse ticks in memory; what is due stands in the database.

Any number of processes may tick: a due row is claimed by moving it on, in the transaction that posts its letter.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import Connection

from bot import (
    digest_rounds,
    discreet,
    grading_rounds,
    group_rounds,
    owed_rounds,
    pledge_news,
    retention_rounds,
    review_rounds,
    sample_rounds,
)
from bot.due_kinds import HANDLERS
from bot.turn import House
from bot.turns import Writers
from checklists.catalogue import Catalogue
from safety.calendar import Calendar, today
from storage import due, inbox, inspection, obligations, outbox, own_lists, processes, releases
from storage.people import Reader
from storage.prepared import savepoint
from storage.tips import contacts

log = structlog.get_logger(__name__)

AT_ONCE = 50  # rows in one transaction
SLOW = (
    digest_rounds.FIGURES,
    digest_rounds.KIND,
    group_rounds.KIND,
)  # kinds of which a few at a time are enough, in this order


class Rounds:
    """The ticks of one process."""

    def __init__(
        self,
        writers: Writers,
        house: House,
        calendar: Calendar,
        wake: Callable[[], None],
        photos: Callable[[], Awaitable[None]],
        papers: Callable[[], Awaitable[None]],
        exports: Callable[[], Awaitable[None]],
        *,
        seal: Callable[[], Awaitable[None]],
        alone: bool,
        follow: Callable[[], Awaitable[None]],
        served: Callable[[], int | None],
        tidy: Callable[[datetime], object],
        welcome: Callable[[Sequence[Reader]], object],
    ) -> None:
        self._writers = writers
        self._house = house
        self._calendar = calendar
        self._wake = wake
        self._photos = photos
        self._papers = papers
        self._exports = exports
        self._seal = seal
        self._alone = alone
        self._follow = follow
        self._served = served
        self._tidy = tidy
        self._welcome = welcome
        self._told = False  # whether everybody knows of the commitments that are served
        self._scheduler = AsyncIOScheduler(timezone="UTC")

    def start(self) -> None:
        """Begin to tick."""
        ticks: list[tuple[Callable[[], Awaitable[None]], float]] = [
            (self.what_is_due, 1),
            (self.digests, 1),
            (self.work_out, 0.5),
            (self.grade, 2),
            (self._photos, 1),
            (self._papers, 2),
            (self._exports, 1),
            (self._follow, 2),
            (self.look_through, 2),
            (self._seal, 2),
            (self.beat, 10),
            (self.forget, 600),
        ]
        for job, seconds in ticks:
            self._scheduler.add_job(job, "interval", seconds=seconds, max_instances=1, coalesce=True)
        self._scheduler.start()

    def adopt(self, house: House, calendar: Calendar) -> None:
        """Go on with other content, from the next job on."""
        self._house, self._calendar, self._told = house, calendar, False

    def stop(self) -> None:
        self._scheduler.shutdown(wait=False)

    async def what_is_due(self) -> None:
        """Post what is due now."""
        house, calendar, now = self._house, self._calendar, self._house.clock.now()
        claimed = AT_ONCE
        while claimed == AT_ONCE:
            claimed = await self._writers.run(lambda c: tick(c, house, calendar, now), "tick")
            if claimed:
                self._wake()

    async def digests(self) -> None:
        """Digests and the figures behind them, a few in each transaction: at half past eight there are many."""
        house, calendar, now = self._house, self._calendar, self._house.clock.now()
        claimed = 1
        while claimed:
            claimed = await self._writers.run(lambda c: some_digests(c, house, calendar, now), "digests")
            if claimed:
                self._wake()

    async def work_out(self) -> None:
        """Work out what some enterprises owe, portion by portion, so that nobody waits for the database for long."""
        house, calendar, now = self._house, self._calendar, self._house.clock.now()
        await self._writers.run(lambda c: owed_rounds.work_out(c, house, calendar, now), "owing")

    async def grade(self) -> None:
        """Work out the classes of some enterprises."""
        house, now = self._house, self._house.clock.now()
        await self._writers.run(lambda c: grading_rounds.work_out(c, house, now), "grading")

    async def look_through(self) -> None:
        """Look through what has come in, for signs that a supervisor may want to know of."""
        now = self._house.clock.now()
        await self._writers.run(lambda c: inspect(c, self._house.catalogue, now), "inspect")

    async def beat(self) -> None:
        """Say that this process lives, take over letters of those that do not, give new supervisors their digest."""
        house, calendar, number, now = self._house, self._calendar, self._served(), self._house.clock.now()

        def job(connection: Connection) -> list[Reader]:
            take_over(connection, house.name, now, alone=self._alone)
            current = releases.refresh_duties(connection, house.catalogue, number, now)
            self._told = self._told or (current and not pledge_news.tell(connection, house, now))
            review_rounds.plan(connection, house, calendar, now)
            grading_rounds.plan(connection, now)
            sample_rounds.plan(connection, now)
            retention_rounds.plan(connection, house, now)
            return digest_rounds.plan(connection, now, calendar)

        self._welcome(await self._writers.run(job, "beat"))
        self._wake()

    async def forget(self) -> None:
        """Remove what is no longer needed."""
        house, now = self._house, self._house.clock.now()
        await self._writers.run(lambda c: inbox.forget(c, now), "forget")
        await self._writers.run(lambda c: own_lists.forget(c, now), "forget-lists")
        await self._writers.run(lambda c: forget_tips(c, house, now), "forget-tips")
        await asyncio.to_thread(self._tidy, now)


def forget_tips(connection: Connection, house: House, now: datetime) -> None:
    """Accounts whose day has come, what was written of tips and not sent, sealed letters that have left."""
    if house.vault is not None:
        gone = contacts.expire(connection, house.vault, today(now))
        discreet.forget_with(connection, list(gone))
    discreet.forget_drafts(connection, now, house.catalogue.rules.tips.draft_hours)
    outbox.forget_sealed(connection)


def inspect(connection: Connection, catalogue: Catalogue, now: datetime) -> int:
    """Look a few submissions through, each in a savepoint: one that cannot be read must not hold up the others."""
    taken = inspection.take(connection)
    for check in taken:
        try:
            with savepoint(connection, "inspect"):
                inspection.look_through(connection, catalogue, check, now)
        except Exception:
            if not connection.in_transaction() or connection.invalidated:
                raise  # the database is away: all of them wait for the next time
            log.exception("a submission could not be looked through", check=check)
    return len(taken)


def take_over(connection: Connection, me: str, now: datetime, *, alone: bool) -> int:
    """Put the letters of dead processes back into the queue."""
    processes.beat(connection, me, now)
    gone = processes.dead(connection, me, now, alone=alone)
    processes.bury(connection, gone)
    living = processes.living(connection)
    return outbox.take_over(connection, sorted(outbox.holders(connection) - living), now)


def tick(connection: Connection, house: House, calendar: Calendar, now: datetime) -> int:
    """Claim what is due and post its letters. How many rows were claimed."""
    claimed = 0
    for row in due.due_now(connection, now, AT_ONCE, but=(obligations.KIND, *SLOW)):
        handler = HANDLERS.get(row.kind)
        if handler is not None:
            claimed += handler(connection, house, calendar, row, now)
    return claimed


def some_digests(connection: Connection, house: House, calendar: Calendar, now: datetime) -> int:
    """Count or send a few. How many rows were claimed."""
    claimed = 0
    for kind in SLOW:
        for row in due.of_kind(connection, kind, now, digest_rounds.AT_ONCE):
            claimed += HANDLERS[kind](connection, house, calendar, row, now)
        if claimed:
            break
    return claimed
