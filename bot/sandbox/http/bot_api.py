"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>, with long polling and played faults."""

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

from aiohttp.web import BaseRequest, Response

from bot.sandbox.http import faulty
from bot.sandbox.http.reading import read_call
from bot.sandbox.telegram.engine import Engine, Reply, chat_of
from bot.sandbox.telegram.errors import Refused, conflict
from bot.sandbox.telegram.faults import Fault, FaultKind
from bot.sandbox.telegram.methods.updates import NOTHING

LONGEST_POLL = 50
OTHER_READER = "terminated by other getUpdates request; make sure that only one bot instance is running"
_log = logging.getLogger(__name__)


class Poll:
    """A getUpdates call that waits. `ended_by` is the reason when another reader took over."""

    def __init__(self) -> None:
        self.done: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def wake(self) -> None:
        """Look again."""
        self._end("")

    def abort(self, description: str) -> None:
        """Give up with 409."""
        self._end(description)

    def _end(self, reason: str) -> None:
        if not self.done.done():
            self.done.set_result(reason)


class BotApi:
    """Calls and downloads of all bots."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def call(self, request: BaseRequest, token: str, method: str) -> Response:
        """One call, whichever way its arguments come."""
        try:
            args, uploads = await read_call(request, self._engine.flood.limits.upload_bytes)
        except Refused as refused:
            return answer(Reply.refusal(refused))
        fault = self._fault(method, args)
        if fault and (fault.kind in faulty.BEFORE or fault.kind is FaultKind.DELAY):
            suffered = await self._suffer(request, token, method, args, fault)
            if suffered is not None:
                return suffered
        try:
            reply = self._engine.call(token, method, args, uploads, fault.kind if fault else "")
        except Exception:  # noqa: BLE001 - a call that breaks the stand-in must still be answered
            _log.exception("%s failed", method)
            return answer(Reply(ok=False, code=500, description="Internal Server Error"))
        if reply.result is NOTHING:
            reply = await self._wait(token, method, args)
        return (
            await faulty.play(request, fault) if fault and fault.kind in faulty.AFTER else None
        ) or answer(reply)

    async def download(self, request: BaseRequest, token: str, path: str) -> Response:
        """A file's bytes, after getFile has named its path."""
        fault = self._fault("file", {})
        if fault and fault.kind in faulty.BEFORE | faulty.AFTER | {FaultKind.DELAY}:
            if suffered := await faulty.play(request, fault):
                return suffered
            if fault.kind is not FaultKind.DELAY:
                return answer(Reply.refusal(faulty.refusal(fault)))
        try:
            self._engine.account(token)
        except Refused as refused:
            return answer(Reply.refusal(refused))
        return self._file(path, fault)

    def release(self) -> None:
        """Let all waiting polls end, because the server stops."""
        for bot in self._engine.world.bots.values():
            bot.queue.wake()

    def _file(self, path: str, fault: Fault | None) -> Response:
        files = self._engine.world.files
        stored = files.by_path.get(path)
        limit = self._engine.flood.limits.download_bytes
        missing = stored is None or stored.size > limit or (fault and fault.kind is FaultKind.MISSING)
        if stored is None or missing:
            return answer(Reply(ok=False, code=404, description="Not Found"))
        data = files.read(stored)
        if fault and fault.kind is FaultKind.TRUNCATE:
            data = data[: len(data) // 2]
        return Response(body=data, content_type="application/octet-stream")

    async def _suffer(
        self, request: BaseRequest, token: str, method: str, args: Mapping[str, Any], fault: Fault
    ) -> Response | None:
        reply = Reply.refusal(faulty.refusal(fault))
        if fault.kind is not FaultKind.DELAY:
            self._engine.note(token, method, args, reply, fault.kind)
        suffered = await faulty.play(request, fault)
        return suffered or (None if fault.kind is FaultKind.DELAY else answer(reply))

    def _fault(self, method: str, args: Mapping[str, Any]) -> Fault | None:
        faults = self._engine.faults
        return faults.pick(method.lower(), chat_of(args)) if faults.rules else None

    async def _wait(self, token: str, method: str, args: Mapping[str, Any]) -> Reply:
        queue, poll = self._engine.account(token).queue, Poll()
        seconds = min(_whole(args.get("timeout")), LONGEST_POLL)
        if seconds <= 0:
            return Reply(ok=True, result=NOTHING)
        queue.replace_waiter(poll, OTHER_READER)
        timer = asyncio.get_running_loop().call_later(seconds, poll.wake)
        try:
            reason = await poll.done
        finally:
            timer.cancel()
            if queue.waiter is poll:
                queue.waiter = None
        if not reason:
            return self._engine.call(token, method, args)
        reply = Reply.refusal(conflict(reason))
        self._engine.note(token, method, args, reply)
        return reply


def answer(reply: Reply) -> Response:
    """A reply as HTTP."""
    return Response(body=reply.body(), status=reply.code, content_type="application/json")


def _whole(value: Any) -> int:
    try:
        return int(value or 0)
    except (TypeError, ValueError):
        return 0
