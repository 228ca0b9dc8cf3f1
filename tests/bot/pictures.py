"""Pictures for the tests of the photo desk, hostile ones among them. No tests here."""

import asyncio
import hashlib
import io
import os
import struct
import zipfile
import zlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from PIL import Image, PngImagePlugin

from bot import media
from bot.media import Failed, PhotoDesk, Reason, Safe


def picture(
    form: str = "JPEG", size: tuple[int, int] = (64, 48), mode: str = "RGB", colour: Any = None, **how: Any
) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, colour if colour is not None else ("red" if mode == "RGB" else 0)).save(
        out, form, **how
    )
    return out.getvalue()


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int, height: int, rows: bytes, *more: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [chunk(b"IHDR", head), *more, chunk(b"IDAT", zlib.compress(rows, 9)), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def exif(orientation: int | None = None) -> Image.Exif:
    data = Image.Exif()
    data[0x010F] = "KanariPhone"
    if orientation:
        data[0x0112] = orientation
    gps = data.get_ifd(0x8825)
    gps.update({1: "N", 2: (36.0, 39.0, 7.0), 3: "E", 4: (117.0, 7.0, 12.0)})
    return data


def described() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "Kanari 36.65N 117.12E")
    info.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>Kanari</x:xmpmeta>")
    return info


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", "<script>alert('Kanari')</script>" * 100)
    return out.getvalue()


