"""Real processes on one database: a signal or a command, and all of them serve the same content."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.sandbox.sandbox import Sandbox
from bot.sandbox.telegram.limits import NO_FLOOD
from storage.database import Database
from storage.tables.post import processes
from tests.bot.contents import QUESTION, copied, reworded
from tests.bot.world import TOKEN

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0


def started(environment: Mapping[str, str], *command: str, log: Path) -> "subprocess.Popen[bytes]":
    with log.open("ab") as output:
        return subprocess.Popen(
            (sys.executable, "-m", "bot", *command),
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        )


class Fleet:
    """Bots on one database, each with a folder of content of its own."""

    def __init__(self, database: Database, address: str, folder: Path) -> None:
        self.database = database
        self.folder = folder
        self.address = address
        self.bots: list[subprocess.Popen[bytes]] = []

    @property
    def log(self) -> Path:
        return self.folder / "bots.log"

    def environment(self, content: Path) -> dict[str, str]:
        return {
            "ANWEN_TOKEN": TOKEN,
            "ANWEN_API_BASE": self.address,
            "ANWEN_DATA_DIR": str(self.folder),
            "ANWEN_CONTENT_DIR": str(content),
            "ANWEN_DATABASE_URL": self.database.engine.url.render_as_string(hide_password=False),
            "ANWEN_WORKERS": "2",
        }

    def served(self) -> list[int | None]:
        """What each living process serves."""
        with self.database.reading() as connection:
            return list(connection.execute(select(processes.c.release)).scalars())

    async def start(self, content: Path) -> None:
        """One more bot."""
        self.bots.append(started(self.environment(content), "run", log=self.log))
        await self.until(lambda: len([one for one in self.served() if one]) == len(self.bots))

    async def publish(self, content: Path) -> int:
        process = started(self.environment(content), "publish", "--wait", "30", log=self.log)
        return await asyncio.to_thread(process.wait, PATIENCE)

    async def until(self, true: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not true():
                assert all(bot.poll() is None for bot in self.bots), self.log.read_text("utf-8")
                await asyncio.sleep(0.05)


@asynccontextmanager
async def fleet(database: Database, folder: Path) -> AsyncIterator[Fleet]:
    sandbox = Sandbox(token=TOKEN, limits=NO_FLOOD, seed=1)
    one = Fleet(database, await sandbox.start(), folder)
    try:
        yield one
    finally:
        for bot in one.bots:
            bot.terminate()
        for bot in one.bots:
            await asyncio.to_thread(bot.wait, PATIENCE)
        await sandbox.stop()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_every_process_ends_on_the_same_release(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """SQLite has one bot and the command beside it, PostgreSQL several bots whose disks differ."""
    database: Database = request.getfixturevalue(f"{kind}_database")
    first, second = copied(tmp_path / "one"), copied(tmp_path / "two")

    async def go() -> None:
        async with fleet(database, tmp_path) as bots:
            await bots.start(first)
            if kind == "postgresql":
                await bots.start(second)
            count = len(bots.bots)
            assert bots.served() == [1] * count

            reworded(first, "门都开着吗？")  # by a signal to the one whose disk has it
            os.kill(bots.bots[0].pid, signal.SIGHUP)
            await bots.until(lambda: bots.served() == [2] * count)

            os.kill(bots.bots[-1].pid, signal.SIGHUP)  # an old disk cannot bring the former release back
            await asyncio.sleep(1)
            assert bots.served() == [2] * count

            reworded(first, "出口都能打开吗？", "门都开着吗？")  # by the command
            assert await bots.publish(first) == 0, bots.log.read_text("utf-8")
            assert bots.served() == [3] * count

            reworded(first, "kind: nonsense", "kind: yesno")  # what has a fault is not taken at all
            os.kill(bots.bots[0].pid, signal.SIGHUP)
            assert await bots.publish(first) == 1
            await bots.until(lambda: "was not released" in bots.log.read_text("utf-8"))
            assert bots.served() == [3] * count

            assert await bots.publish(second) == 0  # on purpose a former one can come back
            assert bots.served() == [4] * count

    asyncio.run(go())
    assert QUESTION in (second / "checklists/nine_small.yaml").read_text("utf-8")
