"""A broadcast of notices through the whole program: how close to Telegram's limit, what is missing or doubled, how fast answers stay.

`python -m tests.bench notices` sends 15,000 (about nine minutes); `--count`, `--faults`, `--kills`, `--rate` say otherwise.
"""

import asyncio
import shutil
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Final

from storage import outbox
from storage.database import Database
from storage.outbox import Kind, Letter
from tests.bench.contenders import OURS
from tests.bench.figures import Spread, spread
from tests.bench.limited import MARK, USUAL, Faults, LimitedStandIn
from tests.bench.measure import SEED, api
from tests.bench.people import Crowd
from tests.bench.process import Process, part_cores
from tests.bench.standin import TOKEN
from tests.cast import START

NONE: Final = Faults()
FIRST_READER: Final = 5_000_000
PEOPLE: Final = 200  # who use the bot meanwhile
LIMIT: Final = 30  # messages a second
WARM_UP: Final = 40.0  # seconds in which people come in, before the first notice
OPENING: Final = 10.0  # of them a second
SLACK: Final = 90.0  # seconds for the last letters, in doubt or postponed
EVERY: Final = (8.0, 25.0)  # seconds between two kills


@dataclass(frozen=True, slots=True)
class Plan:
    """How many notices, with which faults, how often the process is killed, how many updates a second come meanwhile."""

    count: int = 15_000
    faults: Faults = NONE
    kills: int = 0
    rate: float = 0.0


@dataclass(frozen=True, slots=True)
class Found:
    """What came of it.

    share     of the limit: messages taken in the seconds from the first notice to the last, screens included
    doubles   notices that came more than once; `unexplained`: although every answer got through and nothing was killed
    """

    count: int
    missing: int
    most: int
    doubles: int
    unexplained: int
    seconds: float
    share: float
    bans: int
    refused: int
    played: dict[str, int]
    kills: int
    waits: Spread | None

    def __str__(self) -> str:
        percent = self.doubles * 100 / max(1, self.count)
        lines = [
            f"{self.count} notices in {self.seconds:.0f} s: {self.share:.1%} of the limit of {LIMIT}/s",
            f"missing {self.missing}, most copies {self.most}, doubled {self.doubles} ({percent:.2f} %), of these unexplained {self.unexplained}",
            f"limits: refused {self.refused}, bans {self.bans}; faults played {self.played}; kills {self.kills}",
        ]
        if self.waits is not None:
            lines.append(
                "tap to screen meanwhile, ms: p50 {:.0f}, p95 {:.0f}, p99 {:.0f}".format(*self.waits)
            )
        return "\n".join(lines)


def post(database: Database, count: int, at: datetime) -> None:
    """Notices to as many chats, ready to leave from a moment on."""
    with database.writing() as connection:
        for number in range(count):
            chat = FIRST_READER + number
            body = f'{{"text":"{MARK} {number}"}}'
            outbox.post(
                connection, Letter(chat, Kind.NOTICE, "sendMessage", body, key=f"bench:{number}"), START
            )


def judge(
    standin: LimitedStandIn, count: int, kills: int, limit: int = LIMIT, waits: Spread | None = None
) -> Found:
    """Read what the stand-in has counted."""
    readers = range(FIRST_READER, FIRST_READER + count)
    first = standin.first_copies
    begin, end = (first[0], first[-1]) if first else (0.0, 0.0)
    taken = sum(begin <= at <= end for at in standin.sent)
    doubled = [chat for chat in readers if standin.copies[chat] > 1]
    return Found(
        count=count,
        missing=sum(standin.copies[chat] == 0 for chat in readers),
        most=max(standin.copies.values(), default=0),
        doubles=len(doubled),
        unexplained=sum(not standin.unanswered[chat] for chat in doubled),
        seconds=end - begin,
        share=max(0, taken - 1) / max(end - begin, 0.001) / limit,
        bans=len(standin.flood.bans),
        refused=standin.flood.refused,
        played=dict(standin.played),
        kills=kills,
        waits=waits,
    )


