"""`python -m tests.bench flood`: how long people wait while one account sends 500 messages a second, and while nobody does (S12).

Both are measured in turns on one running bot, so that whatever else the machine does hits both alike.
"""

import asyncio
import statistics
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from tests.bench.contenders import OURS
from tests.bench.figures import spread
from tests.bench.measure import SEED, Plan, answered_first_tap, api, living
from tests.bench.people import FIRST_PERSON, Crowd
from tests.bench.standin import StandIn

ATTACKER: Final = FIRST_PERSON + 500_000
A_SECOND: Final = 500
RATE: Final = 50.0
TICK: Final = 0.02


async def attack(standin: StandIn) -> None:
    """Send at an even rate, for ever."""
    begun, sent = time.monotonic(), 0
    while True:
        due = int((time.monotonic() - begun) * A_SECOND)
        while sent < due:
            standin.write(ATTACKER, f"/start {sent}")
            sent += 1
        await asyncio.sleep(TICK)


async def compare(plan: Plan, rounds: int, folder: Path) -> list[tuple[float, float]]:
    """The 95th percentiles without and with the attacker, in milliseconds, of every round."""
    standin = StandIn()
    prepared = folder / "bot"
    prepared.mkdir(parents=True)
    OURS.prepare(prepared, plan.people)
    crowd = Crowd(standin, OURS.script(), plan.people)
    async with api(standin) as base, living(OURS, base, prepared, crowd, plan.core) as bot:
        await answered_first_tap(bot, crowd)
        await crowd.at_rate(RATE, plan.warm_up, SEED)
        found = []
        for number in range(rounds):
            calm = await _waits(crowd, plan, SEED + number)
            attacking = asyncio.create_task(attack(standin))
            await asyncio.sleep(plan.warm_up)  # the attacker's first burst is over
            flooded = await _waits(crowd, plan, SEED + number)
            attacking.cancel()
            with suppress(asyncio.CancelledError):
                await attacking
            await crowd.settle(plan.warm_up)
            found.append((calm, flooded))
    return found


async def _waits(crowd: Crowd, plan: Plan, seed: int) -> float:
    since = time.monotonic()
    await crowd.at_rate(RATE, plan.seconds, seed)
    return spread(crowd.waits(since, time.monotonic()))[1]


def report(found: list[tuple[float, float]]) -> str:
    """Each round and the middle ratio."""
    lines = [
        f"p95 {calm:.1f} ms without, {flooded:.1f} ms with {A_SECOND} messages a second of one account"
        for calm, flooded in found
    ]
    ratio = statistics.median([flooded / calm for calm, flooded in found])
    return "\n".join([*lines, f"ratio {ratio:.2f} (goal: under 1.2)"])
