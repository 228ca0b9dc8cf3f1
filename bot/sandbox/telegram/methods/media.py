"""Sending photos and files, alone and as albums, and looking up a file to download."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.sandbox.telegram.call import Call
from bot.sandbox.telegram.errors import Refused, bad_request
from bot.sandbox.telegram.files import Upload
from bot.sandbox.telegram.methods.send import caption, deliver
from bot.sandbox.telegram.shapes import Json

ALBUM = 10
KINDS = ("photo", "document")


def send_photo(call: Call) -> Json:
    """A picture that people see at once."""
    return _send(call, "photo")


def send_document(call: Call) -> Json:
    """A file as it is."""
    return _send(call, "document")


def send_media_group(call: Call) -> list[Json]:
    """An album: messages that share a number."""
    items = call.value("media")
    if not isinstance(items, list) or not items:
        raise bad_request("there are no messages to send")
    if len(items) > ALBUM:
        raise bad_request("too many messages to send as an album")
    if len({str(item.get("type")) for item in items}) > 1:
        raise bad_request("can't use the media of the specified type in the album")
    history = call.chat()
    contents = [media_of(call, item) for item in items]
    call.flood.spend(call.bot.id, history.id, len(items))
    group = {"media_group_id": call.world.numbers.digits()}
    return [deliver(call, history, group | content, None) for content in contents]


def media_of(call: Call, item: Json) -> Json:
    """The content fields for one InputMedia."""
    kind = str(item.get("type", ""))
    if kind not in KINDS:
        raise bad_request("can't parse InputMedia: Can't use the media of the specified type")
    return {kind: _content(call, kind, str(item.get("media", ""))), **caption(call, item)}


def get_file(call: Call) -> Json:
    """Where to download a file; only up to 20 MB."""
    stored = call.world.files.find(call.text("file_id"))
    if stored.size > call.limits.download_bytes:
        raise bad_request("file is too big")
    return {**stored.brief(), "file_path": stored.path}


def _send(call: Call, kind: str) -> Json:
    history = call.chat()
    content = {kind: _content(call, kind, call.text(kind)), **caption(call)}
    markup = call.markup(history)
    call.flood.spend(call.bot.id, history.id)
    return deliver(call, history, content, markup)


def _content(call: Call, kind: str, value: str) -> Any:
    name = value.removeprefix("attach://") if value.startswith("attach://") else kind
    upload = call.uploads.get(name)
    if upload is not None and (not value or value.startswith("attach://")):
        return _stored(call, kind, upload)
    if not value:
        raise bad_request(f"there is no {kind} in the request")
    if value.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    return _known(call, kind, value)


def _stored(call: Call, kind: str, upload: Upload) -> Any:
    if upload.length > call.limits.upload_bytes:
        raise Refused(413, "Request Entity Too Large")
    if not upload.length:
        raise bad_request("file must be non-empty")
    if kind != "photo":
        return call.world.files.document(upload)
    if upload.length > call.limits.photo_bytes:
        size = f"file of size {upload.length} bytes is too big for a photo"
        raise bad_request(f"{size}; the maximum size is {call.limits.photo_bytes} bytes")
    return call.world.files.photo(upload)


def _known(call: Call, kind: str, file_id: str) -> Any:
    files = call.world.files
    stored = files.by_id.get(file_id)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if stored.kind != kind:
        raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
    if kind == "photo":
        return files.photos.get(file_id) or [
            {**stored.brief(), "width": stored.width, "height": stored.height}
        ]
    return {"file_name": stored.name, "mime_type": stored.mime, **stored.brief()}


METHODS: Mapping[str, Callable[[Call], Any]] = {
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "sendMediaGroup": send_media_group,
    "getFile": get_file,
}
