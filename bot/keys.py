"""The key that signs heads (Ed25519): made at first need, kept in a file that only we can read. Loaded late: the library takes time."""

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bot.settings import Settings

NAME = "seal.key"
Loaded = TypeVar("Loaded")


class KeyTrouble(Exception):  # noqa: N818 - it is a sentence for the operator
    """The key file is there and cannot be used."""


@dataclass(frozen=True, slots=True)
class Key:
    """The signing half as a function, the public half in hex."""

    public: str
    signs: Callable[[bytes], bytes]


def path_of(settings: Settings) -> Path:
    """Where the key is kept."""
    return settings.seal_key_file or settings.data_dir / NAME


def load(path: Path) -> Key | None:
    """The key of a file, None when there is no file. KeyTrouble when it is no key, or everybody may read it."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - 50 ms that a start need not spend
        Ed25519PrivateKey,
    )

    kept = read(path)
    if kept is None:
        return None
    try:
        private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(kept.strip()))
    except ValueError as error:
        raise KeyTrouble(f"{path} is no key of ours") from error
    return Key(private.public_key().public_bytes_raw().hex(), private.sign)


def load_or_make(path: Path) -> Key:
    """The key; a new one when there is none. Of several processes that make one at once, one wins and all use it."""
    return made(path, load)


def made(path: Path, load_one: Callable[[Path], Loaded | None]) -> Loaded:
    """What a key file holds, made first when there is none."""
    found = load_one(path)
    if found is None:
        make(path)
        found = load_one(path)
    if found is None:
        raise KeyTrouble(f"{path} cannot be made")
    return found


def read(path: Path) -> str | None:
    """The text of a key file, None when there is no file. KeyTrouble when it cannot be read, or everybody may read it."""
    try:
        kept = path.read_text("ascii")
        open_to_others = path.stat().st_mode & 0o077
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise KeyTrouble(f"{path} cannot be read ({error})") from error
    if open_to_others and os.name == "posix":
        raise KeyTrouble(f"{path} can be read by others: chmod 600 {path}")
    return kept


def make(path: Path) -> None:
    """Write a new key of 32 random bytes in hex: whole or not at all, never over another one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, half = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # readable by us alone
    with os.fdopen(handle, "wb") as file:
        file.write(os.urandom(32).hex().encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(half, path)
    except FileExistsError:
        pass
    finally:
        Path(half).unlink()


def checks(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the holder of a public key has signed a message."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - see load
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
