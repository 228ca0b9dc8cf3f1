"""HTTP/1.1 as bare as it gets, so that the stand-in of the bench is never what is measured. Loopback only, no TLS."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, cast
from urllib.parse import parse_qsl

import orjson


class Cut(Exception):  # noqa: N818 - what happens to a connection, not a fault of ours
    """No answer: the connection is closed instead."""


Fields = dict[str, object]
Reply = tuple[int, bytes]
Answer = Reply | Awaitable[Reply]
HEAD_END: Final = b"\r\n\r\n"
REASONS: Final = {
    200: b"OK",
    400: b"Bad Request",
    404: b"Not Found",
    409: b"Conflict",
    429: b"Too Many Requests",
    502: b"Bad Gateway",
}


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a Bot API method."""

    token: str
    method: str
    fields: Fields


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a request says of its body."""

    path: str
    kind: str
    length: int


def head_of(raw: bytes) -> Head:
    first, *rest = raw.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in rest)}
    if "chunked" in headers.get("transfer-encoding", ""):
        raise ValueError("the stand-in of the bench takes bodies with a length only")
    return Head(first.split(" ")[1], headers.get("content-type", ""), int(headers.get("content-length", 0)))


def multipart(body: bytes, kind: str) -> Fields:
    boundary = b"--" + kind.partition("boundary=")[2].strip('"').encode()
    fields: Fields = {}
    for part in body.split(boundary)[1:-1]:
        head, _, value = part.partition(HEAD_END)
        name = head.decode().partition('name="')[2].partition('"')[0]
        fields[name] = value[:-2].decode("utf-8", "replace")
    return fields


def fields_of(kind: str, query: str, body: bytes) -> Fields:
    if not body:
        return dict(parse_qsl(query))
    if kind.startswith("application/json"):
        return dict(orjson.loads(body))
    if kind.startswith("multipart/"):
        return multipart(body, kind)
    return dict(parse_qsl(body.decode()))


def call_of(head: Head, body: bytes) -> Call:
    path, _, query = head.path.partition("?")
    bot, method = path.rsplit("/", 2)[1:]
    return Call(bot.removeprefix("bot"), method.lower(), fields_of(head.kind, query, body))


def encoded(reply: Reply) -> bytes:
    status, body = reply
    return b"HTTP/1.1 %d %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (
        status,
        REASONS[status],
        len(body),
        body,
    )


class Wire(asyncio.Protocol):
    """One connection: requests one after another, answered by `answer`, at once or when it is ready."""

    def __init__(self, answer: Callable[[Call], Answer]) -> None:
        self._answer = answer
        self._received = b""
        self._transport: asyncio.Transport | None = None
        self._waiting: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)  # uvloop's is one without saying so

    def connection_lost(self, exc: Exception | None) -> None:
        if self._waiting is not None:
            self._waiting.cancel()

    def data_received(self, data: bytes) -> None:
        self._received += data
        while self._waiting is None and self._one_request():
            pass

    def _one_request(self) -> bool:
        raw, found, rest = self._received.partition(HEAD_END)
        if not found:
            return False
        head = head_of(raw)
        if len(rest) < head.length:
            return False
        self._received = rest[head.length :]
        self._give(self._answer(call_of(head, rest[: head.length])))
        return True

    def _give(self, answer: Answer) -> None:
        if isinstance(answer, tuple):
            self._write(answer)
        else:
            self._waiting = asyncio.ensure_future(self._later(answer))

    async def _later(self, answer: Awaitable[Reply]) -> None:
        try:
            self._write(await answer)
        except Cut:
            if self._transport is not None:
                self._transport.abort()
            return
        self._waiting = None
        self.data_received(b"")

    def _write(self, reply: Reply) -> None:
        if self._transport is not None:
            self._transport.write(encoded(reply))


async def serve(answer: Callable[[Call], Answer]) -> tuple[asyncio.Server, int]:
    """Listen on a free loopback port; return the server and the port."""
    server = await asyncio.get_running_loop().create_server(lambda: Wire(answer), "127.0.0.1", 0)
    return server, server.sockets[0].getsockname()[1]
