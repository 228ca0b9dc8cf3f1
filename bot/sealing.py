"""The sealing rounds: a tick appends the chain of seals behind the turns, and once a day signs its head.

How the chain is made stands in storage/sealing, what a head is in safety/seals/heads.py, whom it is sent to here.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta

import structlog
from sqlalchemy import Connection

from bot import keys, paper
from bot.clock import Clock
from bot.headfiles import FOLDER, HeadFiles
from bot.keys import KeyTrouble
from bot.receipting import ReceiptFiles
from bot.screens import post_screen
from bot.settings import Settings
from bot.turns import Writers
from dialogs import sealed
from dialogs.render import Texts, render
from safety.calendar import Calendar, at, today
from safety.seals import heads as signed
from safety.seals.heads import Head
from storage import due, outbox
from storage.database import Database
from storage.due import Due
from storage.outbox import Kind, Letter
from storage.sealing import chain, heads
from storage.sealing.chain import Settled
from storage.sealing.heads import Draft
from storage.sealing.proving import Standing

log = structlog.get_logger(__name__)

AT_ONCE = 20  # batches in one tick; turns run in between
HEAD = "head"
HEAD_HOUR = time(0, 5)
MORNING, EVENING = time(8, 30), time(18)
LIVES = timedelta(days=2)


class SealRounds:
    """Seals what has happened, as one of any number of processes."""

    def __init__(
        self,
        writers: Writers,
        database: Database,
        settings: Settings,
        clock: Clock,
        texts: Texts,
        calendar: Callable[[], Calendar],
        wake: Callable[[], None] = lambda: None,
    ) -> None:
        self._writers = writers
        self._database = database
        self._settings = settings
        self._clock = clock
        self._texts = texts
        self._calendar = calendar
        self._settled = Settled()
        self._wake = wake
        self._receipts = ReceiptFiles(database, settings.data_dir / "media", texts)
        self._files = HeadFiles(settings.data_dir / FOLDER)
        self._looked = False
        self._trouble = ""

    async def round(self) -> None:
        """The clock's tick: seal batch by batch while there is a full one; sign the head when it is due."""
        for _ in range(AT_ONCE):
            if await self._writers.run(self._seal, "seal") < chain.MOST:
                break
        row = await self._writers.run(self._head_due, "head-due")
        if row is not None:
            await self.make_head(row)
        elif not self._looked:
            await asyncio.to_thread(self._export)
            self._looked = True
        await self._send_files()

    async def _send_files(self) -> None:
        """Receipt files that were asked for."""
        wanted = await self._writers.run(lambda c: self._receipts.wanted(c, self._clock.now()), "receipts")
        for row in wanted:
            found, now = await self._receipts.made(row), self._clock.now()
            later = next_head(now) + timedelta(minutes=1)
            await self._writers.run(self._settling(row, found, now, later), "receipt")
        if wanted:
            self._wake()

    def _settling(
        self, row: Due, found: tuple[Standing | None, str | None], now: datetime, later: datetime
    ) -> Callable[[Connection], bool]:
        return lambda connection: self._receipts.settle(connection, row, found, now, later)

    def _seal(self, connection: Connection) -> int:
        return chain.seal(connection, self._settled, self._clock.now())

    def _head_due(self, connection: Connection) -> Due | None:
        """The row that says when the next head is due, when that is now; the first one is planned here."""
        now = self._clock.now()
        row = due.of(connection, HEAD)
        if row is None:
            due.plan(connection, HEAD, HEAD, "", next_head(now))
        return row if row is not None and row.due_at <= now else None

    async def make_head(self, row: Due) -> None:
        """Sign today's head. The work over the entries is done beside the database thread."""
        try:
            key = await asyncio.to_thread(keys.load_or_make, keys.path_of(self._settings))
        except (KeyTrouble, OSError) as trouble:
            self._complain(str(trouble))
            return
        draft = await asyncio.to_thread(self._draft)
        head = signed.sign(replace(draft.head, key=key.public), key.signs) if draft else None
        await self._writers.run(lambda c: self._keep(c, row, head), HEAD)
        await asyncio.to_thread(self._export)

    def _complain(self, trouble: str) -> None:
        """Say once why heads cannot be signed; the next tick tries again."""
        if trouble != self._trouble:
            log.warning("the head cannot be signed", reason=trouble)
        self._trouble = trouble

    def _draft(self) -> Draft | None:
        with self._database.reading() as connection:
            return heads.draft(connection, self._clock.now())

    def _keep(self, connection: Connection, row: Due, head: Head | None) -> None:
        """Claim the day, keep its head and send it; nothing when another process was quicker."""
        now = self._clock.now()
        if due.move(connection, row, next_head(now)) and head is not None:
            heads.keep(connection, head, now)
            self._send(connection, head, now)

    def _send(self, connection: Connection, head: Head, now: datetime) -> None:
        """A short letter on working days, in the morning: the chain goes on, so each head covers the days before."""
        day = today(now)
        if not self._calendar().is_working(day) or now > at(day, EVENING):
            return
        when = max(now, at(day, MORNING))
        if self._settings.head_chat is not None:
            self._to_chat(connection, self._settings.head_chat, head, when, now)
            return
        for person in heads.keepers(connection):
            post_screen(
                connection,
                self._texts,
                person,
                sealed.letter(head),
                key=f"{HEAD}:{head.day}:{person}",
                kind=Kind.NOTICE,
                now=now,
                lives=LIVES,
                silent=True,
                not_before=when,
            )

    def _to_chat(self, connection: Connection, chat: int, head: Head, when: datetime, now: datetime) -> None:
        rendered = render(sealed.letter(head), self._settings.language, self._texts, 0)
        body = paper.body_of(rendered, silent=True)
        key = f"{HEAD}:{head.day}:{chat}"
        letter = Letter(
            chat, Kind.NOTICE, "sendMessage", body, key=key, not_before=when, expires_at=when + LIVES
        )
        outbox.post(connection, letter, now)

    def _export(self) -> None:
        """Write files for the heads that have none."""
        days = self._files.days()
        with self._database.reading() as connection:
            for head in heads.missing(connection, days):
                self._files.write(head, heads.marks(connection, head))


def next_head(now: datetime) -> datetime:
    """Shortly after the next midnight in China."""
    return at(today(now) + timedelta(days=1), HEAD_HOUR)
