"""A short broadcast through the sender, against the limited stand-in with faults and a crash: nothing missing, copies bounded."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from bot.clock import RealClock
from bot.pace import Pace
from bot.sender import Sender
from bot.telegram import Telegram
from storage import outbox
from storage.database import Database
from storage.unit import Writer
from tests.bench.limited import USUAL, Faults, LimitedStandIn
from tests.bench.measure import api
from tests.bench.notices import Found, judge, post
from tests.bench.standin import TOKEN
from tests.cast import START

LIMIT = 100  # a second, so that it need not take long
ENOUGH = 60.0


def sender_of(writer: Writer, base: str, name: str, folder: Path) -> Sender:
    def submit(job: Callable[[Connection], Any], what: str) -> "Future[Any]":
        return writer.submit(job, what)

    pace = Pace(LIMIT, asyncio.get_running_loop().time)
    return Sender(Telegram(TOKEN, base), submit, RealClock(), name, pace, folder, '{"text":"—"}')


class Working:
    """A sender at work, until it is dropped without a word."""

    def __init__(self, sender: Sender) -> None:
        self.sender = sender
        self.tasks = [asyncio.create_task(sender.deliver()), asyncio.create_task(sender.keep_books())]

    async def drop(self) -> None:
        """As a crash: what is in the air stays in doubt."""
        for task in [*self.tasks, *self.sender._busy.values()]:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def broadcast(database: Database, folder: Path, count: int, faults: Faults, *, crashes: int) -> Found:
    post(database, count, START)
    standin = LimitedStandIn.allowing(LIMIT, faults)
    writer = Writer(database)
    writer.start()
    async with api(standin) as base:
        working = Working(sender_of(writer, base, "p0", folder))
        for number in range(1, crashes + 1):
            await until(lambda number=number: len(standin.copies) > count * number // (crashes + 1))  # type: ignore[misc]
            await working.drop()
            writer.run(lambda c, gone=f"p{number - 1}": outbox.take_over(c, [gone], RealClock().now()))  # type: ignore[misc]
            working = Working(sender_of(writer, base, f"p{number}", folder))
        await until(lambda: len(standin.copies) == count)
        await until(lambda: not working.sender._busy)
        await working.sender.stop(1)
        await working.drop()
    writer.stop()
    return judge(standin, count, crashes, LIMIT)


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(ENOUGH):
        while not true():  # noqa: ASYNC110 - the stand-in is plain
            await asyncio.sleep(0.01)


def test_within_the_limit_nothing_is_refused_and_nothing_comes_twice(
    sqlite_database: Database, tmp_path: Path
) -> None:
    found = asyncio.run(broadcast(sqlite_database, tmp_path, 300, Faults(), crashes=0))
    assert (found.missing, found.most, found.refused, found.bans) == (0, 1, 0, 0)


def test_with_faults_and_crashes_nothing_is_missing_and_copies_are_bounded(
    sqlite_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.USUAL", 0.5)
    monkeypatch.setattr("bot.sender.BACKOFF", (0.05, 0.1, 0.2, 0.4))
    monkeypatch.setattr("bot.sender.POSTPONE", timedelta(seconds=1))
    faults = replace(USUAL, silence=1.0, too_many=0.01)
    found = asyncio.run(broadcast(sqlite_database, tmp_path, 600, faults, crashes=3))
    assert found.missing == 0, str(found)
    assert found.most <= outbox.DOUBTS, str(found)
    assert found.bans == 0, str(found)
    assert {"429", "5xx", "no answer", "reset"} <= set(found.played)
    assert found.unexplained <= 3 * LIMIT // 10, str(found)  # what was in the air at a crash
