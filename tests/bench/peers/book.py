"""Where the usual questionnaires keep answers: one row an answer, one committed transaction each, full sync."""

from pathlib import Path
from typing import Final, Self

import aiosqlite

SCHEMA: Final = (
    "CREATE TABLE IF NOT EXISTS answers"
    " (id INTEGER PRIMARY KEY, person INTEGER NOT NULL, question INTEGER NOT NULL, value TEXT NOT NULL)"
)
INSERT: Final = "INSERT INTO answers (person, question, value) VALUES (?, ?, ?)"


class Book:
    """One open aiosqlite connection, as such bots usually hold one."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    @classmethod
    async def open(cls, directory: Path) -> Self:
        """Open the answers of this directory, durable: WAL with `synchronous=FULL`."""
        connection = await aiosqlite.connect(directory / "answers.db")
        await connection.execute("PRAGMA journal_mode=WAL")
        await connection.execute("PRAGMA synchronous=FULL")
        await connection.execute(SCHEMA)
        await connection.commit()
        return cls(connection)

    async def save(self, person: int, question: int, value: str) -> None:
        """Keep one answer; it is on disk when this returns."""
        await self._connection.execute(INSERT, (person, question, value))
        await self._connection.commit()

    async def close(self) -> None:
        await self._connection.close()
