"""A lean stand-in for Telegram, made for load: a few methods, no limits, no history. The strict one is bot/sandbox.

Both sides of the wire are seen here: what people do is offered as updates, what the bot calls is told to `on_reply`.
"""

import asyncio
import time
from collections import Counter, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final

import orjson

from tests.bench.wire import Call, Fields, Reply

Json = dict[str, Any]
TOKEN: Final = "4242:bench"
BATCH: Final = 100
TRUE: Final = b'{"ok":true,"result":true}'
BOT: Final[Json] = {"id": 4242, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
ME: Final[Json] = {
    **BOT,
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}


def fine(result: object) -> Reply:
    return 200, orjson.dumps({"ok": True, "result": result})


def refused(status: int, why: str) -> Reply:
    return status, orjson.dumps({"ok": False, "error_code": status, "description": why})


def structured(value: object) -> Any:
    """A form field holds JSON as text; a JSON body holds it as it is."""
    return orjson.loads(value) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class Said:
    """A message of the bot as the person sees it now."""

    chat: int
    message: int
    text: str
    rows: tuple[tuple[Json, ...], ...] = ()

    def to_json(self) -> Json:
        markup = {"reply_markup": {"inline_keyboard": self.rows}} if self.rows else {}
        return {
            "message_id": self.message,
            "from": BOT,
            "chat": private(self.chat),
            "date": int(time.time()),
            "text": self.text,
            **markup,
        }


def private(person: int) -> Json:
    return {"id": person, "type": "private", "first_name": f"P{person}"}


def sender(person: int) -> Json:
    return {"id": person, "is_bot": False, "first_name": f"P{person}", "language_code": "zh-hans"}


def rows_of(fields: Fields) -> tuple[tuple[Json, ...], ...]:
    markup = structured(fields.get("reply_markup") or "{}")
    return tuple(tuple(row) for row in markup.get("inline_keyboard", ()))


@dataclass(slots=True)
class StandIn:
    """The Bot API of one bot and the queue of its updates, in memory."""

    on_reply: Callable[[Said], None] = lambda _said: None
    calls: Counter[str] = field(default_factory=Counter)
    refusals: Counter[str] = field(default_factory=Counter)
    _queue: deque[tuple[int, bytes]] = field(default_factory=deque)
    _shown: dict[tuple[int, int], Said] = field(default_factory=dict)
    _spinning: set[str] = field(default_factory=set)
    _update: int = 0
    _message: int = 0
    _parked: asyncio.Future[None] | None = None

    # --- what people do ---

    def write(self, person: int, text: str) -> None:
        """A person writes a text; a command is marked as one."""
        message: Json = {
            "message_id": self._next_message(),
            "from": sender(person),
            "chat": private(person),
            "date": int(time.time()),
            "text": text,
        }
        if text.startswith("/"):
            message["entities"] = [
                {"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}
            ]
        self._offer({"message": message})

    def share_contact(self, person: int, phone: str) -> None:
        """A person shares the own contact card."""
        contact = {"phone_number": phone, "first_name": f"P{person}", "user_id": person}
        self._offer(
            {
                "message": {
                    "message_id": self._next_message(),
                    "from": sender(person),
                    "chat": private(person),
                    "date": int(time.time()),
                    "contact": contact,
                }
            }
        )

    def tap(self, said: Said, data: str) -> None:
        """A person taps a button of a message."""
        query = f"{said.chat}-{self._update}"
        self._spinning.add(query)
        self._offer(
            {
                "callback_query": {
                    "id": query,
                    "from": sender(said.chat),
                    "message": said.to_json(),
                    "chat_instance": str(said.chat),
                    "data": data,
                }
            }
        )

    @property
    def spinning(self) -> int:
        """How many taps have not been answered with answerCallbackQuery."""
        return len(self._spinning)

    def _next_message(self) -> int:
        self._message += 1
        return self._message

    def _offer(self, update: Json) -> None:
        self._update += 1
        self._queue.append((self._update, orjson.dumps({"update_id": self._update, **update})))
        if self._parked is not None and not self._parked.done():
            self._parked.set_result(None)

    # --- what the bot calls ---

    def answer(self, call: Call) -> Reply | Awaitable[Reply]:
        """Answer one call of the Bot API."""
        self.calls[call.method] += 1
        method = METHODS.get(call.method)
        if call.token != TOKEN:
            return refused(404, "Not Found")
        reply = (200, TRUE) if method is None else method(self, call.fields)
        if isinstance(reply, tuple) and reply[0] != 200:
            self.refusals[f"{call.method}: {orjson.loads(reply[1])['description']}"] += 1
        return reply

    def _me(self, _fields: Fields) -> Reply:
        return fine(ME)

    def _updates(self, fields: Fields) -> Reply | Awaitable[Reply]:
        offset = int(str(fields.get("offset") or 0))
        while self._queue and self._queue[0][0] < offset:
            self._queue.popleft()
        if self._queue or not int(str(fields.get("timeout") or 0)):
            return self._batch()
        return self._wait(int(str(fields["timeout"])))

    def _batch(self) -> Reply:
        updates = [raw for (_, raw), _ in zip(self._queue, range(BATCH), strict=False)]
        return 200, b'{"ok":true,"result":[' + b",".join(updates) + b"]}"

    async def _wait(self, seconds: int) -> Reply:
        self._parked = asyncio.get_running_loop().create_future()
        await asyncio.wait([self._parked], timeout=seconds)
        return self._batch()

    def _send(self, fields: Fields) -> Reply:
        text = str(fields.get("text") or fields.get("caption") or "")
        return self._show(Said(int(str(fields["chat_id"])), self._next_message(), text, rows_of(fields)))

    def _edit(self, fields: Fields) -> Reply:
        said = Said(
            int(str(fields["chat_id"])), int(str(fields["message_id"])), str(fields["text"]), rows_of(fields)
        )
        before = self._shown.get((said.chat, said.message))
        if before is None:
            return refused(400, "Bad Request: message to edit not found")
        if before == said:
            return refused(400, "Bad Request: message is not modified")
        return self._show(said)

    def _show(self, said: Said) -> Reply:
        self._shown[said.chat, said.message] = said
        self.on_reply(said)
        return fine(said.to_json())

    def _delete(self, fields: Fields) -> Reply:
        gone = self._shown.pop((int(str(fields["chat_id"])), int(str(fields["message_id"]))), None)
        return (200, TRUE) if gone else refused(400, "Bad Request: message to delete not found")

    def _stop_spinner(self, fields: Fields) -> Reply:
        query = str(fields["callback_query_id"])
        if query not in self._spinning:
            return refused(
                400, "Bad Request: query is too old and response timeout expired or query ID is invalid"
            )
        self._spinning.remove(query)
        return 200, TRUE


Method = Callable[[StandIn, Fields], Reply | Awaitable[Reply]]
METHODS: Final[dict[str, Method]] = {
    "getme": StandIn._me,
    "getupdates": StandIn._updates,
    "sendmessage": StandIn._send,
    "editmessagetext": StandIn._edit,
    "deletemessage": StandIn._delete,
    "answercallbackquery": StandIn._stop_spinner,
}
