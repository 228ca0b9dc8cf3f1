"""Makes the tables that somebody waits for, beside the database thread, and sends each once. Woken by the clock.

A crash between two steps costs nothing: what has not ended is made again, and the letter's key is used once.
"""

import asyncio
import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import orjson
import structlog
from sqlalchemy import Connection

from bot import child
from bot.beside import Beside
from bot.exports.kinds import KINDS, Asked
from bot.exports.plain import MARK
from bot.exports.speech import Speech, table_of
from bot.exports.table import Table
from bot.screens import post_screen
from bot.shelf import Shelf
from bot.turn import House
from bot.turns import Writers
from checklists.words import Language
from dialogs.talk import Line, Screen
from safety.calendar import today
from safety.events_exports import ExportMade
from safety.exported import FileForm
from safety.people import Actor
from storage import exports, outbox, people
from storage.database import Database
from storage.exports import Export
from storage.outbox import Kind, Letter
from storage.record import record

log = structlog.get_logger(__name__)

MODULE = "bot.exports.worker"
SECONDS = 150.0
BEGINS = b"PK\x03\x04"  # a workbook
FIRST = {FileForm.XLSX: BEGINS, FileForm.CSV: MARK}
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
            table = await asyncio.to_thread(self._read, export)
            if table is None:
                await self._give_up(export, "export-gone")
                return
            document = await child.made(MODULE, table.to_json(), SECONDS, FIRST[export.form])
            path = await asyncio.to_thread(self._shelf.keep_export, self._name(export), document)
        except (child.ChildFailed, OSError) as trouble:
            self._failed[export.id] += 1
            log.warning("an export was not made", export=export.id, trouble=str(trouble))
            if self._failed[export.id] >= TRIES:
                await self._give_up(export, "export-failed")
            return
        digest, now, rows = hashlib.sha256(document).hexdigest(), self._house.clock.now(), len(table.rows)
        await self._writers.run(lambda c: self._settle(c, export, rows, path, digest, now), "export")
        self._wake()

    def _read(self, export: Export) -> Table | None:
        """The table as it stands now; None when who asked may not have it any more."""
        house, now = self._house, self._house.clock.now()
        day = today(now)
        with self._database.reading() as connection:
            actor = exports.actor_of(connection, export)
            if actor is None:
                return None
            kind, most = KINDS[export.what], house.catalogue.rules.defaults.ledger.most_rows
            asked = Asked(connection, house.catalogue, actor, export.sieve, day, most, now)
            table = table_of(
                kind.read(asked),
                kind.described(asked),
                export.asked_at,
                actor.name,
                Speech(house.texts, actor.language, day),
                columns=kind.columns,
                kind=export.what,
            )
            return replace(table, form=export.form)

    def _settle(
        self, connection: Connection, export: Export, rows: int, path: str, digest: str, now: datetime
    ) -> None:
        """Write down that it has left, and post it; nothing when another process was quicker."""
        actor = exports.actor_of(connection, export)
        if actor is None or not exports.keep(connection, export, rows, path, digest, now):
            return
        record(connection, actor, [ExportMade(export.id, rows, digest)], now, None)
        self._post(connection, actor, export, rows, path, now)

    def _post(
        self, connection: Connection, actor: Actor, export: Export, rows: int, path: str, now: datetime
    ) -> None:
        reader = people.reader_of(connection, actor.person)
        if reader is None:
            return
        line = Line("export-letter", {"n": rows, "time": export.asked_at, "kind": export.what})
        said = [line, Line("export-csv-hint")] if export.form is FileForm.XLSX else [line]
        caption = "\n".join(self._house.texts.say(one, reader.language) for one in said)
        body = orjson.dumps({"caption": caption, "parse_mode": "HTML"})
        letter = Letter(
            reader.chat,
            Kind.NOTICE,
            "sendDocument",
            body.decode(),
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

    def _name(self, export: Export) -> str:
        """The name of the file as it arrives."""
        sheet = self._house.texts.plain(Line("export-sheet", {"kind": export.what}), Language.ZH)
        return f"{sheet}-{today(export.asked_at):%Y%m%d}-{export.id}.{export.form}"
