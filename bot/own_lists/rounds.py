"""Reads the lists that officers have sent, beside the turns: fetched, opened in a walled child, judged; bad rows go back as a file.

A crash costs nothing: what was begun is taken up again a minute later, and a file that was not sent is made anew.
"""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import astuple
from datetime import datetime, timedelta
from pathlib import PurePath
from typing import Any

import orjson
import structlog
from sqlalchemy import Connection

from bot import child
from bot.beside import Beside
from bot.imports.sheet import Sheet
from bot.media import LARGEST, Fetch, Refused, download
from bot.own_lists.reading import OwnReading, read
from bot.redrawing import redraw
from bot.screens import post_screen
from bot.sheets import SheetRefused, open_book
from bot.shelf import Shelf
from bot.turn import House
from bot.turns import Writers
from checklists import harmless
from dialogs.own_lists import CARD, FLOW, fault_line, letter_line
from dialogs.talk import Button, Line, Screen, State
from safety.calendar import today
from safety.own_lists import OwnFault, OwnListState
from storage import outbox, own_lists, people
from storage.outbox import Kind, Letter

log = structlog.get_logger(__name__)

JOB, TRIES = "own-lists", 3
PAUSE, LIVES = timedelta(seconds=2), timedelta(days=2)
MODULE, SECONDS, BEGINS = "bot.imports.worker", 60.0, b"PK\x03\x04"
LONGEST_NAME = 40


class OwnListRounds(Beside):
    """The lists of one process."""

    def __init__(
        self, writers: Writers, house: House, shelf: Shelf, fetch: Fetch, wake: Callable[[], None]
    ) -> None:
        super().__init__(house)
        self._writers = writers
        self._shelf = shelf
        self._fetch = fetch
        self._wake = wake
        self._failed: Counter[int] = Counter()

    async def _work(self) -> None:
        now = self._house.clock.now()
        row = await self._writers.run(lambda c: own_lists.claim(c, now), JOB)
        if row is not None:
            await self._read(row)
        for one in await self._writers.run(own_lists.wanted, JOB):
            await self._give_back(one)

    # --- reading --------------------------------------------------------------------------------------------------

    async def _read(self, row: Any) -> None:
        try:
            raw = await download(self._fetch, row.file, LARGEST)
        except (Refused, OSError, EOFError) as trouble:
            await self._again(row, trouble)
            return
        if not raw:
            await self._settle(
                row, {"state": OwnListState.REFUSED, "reason": "too-big" if raw is None else "empty"}
            )
            return
        house, day = self._house, today(row.sent_at)
        try:
            book = await asyncio.to_thread(open_book, raw)
            reading = read(book, row.kind, house.catalogue, day)
        except SheetRefused as refused:
            await self._settle(row, {"state": OwnListState.REFUSED, "reason": refused.reason})
            return
        await self._settle(row, {"state": OwnListState.READY}, reading)

    async def _again(self, row: Any, trouble: Exception) -> None:
        """Another try helps with a network that is away, and not with a file that is too large."""
        if "too big" in str(trouble):
            await self._settle(row, {"state": OwnListState.REFUSED, "reason": "too-big"})
        elif row.attempts >= TRIES:
            await self._settle(row, {"state": OwnListState.REFUSED, "reason": "fetching"})
        else:
            at = self._house.clock.now() + PAUSE
            await self._writers.run(lambda c: own_lists.later(c, row.id, at), JOB)

    async def _settle(self, row: Any, values: dict[str, Any], reading: OwnReading | None = None) -> None:
        def job(connection: Connection) -> None:
            kept = values if reading is None else values | found_in(connection, row, reading)
            if own_lists.settle(connection, row.id, kept):
                tell(connection, self._house, row, self._house.clock.now())

        await self._writers.run(job, JOB)
        self._wake()

    # --- bad rows -------------------------------------------------------------------------------------------------

    async def _give_back(self, row: Any) -> None:
        """The rows that were left out, each with what is wrong, in the columns of the list itself."""
        now = self._house.clock.now()
        reader = await self._writers.run(lambda c: people.reader_of(c, row.person), JOB)
        path = ""
        try:
            if reader is not None and row.bad:
                sheet = self._sheet(row, reader.language)
                document = await child.made(MODULE, sheet.to_json(), SECONDS, BEGINS)
                stem = harmless.clean(PurePath(row.name).stem, LONGEST_NAME)
                name = f"{stem}-{sheet.name}-{row.id}.xlsx"
                path = await asyncio.to_thread(self._shelf.keep_export, name, document)
        except (child.ChildFailed, OSError) as trouble:
            self._failed[row.id] += 1
            log.warning("bad rows of a list were not given back", number=row.id, trouble=str(trouble))
            if self._failed[row.id] < TRIES:
                return
        await self._writers.run(lambda c: self._post(c, row, path, now), JOB)
        self._wake()

    def _sheet(self, row: Any, language: Any) -> Sheet:
        faults = [OwnFault(*one) for one in row.bad["faults"]]

        def say(line: Line) -> str:
            return self._house.texts.plain(line, language)

        rows = [
            [*cells, say(fault_line(fault))] for cells, fault in zip(row.bad["cells"], faults, strict=True)
        ]
        head = [*row.bad["head"], say(Line("ownlist-problem"))]
        name = say(Line("ownlist-bad-rows"))
        return Sheet(name, head, rows, say(Line("ownlist-about")), [say(Line("ownlist-about-rows"))])

    def _post(self, connection: Connection, row: Any, path: str, now: datetime) -> None:
        reader = people.reader_of(connection, row.person)
        if not own_lists.given(connection, row.id) or reader is None or not path:
            return
        said = self._house.texts.say(
            Line("ownlist-rows-sent", {"n": len(row.bad["faults"])}), reader.language
        )
        body = orjson.dumps({"caption": said, "parse_mode": "HTML"}).decode()
        key = f"ownlist-rows:{row.id}:{now:%Y%m%d%H%M%S}"
        letter = Letter(
            reader.chat, Kind.NOTICE, "sendDocument", body, person=row.person, media=path, key=key,
            expires_at=now + LIVES,
        )  # fmt: skip
        outbox.post(connection, letter, now)


def found_in(connection: Connection, row: Any, reading: OwnReading) -> dict[str, Any]:
    """What was read, as it is kept."""
    known = own_lists.known(connection, row)
    faults = [astuple(one) for one in reading.faults]
    return {
        "entries": list(reading.entries),
        "bad": {"head": list(reading.head), "cells": list(reading.bad), "faults": faults} if faults else None,
        "good": len(reading.entries),
        "new": len({one["name"] for one in reading.entries} - known),
        "papers": sum(len(one.get("papers", ())) for one in reading.entries),
    }


def tell(connection: Connection, house: House, row: Any, now: datetime) -> None:
    """On the screen that shows it, else in a letter that leads there."""

    def shows(state: State) -> bool:
        return (state.flow, state.at) == (FLOW, CARD) and state.data.get("number", row.id) == row.id

    if redraw(connection, house, row.person, shows, now):
        return
    kept = own_lists.of_number(connection, row.id)
    if kept is None:
        return
    opens = State(FLOW, CARD, {"number": row.id})
    screen = Screen((letter_line(own_lists.seen(kept)),), ((Button(Line("ownlist-open"), opens=opens),),))
    key = f"ownlist:{row.id}"
    post_screen(connection, house.texts, row.person, screen, key=key, kind=Kind.NOTICE, now=now, lives=LIVES)
