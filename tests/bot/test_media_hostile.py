"""The photo desk among hostile files (S9): each is refused with a reason or drawn anew."""

import asyncio
import hashlib
import io
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from bot import media
from bot.confine import ROOT
from bot.darkroom import Darkroom
from bot.media import Failed, Reason, Safe
from tests.bot.pictures import FILES, FINE, desk, files


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Safe | Failed], set[int | None]]:
    """All hostile files taken in by one desk with one child, one after the other."""
    folder = tmp_path_factory.mktemp("data")
    raws = {name: raw for name, (raw, _) in FILES.items()}

    async def fetch(name: str) -> AsyncIterator[bytes]:
        yield raws[name]

    async def work() -> tuple[dict[str, Safe | Failed], set[int | None]]:
        darkroom = Darkroom()
        own = desk(folder, fetch, darkroom=darkroom)
        came, children = {}, set()
        for name in FILES:
            came[name] = await own.take(name, media.SURE_AFTER)
            children.add(darkroom.pid)
        await own.close()
        return came, children - {None}

    came, children = asyncio.run(work())
    return folder, came, children


def test_there_are_at_least_forty_hostile_files() -> None:
    assert len(FILES) >= 40


@pytest.mark.parametrize("name", FILES)
def test_it_refuses_or_redraws(house: tuple[Path, dict[str, Safe | Failed], set[int]], name: str) -> None:
    folder, came, _ = house
    raw, wanted = FILES[name]
    if wanted != FINE:
        assert came[name] == Failed(Reason(wanted))
        return
    safe = came[name]
    assert isinstance(safe, Safe)
    served = (folder / "media" / safe.name).read_bytes()
    assert served != raw
    assert b"Kanari" not in served
    assert hashlib.sha256(served).hexdigest() == safe.sha256
    assert hashlib.sha256(raw).hexdigest() == safe.original_sha256
    assert len(served) == safe.size
    with Image.open(io.BytesIO(served)) as image:
        image.load()
        assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (safe.width, safe.height))
        assert not image.getexif()
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert max(image.size) <= 2560


def test_no_file_costs_the_child_its_life(house: tuple[Path, dict[str, Safe | Failed], set[int]]) -> None:
    assert len(house[2]) == 1


def test_it_serves_no_byte_unchanged(house: tuple[Path, dict[str, Safe | Failed], set[int]]) -> None:
    folder, came, _ = house
    served = {hashlib.sha256(path.read_bytes()).hexdigest() for path in files(folder / "media")}
    sent = {hashlib.sha256(raw).hexdigest() for raw, _ in FILES.values()}
    assert served
    assert not served & sent
    assert {path.name for path in files(folder / "originals")} == {
        safe.original_sha256 for safe in came.values() if isinstance(safe, Safe)
    }


def in_child(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=60, check=False
    )


def test_its_child_has_walls(tmp_path: Path) -> None:
    """Memory and time end, nothing can be written."""
    walls = "from bot.confine import confine; confine(300 << 20, 1)\n"
    assert "MemoryError" in in_child(walls + "bytearray(400 << 20)").stderr
    assert in_child(walls + "while True: pass").returncode == -signal.SIGXCPU
    target = tmp_path / "x"
    assert in_child(walls + f"open({str(target)!r}, 'wb', 0).write(b'a' * 99)").returncode != 0
    assert not target.exists() or target.stat().st_size == 0
