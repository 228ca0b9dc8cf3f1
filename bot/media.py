"""The photo desk: from a file reference to our own clean copy on disk, or the reason why there is none. Files as well.

Who sent it, for which question, and whom to tell is not known here. Nothing here is lost by a crash: files are moved
into place complete, a file without a row is harmless, and a reference without a copy is simply fetched again.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial
from pathlib import Path

from bot import documents
from bot.darkroom import Darkroom, Developed, WorkerDied
from bot.shelf import Shelf, name_of
from safety.likeness import Print

LARGEST = 20_000_000  # what the Bot API lets a bot fetch
STALL_SECONDS = 60.0
FIRST_PAUSE = timedelta(seconds=1)
LONGEST_PAUSE = timedelta(minutes=10)
LIFETIME = timedelta(hours=24)  # file references of the platform are good for about a day
SURE_AFTER = 3  # attempts before a refusal by the platform or a crash of the decoder is believed

HEAD = 16  # bytes by which a file is known
OTHER_PICTURES = (b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"\x00\x00\x00\x0cjP", b"\xff\x0a", b"8BPS")
PHONE_PICTURES = {b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif"}

Fetch = Callable[[str], AsyncIterator[bytes]]


class Reason(StrEnum):
    """Why a photo cannot be kept; also the end of the text id that tells the sender."""

    TOO_BIG = "too-big"
    NOT_AN_IMAGE = "not-an-image"
    UNSUPPORTED = "unsupported"
    TOO_MANY_PIXELS = "too-many-pixels"
    BROKEN = "broken"
    GONE = "gone"
    NOT_A_DOCUMENT = "not-a-document"
    AS_BEFORE = "as-before"  # byte by byte the photo of how it was found


class Refused(Exception):  # noqa: N818 - what `fetch` raises
    """The platform will not give the file out, in its own words: unknown reference, or larger than a bot may fetch."""


class Passing(Exception):  # noqa: N818 - a state of the world
    """It did not work this time and is worth another try: network, disk, a child that was killed."""


@dataclass(frozen=True, slots=True)
class Safe:
    """Our own copy is on disk. `sha256` names the clean copy, `original_sha256` the bytes as they were sent.

    A document has no width and height, and its copy is what was sent.
    """

    sha256: str
    original_sha256: str
    width: int
    height: int
    size: int
    ending: str = ".jpg"
    prints: Sequence[Print] = ()

    @property
    def name(self) -> str:
        """Where the copy lies below the folder of its kind."""
        return name_of(self.sha256, self.ending)


@dataclass(frozen=True, slots=True)
class Failed:
    """There will be no copy; the sender has to know."""

    reason: Reason


def pause(attempts: int) -> timedelta:
    """How long to wait after so many attempts: 1, 2, 4 … seconds, at most ten minutes."""
    return min(LONGEST_PAUSE, FIRST_PAUSE * (1 << min(max(attempts - 1, 0), 20)))


def next_try(attempts: int, received_at: datetime, now: datetime) -> datetime | None:
    """When to try again after a Passing error; None when the reference is too old for it (then it is GONE)."""
    at = now + pause(attempts)
    return at if at < received_at + LIFETIME else None


def kind_of(head: bytes) -> Reason | None:
    """Judge a file by its first bytes, never by its name: None for what we decode."""
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or (head[:4], head[8:12]) == (
        b"RIFF",
        b"WEBP",
    ):
        return None
    known = head.startswith(OTHER_PICTURES) or (head[4:8] == b"ftyp" and head[8:12] in PHONE_PICTURES)
    return Reason.UNSUPPORTED if known else Reason.NOT_AN_IMAGE


class PhotoDesk:
    """Takes photos in: fetch, check, redraw, keep."""

    def __init__(
        self, folder: Path, fetch: Fetch, *, darkroom: Darkroom | None = None, largest: int = LARGEST
    ) -> None:
        self.shelf = Shelf(folder)
        self._fetch = fetch
        self._darkroom = darkroom or Darkroom()
        self._largest = largest

    async def take(self, file: str, attempt: int = 1, *, original: bool = True) -> Safe | Failed:
        """Make our own clean copy of one photo. May be called again at any time; the same bytes give the same result.

        Raises Passing when it is worth another try (see next_try). `attempt` counts from 1. Without `original` the bytes
        as they were sent, which may tell whose camera it was, are not kept.
        """
        return await self._taken(file, attempt, partial(self._develop, original=original))

    async def take_file(self, file: str, attempt: int = 1) -> Safe | Failed:
        """Keep one document as it is, when it is one; as `take` otherwise."""
        return await self._taken(file, attempt, self._file)

    async def _taken(
        self, file: str, attempt: int, keep: Callable[[bytes, int], Awaitable[Safe | Failed]]
    ) -> Safe | Failed:
        try:
            raw = await download(self._fetch, file, self._largest)
            if raw is None:
                return Failed(Reason.TOO_BIG)
            return await keep(raw, attempt)
        except Refused as error:
            if "too big" in str(error):
                return Failed(Reason.TOO_BIG)
            return _believed(attempt, Reason.GONE, error)
        except WorkerDied as error:
            return _believed(attempt, Reason.BROKEN, error)
        except (OSError, EOFError) as error:  # TimeoutError is one of them, a full disk too
            raise Passing(type(error).__name__) from error

    async def pair(self, before: str, after: str) -> str | None:
        """Both of our own copies in one picture: its name; None when it cannot be made. Raises Passing as `take` does."""
        try:
            left = await asyncio.to_thread((self.shelf.media / before).read_bytes)
            right = await asyncio.to_thread((self.shelf.media / after).read_bytes)
            developed = await self._darkroom.pair(left, right)
        except (WorkerDied, OSError) as error:
            raise Passing(type(error).__name__) from error
        if developed.failed:
            return None
        return name_of(await asyncio.to_thread(self.shelf.keep_clean, developed.clean))

    async def close(self) -> None:
        """End the child process."""
        await self._darkroom.close()

    async def _develop(self, raw: bytes, attempt: int, *, original: bool = True) -> Safe | Failed:
        reason = kind_of(raw[:HEAD]) if raw else Reason.BROKEN
        if (
            reason is not None and len(raw) < HEAD
        ):  # too little to be judged by: it may be what is left of a photo
            return _believed(attempt, reason)
        developed = Developed(failed=reason) if reason else await self._darkroom.develop(raw)
        if developed.failed == Reason.BROKEN:  # half a file may be the transfer's fault
            return _believed(attempt, Reason.BROKEN)
        if developed.failed:
            return Failed(Reason(developed.failed))
        return await asyncio.to_thread(self._put_away, raw if original else b"", developed)

    async def _file(self, raw: bytes, attempt: int) -> Safe | Failed:
        if not raw:
            return _believed(attempt, Reason.BROKEN)
        ending = await asyncio.to_thread(documents.ending_of, raw)
        if ending is None:
            return Failed(Reason.NOT_A_DOCUMENT)
        digest = await asyncio.to_thread(self.shelf.keep_file, raw, ending)
        return Safe(digest, digest, 0, 0, len(raw), ending)

    def _put_away(self, raw: bytes, developed: Developed) -> Safe:
        original = self.shelf.keep_original(raw) if raw else ""
        clean = self.shelf.keep_clean(developed.clean)
        size = len(developed.clean)
        return Safe(clean, original, developed.width, developed.height, size, prints=developed.prints)


async def download(fetch: Fetch, file: str, largest: int) -> bytes | None:
    """All bytes of a file, or None as soon as there are too many."""
    raw = bytearray()
    async with _ending(fetch(file)) as chunks:
        while True:
            async with asyncio.timeout(STALL_SECONDS):
                chunk = await anext(chunks, None)
            if chunk is None:
                return bytes(raw)
            raw += chunk
            if len(raw) > largest:
                return None


@asynccontextmanager
async def _ending(chunks: AsyncIterator[bytes]) -> AsyncIterator[AsyncIterator[bytes]]:
    """Let the connection go when we stop reading in the middle."""
    try:
        yield chunks
    finally:
        if isinstance(chunks, AsyncGenerator):
            await chunks.aclose()


def _believed(attempt: int, reason: Reason, error: Exception | None = None) -> Failed:
    """A refusal counts only when it is repeated; before that it is a passing trouble."""
    if attempt < SURE_AFTER:
        raise Passing(type(error).__name__ if error else reason) from error
    return Failed(reason)
