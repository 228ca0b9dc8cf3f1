"""A file that goes to very many people: uploaded once by each process, sent on from then by the platform's own reference.

The reference is kept in memory alone: another process, or the next start, uploads once more. Nothing is lost with it.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

import orjson

from bot.telegram import Reply, Telegram

MOST = 200  # references that are remembered
BAD = 400
Upload = Callable[[], Awaitable[Reply]]


class Enclosed:
    """What the platform calls the files that this process has uploaded."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._known: OrderedDict[str, str] = OrderedDict()
        self._first: dict[str, asyncio.Lock] = {}

    async def send(self, method: str, body: str, media: str, upload: Upload) -> Reply:
        """By reference where there is one; the first letter uploads and those beside it wait. A reference that is refused is forgotten."""
        key = f"{method} {media}"
        if key in self._known:
            return await self._again(key, method, body, upload)
        lock = self._first.setdefault(key, asyncio.Lock())
        async with lock:
            if key in self._known:
                return await self._again(key, method, body, upload)
            return await self._uploaded(key, method, upload)

    async def _again(self, key: str, method: str, body: str, upload: Upload) -> Reply:
        call = {**orjson.loads(body), field_of(method): self._known[key]}
        reply = await self._telegram.call_raw(method, orjson.dumps(call))
        if reply.code != BAD or "file" not in reply.description.lower():
            return reply
        self._known.pop(key, None)
        return await self._uploaded(key, method, upload)

    async def _uploaded(self, key: str, method: str, upload: Upload) -> Reply:
        reply = await upload()
        found = reference_of(method, reply.result) if reply.ok else None
        if found is not None:
            self._known[key] = found
            self._first.pop(key, None)
            while len(self._known) > MOST:
                self._known.popitem(last=False)
        return reply


def field_of(method: str) -> str:
    """Where a call has its file."""
    return "document" if method == "sendDocument" else "photo"


def reference_of(method: str, result: Any) -> str | None:
    """What the platform calls the file of a message; of a photo the largest size. None when it does not say."""
    try:
        sent = result[field_of(method)]
        return str((sent[-1] if isinstance(sent, list) else sent)["file_id"])
    except (KeyError, TypeError, IndexError):
        return None
