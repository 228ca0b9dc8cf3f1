"""The one door to the Bot API: aiogram's session with a lean lane for the calls that are made all the time.

`call` sends a JSON body and gives back what Telegram said, without building and validating models of it (0.12 ms a
message). Everything rare goes through aiogram's Bot as usual. No retries here: the sender decides.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import orjson
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import BytesPayload, ClientConnectorError, ClientError, ClientTimeout, FormData

FILE_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Reply:
    """What Telegram answered. `result` is plain JSON; `description` its own words when `ok` is false."""

    ok: bool
    result: Any = None
    code: int = 200
    description: str = ""
    retry_after: float | None = None
    migrate_to: int | None = None


class Unreachable(Exception):  # noqa: N818 - a state of the network
    """The request has not left this machine: it is safe to try again."""


class InDoubt(Exception):  # noqa: N818 - a state of the network
    """The request left and no answer came: it may have taken effect."""


class Wire(AiohttpSession):
    """aiogram's session, with `call` beside it on the same connections."""

    def __init__(self, base: str, *, timeout: float = 30, limit: int = 100) -> None:
        super().__init__(api=TelegramAPIServer.from_base(base), timeout=timeout, limit=limit)

    async def call(self, token: str, method: str, body: bytes, seconds: float | None = None) -> Reply:
        """Call one method with a JSON body. Raises Unreachable or InDoubt."""
        return await self._post(token, method, BytesPayload(body, content_type="application/json"), seconds)

    async def upload(self, token: str, method: str, body: str, name: str, file: bytes) -> Reply:
        """Call one method with one file under `name`; the fields of the JSON body go beside it."""
        form = FormData()
        for key, value in orjson.loads(body).items():
            form.add_field(key, value if isinstance(value, str) else orjson.dumps(value).decode())
        form.add_field(name, file, filename=f"{name}.jpg", content_type="image/jpeg")
        return await self._post(token, method, form, None)

    async def _post(self, token: str, method: str, data: Any, seconds: float | None) -> Reply:
        session = await self.create_session()
        limit = ClientTimeout(total=seconds or self.timeout)
        url = self.api.api_url(token=token, method=method)
        try:
            async with session.post(url, data=data, timeout=limit) as response:
                return read_reply(response.status, await response.read())
        except ClientConnectorError as error:
            raise Unreachable(type(error).__name__) from error
        except (TimeoutError, ClientError, OSError) as error:
            raise InDoubt(type(error).__name__) from error


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


class Telegram:
    """The bot's account: token, wire and aiogram's Bot on the same session."""

    def __init__(self, token: str, base: str) -> None:
        self.token = token
        self.wire = Wire(base)
        self.bot = Bot(token, session=self.wire, default=DefaultBotProperties(parse_mode="HTML"))

    @property
    def id(self) -> int:
        """The bot's own user id, the part of the token before the colon."""
        return self.bot.id

    async def call(self, method: str, body: Any, seconds: float | None = None) -> Reply:
        """Call one method with a JSON body."""
        return await self.wire.call(self.token, method, orjson.dumps(body), seconds)

    async def call_raw(self, method: str, body: bytes) -> Reply:
        """Call one method with a body that is JSON already."""
        return await self.wire.call(self.token, method, body)

    async def upload(self, method: str, body: str, name: str, file: bytes) -> Reply:
        """Call one method with one file."""
        return await self.wire.upload(self.token, method, body, name, file)

    async def file(self, reference: str) -> AsyncIterator[bytes]:
        """The bytes of a file a person sent, in chunks. The link with the token never leaves this function."""
        found = await self.bot.get_file(reference)
        url = self.wire.api.file_url(self.token, found.file_path or "")
        async for chunk in self.wire.stream_content(url, timeout=120, chunk_size=FILE_CHUNK):
            yield chunk

    async def close(self) -> None:
        """Close the connections."""
        await self.wire.close()
