"""The Bot API without HTTP: a token, a method, arguments in; a reply out. The methods themselves are in methods/."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

import orjson

from bot.sandbox.telegram.call import Call
from bot.sandbox.telegram.errors import Refused, unauthorized
from bot.sandbox.telegram.faults import Faults
from bot.sandbox.telegram.files import Upload
from bot.sandbox.telegram.limits import Flood, Limits
from bot.sandbox.telegram.log import CallLog, Entry
from bot.sandbox.telegram.methods import METHODS
from bot.sandbox.telegram.methods.updates import NOTHING
from bot.sandbox.telegram.people import BotAccount
from bot.sandbox.telegram.shapes import Json
from bot.sandbox.telegram.world import World

NO_UPLOADS: Mapping[str, Upload] = {}


@dataclass(frozen=True, slots=True)
class Reply:
    """What Telegram answers."""

    ok: bool
    result: Any = None
    code: int = 200
    description: str = ""
    parameters: Json | None = None

    @classmethod
    def refusal(cls, refused: Refused) -> "Reply":
        """A refusal as a reply."""
        return cls(
            ok=False, code=refused.code, description=refused.description, parameters=refused.parameters
        )

    def body(self) -> bytes:
        """The JSON on the wire."""
        if self.ok:
            return orjson.dumps({"ok": True, "result": self.result})
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return orjson.dumps(answer | {"parameters": self.parameters} if self.parameters else answer)


CallHook = Callable[[str, int | None, Mapping[str, Any], Reply], None]


class Engine:
    """Telegram's side of the Bot API. `on_call` hooks hear each call and its reply before the bot does."""

    def __init__(
        self,
        world: World,
        limits: Limits | None = None,
        timer: Callable[[], float] = time.monotonic,
        fault_seed: int | None = None,
    ) -> None:
        self.world = world
        self.flood = Flood(timer, limits or Limits())
        self.faults = Faults(fault_seed)
        self.log = CallLog()
        self.log_payloads = True
        self.on_call: list[CallHook] = []

    def account(self, token: str) -> BotAccount:
        """The bot with this token, or 401 (404 when it has not even the form of a token)."""
        bot = self.world.bots.get(token)
        if bot is not None:
            return bot
        number, colon, secret = token.partition(":")
        if not (number.isdigit() and colon and secret):
            raise Refused(404, "Not Found")
        raise unauthorized()

    def call(
        self,
        token: str,
        method: str,
        args: Mapping[str, Any],
        uploads: Mapping[str, Upload] = NO_UPLOADS,
        fault: str = "",
    ) -> Reply:
        """Do what a bot asks, or refuse it as Telegram would."""
        try:
            bot = self.account(token)
            act = METHODS.get(method.lower(), _unknown)
            reply = Reply(ok=True, result=act(Call(self.world, self.flood, bot, args, uploads)))
        except Refused as refused:
            reply = Reply.refusal(refused)
        if reply.result is not NOTHING:
            self.note(token, method, args, reply, fault)
        return reply

    def note(self, token: str, method: str, args: Mapping[str, Any], reply: Reply, fault: str = "") -> None:
        """Write a call into the log and tell the hooks."""
        chat = chat_of(args)
        result = reply.result
        self.log.add(
            Entry(
                id=self.log.next_id(),
                at=self.world.clock.now().timestamp(),
                bot=self.world.bots[token].id if token in self.world.bots else 0,
                method=method,
                chat=chat,
                ok=reply.ok,
                code=reply.code,
                description=reply.description,
                message_id=result.get("message_id") if isinstance(result, dict) else None,
                fault=fault,
                payload=args if self.log_payloads else None,
            )
        )
        for hook in self.on_call:
            hook(method, chat, args, reply)


def _unknown(call: Call) -> NoReturn:  # noqa: ARG001 - takes what every method takes
    raise Refused(404, "Not Found: method not found")


def chat_of(args: Mapping[str, Any]) -> int | None:
    """The chat a call names, if it is a number."""
    value = args.get("chat_id")
    if isinstance(value, int):
        return value
    return int(value) if isinstance(value, str) and value.lstrip("-").isdigit() else None
