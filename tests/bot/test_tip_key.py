"""The key that locks anonymous tips: made once, for us alone, refused when others can read it, changed without losing anything."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import tip_key
from bot.app import locked_with
from bot.keys import KeyTrouble
from bot.settings import SettingsError, load
from storage.tips.vault import PADDED, Vault


def test_a_key_is_made_at_the_first_start_and_stays(tmp_path: Path) -> None:
    path = tip_key.path_of(load(data_dir=tmp_path))
    assert path == tmp_path / "tips.key"
    assert tip_key.load(path) is None
    locked = tip_key.load_or_make(path).lock(b"who", "tip/1")
    assert path.stat().st_mode & 0o777 == 0o600
    assert tip_key.load_or_make(path).open(locked, "tip/1") == b"who"


def test_another_place_can_be_set(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere" / "key"
    assert tip_key.path_of(load(data_dir=tmp_path, tip_key_file=elsewhere)) == elsewhere


def test_a_new_key_on_top_opens_what_the_old_one_has_locked(tmp_path: Path) -> None:
    path = tmp_path / "tips.key"
    old = tip_key.load_or_make(path)
    locked = old.lock(b"who", "tip/1")
    path.write_text("ab" * 32 + "\n" + path.read_text("ascii"), "ascii")
    new = tip_key.load(path)
    assert new is not None
    assert new.open(locked, "tip/1") == b"who"
    assert old.open(new.lock(b"who", "tip/2"), "tip/2") is None


@pytest.mark.parametrize("content", ["", "nothing", "abcd", "ab" * 32 + "\nxy"])
def test_what_is_no_key_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "tips.key"
    path.write_text(content, "ascii")
    path.chmod(0o600)
    with pytest.raises(KeyTrouble, match=r"no key of ours"):
        tip_key.load(path)


def test_the_bot_does_not_start_with_a_key_that_it_cannot_use(tmp_path: Path) -> None:
    (tmp_path / "tips.key").write_text("nothing", "ascii")
    with pytest.raises(SettingsError, match="anonymous tips"):
        locked_with(load(data_dir=tmp_path))


@given(st.binary(max_size=2000), st.text(max_size=20), st.text(max_size=20))
def test_what_is_locked_opens_in_its_own_place_only(plain: bytes, about: str, other: str) -> None:
    vault = Vault([b"k" * 32])
    locked = vault.lock(plain, about)
    assert vault.open(locked, about) == plain
    assert locked != vault.lock(plain, about)
    assert len(locked) % PADDED == len(vault.lock(b"", about)) % PADDED
    assert (vault.open(locked, other) == plain) is (about == other)
    assert vault.open(locked[:-1], about) is None


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "tips.key"
    tip_key.load_or_make(path)
    path.chmod(0o644)
    with pytest.raises(KeyTrouble, match="chmod 600"):
        tip_key.load(path)
