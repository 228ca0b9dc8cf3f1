"""Sends receipt files to those who asked for them in the chat, once a signed head covers the receipt."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import orjson
from sqlalchemy import Connection

from bot.screens import post_screen
from bot.shelf import make_folder
from dialogs.render import Texts
from dialogs.talk import Line, Screen
from storage import due, outbox, people
from storage.database import Database
from storage.due import Due
from storage.outbox import Kind, Letter
from storage.recording.receipts import DUE
from storage.sealing import proving
from storage.sealing.proving import Standing

LIVES = timedelta(days=2)
FOLDER = "receipts"  # below the media folder, from which letters take their files


class ReceiptFiles:
    """Makes the files beside the database thread and posts them in it."""

    def __init__(self, database: Database, media: Path, texts: Texts) -> None:
        self._database = database
        self._media = media
        self._texts = texts

    def wanted(self, connection: Connection, now: datetime) -> list[Due]:
        """Who waits for which file now."""
        return due.of_kind(connection, DUE, now)

    async def made(self, row: Due) -> tuple[Standing | None, str | None]:
        """The receipt as it stands, and where its file lies once it could be made."""
        return await asyncio.to_thread(self._made, number_of(row))

    def _made(self, number: str) -> tuple[Standing | None, str | None]:
        with self._database.reading() as connection:
            found = proving.standing(connection, number)
            proof = proving.proof(connection, found) if found is not None and found.unchanged else None
        if proof is None:
            return found, None
        name = f"{FOLDER}/{number}.json"
        make_folder(self._media / FOLDER)
        (self._media / name).write_text(proof.text(), "utf-8")
        return found, name

    def settle(
        self,
        connection: Connection,
        row: Due,
        found: tuple[Standing | None, str | None],
        now: datetime,
        later: datetime,
    ) -> bool:
        """Post the file, say that there can be none, or wait for the next head. Whether something was posted."""
        standing, name = found
        waits = standing is not None and standing.unchanged and name is None
        if not due.move(connection, row, later if waits else None) or waits:
            return False
        person, number = int(row.subject.partition(":")[0]), number_of(row)
        if name is None:
            self._regret(connection, person, number, row, now)
        else:
            self._post(connection, person, number, name, row, now)
        return True

    def _post(
        self, connection: Connection, person: int, number: str, name: str, row: Due, now: datetime
    ) -> None:
        reader = people.reader_of(connection, person)
        if reader is None:
            return
        caption = self._texts.say(Line("receipt-file", {"number": number}), reader.language)
        body = orjson.dumps({"caption": caption, "parse_mode": "HTML"}).decode()
        key = key_of(row)
        letter = Letter(reader.chat, Kind.NOTICE, "sendDocument", body, person=person, media=name, key=key)
        outbox.post(connection, letter, now)

    def _regret(self, connection: Connection, person: int, number: str, row: Due, now: datetime) -> None:
        screen = Screen((Line("receipt-file-changed", {"number": number}),))
        key = key_of(row)
        post_screen(connection, self._texts, person, screen, key=key, kind=Kind.NOTICE, now=now, lives=LIVES)


def number_of(row: Due) -> str:
    """The number that a due row is about."""
    return row.subject.partition(":")[2]


def key_of(row: Due) -> str:
    """The key of the letter that answers a wish; the same person may wish for the same file again."""
    return f"{DUE}:{row.id}:{row.due_at:%Y%m%d%H%M%S%f}"
