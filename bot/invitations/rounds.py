"""Prints the invitations that somebody waits for, beside the database thread, and sends each file once. Woken by the clock.

A crash between two steps costs nothing: what has not ended is printed again with fresh codes, the old ones were never entered.
The file goes as soon as it has left, so that codes stand on paper only.
"""

import asyncio
import secrets
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import orjson
import structlog
from sqlalchemy import Connection

from bot import child
from bot.beside import Beside
from bot.invitations import successors
from bot.invitations.deck import Deck
from bot.invitations.press import printed
from bot.invitations.words import deck_of, drawn
from bot.invite import own_name
from bot.screens import post_screen
from bot.settings import SettingsError
from bot.shelf import Shelf
from bot.telegram import InDoubt, Telegram, Unreachable
from bot.turn import House
from bot.turns import Writers
from dialogs.talk import Line, Screen
from safety.calendar import today
from safety.events_invites import SheetsMade
from safety.invites import MOST_CARDS
from safety.people import Actor
from storage import outbox, people, sheets
from storage.database import Database
from storage.outbox import Kind, Letter
from storage.queries import asker_of
from storage.record import record
from storage.sheets import Card, Printing

log = structlog.get_logger(__name__)

AT_ONCE = 2
TRIES = 3
LIVES = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Pack:
    """What is printed for somebody: their cards, and until when these can be used."""

    actor: Actor
    cards: Sequence[Card]
    until: datetime


class SheetRounds(Beside):
    """The printings of one process."""

    def __init__(
        self,
        writers: Writers,
        database: Database,
        house: House,
        shelf: Shelf,
        wake: Callable[[], None],
        telegram: Telegram,
    ) -> None:
        super().__init__(house)
        self._telegram = telegram
        self._writers = writers
        self._database = database
        self._shelf = shelf
        self._wake = wake
        self._failed: Counter[int] = Counter()

    async def _work(self) -> None:
        await self._clear_away()
        waiting: Sequence[Printing] = await self._writers.run(lambda c: sheets.waiting(c, AT_ONCE), "sheets")
        for printing in waiting:
            await self._one(printing)
        await self._links()

    async def _links(self) -> None:
        """Invitations for successors who have not joined yet."""
        if not await self._writers.run(successors.waits, "successors"):
            return
        try:
            username = await own_name(self._telegram)
        except (Unreachable, InDoubt, SettingsError) as trouble:
            log.warning("no link was made", trouble=str(trouble))
            return
        house, now = self._house, self._house.clock.now()
        if await self._writers.run(lambda c: successors.invite(c, house, username, now), "successors"):
            self._wake()

    async def _one(self, printing: Printing) -> None:
        """Print it and send it; give it up, and say so, when that cannot be done."""
        try:
            pack = await asyncio.to_thread(self._read, printing)
            if pack is None or not pack.cards:
                await self._give_up(printing, "sheets-gone" if pack is None else "sheets-none")
                return
            document = await printed(self._deck(pack, await own_name(self._telegram)))
            path = await asyncio.to_thread(self._shelf.keep_sheets, self._name(printing), document)
        except (child.ChildFailed, Unreachable, InDoubt, SettingsError, OSError) as trouble:
            self._failed[printing.id] += 1
            log.warning("sheets were not printed", sheets=printing.id, trouble=str(trouble))
            if self._failed[printing.id] >= TRIES:
                await self._give_up(printing, "sheets-failed")
            return
        now = self._house.clock.now()
        if not await self._writers.run(lambda c: self._settle(c, printing, pack, path, now), "sheets"):
            self._shelf.drop(path)
        self._wake()

    def _deck(self, pack: Pack, username: str) -> Deck:
        return deck_of(
            pack.cards,
            username,
            pack.until,
            self._house.clock.now(),
            self._house.texts,
            pack.actor.language,
        )

    def _read(self, printing: Printing) -> Pack | None:
        """The cards as they are wanted now; None when who asked may not have them any more."""
        now = self._house.clock.now()
        with self._database.reading() as connection:
            actor = sheets.actor_of(connection, printing)
            asker = asker_of(actor, self._house.catalogue, now) if actor is not None else None
            if actor is None or asker is None:
                return None
            found = sheets.units(connection, printing.query, asker, printing.roles)
        days = self._house.catalogue.rules.defaults.inviting.sheet_days
        return Pack(actor, list(drawn(found))[:MOST_CARDS], now + timedelta(days=days))

    def _settle(
        self, connection: Connection, printing: Printing, pack: Pack, path: str, now: datetime
    ) -> bool:
        """Enter the hashes, and post the file; False when another process was quicker, or the seat has ended."""
        actor = sheets.actor_of(connection, printing)
        if actor is None:
            return False
        by = printing.person
        if not sheets.keep(connection, printing.id, pack.cards, pack.until, now, by=by, path=path):
            return False
        record(connection, actor, [SheetsMade(printing.id, len(pack.cards))], now, None)
        self._post(connection, actor, printing, pack, path, now)
        return True

    def _post(
        self,
        connection: Connection,
        actor: Actor,
        printing: Printing,
        pack: Pack,
        path: str,
        now: datetime,
    ) -> None:
        reader = people.reader_of(connection, actor.person)
        if reader is None:
            return
        line = Line("sheets-letter", {"n": len(pack.cards), "time": pack.until})
        body = orjson.dumps({"caption": self._house.texts.say(line, reader.language), "parse_mode": "HTML"})
        letter = Letter(
            reader.chat,
            Kind.NOTICE,
            "sendDocument",
            body.decode(),
            person=actor.person,
            media=path,
            key=key_of(printing.id),
            expires_at=now + LIVES,
        )
        outbox.post(connection, letter, now)

    def _name(self, printing: Printing) -> str:
        """The name of the file as it arrives; never one that another process prints other codes into."""
        return f"邀请卡-{today(printing.asked_at):%Y%m%d}-{printing.id}-{secrets.token_hex(3)}.pdf"

    async def _clear_away(self) -> None:
        """Files that have left, or never will, go."""
        done: Sequence[tuple[int, str]] = await self._writers.run(_left, "sheets")
        for _, path in done:
            self._shelf.drop(path)
        if done:
            await self._writers.run(lambda c: sheets.gone(c, [number for number, _ in done]), "sheets")

    async def _give_up(self, printing: Printing, why: str) -> None:
        now = self._house.clock.now()

        def job(connection: Connection) -> None:
            if sheets.drop(connection, printing.id, now):
                post_screen(
                    connection,
                    self._house.texts,
                    printing.person,
                    Screen((Line(why),)),
                    key=key_of(printing.id),
                    kind=Kind.NOTICE,
                    now=now,
                    lives=LIVES,
                )

        await self._writers.run(job, "sheets")
        self._wake()


def key_of(number: int) -> str:
    """The key of the letter that carries a printing."""
    return f"sheets:{number}"


def _left(connection: Connection) -> list[tuple[int, str]]:
    lying = sheets.lying(connection)
    waiting = outbox.pending(connection, [key_of(number) for number, _ in lying])
    return [(number, path) for number, path in lying if key_of(number) not in waiting]
