"""One run of one bot against a fresh stand-in: start, first tap, closed loop, fixed rate, end."""

import asyncio
import os
import shutil
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bench.contenders import Contender
from tests.bench.figures import Figures, spread
from tests.bench.people import Crowd
from tests.bench.process import Process
from tests.bench.standin import TOKEN, StandIn
from tests.bench.wire import serve

SEED: Final = 20261101
STEADY_RATE: Final = 100.0
STARTING: Final = 60.0  # seconds a bot may take to its first answer
MICROSECONDS: Final = 1_000_000


class NotAnswering(Exception):  # noqa: N818 - a finding, said in the table
    """The bot did not answer; what it printed is the message."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and with how many people."""

    people: int = 200
    seconds: float = 10.0
    warm_up: float = 3.0
    core: frozenset[int] = frozenset({0})  # the bot's own


@dataclass(frozen=True, slots=True)
class Meter:
    """Time, processor time of the bot and of this process, at one moment."""

    at: float
    bot: float
    here: float

    @classmethod
    def read(cls, bot: Process) -> "Meter":
        here = os.times()
        return cls(time.monotonic(), bot.cpu(), here.user + here.system)


async def run(contender: Contender, plan: Plan, prepared: Path, folder: Path) -> Figures:
    """Measure one bot once. `prepared` is copied, `folder` is for this run alone."""
    standin = StandIn()
    shutil.copytree(prepared, folder)
    crowd = Crowd(standin, contender.script(), plan.people)
    async with api(standin) as base, living(contender, base, folder, crowd, plan.core) as bot:
        return await figures(bot, standin, crowd, plan)


@asynccontextmanager
async def api(standin: StandIn) -> AsyncIterator[str]:
    """Serve the stand-in for a while; give its address."""
    server, port = await serve(standin.answer)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.close()


@asynccontextmanager
async def living(
    contender: Contender, base: str, folder: Path, crowd: Crowd, core: frozenset[int]
) -> AsyncIterator[Process]:
    """Keep the bot running for a while, one person's first message waiting for it."""
    environment = {"ANWEN_TOKEN": TOKEN, "ANWEN_API_BASE": base, "ANWEN_DATA_DIR": str(folder)}
    own = {name: value.format(folder=folder) for name, value in contender.environment.items()}
    crowd.open()
    bot = Process.start(contender.command, {**environment, **own}, folder / "bot.log", core)
    try:
        yield bot
    finally:
        await asyncio.to_thread(bot.end)


async def figures(bot: Process, standin: StandIn, crowd: Crowd, plan: Plan) -> Figures:
    first_tap = await answered_first_tap(bot, crowd)
    idle = bot.resident()
    await crowd.hurry(plan.warm_up)
    before = Meter.read(bot)
    await crowd.hurry(plan.seconds)
    after = Meter.read(bot)
    await crowd.settle(plan.warm_up)
    steady_since = time.monotonic()
    await crowd.at_rate(STEADY_RATE, plan.seconds, SEED)
    hurried = crowd.waits(before.at, after.at)
    lasted = after.at - before.at
    return Figures(
        rate=len(hurried) / lasted,
        closed=spread(hurried),
        cpu=(after.bot - before.bot) / max(1, len(hurried)) * MICROSECONDS,
        load=(after.here - before.here) / lasted,
        steady=spread(crowd.waits(steady_since, time.monotonic())),
        first_tap=first_tap,
        idle=idle,
        resident=bot.resident(),
        errors=crowd.stuck + standin.refusals.total(),
        refusals=standin.refusals,
    )


async def answered_first_tap(bot: Process, crowd: Crowd) -> float:
    """Wait for the first person's opening and first tap; return the seconds since the process started."""
    while len(crowd.samples) < 2:
        if not bot.alive or time.monotonic() - bot.started > STARTING:
            raise NotAnswering(bot.last_words())
        await asyncio.sleep(0.002)
        if len(crowd.samples) == 1:
            crowd.go_on_alone()
    return crowd.samples[1].at - bot.started
