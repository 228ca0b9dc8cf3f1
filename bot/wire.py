"""HTTP under the Bot API: libcurl's multi interface on the event loop. Sends a body, gives back status and bytes.

Half the processor time of aiohttp's client for each call (docs/decisions.md). A request that may have taken effect is never
repeated here: libcurl tries a dead connection anew only while nothing of the body has left.
"""

import io
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import certifi
import pycurl

AT_ONCE = 100
IDLE_SECONDS = 15  # an idle connection is not used again after so long: the server may be closing it
DNS_SECONDS = 3600
JSON = ("Content-Type: application/json",)
NOTHING_MORE = ("User-Agent:", "Accept:", "Expect:")  # nothing Telegram reads

Answer = tuple[int, bytes]  # status and body


class Unreachable(Exception):  # noqa: N818 - a state of the network
    """The request has not left this machine: it is safe to try again."""


class InDoubt(Exception):  # noqa: N818 - a state of the network
    """The request left and no answer came: it may have taken effect."""


@dataclass(slots=True)
class Handle:
    """One reusable request."""

    curl: pycurl.Curl
    answer: bytearray = field(default_factory=bytearray)

    @classmethod
    def new(cls) -> "Handle":
        """A handle with everything that never changes."""
        handle = cls(pycurl.Curl())
        for option, value in _always(handle).items():
            handle.curl.setopt(option, value)
        return handle

    def keep(self, chunk: bytes) -> None:
        """Take a piece of the answer."""
        self.answer += chunk


def _always(handle: Handle) -> dict[int, Any]:
    return {
        pycurl.NOSIGNAL: 1,
        pycurl.POST: 1,
        pycurl.HTTP_VERSION: pycurl.CURL_HTTP_VERSION_1_1,
        pycurl.NOPROXY: "*",
        pycurl.CAINFO: os.environ.get("SSL_CERT_FILE") or certifi.where(),
        pycurl.DNS_CACHE_TIMEOUT: DNS_SECONDS,
        pycurl.MAXAGE_CONN: IDLE_SECONDS,
        pycurl.WRITEFUNCTION: handle.keep,
        pycurl.HTTPHEADER: [*JSON, *NOTHING_MORE],
    }


class Wire:
    """The connections to one server. Bound to the event loop of its first request."""

    def __init__(self) -> None:
        self._multi: pycurl.AsyncCurlMulti | None = None
        self._idle: list[Handle] = []

    async def post(self, url: str, body: bytes, seconds: float) -> Answer:
        """Send a JSON body; status and body of the answer. Raises Unreachable or InDoubt."""
        handle = self._idle.pop() if self._idle else Handle.new()
        # Read from a stream that cannot be wound back: so libcurl cannot send it a second time.
        handle.curl.setopt(pycurl.READFUNCTION, io.BytesIO(body).read)
        handle.curl.setopt(pycurl.POSTFIELDSIZE, len(body))
        found = await self._perform(handle, url, seconds)
        self._idle.append(handle)
        return found

    async def upload(self, url: str, fields: Mapping[str, str], photo: bytes, seconds: float) -> Answer:
        """Send a form with a photo (field `photo`) on a connection of its own."""
        handle = Handle.new()
        with pycurl.CurlMime(handle.curl) as form:
            for name, value in fields.items():
                form.add(name, value.encode())
            form.add("photo", photo, filename="photo.jpg", content_type="image/jpeg")
            handle.curl.setopt(pycurl.HTTPHEADER, [*NOTHING_MORE])
            handle.curl.setopt(pycurl.FRESH_CONNECT, 1)
            handle.curl.setopt(pycurl.MIMEPOST, form)
            return await self._perform(handle, url, seconds)

    async def _perform(self, handle: Handle, url: str, seconds: float) -> Answer:
        curl = handle.curl
        handle.answer.clear()
        curl.setopt(pycurl.URL, url)
        curl.setopt(pycurl.TIMEOUT_MS, int(seconds * 1000))
        try:
            await self._open().add_handle(curl)
        except pycurl.error as error:
            left = curl.getinfo(pycurl.REQUEST_SIZE)
            reason = f"libcurl {error.args[0]}"  # never its words: they may name the address, which holds the token
            raise (InDoubt(reason) if left else Unreachable(reason)) from None
        return curl.getinfo(pycurl.RESPONSE_CODE), bytes(handle.answer)

    def _open(self) -> pycurl.AsyncCurlMulti:
        if self._multi is None:
            self._multi = pycurl.AsyncCurlMulti()
            self._multi.setopt(pycurl.M_MAX_TOTAL_CONNECTIONS, AT_ONCE)
            self._multi.setopt(pycurl.M_MAXCONNECTS, AT_ONCE)
        return self._multi

    async def close(self) -> None:
        """Close the connections."""
        if self._multi is not None:
            await self._multi.aclose()
        self._multi = None
        self._idle.clear()
