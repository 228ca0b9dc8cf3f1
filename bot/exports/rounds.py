"""Makes the tables, charts and reports that somebody waits for, beside the database thread, and sends each once. Woken by the clock.

A crash between two steps costs nothing: what has not ended is made again, and the letter's key is used once.
"""

import asyncio
import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import orjson
import structlog
from sqlalchemy import Connection

from bot import child
from bot.beside import Beside
from bot.exports.orders import FIRST, Asking, Order, body_of, order_of
from bot.screens import post_screen
from bot.shelf import Shelf
from bot.turn import House
from bot.turns import Writers
from dialogs.talk import Line, Screen
from safety.errors import Refusal
from safety.events_exports import ExportMade
from safety.exported import FileForm
from storage import exports, outbox, people
from storage.database import Database
from storage.exports import Export
from storage.outbox import Kind, Letter
from storage.record import record

log = structlog.get_logger(__name__)

SECONDS = 150.0
AT_ONCE = 2
TRIES = 3
LIVES = timedelta(days=2)


class ExportRounds(Beside):
    """The exports of one process."""

    def __init__(
        self, writers: Writers, database: Database, house: House, shelf: Shelf, wake: Callable[[], None]
    ) -> None:
        super().__init__(house)
        self._writers = writers
        self._database = database
        self._shelf = shelf
        self._wake = wake
        self._failed: Counter[int] = Counter()

    async def _work(self) -> None:
        waiting: Sequence[Export] = await self._writers.run(lambda c: exports.waiting(c, AT_ONCE), "exports")
        for export in waiting:
            await self._one(export)

    async def _one(self, export: Export) -> None:
        """Make it and send it; give it up, and say so, when it cannot be made."""
        try:
            order = await asyncio.to_thread(self._read, export)
            if order is None:
                await self._give_up(export, "export-gone")
                return
            document = await child.made(order.module, order.told, SECONDS, FIRST[export.form])
            path = await asyncio.to_thread(self._shelf.keep_export, order.name, document)
        except (child.ChildFailed, OSError) as trouble:
            self._failed[export.id] += 1
            log.warning("an export was not made", export=export.id, trouble=str(trouble))
            if self._failed[export.id] >= TRIES:
                await self._give_up(export, "export-failed")
            return
        digest, now = hashlib.sha256(document).hexdigest(), self._house.clock.now()
        await self._writers.run(lambda c: self._settle(c, export, order, path, digest, now), "export")
        self._wake()

    def _read(self, export: Export) -> Order | None:
        """What is to be made, as it stands now; None when who asked may not have it any more."""
        now = self._house.clock.now()
        with self._database.reading() as connection:
            actor = exports.actor_of(connection, export)
            if actor is None:
                return None
            try:
                return order_of(Asking(connection, self._house, actor, export, now))
            except Refusal:
                return None

    def _settle(
        self, connection: Connection, export: Export, order: Order, path: str, digest: str, now: datetime
    ) -> None:
        """Write down that it has left, and post it; nothing when another process was quicker."""
        actor = exports.actor_of(connection, export)
        if actor is None or not exports.keep(connection, export, order.rows, path, digest, now):
            return
        record(connection, actor, [ExportMade(export.id, order.rows, digest)], now, None)
        reader = people.reader_of(connection, actor.person)
        if reader is None:
            return
        letter = Letter(
            reader.chat,
            Kind.NOTICE,
            "sendPhoto" if export.form is FileForm.PNG else "sendDocument",
            orjson.dumps(body_of(order, reader.language, self._house)).decode(),
            person=actor.person,
            media=path,
            key=f"export:{export.id}",
            expires_at=now + LIVES,
        )
        outbox.post(connection, letter, now)

    async def _give_up(self, export: Export, why: str) -> None:
        now = self._house.clock.now()

        def job(connection: Connection) -> None:
            if exports.drop(connection, export, now):
                screen = Screen((Line(why, {"kind": export.what} if why == "export-failed" else {}),))
                post_screen(
                    connection,
                    self._house.texts,
                    export.person,
                    screen,
                    key=f"export:{export.id}",
                    kind=Kind.NOTICE,
                    now=now,
                    lives=LIVES,
                )

        await self._writers.run(job, "export")
        self._wake()