def with_header_size(width: int, height: int) -> bytes:
    """A small JPEG whose header claims another size."""
    raw = bytearray(picture())
    at = raw.index(b"\xff\xc0")
    raw[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(raw)


JPEG = picture()
PNG = picture("PNG")
XMP = b"http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>Kanari</x:xmpmeta>"
APP1 = b"\xff\xe1" + struct.pack(">H", len(XMP) + 2) + XMP
FINE = "fine"

# name -> (the bytes, what has to come of them)
FILES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", Reason.BROKEN),
    "one byte": (b"\xff", Reason.NOT_AN_IMAGE),
    "noise": (hashlib.shake_128(b"seed").digest(5000), Reason.NOT_AN_IMAGE),
    "zeros": (b"\0" * 5000, Reason.NOT_AN_IMAGE),
    "html named jpg": (b"<!doctype html><script>alert(1)</script>", Reason.NOT_AN_IMAGE),
    "svg": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', Reason.NOT_AN_IMAGE),
    "xml with entities": (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        Reason.NOT_AN_IMAGE,
    ),
    "pdf": (b"%PDF-1.7\n1 0 obj", Reason.NOT_AN_IMAGE),
    "postscript": (b"%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) (r) file", Reason.NOT_AN_IMAGE),
    "zip": (zipped(), Reason.NOT_AN_IMAGE),
    "elf": (b"\x7fELF" + b"\0" * 60, Reason.NOT_AN_IMAGE),
    "shell script": (b"#!/bin/sh\nrm -rf /\n", Reason.NOT_AN_IMAGE),
    "mp4": (b"\0\0\0\x18ftypisom" + b"\0" * 40, Reason.NOT_AN_IMAGE),
    "riff that is sound": (b"RIFF\x24\0\0\0WAVEfmt ", Reason.NOT_AN_IMAGE),
    "gif": (picture("GIF", mode="P"), Reason.UNSUPPORTED),
    "bmp": (picture("BMP"), Reason.UNSUPPORTED),
    "tiff": (picture("TIFF"), Reason.UNSUPPORTED),
    "heic": (b"\0\0\0\x18ftypheic" + b"\0" * 40, Reason.UNSUPPORTED),
    "avif": (picture("AVIF"), Reason.UNSUPPORTED),
    "jpeg magic only": (b"\xff\xd8\xff", Reason.BROKEN),
    "jpeg magic and html": (b"\xff\xd8\xff\xe0<html><script>alert(1)</script>" * 9, Reason.BROKEN),
    "jpeg cut in the header": (JPEG[:100], Reason.BROKEN),
    "jpeg cut in the picture": (picture(size=(800, 600))[:-1200], Reason.BROKEN),
    "jpeg without its pixels": (JPEG[: JPEG.index(b"\xff\xda")] + b"\xff\xd9", Reason.BROKEN),
    "jpeg of no size": (with_header_size(0, 0), Reason.BROKEN),
    "jpeg of a huge size": (with_header_size(65000, 65000), Reason.TOO_MANY_PIXELS),
    "jpeg larger than it is": (with_header_size(4000, 3000), FINE),
    "png magic only": (b"\x89PNG\r\n\x1a\n", Reason.BROKEN),
    "png cut": (png(300, 300, (b"\0" + os.urandom(900)) * 300)[:-500], Reason.BROKEN),
    "png with a wrong checksum": (PNG[:40] + bytes([PNG[40] ^ 255]) + PNG[41:], Reason.BROKEN),
    "png with rows of nonsense": (png(300, 300, b"\xff" * 300 * 901), FINE),
    "png of no size": (png(0, 0, b""), Reason.BROKEN),
    "png of a huge size": (png(60000, 60000, b"\0"), Reason.TOO_MANY_PIXELS),
    "png wide as a street": (png(2_000_000_000, 1, b"\0"), Reason.TOO_MANY_PIXELS),
    "png bomb": (png(9000, 9000, b"\0" * (9000 * 27001)), Reason.TOO_MANY_PIXELS),
    "png with too little in it": (png(5000, 5000, b"\0" * 100), Reason.BROKEN),
    "png with a text bomb": (
        png(9, 9, b"\0" * 252, chunk(b"zTXt", b"a\0\0" + zlib.compress(b"A" * 2**27, 9))),
        Reason.BROKEN,
    ),
    "png with a profile bomb": (
        png(9, 9, b"\0" * 252, chunk(b"iCCP", b"a\0\0" + zlib.compress(b"A" * 2**27, 9))),
        Reason.BROKEN,
    ),
    "webp cut": (picture("WEBP")[:30], Reason.BROKEN),
    "webp of lies": (b"RIFF\xff\xff\xff\xffWEBPVP8 " + b"\xff" * 60, Reason.BROKEN),
    "jpeg and zip in one": (JPEG + zipped(), FINE),
    "jpeg and html behind it": (JPEG + b"<script>alert('Kanari')</script>", FINE),
    "jpeg with a script as comment": (picture(comment=b"<script>alert('Kanari')</script>"), FINE),
    "jpeg with gps": (picture(exif=exif()), FINE),
    "jpeg with xmp": (JPEG[:2] + APP1 + JPEG[2:], FINE),
    "jpeg with broken exif": (picture(exif=b"Exif\0\0MM\0*" + b"\xff" * 40), FINE),
    "jpeg with a colour profile": (picture(icc_profile=b"Kanari" * 100), FINE),
    "jpeg in print colours": (picture(mode="CMYK"), FINE),
    "jpeg in grey": (picture(mode="L"), FINE),
    "jpeg of many megapixels": (picture(size=(11000, 9000), mode="L", quality=10), FINE),
    "jpeg in steps": (picture(size=(900, 700), progressive=True), FINE),
    "png with texts and gps": (picture("PNG", pnginfo=described(), exif=exif()), FINE),
    "png with a palette": (picture("PNG", mode="P", transparency=0), FINE),
    "png of 16 bits": (picture("PNG", mode="I;16", colour=0xFFFF), FINE),
    "png see-through": (picture("PNG", mode="RGBA", colour=(0, 0, 0, 0)), FINE),
    "png in black and white": (picture("PNG", mode="1"), FINE),
    "webp": (picture("WEBP", exif=exif()), FINE),
    "webp that moves": (
        picture("WEBP", save_all=True, append_images=[Image.new("RGB", (64, 48), "blue")]),
        FINE,
    ),
    "one pixel": (picture("PNG", (1, 1)), FINE),
    "long and thin": (picture("PNG", (20000, 1)), FINE),
}


def source(raw: bytes, size: int = 4096) -> media.Fetch:
    async def fetch(_file: str) -> AsyncIterator[bytes]:
        for at in range(0, len(raw), size):
            yield raw[at : at + size]

    return fetch


def desk(folder: Path, fetch: media.Fetch, **how: Any) -> PhotoDesk:
    return PhotoDesk(folder, fetch, **how)


def take(folder: Path, fetch: media.Fetch, attempt: int = media.SURE_AFTER, **how: Any) -> Safe | Failed:
    async def work() -> Safe | Failed:
        own = desk(folder, fetch, **how)
        try:
            return await own.take("file", attempt)
        finally:
            await own.close()

    return asyncio.run(work())


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
