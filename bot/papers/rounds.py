"""Prints papers that are still missing, keeps them on disk and sends each to its signer. Woken by the clock.

A crash between two steps costs nothing: what has no row is printed again, to the same bytes, and the letter's key is used once.
"""

import asyncio
import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime

import orjson
import structlog
from sqlalchemy import Connection

from bot.beside import Beside
from bot.papers.press import NotPrinted, printed
from bot.papers.words import sheet_of
from bot.shelf import Shelf
from bot.turn import House
from bot.turns import Writers
from dialogs.talk import Line
from storage import outbox, papers, people
from storage.outbox import Kind, Letter
from storage.papers import Unprinted

log = structlog.get_logger(__name__)

AT_ONCE = 4
TRIES = 3  # a paper that cannot be printed waits for the next start


def _waiting(connection: Connection, most: int) -> Sequence[Unprinted]:
    """Commitments first, then statistics."""
    return [*papers.waiting(connection, most), *papers.waiting_statistics(connection, most)]


class PaperRounds(Beside):
    """The papers of one process."""

    def __init__(self, writers: Writers, house: House, shelf: Shelf, wake: Callable[[], None]) -> None:
        super().__init__(house)
        self._writers = writers
        self._shelf = shelf
        self._wake = wake
        self._failed: Counter[str] = Counter()

    async def _work(self) -> None:
        waiting: Sequence[Unprinted] = await self._writers.run(
            lambda c: _waiting(c, AT_ONCE + len(self._failed)), "papers"
        )
        for paper in waiting:
            if self._failed[paper.number] < TRIES:
                await self._one(paper)

    async def _one(self, paper: Unprinted) -> None:
        try:
            document = await printed(sheet_of(paper, self._house.texts))
            path = await asyncio.to_thread(self._shelf.keep_paper, paper.number, document)
        except (NotPrinted, OSError) as trouble:
            self._failed[paper.number] += 1
            log.warning("a paper was not printed", number=paper.number, trouble=str(trouble))
            return
        digest, now = hashlib.sha256(document).hexdigest(), self._house.clock.now()
        await self._writers.run(lambda c: self._settle(c, paper, path, digest, now), "paper")
        self._wake()

    def _settle(
        self, connection: Connection, paper: Unprinted, path: str, digest: str, now: datetime
    ) -> None:
        """Note where it lies, and post it to the signer."""
        reader = people.reader_of(connection, paper.signer)
        if not papers.keep(connection, paper, path, digest, now) or reader is None:
            return
        caption = self._house.texts.say(
            Line("letter-statistics-paper" if paper.period else "letter-paper", {"number": paper.number}),
            reader.language,
        )
        body = orjson.dumps({"caption": caption, "parse_mode": "HTML"}).decode()
        letter = Letter(
            reader.chat,
            Kind.NOTICE,
            "sendDocument",
            body,
            person=paper.signer,
            media=path,
            key=f"paper:{paper.number}",
        )
        outbox.post(connection, letter, now)
