"""The photo desk: our own clean copy, upright and without GPS; passing troubles, a child that dies (P11)."""

import asyncio
import io
import os
import signal
import stat
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot import media
from bot.darkroom import Darkroom, WorkerDied
from bot.media import Failed, Passing, Reason, Refused, Safe
from tests.bot.pictures import JPEG, desk, exif, files, picture, source, take

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)


def test_it_keeps_originals_for_itself(tmp_path: Path) -> None:
    raw = picture(exif=exif())
    safe = take(tmp_path, source(raw))
    assert isinstance(safe, Safe)
    kept = tmp_path / "originals" / media.name_of(safe.original_sha256, "")
    assert kept.read_bytes() == raw
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    assert not files(tmp_path / "incoming")


@pytest.mark.parametrize(
    ("orientation", "corner"),
    [(1, "tl"), (2, "tr"), (3, "br"), (4, "bl"), (5, "tl"), (6, "tr"), (7, "br"), (8, "bl"), (99, "tl")],
)
def test_it_turns_the_picture_upright(tmp_path: Path, orientation: int, corner: str) -> None:
    """A wide picture with one white corner; orientations from 5 on lay it on its side."""
    image = Image.new("RGB", (120, 80), "black")
    image.paste("white", (0, 0, 40, 40))
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif(orientation), quality=95)
    safe = take(tmp_path, source(out.getvalue()))
    assert isinstance(safe, Safe)
    with Image.open(tmp_path / "media" / safe.name) as turned:
        assert turned.size == ((80, 120) if 5 <= orientation <= 8 else (120, 80))
        right, bottom = turned.width - 5, turned.height - 5
        corners = {"tl": (5, 5), "tr": (right, 5), "bl": (5, bottom), "br": (right, bottom)}
        white = {name for name, at in corners.items() if min(turned.getpixel(at)) > 200}
    assert white == {corner}


@pytest.mark.parametrize(
    ("raw", "brightness"),
    [
        (picture("PNG", mode="I;16", colour=0xFFFF), 255),
        (picture("PNG", mode="I;16", colour=0x8000), 128),
        (picture("PNG", mode="RGBA", colour=(0, 0, 0, 0)), 255),
        (picture("PNG", mode="RGBA", colour=(0, 0, 0, 255)), 0),
        (picture("PNG", mode="LA", colour=(0, 128)), 127),
    ],
)
def test_it_keeps_what_can_be_seen(tmp_path: Path, raw: bytes, brightness: int) -> None:
    safe = take(tmp_path, source(raw))
    assert isinstance(safe, Safe)
    with Image.open(tmp_path / "media" / safe.name) as image:
        assert abs(image.getpixel((5, 5))[0] - brightness) <= 3


def test_it_shrinks_large_pictures(tmp_path: Path) -> None:
    safe = take(tmp_path, source(picture(size=(4000, 3000))))
    assert isinstance(safe, Safe)
    assert (safe.width, safe.height) == (2560, 1920)


@pytest.mark.parametrize("size", [(20000, 1), (1, 20000), (2000, 30)])
def test_it_can_be_sent_on_however_thin_it_is(tmp_path: Path, size: tuple[int, int]) -> None:
    safe = take(tmp_path, source(picture("PNG", size)))
    assert isinstance(safe, Safe)
    assert max(safe.width, safe.height) <= 20 * min(safe.width, safe.height)


def test_it_gives_the_same_result_for_the_same_photo(tmp_path: Path) -> None:
    first = take(tmp_path, source(JPEG))
    kept = files(tmp_path)
    assert take(tmp_path, source(JPEG)) == first
    assert files(tmp_path) == kept


def test_it_stops_reading_a_file_that_is_too_big(tmp_path: Path) -> None:
    given = []

    async def fetch(_file: str) -> AsyncIterator[bytes]:
        try:
            while True:
                given.append(1000)
                yield JPEG[:3] + b"\0" * 997
        finally:
            given.append(0)

    assert take(tmp_path, fetch, 1, largest=10_000) == Failed(Reason.TOO_BIG)
    assert sum(given) == 11_000
    assert given[-1] == 0, "the connection was let go"
    assert not files(tmp_path)


def failing(error: Exception, after: bytes = b"") -> media.Fetch:
    async def fetch(_file: str) -> AsyncIterator[bytes]:
        if after:
            yield after
        raise error

    return fetch


@pytest.mark.parametrize(
    "error",
    [
        ConnectionError("HTTP 502"),
        ConnectionResetError(),
        TimeoutError(),
        OSError(28, "No space left on device"),
    ],
)
@pytest.mark.parametrize("after", [b"", JPEG[:200]])
def test_it_wants_another_try_after_a_passing_trouble(tmp_path: Path, error: Exception, after: bytes) -> None:
    with pytest.raises(Passing):
        take(tmp_path, failing(error, after), 500)
    assert not files(tmp_path)


def test_it_believes_a_refusal_only_when_repeated(tmp_path: Path) -> None:
    refusal = failing(Refused("wrong file_id or the file is temporarily unavailable"))
    for attempt in (1, 2):
        with pytest.raises(Passing):
            take(tmp_path, refusal, attempt)
    assert take(tmp_path, refusal, 3) == Failed(Reason.GONE)


def test_it_believes_at_once_that_a_file_is_too_big(tmp_path: Path) -> None:
    refusal = failing(Refused("Bad Request: file is too big"))
    assert take(tmp_path, refusal, 1) == Failed(Reason.TOO_BIG)


