"""Tells open pages what happens, as server-sent events. A page that falls behind is cut off and loads again."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress

import orjson
from aiohttp.web import BaseRequest, StreamResponse

from bot.sandbox.telegram.shapes import Json
from bot.sandbox.telegram.view import message_view
from bot.sandbox.telegram.world import Change, World

BEHIND = 2000
HEARTBEAT = 15.0
END = b""


class Streams:
    """All open streams. `close` ends them, so that the server can stop."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._open: set[asyncio.Queue[bytes]] = set()

    async def serve(self, request: BaseRequest) -> StreamResponse:
        """Hold one stream open until the page goes or the server stops."""
        response = StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        with self._listening() as events:
            await response.write(
                _event({"kind": "hello", "boot": self._world.numbers.boot, "seq": self._world.changes})
            )
            with suppress(ConnectionResetError):  # the page was closed while an event was on its way
                async for event in _each(events):
                    await response.write(event)
        return response

    def close(self) -> None:
        """End all streams."""
        for events in tuple(self._open):
            _end(events)

    @contextmanager
    def _listening(self) -> Iterator[asyncio.Queue[bytes]]:
        events: asyncio.Queue[bytes] = asyncio.Queue(BEHIND)
        if not self._open:
            self._world.on_change.append(self._tell)
        self._open.add(events)
        try:
            yield events
        finally:
            self._open.discard(events)
            if not self._open:
                self._world.on_change.remove(self._tell)

    def _tell(self, change: Change) -> None:
        event = _event(change_view(self._world, change))
        for events in tuple(self._open):
            if events.full():
                _end(events)
            else:
                events.put_nowait(event)


def change_view(world: World, change: Change) -> Json:
    """A change as the page gets it."""
    shown: Json = {"kind": change.kind, "seq": world.changes, "detail": change.detail}
    history = change.history
    if history is not None:
        shown |= {"chat": history.id, "message_id": change.message_id, "keyboard": history.keyboard}
        message = history.messages.get(change.message_id)
        shown["message"] = message_view(message) if message else None
    return shown | {"person": change.person} if change.person else shown


def _end(events: asyncio.Queue[bytes]) -> None:
    while events.full():
        events.get_nowait()
    events.put_nowait(END)


async def _each(events: asyncio.Queue[bytes]) -> AsyncIterator[bytes]:
    while True:
        try:
            event = await asyncio.wait_for(events.get(), HEARTBEAT)
        except TimeoutError:
            event = b": still here\n\n"
        if event == END:
            return
        yield event


def _event(body: Json) -> bytes:
    return b"data: " + orjson.dumps(body) + b"\n\n"
