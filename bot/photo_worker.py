"""The child process that decodes strangers' images: bytes in, a clean JPEG or a reason out. Started by darkroom.py.

It has no token, no database and cannot write a file. What it returns was drawn pixel by pixel onto a new canvas:
nothing of the original file survives, neither metadata nor bytes hidden behind or between the picture.
"""

import io
import json
import struct
import sys
import warnings
from collections.abc import Sequence
from typing import Any, BinaryIO

from PIL import Image

from bot.confine import allow, confine
from bot.pairing import paired
from bot.printing import prints_of
from safety.likeness import Print

MEMORY = 1 << 30
SECONDS = 10
LONGEST_EDGE = 2560
LONGEST_RATIO = 20  # of the sides of a photo that a bot may send
QUALITY = 88
MOST_PIXELS = 40_000_000
MOST_PIXELS_JPEG = 120_000_000  # a JPEG is decoded at a fraction of its size
FORMATS = ("JPEG", "PNG", "WEBP")
HEADER = struct.Struct(">I")
PAIR = 1 << 31  # set in the size of a request: two pictures, the first one's size before them
ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class TooManyPixels(Exception):  # noqa: N818 - a reason, told to the sender
    """The picture is larger than anything a camera makes."""


def develop(raw: bytes) -> tuple[bytes, int, int, Sequence[Print]]:
    """Return the picture as a clean JPEG with its width, height and prints. Raises whatever the decoder raises."""
    with Image.open(io.BytesIO(raw), formats=FORMATS) as image:
        if image.width * image.height > (
            MOST_PIXELS if image.format in {"PNG", "WEBP"} else MOST_PIXELS_JPEG
        ):
            raise TooManyPixels
        turn = TURNS.get(_orientation(image))
        image.draft("RGB", (LONGEST_EDGE, LONGEST_EDGE))
        picture = _on_white(image)
    picture.thumbnail((LONGEST_EDGE, LONGEST_EDGE), Image.Resampling.LANCZOS)
    if turn is not None:
        picture = picture.transpose(turn)
    canvas = Image.new("RGB", _sendable(picture.size), "white")  # a new canvas has no metadata to forget
    canvas.paste(picture)
    out = io.BytesIO()
    canvas.save(out, "JPEG", quality=QUALITY)
    return out.getvalue(), canvas.width, canvas.height, prints_of(canvas)


def _sendable(size: tuple[int, int]) -> tuple[int, int]:
    """The size with enough white beside a picture that is very long and thin: the platform sends none of those on."""
    wide, high = size
    return max(wide, -(-high // LONGEST_RATIO)), max(high, -(-wide // LONGEST_RATIO))


def _on_white(image: Image.Image) -> Image.Image:
    """The picture in plain colours; what is transparent becomes white, 16-bit greys keep their upper half."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value / 256).convert("L").convert("RGB")
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        seen = image.convert("RGBA")
        white = Image.new("RGB", seen.size, "white")
        white.paste(seen, mask=seen.getchannel("A"))
        return white
    return image.convert("RGB")


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(ORIENTATION, 1))
    except Exception:  # noqa: BLE001 - broken metadata is no reason to lose the picture
        return 1


def answer(raw: bytes) -> tuple[dict[str, Any], bytes]:
    """What to say about one file: its size as a picture and the clean bytes, or the reason why there are none."""
    try:
        clean, width, height, prints = develop(raw)
    except (TooManyPixels, MemoryError, Image.DecompressionBombError):
        return {"failed": "too-many-pixels"}, b""
    except Exception:  # noqa: BLE001 - decoders raise anything on hostile input
        return {"failed": "broken"}, b""
    return {"width": width, "height": height, "prints": [one.to_text() for one in prints]}, clean


def answer_pair(raw: bytes) -> tuple[dict[str, Any], bytes]:
    """What to say about two of our own copies that are to stand in one picture."""
    length = HEADER.unpack(raw[: HEADER.size])[0]
    left, right = raw[HEADER.size : HEADER.size + length], raw[HEADER.size + length :]
    try:
        both, width, height = paired(left, right)
    except Exception:  # noqa: BLE001 - decoders raise anything on a broken file
        return {"failed": "broken"}, b""
    return {"width": width, "height": height}, both


def serve(source: BinaryIO, target: BinaryIO) -> None:
    """Answer file after file until the input ends."""
    while head := source.read(HEADER.size):
        allow(SECONDS)
        size = HEADER.unpack(head)[0]
        raw = source.read(size & ~PAIR)
        said, clean = answer_pair(raw) if size & PAIR else answer(raw)
        words = json.dumps(said).encode()
        target.write(HEADER.pack(len(words)) + words + HEADER.pack(len(clean)) + clean)
        target.flush()


if __name__ == "__main__":
    confine(MEMORY, SECONDS)
    warnings.simplefilter("ignore")
    Image.MAX_IMAGE_PIXELS = None  # our own limits are stricter
    Image.preinit()
    serve(sys.stdin.buffer, sys.stdout.buffer)