def test_it_fetches_half_a_picture_again(tmp_path: Path) -> None:
    with pytest.raises(Passing):
        take(tmp_path, source(JPEG[:-50]), 1)
    assert isinstance(take(tmp_path, source(JPEG), 2), Safe)


def test_it_fetches_again_what_is_too_little_to_be_judged_by(tmp_path: Path) -> None:
    with pytest.raises(Passing):
        take(tmp_path, source(JPEG[:2]), attempt=1)
    assert take(tmp_path, source(b"<a>"), attempt=media.SURE_AFTER) == Failed(Reason.NOT_AN_IMAGE)
    assert take(tmp_path, source(b"<!doctype html><script>"), attempt=1) == Failed(Reason.NOT_AN_IMAGE)


def test_it_gives_up_on_a_stalled_transfer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fetch(_file: str) -> AsyncIterator[bytes]:
        yield JPEG[:100]
        await asyncio.Event().wait()

    monkeypatch.setattr(media, "STALL_SECONDS", 0.05)
    with pytest.raises(Passing):
        take(tmp_path, fetch)


def test_it_survives_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(Passing):
            take(tmp_path, source(JPEG))
    assert not files(tmp_path)
    assert isinstance(take(tmp_path, source(JPEG)), Safe)


def test_it_goes_on_after_its_child_was_killed(tmp_path: Path) -> None:
    """Killed between two pictures, and while it waits for the rest of one."""

    async def work() -> None:
        darkroom = Darkroom()
        own = desk(tmp_path, source(JPEG), darkroom=darkroom)
        await own.take("a")
        assert darkroom.pid
        os.kill(darkroom.pid, signal.SIGKILL)
        try:
            await own.take("b")
        except Passing:
            assert isinstance(await own.take("b", 2), Safe)
        os.kill(darkroom.pid or 0, signal.SIGSTOP)
        waiting = asyncio.create_task(own.take("c"))
        await asyncio.sleep(0.05)
        os.kill(darkroom.pid or 0, signal.SIGKILL)
        with pytest.raises(Passing):
            await waiting
        assert isinstance(await own.take("c", 2), Safe)
        await own.close()

    asyncio.run(work())


def test_it_kills_a_child_that_hangs(tmp_path: Path) -> None:
    async def work() -> None:
        darkroom = Darkroom(seconds=5)
        await darkroom.develop(JPEG)
        child = darkroom.pid or 0
        os.kill(child, signal.SIGSTOP)
        darkroom._seconds = 0.1
        own = desk(tmp_path, source(JPEG), darkroom=darkroom)
        with pytest.raises(Passing):
            await own.take("a", 2)
        with pytest.raises(ProcessLookupError):
            os.kill(child, 0)
        darkroom._seconds = 5
        assert isinstance(await own.take("a", 3), Safe)
        await own.close()

    asyncio.run(work())


def test_it_believes_that_a_file_kills_the_child_when_repeated(tmp_path: Path) -> None:
    class Deadly(Darkroom):
        async def develop(self, raw: bytes) -> Any:
            raise WorkerDied("IncompleteReadError")

    with pytest.raises(Passing):
        take(tmp_path, source(JPEG), 2, darkroom=Deadly())
    assert take(tmp_path, source(JPEG), 3, darkroom=Deadly()) == Failed(Reason.BROKEN)


def test_it_leaves_no_half_answer_behind_when_stopped(tmp_path: Path) -> None:
    async def work() -> None:
        own = desk(tmp_path, source(picture(size=(3000, 2000))))
        for _ in range(3):
            waiting = asyncio.create_task(own.take("a"))
            await asyncio.sleep(0.01)
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)
        safe = await own.take("a")
        assert isinstance(safe, Safe)
        assert (safe.width, safe.height) == (2560, 1707)
        await own.close()

    asyncio.run(work())


def test_its_child_goes_home_when_there_is_nothing_to_do(tmp_path: Path) -> None:
    async def work() -> None:
        darkroom = Darkroom()
        own = desk(tmp_path, source(JPEG), darkroom=darkroom)
        await own.take("a")
        child = darkroom._child
        assert child
        darkroom._idle = 0
        await own.take("b")
        await asyncio.wait_for(child.wait(), 10)
        assert child.returncode == 0
        assert darkroom.pid is None
        assert isinstance(await own.take("c"), Safe)
        await own.close()

    asyncio.run(work())


def test_its_child_inherits_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANWEN_TOKEN", "1:secret")

    async def work() -> bytes:
        darkroom = Darkroom()
        await darkroom.develop(JPEG)
        seen = await asyncio.to_thread(Path(f"/proc/{darkroom.pid}/environ").read_bytes)
        await darkroom.close()
        return seen

    seen = asyncio.run(work())
    assert b"PYTHONPATH" in seen
    assert b"secret" not in seen


def test_it_waits_longer_and_longer_and_then_gives_up() -> None:
    waits = [media.pause(attempts).total_seconds() for attempts in (1, 2, 3, 4, 10, 11, 5000)]
    assert waits == [1, 2, 4, 8, 512, 600, 600]
    assert media.next_try(1, NOW, NOW) == NOW + timedelta(seconds=1)
    late = NOW + timedelta(hours=23, minutes=49, seconds=59)
    assert media.next_try(99, NOW, late) == late + timedelta(minutes=10)
    assert media.next_try(99, NOW, late + timedelta(seconds=1)) is None
