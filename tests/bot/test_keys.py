"""The key that signs heads: made once, for us alone, and refused when others can read it."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bot import keys
from bot.keys import KeyTrouble


def test_a_key_is_made_at_first_need_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "seal.key"
    assert keys.load(path) is None
    made = keys.load_or_make(path)
    assert path.stat().st_mode & 0o777 == 0o600
    again = keys.load_or_make(path)
    assert again.public == made.public
    assert keys.checks(bytes.fromhex(made.public), again.signs(b"text"), b"text")
    assert not keys.checks(bytes.fromhex(made.public), again.signs(b"text"), b"texts")
    assert [one.name for one in path.parent.iterdir()] == ["seal.key"]


def test_several_that_make_a_key_at_once_use_the_same(tmp_path: Path) -> None:
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(keys.load_or_make(tmp_path / "seal.key").public))
        for _ in range(8)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(found) == 8
    assert len(set(found)) == 1


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    keys.load_or_make(tmp_path / "seal.key")
    (tmp_path / "seal.key").chmod(0o644)
    with pytest.raises(KeyTrouble, match="chmod 600"):
        keys.load(tmp_path / "seal.key")


@pytest.mark.parametrize("content", ["", "no hex", "abcd", "ü" * 64])
def test_what_is_no_key_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "seal.key"
    path.write_text(content, "utf-8")
    path.chmod(0o600)
    with pytest.raises(KeyTrouble):
        keys.load(path)


def test_a_public_key_that_is_none_checks_nothing() -> None:
    assert not keys.checks(b"short", b"", b"")


def test_a_start_does_not_wait_for_the_library() -> None:
    """Signing is needed once a day; its library is loaded then."""
    code = "import sys, bot.app, bot.sealing; sys.exit('cryptography' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
