"""A sandbox on a free port and a small client for it."""

from types import TracebackType
from typing import Any, NamedTuple, Self

from aiohttp import ClientSession

from bot.sandbox.sandbox import Sandbox
from bot.sandbox.telegram.limits import NO_FLOOD
from tests.sandbox.stage import MEI, TAO, TOKEN

PEOPLE = (
    {"id": MEI, "name": "李梅", "phone": "13800000001", "language_code": "zh-hans", "hint": "餐馆安全员"},
    {"id": TAO, "name": "王涛", "phone": "13800000002"},
)


class Got(NamedTuple):
    """What came back."""

    status: int
    body: bytes


class Wire:
    """Calls the Bot API and the control API over HTTP."""

    def __init__(self, **options: Any) -> None:
        self.sandbox = Sandbox(
            token=TOKEN, people=PEOPLE, limits=NO_FLOOD, seed=7, webhook_first_wait=0.02, **options
        )
        self.base = ""
        self.http: ClientSession

    async def __aenter__(self) -> Self:
        self.base = await self.sandbox.start()
        self.http = ClientSession()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.http.close()
        await self.sandbox.stop()

    async def call(self, method: str, **options: Any) -> tuple[int, Any]:
        """A Bot API call with aiohttp's own options."""
        async with self.http.post(f"{self.base}/bot{TOKEN}/{method}", **options) as response:
            return response.status, await response.json()

    async def does(self, deed: str, **args: Any) -> Any:
        """A deed of a person that has to work."""
        async with self.http.post(f"{self.base}/control/{deed}", json=args) as response:
            body = await response.json()
            assert response.ok, body
            return body

    async def sees(self, what: str) -> Any:
        """Something read from the control API."""
        async with self.http.get(f"{self.base}/control/{what}") as response:
            body = await response.json()
            assert response.ok, body
            return body

    async def asks(self, method: str, path: str, **options: Any) -> Got:
        """Any request."""
        async with self.http.request(method, f"{self.base}{path}", **options) as response:
            return Got(response.status, await response.read())
