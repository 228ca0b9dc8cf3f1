"""Makes the files that supervisors wait for: the bad rows of a list, an empty list to fill in. Each is sent once."""

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import PurePath

import orjson
import structlog
from sqlalchemy import Connection

from bot import child
from bot.imports.judging import Limit, judge
from bot.imports.reading import read
from bot.imports.sheet import Sheet
from bot.imports.sheets import Voice, bad_rows, template
from bot.screens import post_screen
from bot.sheets import SheetRefused, open_book
from bot.shelf import Shelf
from bot.turn import House
from bot.turns import Writers
from checklists import harmless
from dialogs.imports.saying import refused
from dialogs.talk import Line, Screen
from safety.imports import fields_of
from safety.people import Actor, Right
from storage import imports, outbox, people
from storage.database import Database
from storage.imports import GONE, MADE, Job, Wanted
from storage.outbox import Kind, Letter

log = structlog.get_logger(__name__)

MODULE = "bot.imports.worker"
SECONDS = 120.0
BEGINS = b"PK\x03\x04"
LIVES = timedelta(days=2)
TRIES = 3
LONGEST_NAME = 40


class ImportFiles:
    """The files of one process."""

    def __init__(
        self,
        writers: Writers,
        database: Database,
        house: Callable[[], House],
        shelf: Shelf,
        wake: Callable[[], None],
    ) -> None:
        self._writers = writers
        self._database = database
        self._house = house
        self._shelf = shelf
        self._wake = wake
        self._failed: Counter[int] = Counter()

    async def some(self) -> bool:
        """Make what is wanted now; whether there may be more."""
        wanted = await self._writers.run(imports.wanted, "import-files")
        for one in wanted:
            await self._one(one)
        return len(wanted) > 1

    async def _one(self, wanted: Wanted) -> None:
        try:
            made = await asyncio.to_thread(self._sheet, wanted)
            if isinstance(made, Line):
                await self._regret(wanted, made)
                return
            name, sheet, caption = made
            document = await child.made(MODULE, sheet.to_json(), SECONDS, BEGINS)
            path = await asyncio.to_thread(self._shelf.keep_export, name, document)
        except (child.ChildFailed, OSError) as trouble:
            self._failed[wanted.id] += 1
            log.warning("a file of an import was not made", wanted=wanted.id, trouble=str(trouble))
            if self._failed[wanted.id] >= TRIES:
                await self._regret(wanted, Line("upload-file-failed"))
            return
        await self._writers.run(lambda c: self._post(c, wanted, path, caption), "import-file")
        self._wake()

    def _sheet(self, wanted: Wanted) -> tuple[str, Sheet, Line] | Line:
        """Its name, what stands in it, its caption; why there is none."""
        house = self._house()
        with self._database.reading() as connection:
            job = None if wanted.import_ is None else imports.job(connection, wanted.import_)
            actor = self._actor(connection, wanted, job)
            if actor is None:
                return refused("seat")
            say = Voice(house.texts, actor.language)
            named = fields_of(house.catalogue.facts)
            if job is None:
                empty = template(house.catalogue, named, say)
                return f"{empty.name}-{wanted.id}.xlsx", empty, Line("upload-template-sent")
            raw = None if job.path is None else self._shelf.list_of(job.path)
            if raw is None:
                return refused("gone")
            try:
                reading = read(open_book(raw), house.catalogue, lambda _columns: job.fields)
            except SheetRefused as trouble:
                return refused(trouble.reason)
            judged = judge(connection, reading, Limit.of(connection, job.area))
        sheet = bad_rows(reading, judged.faults, named, say)
        if not sheet.rows:
            return Line("upload-rows-none")
        name = f"{harmless.clean(PurePath(job.name).stem, LONGEST_NAME)}-{sheet.name}-{wanted.id}.xlsx"
        return name, sheet, Line("upload-rows-sent", {"name": job.name, "n": len(sheet.rows)})

    @staticmethod
    def _actor(connection: Connection, wanted: Wanted, job: Job | None) -> Actor | None:
        if job is not None:
            return imports.actor_of(connection, job)
        actor = people.actor_of(connection, wanted.person)
        return actor if actor.consented and actor.may(Right.IMPORT) else None

    def _post(self, connection: Connection, wanted: Wanted, path: str, caption: Line) -> None:
        house = self._house()
        now, reader = house.clock.now(), people.reader_of(connection, wanted.person)
        if not imports.settle_file(connection, wanted, MADE, now) or reader is None:
            return
        body = orjson.dumps({"caption": house.texts.say(caption, reader.language), "parse_mode": "HTML"})
        letter = Letter(
            reader.chat,
            Kind.NOTICE,
            "sendDocument",
            body.decode(),
            person=wanted.person,
            media=path,
            key=f"import-file:{wanted.id}",
            expires_at=now + LIVES,
        )
        outbox.post(connection, letter, now)

    async def _regret(self, wanted: Wanted, why: Line) -> None:
        house = self._house()
        now = house.clock.now()

        def job(connection: Connection) -> None:
            if imports.settle_file(connection, wanted, GONE, now):
                post_screen(
                    connection,
                    house.texts,
                    wanted.person,
                    Screen((why,)),
                    key=f"import-file:{wanted.id}",
                    kind=Kind.NOTICE,
                    now=now,
                    lives=LIVES,
                )

        await self._writers.run(job, "import-file")
        self._wake()
