"""The one door to the Bot API: JSON in, JSON out (wire.py).

`call` gives back what Telegram said without building and validating models of it (0.12 ms a message). The rare calls go through
aiogram (files.py), which is loaded when the first of them is made: importing it takes seconds of processor time and
100 MB (docs/decisions.md). No retries here: the sender decides.
"""

import asyncio
import importlib
import threading
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import orjson

from bot.wire import Attachment, InDoubt, Unreachable, Wire

__all__ = ["InDoubt", "Reply", "Telegram", "Unreachable", "loaded", "read_reply"]

USUAL = 30.0  # seconds
_LOADED: dict[str, Any] = {}
MIMES = {
    "pdf": "application/pdf",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What Telegram answered. `result` is plain JSON; `description` its own words when `ok` is false."""

    ok: bool
    result: Any = None
    code: int = 200
    description: str = ""
    retry_after: float | None = None
    migrate_to: int | None = None


def read_reply(status: int, raw: bytes) -> Reply:
    """Read an answer; a body that is not Telegram's (a proxy's page) counts as a server error."""
    try:
        answer = orjson.loads(raw)
        ok = bool(answer["ok"])
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return Reply(ok=False, code=max(status, 500), description="not an answer of the Bot API")
    if ok:
        return Reply(ok=True, result=answer.get("result"), code=status)
    parameters = answer.get("parameters") or {}
    return Reply(
        ok=False,
        code=int(answer.get("error_code") or status),
        description=str(answer.get("description") or ""),
        retry_after=parameters.get("retry_after"),
        migrate_to=parameters.get("migrate_to_chat_id"),
    )


async def loaded(module: str) -> Any:
    """Import a module beside the event loop, in a thread that a stop need not wait for.

    What stands in sys.modules may be half loaded, when several photos of an album are the first.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Any] = loop.create_future()

    def tell(found: Any) -> None:
        if not done.done():
            done.set_result(found)

    def load() -> None:
        found = _LOADED[module] = importlib.import_module(module)  # waits while another thread loads it
        with suppress(RuntimeError):  # the loop is closed: the process is ending
            loop.call_soon_threadsafe(tell, found)

    if module in _LOADED:
        return _LOADED[module]
    threading.Thread(target=load, name=f"load {module}", daemon=True).start()
    return await done


class Telegram:
    """The bot's account on one Bot API server."""

    def __init__(self, token: str, base: str) -> None:
        self.token = token
        self.base = base.rstrip("/")
        self.id = int(token.partition(":")[0])
        self._root = f"{self.base}/bot{token}/"
        self._wire = Wire()

    async def call(self, method: str, body: Any, seconds: float | None = None) -> Reply:
        """Call one method with a JSON body. Raises Unreachable or InDoubt."""
        return await self.call_raw(method, orjson.dumps(body), seconds)

    async def call_raw(self, method: str, body: bytes, seconds: float | None = None) -> Reply:
        """Call one method with a body that is JSON already."""
        return read_reply(*await self._wire.post(self._root + method, body, seconds or USUAL))

    async def upload(self, method: str, body: str, content: bytes, name: str = "") -> Reply:
        """Call sendPhoto with a photo, or sendDocument with a PDF, JSON or Excel file of this name; the fields of the JSON body go beside it."""
        fields = {
            name: value if isinstance(value, str) else orjson.dumps(value).decode()
            for name, value in orjson.loads(body).items()
        }
        file = (
            Attachment("document", name, MIMES[name.rpartition(".")[2]], content)
            if method == "sendDocument"
            else Attachment("photo", "photo.jpg", "image/jpeg", content)
        )
        return read_reply(*await self._wire.upload(self._root + method, fields, file, USUAL))

    async def file(self, reference: str) -> AsyncIterator[bytes]:
        """The bytes of a file a person sent, in chunks. Raises what files.py says."""
        files = await loaded("bot.files")
        async for chunk in files.fetch(self.token, self.base, reference):
            yield chunk

    async def close(self) -> None:
        """Close the connections."""
        await self._wire.close()
