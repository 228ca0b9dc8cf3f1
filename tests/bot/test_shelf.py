"""Where photos lie: nothing half, nothing lost, whenever the process is killed."""

import hashlib
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.confine import ROOT
from bot.shelf import Shelf
from tests.bot.pictures import files


def in_child(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=60, check=False
    )


@pytest.mark.parametrize(
    "step", ["tempfile.mkstemp", "os.fchmod", "os.fsync", "pathlib.Path.replace", "bot.shelf.sync"]
)
@pytest.mark.parametrize("time", [1, 2, 4])
def test_it_loses_nothing_when_killed_anywhere(tmp_path: Path, step: str, time: int) -> None:
    """kill -9 while a photo is put away: what has its final name is whole, and the next run completes it."""
    code = (
        f"import os, pathlib, tempfile, bot.shelf\n"
        f"real, left = {step}, [{time}]\n"
        f"def deadly(*a, **k):\n"
        f"    left[0] -= 1\n"
        f"    if not left[0]: os.kill(os.getpid(), 9)\n"
        f"    return real(*a, **k)\n"
        f"{step} = deadly\n"
        f"shelf = bot.shelf.Shelf(pathlib.Path({str(tmp_path)!r}))\n"
        f"shelf.keep_original(b'original' * 999)\n"
        f"shelf.keep_clean(b'clean' * 999)\n"
    )
    died = in_child(code)
    assert died.returncode == -signal.SIGKILL or (time == 4 and "bot" not in step), died.stderr
    for path in files(tmp_path / "media") + files(tmp_path / "originals"):
        assert hashlib.sha256(path.read_bytes()).hexdigest() == path.name.removesuffix(".jpg")
    shelf = Shelf(tmp_path)
    kept = shelf.keep_original(b"original" * 999), shelf.keep_clean(b"clean" * 999)
    shelf.tidy(datetime.now(UTC) + timedelta(hours=2))
    assert [path.name for path in files(tmp_path)] == [f"{kept[1]}.jpg", kept[0]]


def test_it_tidies_only_what_is_old(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.keep_clean(b"x")
    (tmp_path / "incoming" / "half").write_bytes(b"half")
    assert shelf.tidy(datetime.now(UTC)) == 0
    assert shelf.tidy(datetime.now(UTC) + timedelta(hours=2)) == 1
    assert len(files(tmp_path)) == 1
