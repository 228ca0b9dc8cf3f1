"""The stand-in with its wire: opens one local port and serves Bot API, control API and page on it."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from aiohttp.abc import AbstractStreamWriter
from aiohttp.http import RawRequestMessage
from aiohttp.streams import StreamReader
from aiohttp.web import BaseRequest, Server, ServerRunner, TCPSite
from aiohttp.web_protocol import RequestHandler

from bot.sandbox.clock import MovableClock
from bot.sandbox.http.bot_api import BotApi
from bot.sandbox.http.control import Control
from bot.sandbox.http.site import UPLOAD_LIMIT, Site
from bot.sandbox.http.stream import Streams
from bot.sandbox.http.webhook import Webhooks
from bot.sandbox.playground import Playground
from bot.sandbox.telegram.limits import Limits
from bot.sandbox.telegram.shapes import Json

TEST_TOKEN = "1:TEST"  # noqa: S105 - opens nothing but this stand-in
STOP_SECONDS = 1.0


class Sandbox:
    """A local Telegram. `start` gives its address; `ground` is the same thing without HTTP."""

    def __init__(
        self,
        *,
        token: str = TEST_TOKEN,
        clock: MovableClock | None = None,
        data_dir: Path | None = None,
        people: Iterable[Json] = (),
        limits: Limits | None = None,
        seed: int | None = None,
        tips: Any = None,
        bot_username: str = "anwen_bot",
        webhook_first_wait: float = 1.0,
        sent_before: Mapping[str, Callable[[], bytes]] | None = None,
    ) -> None:
        self.ground = Playground(clock, data_dir, limits, seed)
        self.ground.tips = tips
        self.ground.world.files.sent_before(sent_before or {})
        self.bot = self.ground.add_bot(token, bot_username)
        for record in people:
            self.ground.add_person(record.get("id"), **_facts(record))
        self._api = BotApi(self.ground.engine)
        self._streams = Streams(self.ground.world)
        self._webhooks = Webhooks(self.ground.engine, webhook_first_wait)
        self._site = Site(self._api, Control(self.ground), self._streams, self.ground.world.files)
        self._runner: ServerRunner | None = None

    @property
    def clock(self) -> MovableClock:
        """The clock the page moves."""
        return self.ground.clock

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Open the port (0 takes a free one); gives the address, http://127.0.0.1:PORT."""
        server = Server(self._site.handle, request_factory=_request)
        self._runner = ServerRunner(server, access_log=None, shutdown_timeout=STOP_SECONDS)
        await self._runner.setup()
        await TCPSite(self._runner, host, port, backlog=1024).start()
        for bot in self.ground.world.bots.values():
            self._webhooks.watch(bot)
        return f"http://{host}:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Close the port; waiting polls and streams end first."""
        await self._webhooks.close()
        self._streams.close()
        self._api.release()
        if self._runner:
            await self._runner.cleanup()
            self._runner = None
        self.ground.close()


def _facts(record: Json) -> dict[str, str]:
    facts = {key: str(value) for key, value in record.items() if key not in {"id", "name"}}
    return facts | ({"first_name": str(record["name"])} if "name" in record else {})


def _request(
    message: RawRequestMessage,
    payload: StreamReader,
    protocol: RequestHandler,
    writer: AbstractStreamWriter,
    task: "asyncio.Task[None]",
) -> BaseRequest:
    loop = asyncio.get_running_loop()
    return BaseRequest(message, payload, protocol, writer, task, loop, client_max_size=UPLOAD_LIMIT)
