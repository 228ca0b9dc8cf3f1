"""Reads what comes over the wire into arguments and files: JSON, forms, multipart, query strings."""

from typing import Any

import orjson
from aiohttp import BodyPartReader, MultipartReader
from aiohttp.web import BaseRequest

from bot.sandbox.telegram.errors import Refused, bad_request
from bot.sandbox.telegram.files import Upload

Arguments = dict[str, Any]
Uploads = dict[str, Upload]
CHUNK = 256 * 1024


async def read_call(request: BaseRequest, limit: int) -> tuple[Arguments, Uploads]:
    """Arguments and files of a Bot API call; the body wins over the query string."""
    query: Arguments = dict(request.query) if request.query_string else {}
    kind = request.content_type
    if kind == "multipart/form-data":
        args, files = await read_parts(await request.multipart(), limit)
        return query | args, dict(files)
    if not request.can_read_body:
        return query, {}
    body = await request.read()
    if kind == "application/x-www-form-urlencoded":
        return query | {key: str(value) for key, value in (await request.post()).items()}, {}
    return query | json_object(body), {}


def json_object(body: bytes) -> Arguments:
    """A JSON object, or Telegram's refusal."""
    if not body:
        return {}
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise bad_request("can't parse JSON object") from error
    if not isinstance(value, dict):
        raise bad_request("object expected in the request body")
    return value


async def read_parts(reader: MultipartReader, limit: int) -> tuple[Arguments, list[tuple[str, Upload]]]:
    """Fields and files of a multipart body. A file over the limit is read to its end and refused."""
    args: Arguments = {}
    files: list[tuple[str, Upload]] = []
    async for part in reader:
        if not isinstance(part, BodyPartReader) or not part.name:
            continue
        data = await _read_part(part, limit)
        if part.filename is None:
            args[part.name] = data.decode(errors="replace")
        else:
            files.append((part.name, Upload(data, part.filename, part.headers.get("Content-Type", ""))))
    return args, files


async def _read_part(part: BodyPartReader, limit: int) -> bytes:
    data = bytearray()
    size = 0
    while chunk := await part.read_chunk(CHUNK):
        size += len(chunk)
        if size <= limit:
            data += chunk
    if size > limit:
        raise Refused(413, "Request Entity Too Large")
    return bytes(part.decode(data)) if "Content-Transfer-Encoding" in part.headers else bytes(data)
