"""Works at the lists that supervisors have sent, beside the turns: fetch, read in a walled child, judge, write in portions, give files back.

Woken by turns and by the clock. A crash costs nothing: what was begun is taken up again, from the row it had come to.
"""

import asyncio
import hashlib
from collections.abc import Callable, Mapping
from datetime import timedelta

import structlog
from sqlalchemy import Connection

from bot.beside import Woken
from bot.columns import Columns
from bot.imports import writing
from bot.imports.files import ImportFiles
from bot.imports.judging import Judged, Limit, judge
from bot.imports.reading import Reading, read
from bot.imports.telling import tell
from bot.imports.writing import Overtaken, Script, Written
from bot.media import LARGEST, Fetch, Refused, download
from bot.sheets import SheetRefused, open_book
from bot.shelf import Shelf
from bot.turn import House
from bot.turns import Writers
from safety.imports import ImportState
from storage import imports
from storage.database import Database
from storage.imports import Job

log = structlog.get_logger(__name__)

TRIES = 3
STOP_SECONDS = 3.0
PAUSE = timedelta(seconds=2)  # between two tries to fetch a file
PROGRESS = 10  # portions after which the screen says how far it has come


class ImportRounds(Woken):
    """The imports of one process, one after the other."""

    def __init__(
        self,
        writers: Writers,
        database: Database,
        house: House,
        shelf: Shelf,
        fetch: Fetch,
        wake: Callable[[], None],
    ) -> None:
        super().__init__(house)
        self._writers = writers
        self._database = database
        self._shelf = shelf
        self._fetch = fetch
        self._wake_sender = wake
        self._files = ImportFiles(writers, database, lambda: self._house, shelf, wake)

    async def stop(self) -> None:
        """Let the portion in hand end, so that the next start goes on at once."""
        self._stopping = True
        if self._running is not None:
            await asyncio.wait([self._running], timeout=STOP_SECONDS)
        await super().stop()

    def tidy(self) -> None:
        """Remove the files of lists that will not be used."""
        with self._database.reading() as connection:
            paths = imports.dropped(connection)
        for path in paths:
            self._shelf.drop_list(path)

    async def _some(self) -> bool:
        if not await asyncio.to_thread(self._waits):
            return False
        made = await self._files.some()
        job = await self._writers.run(lambda c: imports.claim(c, self._house.clock.now()), "claim-import")
        if job is None:
            return made
        try:
            await (self._read(job) if job.state is ImportState.READING else self._write(job))
        except Exception:
            log.exception("an import could not be worked at", number=job.id, attempt=job.attempts)
            await self._failed(job)
        return True

    def _waits(self) -> bool:
        """Whether there is anything to do: looked at every second, without the writing thread."""
        with self._database.reading() as connection:
            return imports.waits(connection, self._house.clock.now())

    # --- reading ------------------------------------------------------------------------------------------------------

    async def _read(self, job: Job) -> None:
        """Judge a list; nothing is written but what was found."""
        raw = await self._raw(job)
        if raw is None:
            return
        if await self._unseated(job):
            await self._refuse(job, "seat")
            return
        try:
            reading, judged = await asyncio.to_thread(self._judge, job, raw)
        except SheetRefused as refused:
            await self._refuse(job, refused.reason)
            return
        if not judged.understood.headings:
            await self._refuse(job, "nothing")
            return
        await self._writers.run(lambda c: self._settle(c, job, reading, judged), "import")
        self._wake_sender()

    async def _raw(self, job: Job) -> bytes | None:
        """The file's bytes, from our own copy or from the platform; None when it is refused or tried again later."""
        if job.path is not None:
            raw = await asyncio.to_thread(self._shelf.list_of, job.path)
            if raw is None:
                await self._refuse(job, "gone")
            return raw
        try:
            raw = await download(self._fetch, job.file or "", LARGEST)
        except (Refused, OSError, EOFError) as trouble:
            await self._again(job, trouble)
            return None
        if not raw:
            await self._refuse(job, "too-big" if raw is None else "empty")
            return None
        path = await asyncio.to_thread(self._shelf.keep_list, job.id, raw)
        digest = hashlib.sha256(raw).hexdigest()
        await self._writers.run(lambda c: imports.kept(c, job.id, path, digest), "import")
        return raw

    async def _again(self, job: Job, trouble: Exception) -> None:
        """Another try helps with a network that is away, and not with a file that is too large or unknown."""
        if isinstance(trouble, Refused) and "too big" in str(trouble):
            await self._refuse(job, "too-big")
        elif job.attempts >= TRIES:
            await self._refuse(job, "fetching")
        else:
            log.info("a list is fetched again later", number=job.id, trouble=type(trouble).__name__)
            at = self._house.clock.now() + PAUSE
            await self._writers.run(lambda c: imports.later(c, job.id, at), "import")

    def _judge(self, job: Job, raw: bytes) -> tuple[Reading, Judged]:
        book = open_book(raw)
        with self._database.reading() as connection:

            def by_hand(columns: Columns) -> Mapping[str, str]:
                known = imports.remembered(connection, job.area, columns.fingerprint)
                return {**known, **job.fields}

            reading = read(book, self._house.catalogue, by_hand)
            return reading, judge(connection, reading, Limit.of(connection, job.area))

    def _settle(self, connection: Connection, job: Job, reading: Reading, judged: Judged) -> None:
        now, fields = self._house.clock.now(), reading.by_hand or {}
        kept = imports.judged(
            connection, job.id, judged.understood, fields, remembered=bool(fields) and not job.fields
        )
        if kept and job.fields:
            place = reading.columns.fingerprint
            imports.remember(connection, job.area, place, fields, job.person, now)
        if kept:
            tell(connection, self._house, job, now)

    async def _refuse(self, job: Job, reason: str) -> None:
        def settle(connection: Connection) -> None:
            now = self._house.clock.now()
            if imports.refuse(connection, job.id, reason, None, now):
                tell(connection, self._house, job, now)

        await self._writers.run(settle, "import")
        self._wake_sender()

    # --- writing ------------------------------------------------------------------------------------------------------

    async def _write(self, job: Job) -> None:
        """Write what was confirmed, from where it had come to."""
        script = await asyncio.to_thread(self._script, job)
        if script is None:
            await self._end(job, None, "gone")
            return
        done, count = job.done, 0
        while done < script.total and not self._stopping:
            written = await self._portion(job, script, done)
            if written is None:
                return
            done, count = written.done, count + 1
            if count % PROGRESS == 0:
                await self._writers.run(
                    lambda c: tell(c, self._house, job, self._house.clock.now(), aloud=False)
                )
                self._wake_sender()
        if self._stopping:
            await self._writers.run(lambda c: imports.later(c, job.id, self._house.clock.now()), "import")
        else:
            await self._end(job, script, "")

    def _script(self, job: Job) -> Script | None:
        raw = None if job.path is None else self._shelf.list_of(job.path)
        if raw is None or hashlib.sha256(raw).hexdigest() != job.sha256:
            return None
        reading = read(open_book(raw), self._house.catalogue, lambda _columns: job.fields)
        with self._database.reading() as connection:
            limit = Limit.of(connection, job.area)
        return Script(job.id, reading, limit, self._house.catalogue, job.person)

    async def _portion(self, job: Job, script: Script, done: int) -> Written | None:
        """The next rows; None when it is over: another process writes it, or whoever sent it has left the seat."""
        if await self._unseated(job):
            await self._end(job, script, "seat")
            return None
        now = self._house.clock.now()
        try:
            return await self._writers.run(lambda c: writing.portion(c, script, done, now), "import-rows")
        except Overtaken:
            return None

    async def _end(self, job: Job, script: Script | None, stopped: str) -> None:
        def settle(connection: Connection) -> None:
            now = self._house.clock.now()
            if writing.finish(connection, job, script, now, stopped):
                tell(connection, self._house, job, now)

        await self._writers.run(settle, "import")
        self._wake_sender()

    async def _unseated(self, job: Job) -> bool:
        """Whether who sent it has lost the seat meanwhile; what the command line writes has none."""
        if job.seat is None:
            return False
        return await self._writers.run(lambda c: imports.actor_of(c, job) is None, "import")

    async def _failed(self, job: Job) -> None:
        """A bug of ours: tried again after the lease, three times, then its sender is told."""
        if job.attempts < TRIES:
            return
        await (
            self._refuse(job, "broken")
            if job.state is ImportState.READING
            else self._end(job, None, "broken")
        )
