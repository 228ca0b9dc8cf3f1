"""A run: officers work, the bot is killed again and again, everything comes up to three times; then the verdict."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import Final

from tests.proof.books import books, idle
from tests.proof.judge import Record, Verdict, verdict
from tests.proof.officer import Officer
from tests.proof.stage import Stage

PLACES: Final = (
    "intake.before_commit",
    "intake.after_commit",
    "turn.before_commit",
    "turn.after_commit",
    "send.before_call",
    "send.after_call",
    "sent.before_commit",
    "sent.after_commit",
    "claim.after_commit",
    "media.before_commit",
    "media.after_commit",
)
AT_ONCE: Final = 40
STARTING: Final = 30.0  # seconds in which a bot must answer somebody
ARMED: Final = 5.0  # seconds in which a named place must be reached, else the bot is killed where it is
LONGEST: Final = 120.0  # seconds a stretch of a run may take
QUIET: Final = 60.0  # seconds in which everything that waits must be done at the end


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is to happen before the run may end."""

    kills: int
    updates: int
    at_once: int = AT_ONCE


@dataclass(slots=True)
class Outcome:
    """What happened, and the verdict."""

    kills: Counter[str] = field(default_factory=Counter)
    updates: int = 0
    delivered: int = 0
    sights: int = 0
    resent: int = 0
    outdated: int = 0
    handed_in: int = 0
    verdict: Verdict = field(default_factory=Verdict)

    def __str__(self) -> str:
        where = ", ".join(f"{place} {times}" for place, times in sorted(self.kills.items()))
        return (
            f"{self.updates} updates delivered {self.delivered} times, {self.kills.total()} kills ({where}), "
            f"{self.sights} screens seen, {self.resent} more came again, {self.outdated} of those below newer ones, {self.handed_in} self-checks handed in\n"
            f"{self.verdict}"
        )


class Run:
    """One run on a stage."""

    def __init__(self, stage: Stage, plan: Plan) -> None:
        self._stage = stage
        self._plan = plan
        self._numbers = count()
        self._enough = False
        self.outcome = Outcome()

    async def play(self) -> Outcome:
        """Play until enough has happened, let everything come to rest, judge."""
        crowd = self.seat_everybody()
        await self._kill_again_and_again()
        self._stage.start()
        return await self.end(crowd)

    def seat_everybody(self) -> "asyncio.Future[list[None]]":
        """Let officers work, so many at once."""
        return asyncio.gather(*(self._seat() for _ in range(self._plan.at_once)))

    async def end(self, crowd: "asyncio.Future[list[None]]") -> Outcome:
        """Let everybody finish what they are at, everything come to rest, and judge."""
        self._enough = True
        await crowd
        await come_to_rest(self._stage)
        return await self._judged()

    async def _seat(self) -> None:
        """One officer after another, until there has been enough."""
        while not self._enough:
            number = next(self._numbers)
            if number >= len(self._stage.seeded):
                return
            officer = self._stage.officer(number)
            going = await officer.join()
            while going and not self._enough:
                going = await officer.go_on()

    async def _kill_again_and_again(self) -> None:
        """Start, let it work for a moment, kill; half of the times at a named place."""
        chance = self._stage.chance
        while not self._is_enough():
            place = chance.choice(PLACES) if chance.random() < 0.5 else ""
            await one_life(self._stage, place, chance)
            self.outcome.kills[place or "anywhere"] += 1

    def _is_enough(self) -> bool:
        plan, done = self._plan, self.outcome
        self._enough = done.kills.total() >= plan.kills and updates_of(self._stage) >= plan.updates
        return self._enough or self._all_done()

    def _all_done(self) -> bool:
        officers = self._stage.officers
        return len(officers) == len(self._stage.seeded) and not any(o.at_work for o in officers.values())

    async def _judged(self) -> Outcome:
        stage, outcome = self._stage, self.outcome
        officers = list(stage.officers.values())
        outcome.updates, outcome.delivered = updates_of(stage), stage.queue.delivered
        outcome.sights = sum(len(officer.sights) for officer in officers)
        outcome.resent = sum(officer.resent for officer in officers)
        outcome.outdated = sum(officer.outdated for officer in officers)
        outcome.verdict = await judged(stage, officers)
        outcome.handed_in = len(books(stage.database, stage.owners, stage.catalogue).receipts)
        return outcome


def updates_of(stage: Stage) -> int:
    """How many different updates there have been."""
    return stage.queue.next_id - stage.queue.first_id


async def come_in(stage: Stage, count: int) -> None:
    """Until so many updates have come in."""
    for _ in range(int(LONGEST / 0.01)):
        if updates_of(stage) >= count:
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"only {updates_of(stage)} updates of {count} have come in")


async def one_life(stage: Stage, place: str, chance: Random) -> None:
    """Start a bot, and kill it after it has answered somebody, or when it comes to a named place."""
    bot = stage.start(f"{place}:{chance.randint(1, 40)}" if place else "")
    if place:
        with suppress(TimeoutError):
            await asyncio.wait_for(bot.gone.wait(), ARMED)
    else:
        await answered_somebody(stage)
        await asyncio.sleep(chance.uniform(0, 0.6))
    await stage.kill()


async def answered_somebody(stage: Stage) -> None:
    """Until a screen has come since now."""
    seen = sights_of(stage)
    for _ in range(int(STARTING / 0.02)):
        if sights_of(stage) > seen:
            return
        await asyncio.sleep(0.02)


def sights_of(stage: Stage) -> int:
    return sum(len(officer.sights) for officer in stage.officers.values())


async def come_to_rest(stage: Stage) -> None:
    """Deliver the copies that are left, and wait until nothing waits."""
    stage.queue.flush = True
    for _ in range(int(QUIET / 0.1)):
        stage.queue.wake()
        await asyncio.sleep(0.1)
        if not stage.queue.pending and not stage.queue.copies_left and idle(stage.database):
            return


async def judged(stage: Stage, officers: Sequence[Officer]) -> Verdict:
    """The verdict on what these officers did and saw."""
    deeds = [deed for officer in officers for deed in officer.deeds]
    sights = [sight for officer in officers for sight in officer.sights]
    kept = await asyncio.to_thread(books, stage.database, stage.owners, stage.catalogue)
    return verdict(Record(deeds, sights), kept)
