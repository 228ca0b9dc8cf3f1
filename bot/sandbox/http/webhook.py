"""Delivers updates to webhooks: in order for each chat, several chats side by side, again and again until taken."""

import asyncio
import logging
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout, MultipartReader

from bot.sandbox.http.reading import json_object, read_parts
from bot.sandbox.telegram.engine import Engine
from bot.sandbox.telegram.errors import Refused
from bot.sandbox.telegram.files import Upload
from bot.sandbox.telegram.people import BotAccount
from bot.sandbox.telegram.updates import Pending

LOOK_AHEAD = 1000
LONGEST_WAIT = 60.0
ANSWER_LIMIT = 50 * 1024 * 1024
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Route:
    """What is under way for one bot."""

    bot: BotAccount
    lanes: dict[int, asyncio.Task[None]] = field(default_factory=dict)


class Webhooks:
    """All deliveries. `first_wait` is the pause before the first repetition, doubled each time."""

    def __init__(self, engine: Engine, first_wait: float = 1.0) -> None:
        self._engine = engine
        self._first_wait = first_wait
        self._session: ClientSession | None = None
        self._routes: dict[int, Route] = {}

    def watch(self, bot: BotAccount) -> None:
        """Deliver for this bot whenever it has a webhook."""
        route = self._routes.setdefault(bot.id, Route(bot))
        bot.queue.on_arrival = lambda: self._pump(route)
        self._pump(route)

    async def close(self) -> None:
        """Stop; what was not taken stays in the queue."""
        for route in self._routes.values():
            route.bot.queue.on_arrival = None
            tasks = list(route.lanes.values())
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        if self._session:
            await self._session.close()

    def _pump(self, route: Route) -> None:
        hook = route.bot.webhook
        if not hook.get("url"):
            return
        for update in islice(route.bot.queue.pending.values(), LOOK_AHEAD):
            if len(route.lanes) >= hook["max_connections"]:
                return
            if update.lane not in route.lanes:
                route.lanes[update.lane] = asyncio.create_task(self._lane(route, update))

    async def _lane(self, route: Route, update: Pending) -> None:
        try:
            await self._deliver(route.bot, update)
        finally:
            route.lanes.pop(update.lane, None)
        self._pump(route)

    async def _deliver(self, bot: BotAccount, update: Pending) -> None:
        hook, wait = bot.webhook, self._first_wait
        while bot.webhook is hook and update.id in bot.queue.pending:
            if self._expired(update):
                bot.queue.forget(update.id)
            elif await self._post(bot, update):
                self._engine.world.delivered(bot, update.id)
            else:
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT)

    def _expired(self, update: Pending) -> bool:
        return update.at < self._engine.world.now() - self._engine.flood.limits.keep_seconds

    async def _post(self, bot: BotAccount, update: Pending) -> bool:
        hook = bot.webhook
        headers = {"Content-Type": "application/json"}
        if hook["secret_token"]:
            headers[SECRET_HEADER] = hook["secret_token"]
        try:
            async with self._client().post(hook["url"], data=update.body, headers=headers) as response:
                if not response.ok:
                    self._failed(bot, f"Wrong response from the webhook: {response.status} {response.reason}")
                    return False
                await self._obey(bot, response)
                return True
        except (TimeoutError, OSError, ClientError) as error:
            self._failed(bot, f"Connection failed: {type(error).__name__}")
            return False

    def _failed(self, bot: BotAccount, text: str) -> None:
        bot.webhook["last_error_date"] = self._engine.world.now()
        bot.webhook["last_error_message"] = text

    async def _obey(self, bot: BotAccount, response: ClientResponse) -> None:
        """A webhook may answer with a call; whether it worked nobody learns, as on Telegram."""
        args, uploads = await _named_call(response)
        method = str(args.pop("method", ""))
        if method:
            self._engine.call(bot.token, method, args, uploads)

    def _client(self) -> ClientSession:
        if self._session is None:
            self._session = ClientSession(timeout=ClientTimeout(total=60))
        return self._session


async def _named_call(response: ClientResponse) -> tuple[dict[str, Any], dict[str, Upload]]:
    try:
        if response.content_type == "multipart/form-data":
            args, files = await read_parts(MultipartReader(response.headers, response.content), ANSWER_LIMIT)
            return args, dict(files)
        body = await response.read()
        return (json_object(body) if body.lstrip()[:1] == b"{" else {}), {}
    except Refused:
        _log.warning("a webhook answered with something that cannot be read")
        return {}, {}
