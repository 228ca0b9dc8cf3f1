"""The stand-in of the bench with Telegram's limits on new messages, and with faults: what P4 and P5 are measured against.

Limits are those of the strict stand-in (bot/sandbox/telegram/limits.py): so many messages in any second of the bot, one a
second and chat, and a ban for who ignores three times what a 429 said.
"""

import asyncio
import time
from collections import Counter, defaultdict
from collections.abc import Awaitable
from dataclasses import dataclass, field
from random import Random
from typing import Final

import orjson

from bot.sandbox.telegram.errors import Refused, too_many
from bot.sandbox.telegram.limits import Flood, Limits
from tests.bench.standin import StandIn
from tests.bench.wire import Call, Cut, Fields, Reply

MARK: Final = "通知"  # notices begin so, and no screen does


@dataclass(frozen=True, slots=True)
class Faults:
    """How often a call that sends meets what, as shares of one. `silence`: seconds without an answer."""

    too_many: float = 0.0
    server_error: float = 0.0
    no_answer: float = 0.0  # after it took effect
    reset: float = 0.0  # before it takes effect
    silence: float = 40.0


USUAL: Final = Faults(too_many=0.05, server_error=0.03, no_answer=0.02, reset=0.01)


def told(refused: Refused) -> Reply:
    body = {
        "ok": False,
        "error_code": refused.code,
        "description": refused.description,
        "parameters": refused.parameters or {},
    }
    return refused.code, orjson.dumps(body)


@dataclass(slots=True)
class LimitedStandIn(StandIn):
    """Counts what arrives. `copies`: of each notice, by its chat; `unanswered`: copies whose answer the bot never got."""

    faults: Faults = field(default_factory=Faults)
    flood: Flood = field(default_factory=lambda: Flood(time.monotonic))
    chance: Random = field(default_factory=lambda: Random(20261128))
    copies: Counter[int] = field(default_factory=Counter)
    arrivals: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    unanswered: Counter[int] = field(default_factory=Counter)
    played: Counter[str] = field(default_factory=Counter)
    sent: list[float] = field(default_factory=list)  # when messages were taken, screens included

    @classmethod
    def allowing(cls, rate: int, faults: Faults) -> "LimitedStandIn":
        """Telegram with another limit, so that a short test need not wait."""
        return cls(faults=faults, flood=Flood(time.monotonic, Limits(bot_per_second=rate)))

    def answer(self, call: Call) -> Reply | Awaitable[Reply]:
        """As the plain one; what sends a message meets limits and faults first."""
        if call.method != "sendmessage":
            return StandIn.answer(self, call)
        try:
            return self._sent(call)
        except Refused as refused:
            self.played[f"refused {refused.code}"] += 1
            return told(refused)

    def _sent(self, call: Call) -> Reply | Awaitable[Reply]:
        faults, dice = self.faults, self.chance.random()
        before = (
            (faults.too_many, lambda: told(too_many(1)), "429"),
            (faults.server_error, lambda: told(Refused(502, "Bad Gateway")), "5xx"),
            (faults.reset, lambda: cut(0.0), "reset"),
        )
        for share, play, name in before:
            if dice < share:
                self.played[name] += 1
                return play()
            dice -= share
        self.flood.spend(int(call.token.partition(":")[0]), int(str(call.fields["chat_id"])))
        reply = StandIn.answer(self, call)
        self._count(call.fields)
        if dice < faults.no_answer:
            self.played["no answer"] += 1
            self.unanswered[int(str(call.fields["chat_id"]))] += 1
            return cut(faults.silence)
        return reply

    def _count(self, fields: Fields) -> None:
        now = time.monotonic()
        self.sent.append(now)
        if str(fields.get("text", "")).startswith(MARK):
            chat = int(str(fields["chat_id"]))
            self.copies[chat] += 1
            self.arrivals[chat].append(now)

    @property
    def first_copies(self) -> list[float]:
        """When each notice arrived first, in order."""
        return sorted(times[0] for times in self.arrivals.values())


async def cut(seconds: float) -> Reply:
    """No answer for so long, then the connection is closed."""
    await asyncio.sleep(seconds)
    raise Cut
