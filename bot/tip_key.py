"""The key that locks who stands behind anonymous tips: made at the first start, kept in a file that only we can read.

One key a line; the first one locks, the others only open what was locked before.
"""

from pathlib import Path

from bot.keys import KeyTrouble, made, read
from bot.settings import Settings
from storage.tips.vault import Vault

NAME = "tips.key"
BYTES = 32


def path_of(settings: Settings) -> Path:
    """Where the key is kept."""
    return settings.tip_key_file or settings.data_dir / NAME


def load(path: Path) -> Vault | None:
    """The vault of a key file, None when there is no file. KeyTrouble when it cannot be used, or everybody may read it."""
    kept = read(path)
    if kept is None:
        return None
    try:
        keys = [bytes.fromhex(line) for line in kept.split()]
    except ValueError as error:
        raise KeyTrouble(f"{path} is no key of ours") from error
    if not keys or any(len(key) != BYTES for key in keys):
        raise KeyTrouble(f"{path} is no key of ours")
    return Vault(keys)


def load_or_make(path: Path) -> Vault:
    """The vault; with a new key when there is none. Of several processes that make one at once, one wins and all use it."""
    return made(path, load)
