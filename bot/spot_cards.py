"""Sends the QR picture of a spot exam to whoever opened it, beside the turns: the link begins with the bot's name, which Telegram knows.

A crash between two steps costs nothing: what has no picture yet gets one. The file goes as soon as it has left.
"""

import asyncio
import secrets
from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO

import orjson
import segno
import structlog
from sqlalchemy import Connection

from bot.beside import Beside
from bot.invite import link, own_name
from bot.settings import SettingsError
from bot.shelf import Shelf
from bot.telegram import InDoubt, Telegram, Unreachable
from bot.turn import House
from bot.turns import Writers
from dialogs.desk import SPOT
from dialogs.talk import Line
from storage import outbox, people, spot_pictures
from storage.outbox import Kind, Letter
from storage.spot_pictures import Unpictured

log = structlog.get_logger(__name__)

JOB = "spot-pictures"
SCALE, QUIET = 12, 4  # pixels of a module, modules around


class SpotCards(Beside):
    """The QR pictures of one process."""

    def __init__(
        self,
        writers: Writers,
        house: House,
        shelf: Shelf,
        wake: Callable[[], None],
        telegram: Telegram,
    ) -> None:
        super().__init__(house)
        self._writers = writers
        self._shelf = shelf
        self._wake = wake
        self._telegram = telegram

    async def _work(self) -> None:
        await self._clear_away()
        now = self._house.clock.now()
        waiting: Sequence[Unpictured] = await self._writers.run(lambda c: spot_pictures.waiting(c, now), JOB)
        if not waiting:
            return
        try:
            username = await own_name(self._telegram)
        except (Unreachable, InDoubt, SettingsError) as trouble:
            log.warning("no picture of a spot exam was made", trouble=str(trouble))
            return
        for one in waiting:
            await self._one(one, username)
        self._wake()

    async def _one(self, one: Unpictured, username: str) -> None:
        address = link(username, f"{SPOT}{one.link}")
        name = f"{one.number}-{secrets.token_hex(3)}.png"  # never one that another process draws
        path = await asyncio.to_thread(lambda: self._shelf.keep_spot(name, picture_of(address)))
        now = self._house.clock.now()
        if not await self._writers.run(lambda c: self._settle(c, one, address, path, now), JOB):
            self._shelf.drop(path)

    def _settle(
        self, connection: Connection, one: Unpictured, address: str, path: str, now: datetime
    ) -> bool:
        """Post the picture; False when another process was quicker, or nobody can come in any more."""
        if not spot_pictures.made(connection, one.number, one.link, path):
            return False
        reader = people.reader_of(connection, one.inspector)
        if reader is None:
            return True
        line = Line("spot-picture", {"enterprise": one.enterprise, "time": one.until})
        said = f"{self._house.texts.say(line, reader.language)}\n{address}"  # a link in an argument would not come to life
        body = orjson.dumps({"caption": said, "parse_mode": "HTML"})
        letter = Letter(
            reader.chat,
            Kind.ALERT,
            "sendPhoto",
            body.decode(),
            person=one.inspector,
            media=path,
            key=key_of(one.number),
            expires_at=one.until,
        )
        outbox.post(connection, letter, now)
        return True

    async def _clear_away(self) -> None:
        """Files that have left, or never will, go."""
        done: Sequence[tuple[int, str]] = await self._writers.run(_left, JOB)
        for _, path in done:
            self._shelf.drop(path)
        if done:
            await self._writers.run(lambda c: spot_pictures.gone(c, [number for number, _ in done]), JOB)


def picture_of(address: str) -> bytes:
    """A PNG that a phone reads from another phone's screen."""
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="png", scale=SCALE, border=QUIET)
    return drawn.getvalue()


def key_of(number: int) -> str:
    """The key of the letter that carries a picture."""
    return f"spot-picture:{number}"


def _left(connection: Connection) -> list[tuple[int, str]]:
    lying = spot_pictures.lying(connection)
    waiting = outbox.pending(connection, [key_of(number) for number, _ in lying])
    return [(number, path) for number, path in lying if key_of(number) not in waiting]
