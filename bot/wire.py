"""HTTP under the Bot API, on aiohttp's client. Sends a body, gives back status and bytes; nothing is repeated here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import (
    BytesPayload,
    ClientConnectorError,
    ClientError,
    ClientSession,
    ClientTimeout,
    DummyCookieJar,
    FormData,
    TCPConnector,
)
from yarl import URL

AT_ONCE = 100
DNS_SECONDS = 3600
NO_HEADERS = ("User-Agent", "Accept", "Accept-Encoding")  # nothing Telegram reads

Answer = tuple[int, bytes]  # status and body


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a form: the field it goes in, its name, its type."""

    field: str
    name: str
    mime: str
    content: bytes


class Unreachable(Exception):  # noqa: N818 - a state of the network
    """The request has not left this machine: it is safe to try again."""


class InDoubt(Exception):  # noqa: N818 - a state of the network
    """The request left and no answer came: it may have taken effect. `cut`: the connection was closed, which says rather not."""

    def __init__(self, why: str, *, cut: bool = False) -> None:
        super().__init__(why)
        self.cut = cut


class Wire:
    """The connections to one server. Bound to the event loop of its first request."""

    def __init__(self) -> None:
        self._session: ClientSession | None = None
        self._urls: dict[str, URL] = {}

    async def post(self, url: str, body: bytes, seconds: float) -> Answer:
        """Send a JSON body; status and body of the answer. Raises Unreachable or InDoubt."""
        return await self._send(url, BytesPayload(body, content_type="application/json"), seconds)

    async def upload(self, url: str, fields: Mapping[str, str], file: Attachment, seconds: float) -> Answer:
        """Send a form with a file. Raises as `post` does."""
        form = FormData(quote_fields=False)  # file names arrive as they are, in Chinese too
        for name, value in fields.items():
            form.add_field(name, value)
        form.add_field(file.field, file.content, filename=file.name, content_type=file.mime)
        return await self._send(url, form, seconds)

    async def _send(self, url: str, data: Any, seconds: float) -> Answer:
        known = self._urls.get(url)
        if known is None:
            known = self._urls[url] = URL(url, encoded=True)
        try:
            async with self._open().post(known, data=data, timeout=ClientTimeout(total=seconds)) as response:
                return response.status, await response.read()
        except ClientConnectorError as error:
            raise Unreachable(type(error).__name__) from error
        except TimeoutError as error:
            raise InDoubt(type(error).__name__) from error
        except (ClientError, OSError) as error:
            raise InDoubt(type(error).__name__, cut=True) from error

    def _open(self) -> ClientSession:
        if self._session is None or self._session.closed:
            connector = TCPConnector(limit=AT_ONCE, ttl_dns_cache=DNS_SECONDS)
            self._session = ClientSession(
                connector=connector, cookie_jar=DummyCookieJar(), skip_auto_headers=NO_HEADERS
            )
        return self._session

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
