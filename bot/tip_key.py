"""The key that locks who stands behind anonymous tips: made at the first start, kept in a file that only we can read.

One key a line; the first one locks, the others only open what was locked before.
"""

import os
from pathlib import Path

from bot.keys import KeyTrouble, make
from bot.settings import Settings
from storage.tips.vault import Vault

NAME = "tips.key"
BYTES = 32


def path_of(settings: Settings) -> Path:
    """Where the key is kept."""
    return settings.tip_key_file or settings.data_dir / NAME


def load(path: Path) -> Vault | None:
    """The vault of a key file, None when there is no file. KeyTrouble when it cannot be used, or everybody may read it."""
    try:
        lines = path.read_text("ascii").split()
        open_to_others = path.stat().st_mode & 0o077
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise KeyTrouble(f"{path} cannot be read ({error})") from error
    if open_to_others and os.name == "posix":
        raise KeyTrouble(f"{path} can be read by others: chmod 600 {path}")
    try:
        keys = [bytes.fromhex(line) for line in lines]
    except ValueError as error:
        raise KeyTrouble(f"{path} is no key of ours") from error
    if not keys or any(len(key) != BYTES for key in keys):
        raise KeyTrouble(f"{path} is no key of ours")
    return Vault(keys)


def load_or_make(path: Path) -> Vault:
    """The vault; with a new key when there is none. Of several processes that make one at once, one wins and all use it."""
    found = load(path)
    if found is None:
        make(path)
        found = load(path)
    if found is None:
        raise KeyTrouble(f"{path} cannot be made")
    return found
