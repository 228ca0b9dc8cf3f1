"""What people send at the wrong moment: stickers, voices, videos, places. Only their outer form, as far as a bot sees it."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.telegram.errors import Impossible
from bot.sandbox.telegram.files import Files, Upload
from bot.sandbox.telegram.shapes import Json


def oddment(files: Files, kind: str, text: str = "") -> Json:
    """The content of a message of this kind."""
    if kind in OTHERS:
        return OTHERS[kind](text)
    if kind not in BLOBS:
        raise Impossible(f"nothing of the kind {kind} can be sent; one of {', '.join((*OTHERS, *BLOBS))}")
    name, mime, extra = BLOBS[kind]
    return {kind: files.other(kind, Upload(b"\0" * 64, name, mime)) | extra}


BLOBS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "sticker": (
        "sticker.webp",
        "image/webp",
        {
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": "👍",
        },
    ),
    "voice": ("voice.ogg", "audio/ogg", {"duration": 3, "mime_type": "audio/ogg"}),
    "video": (
        "video.mp4",
        "video/mp4",
        {"duration": 5, "width": 640, "height": 360, "mime_type": "video/mp4"},
    ),
    "video_note": ("note.mp4", "video/mp4", {"duration": 5, "length": 240}),
    "animation": ("animation.mp4", "video/mp4", {"duration": 2, "width": 320, "height": 240}),
    "audio": ("audio.mp3", "audio/mpeg", {"duration": 60, "title": "audio"}),
}
OTHERS: dict[str, Callable[[str], Json]] = {
    "location": lambda text: {"location": {"latitude": 31.2333, "longitude": 121.4667}},  # noqa: ARG005 - one shape for all
    "dice": lambda text: {"dice": {"emoji": text or "🎲", "value": 4}},
    "venue": lambda text: {
        "location": {"latitude": 31.2333, "longitude": 121.4667},
        "venue": {
            "location": {"latitude": 31.2333, "longitude": 121.4667},
            "title": text or "—",
            "address": "—",
        },
    },
}