async def measure(plan: Plan, folder: Path) -> Found:
    """Send them all, once."""
    prepared = folder / "prepared"
    prepared.mkdir(parents=True)
    OURS.prepare(prepared, PEOPLE)
    database = Database.open(f"sqlite:///{prepared / 'anwen.db'}")
    warm_up = timedelta(seconds=WARM_UP) if plan.rate else timedelta()
    post(database, plan.count, datetime.now(UTC) + warm_up)
    database.close()
    running = folder / "running"
    shutil.copytree(prepared, running)
    standin = LimitedStandIn(faults=plan.faults)
    async with api(standin) as base:
        bot = Bot(base, running, part_cores())
        bot.start()
        try:
            return await _watched(plan, standin, bot)
        finally:
            await asyncio.to_thread(bot.process.end)


@dataclass(slots=True)
class Bot:
    """The program, started again after each kill."""

    base: str
    folder: Path
    cores: frozenset[int]
    kills: int = 0
    running: Process | None = None

    def start(self) -> None:
        own = {name: value.format(folder=self.folder) for name, value in OURS.environment.items()}
        environment = {"ANWEN_TOKEN": TOKEN, "ANWEN_API_BASE": self.base, "ANWEN_DATA_DIR": str(self.folder)}
        log = self.folder / "bot.log"
        self.running = Process.start(OURS.command, {**environment, **own}, log, self.cores)

    @property
    def process(self) -> Process:
        if self.running is None:
            raise RuntimeError("it was not started")
        return self.running

    async def kill(self) -> None:
        """SIGKILL, and a fresh start."""
        self.process.popen.kill()
        await asyncio.to_thread(self.process.popen.wait)
        self.kills += 1
        self.start()


async def _watched(plan: Plan, standin: LimitedStandIn, bot: Bot) -> Found:
    crowd = Crowd(standin, OURS.script(), PEOPLE)
    work: list[asyncio.Task[None]] = []
    if plan.kills:
        work.append(asyncio.create_task(_killing(plan, bot)))
    if plan.rate:
        seconds = WARM_UP + plan.count / LIMIT
        work.append(asyncio.create_task(_coming(crowd, plan.rate, seconds)))
    while not standin.copies:  # noqa: ASYNC110 - the stand-in is plain
        await asyncio.sleep(0.05)
    began = time.monotonic()
    await _all_here(standin, plan.count)
    ended = time.monotonic()
    for one in work:
        one.cancel()
    await asyncio.sleep(2 if plan.faults == NONE else plan.faults.silence)  # late copies count too
    waits = spread(crowd.waits(began, ended)) if plan.rate else None
    return judge(standin, plan.count, bot.kills, waits=waits)


async def _coming(crowd: Crowd, rate: float, seconds: float) -> None:
    """People come in one after another, then tap at this rate."""
    await crowd.at_rate(OPENING, PEOPLE / OPENING, SEED)
    await crowd.at_rate(rate, seconds, SEED + 1)


async def _killing(plan: Plan, bot: Bot) -> None:
    chance = Random(SEED)
    for _ in range(plan.kills):
        await asyncio.sleep(chance.uniform(*EVERY))
        await bot.kill()


async def _all_here(standin: LimitedStandIn, count: int) -> None:
    """Until every notice has come, or nothing new has for a while."""
    seen, since = 0, time.monotonic()
    while len(standin.copies) < count and time.monotonic() - since < SLACK:
        await asyncio.sleep(0.1)
        if len(standin.copies) > seen:
            seen, since = len(standin.copies), time.monotonic()


def run(plan: Plan) -> Found:
    """Measure in a folder that is thrown away."""
    import uvloop  # noqa: PLC0415 - as for the other measurements

    with (
        tempfile.TemporaryDirectory(prefix="anwen-notices-") as folder,
        asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner,
    ):
        return runner.run(measure(plan, Path(folder)))


def plan_of(count: int | None, kills: int, rate: float, *, faults: bool) -> Plan:
    return Plan(count or Plan().count, USUAL if faults else NONE, kills, rate)
