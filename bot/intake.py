"""Updates come in here, by long polling or by webhook, and are on disk before Telegram may forget them."""

import asyncio
import hmac
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import orjson
import structlog
from aiohttp import web

from bot.routers import KINDS, lane_of
from bot.telegram import InDoubt, Reply, Telegram, Unreachable
from storage.inbox import Arrived

log = structlog.get_logger(__name__)

POLL_SECONDS = 25
BATCH = 100
BODY_LIMIT = 1024 * 1024
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
RETRY = (0.5, 1, 2, 5, 10)
CONFLICT, UNAUTHORISED, NOT_FOUND = 409, 401, 404
Receive = Callable[[Sequence[Arrived]], Awaitable[None]]


class TokenRefused(Exception):  # noqa: N818 - a sentence for the operator
    """Telegram does not know this token."""


def arrived(update: dict[str, Any]) -> Arrived:
    """An update as the inbox keeps it."""
    return Arrived(int(update["update_id"]), lane_of(update), orjson.dumps(update).decode())


class Poller:
    """Long polling: a batch is confirmed by asking for the next one, and only after `receive` has kept it."""

    def __init__(self, telegram: Telegram, receive: Receive) -> None:
        self._telegram = telegram
        self._receive = receive
        self._offset: int | None = None
        self._trouble = 0

    async def run(self) -> None:
        """Ask for ever. Cancelled from outside: a batch in hand is simply asked for again at the next start."""
        await self._telegram.call("deleteWebhook", {"drop_pending_updates": False})
        while True:
            try:
                reply = await self._ask()
            except (Unreachable, InDoubt) as error:
                await self._pause("Telegram cannot be reached", str(error))
                continue
            if reply.ok:
                self._trouble = 0
                await self._keep(reply.result)
            else:
                await self._refused(reply)

    async def _ask(self) -> Reply:
        body: dict[str, Any] = {"timeout": POLL_SECONDS, "limit": BATCH, "allowed_updates": KINDS}
        if self._offset is not None:
            body["offset"] = self._offset
        return await self._telegram.call("getUpdates", body, seconds=POLL_SECONDS + 10)

    async def _keep(self, updates: list[dict[str, Any]]) -> None:
        """Keep a batch; while the database is away nothing is confirmed."""
        if not updates:
            return
        batch = [arrived(update) for update in updates]
        while True:
            try:
                await self._receive(batch)
            except Exception:
                log.exception("updates could not be kept, trying again", count=len(batch))
                await asyncio.sleep(RETRY[min(self._trouble, len(RETRY) - 1)])
                self._trouble += 1
            else:
                self._trouble = 0
                self._offset = max(update.update_id for update in batch) + 1
                return

    async def _refused(self, reply: Reply) -> None:
        if reply.code in (UNAUTHORISED, NOT_FOUND):
            raise TokenRefused(reply.description)
        if reply.code == CONFLICT:
            await self._pause("another program is polling with the same token", reply.description)
        else:
            await self._pause("Telegram refused getUpdates", reply.description, reply.retry_after)

    async def _pause(self, what: str, detail: str, seconds: float | None = None) -> None:
        wait = seconds or RETRY[min(self._trouble, len(RETRY) - 1)]
        self._trouble += 1
        log.warning(what, detail=detail, again_in=wait)
        await asyncio.sleep(wait)


def webhook(path: str, secret: str, receive: Receive) -> web.Application:
    """A web application that takes updates at `path`; 200 is answered after the commit, so that nothing is lost."""
    expected = secret.encode()

    async def take(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, expected):
            return web.Response(status=403)
        try:
            batch = [arrived(orjson.loads(await request.read()))]
        except (orjson.JSONDecodeError, KeyError, TypeError, ValueError):
            return web.Response(status=400)
        await receive(batch)
        return web.Response()

    application = web.Application(client_max_size=BODY_LIMIT)
    application.router.add_post(path, take)
    return application
