"""The wire: what left and was not answered is in doubt and never sent twice; what did not leave is unreachable."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from bot.telegram import Telegram
from bot.wire import InDoubt, Unreachable, Wire

OK = b'HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{"ok":true}'
CHUNKED = b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n{"ok":\r\n5\r\ntrue}\r\n0\r\n\r\n'


@dataclass(slots=True)
class Server:
    """Answers requests with prepared bytes, in order; None closes the connection without a word."""

    answers: list[bytes | None]
    bodies: list[bytes] = field(default_factory=list)
    heads: list[bytes] = field(default_factory=list)
    connections: int = 0
    port: int = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                size = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
                self.heads.append(head)
                self.bodies.append(await reader.readexactly(size))
                answer = self.answers.pop(0) if self.answers else OK
                if answer is None:
                    return
                writer.write(answer)
                await writer.drain()
        except asyncio.IncompleteReadError:
            pass
        finally:
            writer.close()


@asynccontextmanager
async def serving(*answers: bytes | None) -> AsyncIterator[Server]:
    server = Server(list(answers))
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()


def run(case: Callable[[Wire], Coroutine[None, None, None]]) -> None:
    async def whole() -> None:
        wire = Wire()
        try:
            await case(wire)
        finally:
            await wire.close()

    asyncio.run(whole())


def url(server: Server) -> str:
    return f"http://127.0.0.1:{server.port}/x"


def test_it_sends_a_body_and_gives_back_the_answer_on_one_connection() -> None:
    async def case(wire: Wire) -> None:
        async with serving(OK, CHUNKED) as server:
            for body in (b'{"a":1}', '{"b":"二"}'.encode()):
                assert await wire.post(url(server), body, 5) == (200, b'{"ok":true}')
            assert server.bodies == [b'{"a":1}', '{"b":"二"}'.encode()]
            assert server.connections == 1
            assert b"application/json" in server.heads[0]

    run(case)


def test_a_connection_that_dies_under_a_request_leaves_it_in_doubt_and_sends_it_once() -> None:
    async def case(wire: Wire) -> None:
        async with serving(OK, None) as server:
            await wire.post(url(server), b'{"first":1}', 5)
            with pytest.raises(InDoubt):
                await wire.post(url(server), b'{"second":2}', 5)
            assert server.bodies.count(b'{"second":2}') == 1
            assert (await wire.post(url(server), b'{"third":3}', 5))[0] == 200

    run(case)


def test_no_answer_in_time_is_in_doubt() -> None:
    async def case(wire: Wire) -> None:
        async with serving(b"") as server:
            with pytest.raises(InDoubt):
                await wire.post(url(server), b"{}", 0.3)
            assert server.bodies == [b"{}"]

    run(case)


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/x", "http://no-such-host.invalid/x"])
def test_nobody_there_is_unreachable(address: str) -> None:
    async def case(wire: Wire) -> None:
        with pytest.raises(Unreachable) as raised:
            await wire.post(address, b"{}", 5)
        assert "127" not in str(raised.value)
        assert "invalid" not in str(raised.value)

    run(case)


def test_who_gives_up_does_not_disturb_the_others() -> None:
    async def case(wire: Wire) -> None:
        async with serving(b"") as silent, serving() as server:
            waiting = asyncio.create_task(wire.post(url(silent), b"{}", 30))
            await asyncio.sleep(0.1)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
            answers = await asyncio.gather(*(wire.post(url(server), b"%d" % n, 5) for n in range(150)))
            assert {status for status, _ in answers} == {200}
            assert sorted(map(int, server.bodies)) == list(range(150))

    run(case)


def test_a_photo_goes_as_a_form() -> None:
    async def whole() -> None:
        async with serving() as server:
            telegram = Telegram("1:secret", f"http://127.0.0.1:{server.port}")
            try:
                reply = await telegram.upload("sendPhoto", '{"chat_id":5,"caption":"图"}', b"\xff\xd8jpeg")
            finally:
                await telegram.close()
            assert reply.ok
            (body,) = server.bodies
            assert b'name="chat_id"\r\n\r\n5\r\n' in body
            assert "图".encode() in body
            assert b'name="photo"; filename="photo.jpg"' in body
            assert b"\xff\xd8jpeg" in body
            assert server.heads[0].startswith(b"POST /bot1:secret/sendPhoto ")

    asyncio.run(whole())
