"""Two hundred people who use a bot, in a closed loop or at a fixed rate. What each does stands in scripts.py."""

import asyncio
import random
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from tests.bench.scripts import Script, Taps, Writes
from tests.bench.standin import Said, StandIn

PATIENCE: Final = 10.0  # seconds without a reply after which a person starts over, counted as stuck
FIRST_PERSON: Final = 1000


@dataclass(slots=True)
class Person:
    """One person: what they see and since when they wait."""

    chat: int
    said: Said | None = None
    waits_since: float | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """One update answered: when, and how long the person waited, in seconds."""

    at: float
    waited: float


@dataclass(slots=True)
class Crowd:
    """Everybody together, on one stand-in."""

    standin: StandIn
    script: Script
    size: int
    samples: list[Sample] = field(default_factory=list)
    stuck: int = 0
    unasked: int = 0
    _people: dict[int, Person] = field(default_factory=dict)
    _idle: deque[Person] = field(default_factory=deque)
    _late: deque[float] = field(default_factory=deque)
    _hurried: bool = False

    def __post_init__(self) -> None:
        chats = range(FIRST_PERSON, FIRST_PERSON + self.size)
        self._people = {chat: Person(chat) for chat in chats}
        self._idle.extend(self._people.values())
        self.standin.on_reply = self._replied

    def open(self) -> None:
        """The first person alone makes the first move; `go_on_alone` makes the next once it is answered."""
        self._move(self._idle.popleft(), time.monotonic())

    def go_on_alone(self) -> None:
        """The person who was answered last moves on."""
        if self._idle and self._idle[-1].said is not None:
            self._move(self._idle.pop(), time.monotonic())

    async def hurry(self, seconds: float) -> None:
        """Closed loop: everybody makes the next move as soon as the reply is there."""
        self._hurried = True
        self._move_all_idle()
        async for _ in ticks(seconds):
            self._nudge()
        self._hurried = False

    async def settle(self, seconds: float) -> bool:
        """Let the last moves be answered; return whether all were."""
        async for _ in ticks(seconds):
            if len(self._idle) == self.size:
                return True
        return len(self._idle) == self.size

    async def at_rate(self, rate: float, seconds: float, seed: int) -> None:
        """Open loop: moves fall due at random moments of this mean rate, whether or not the bot keeps up."""
        begin = time.monotonic()
        for due in moments(rate, seconds, seed):
            await asyncio.sleep(max(0.0, begin + due - time.monotonic()))
            self._late.append(begin + due)
            self._move_late()
        await self.settle(PATIENCE)

    def waits(self, begin: float, end: float) -> Sequence[float]:
        """How long people waited for the replies that came between two moments."""
        return [sample.waited for sample in self.samples if begin <= sample.at < end]

    def _replied(self, said: Said) -> None:
        person = self._people.get(said.chat)
        if person is None or not self.script.reply(said):
            return
        person.said = said
        if person.waits_since is None:
            self.unasked += 1
            return
        now = time.monotonic()
        self.samples.append(Sample(now, now - person.waits_since))
        person.waits_since = None
        self._idle.append(person)
        self._go_on()

    def _go_on(self) -> None:
        if self._hurried:
            self._move_all_idle()
        else:
            self._move_late()

    def _move_all_idle(self) -> None:
        while self._idle:
            self._move(self._idle.popleft(), time.monotonic())

    def _move_late(self) -> None:
        while self._idle and self._late:
            self._move(self._idle.popleft(), self._late.popleft())

    def _move(self, person: Person, since: float) -> None:
        person.waits_since = since
        move = self.script.opening() if person.said is None else self.script.next(person.said)
        if person.said is not None and isinstance(move, Taps):
            self.standin.tap(person.said, move.data)
        elif isinstance(move, Writes):
            self.standin.write(person.chat, move.text)

    def _nudge(self) -> None:
        """Somebody who got no reply starts over, as people do."""
        limit = time.monotonic() - PATIENCE
        for person in self._people.values():
            if person.waits_since is not None and person.waits_since < limit:
                self.stuck += 1
                person.said = None
                self._move(person, time.monotonic())


class ticks:  # noqa: N801 - reads as a verb in `async for`
    """Moments a twentieth of a second apart, for so many seconds."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def __aiter__(self) -> "ticks":
        return self

    async def __anext__(self) -> float:
        left = self._end - time.monotonic()
        if left <= 0:
            raise StopAsyncIteration
        await asyncio.sleep(min(0.05, left))
        return left


def moments(rate: float, seconds: float, seed: int) -> Iterator[float]:
    """Arrivals of a Poisson process, the same for every bot that is measured."""
    chance = random.Random(seed)
    at = chance.expovariate(rate)
    while at < seconds:
        yield at
        at += chance.expovariate(rate)
