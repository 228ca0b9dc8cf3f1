"""Which request goes where: Bot API, downloads, control API, stream, the page. Only local hosts are served."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import orjson
from aiohttp.web import BaseRequest, Response, StreamResponse

from bot.sandbox.http.asking import Ask
from bot.sandbox.http.bot_api import BotApi
from bot.sandbox.http.control import Control
from bot.sandbox.http.reading import json_object, read_parts
from bot.sandbox.http.stream import Streams
from bot.sandbox.telegram.errors import Impossible, Refused
from bot.sandbox.telegram.files import Files, Upload

PAGE = Path(__file__).parents[1] / "page"
KINDS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}
LOCAL = {"127.0.0.1", "localhost", "::1"}
UPLOAD_LIMIT = 64 * 1024 * 1024
POLICY = "default-src 'self'; img-src 'self' blob: data:; style-src 'self'; frame-ancestors 'none'"


class Site:
    """The front door."""

    def __init__(self, api: BotApi, control: Control, streams: Streams, files: Files) -> None:
        self._api = api
        self._streams = streams
        self._files = files
        self._requests = control.requests()

    async def handle(self, request: BaseRequest) -> StreamResponse:
        """Answer one request."""
        if not _local(request.headers.get("Host", "")) or not _own(request):
            return _plain(403, "only this machine is served")
        path = request.path
        if path.startswith("/bot"):
            token, _, method = path[4:].partition("/")
            return await self._api.call(request, token, method.strip("/"))
        if path.startswith("/file/bot"):
            token, _, name = path[9:].partition("/")
            return await self._api.download(request, token, name)
        if path.startswith("/control/"):
            return await self._control(request, path.removeprefix("/control/").strip("/"))
        return _page(path)

    async def _control(self, request: BaseRequest, path: str) -> StreamResponse:
        if path == "stream":
            return await self._streams.serve(request)
        if path.startswith("files/"):
            return self._file(path.removeprefix("files/"))
        head, _, name = path.partition("/")
        act = self._requests.get((request.method, f"{head}/{{}}" if name else head))
        if act is None:
            return _json(404, {"error": "there is no such request"})
        try:
            return _json(200, act(await _ask(request, name)))
        except Impossible as error:
            return _json(409, {"error": str(error)})
        except Refused as refused:
            return _json(refused.code, {"error": refused.description})

    def _file(self, file_id: str) -> Response:
        try:
            stored = self._files.find(file_id)
        except Refused as refused:
            return _json(404, {"error": refused.description})
        shown = stored.mime if stored.kind == "photo" else "application/octet-stream"
        headers = {"Cache-Control": "max-age=86400", "X-Content-Type-Options": "nosniff"}
        return Response(body=self._files.read(stored), content_type=shown, headers=headers)


async def _ask(request: BaseRequest, name: str) -> Ask:
    args: dict[str, Any] = dict(request.query)
    files: list[Upload] = []
    if request.content_type == "multipart/form-data":
        fields, parts = await read_parts(await request.multipart(), UPLOAD_LIMIT)
        args |= fields
        files = [upload for _, upload in parts]
    elif request.can_read_body:
        args |= json_object(await request.read())
    if name:
        args |= {"name": name, "chat": name} if name.lstrip("-").isdigit() else {"name": name}
    return Ask(args, files)


def _local(host: str) -> bool:
    return urlsplit(f"//{host}").hostname in LOCAL


def _own(request: BaseRequest) -> bool:
    """A page from elsewhere must not press buttons here."""
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("Host")


def _page(path: str) -> Response:
    name = path.strip("/") or "index.html"
    file = PAGE / name
    if "/" in name or file.suffix not in KINDS or not file.is_file():
        return _plain(404, "not found")
    headers = {
        "Content-Security-Policy": POLICY,
        "Cache-Control": "no-cache",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(body=file.read_bytes(), content_type=KINDS[file.suffix], charset="utf-8", headers=headers)


def _plain(status: int, text: str) -> Response:
    return Response(status=status, text=text)


def _json(status: int, body: Any) -> Response:
    return Response(status=status, body=orjson.dumps(body), content_type="application/json")
