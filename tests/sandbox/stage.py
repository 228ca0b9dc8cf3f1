"""A playground with two people, a steady clock and a timer that only the test moves."""

import json
from datetime import UTC, datetime, timedelta

from bot.sandbox.clock import MovableClock
from bot.sandbox.playground import Playground
from bot.sandbox.telegram.engine import Reply
from bot.sandbox.telegram.files import Upload
from bot.sandbox.telegram.limits import NO_FLOOD, Limits
from bot.sandbox.telegram.pictures import generated

TOKEN = "42:TEST"
MEI, TAO = 700_000_001, 700_000_002
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


class Stage:
    """One bot with its token at hand, and time that stands still."""

    def __init__(self, limits: Limits = NO_FLOOD, **options: object) -> None:
        self.seconds = 0.0
        self.clock = MovableClock(source=lambda: NOON + timedelta(seconds=self.seconds))
        self.ground = Playground(self.clock, limits=limits, seed=7, timer=lambda: self.seconds, **options)
        self.ground.add_bot(TOKEN, "anwen_bot")
        self.ground.add_person(MEI, first_name="李梅", phone="13800000001", language_code="zh-hans")
        self.ground.add_person(TAO, first_name="王涛", phone="13800000002")
        self.hands, self.world, self.engine = self.ground.hands, self.ground.world, self.ground.engine

    def call(self, method: str, uploads: object = None, **args: object) -> Reply:
        return self.engine.call(TOKEN, method, args, uploads or {})

    def done(self, method: str, uploads: object = None, **args: object) -> object:
        reply = self.call(method, uploads, **args)
        assert reply.ok, reply.description
        return reply.result

    def refused(self, method: str, uploads: object = None, **args: object) -> tuple[int, str]:
        reply = self.call(method, uploads, **args)
        assert not reply.ok, f"{method} was accepted"
        return reply.code, reply.description

    def says(self, **args: object) -> dict:
        return self.done("sendMessage", chat_id=MEI, **args)

    def updates(self, **args: object) -> list[dict]:
        return json.loads(self.call("getUpdates", **args).body())["result"]

    def newest(self) -> dict:
        return self.updates(offset=-1)[0]

    def picture(self) -> Upload:
        return Upload(generated(100, 80), "p.jpg", "image/jpeg")
