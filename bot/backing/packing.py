"""A backup as one file: a plain tar, and behind it a line with the sum of everything before. Cut anywhere, the line does not fit."""

import hashlib
import tarfile
from pathlib import Path

from bot.backing.manifest import PIECE, Broken, inside

END = b"anwen-backup-end "
LINE = len(END) + 64 + 1


def pack(folder: Path, target: Path) -> None:
    """Put a folder into one new file."""
    half = target.with_name(f"{target.name}.half")
    with tarfile.open(half, "w", format=tarfile.PAX_FORMAT) as tar:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                tar.add(path, path.relative_to(folder).as_posix(), recursive=False)
    summed = _digest(half, half.stat().st_size)
    with half.open("ab") as file:
        file.write(END + summed.encode() + b"\n")
    half.chmod(0o600)
    half.rename(target)


def unpack(source: Path, folder: Path) -> None:
    """Take it apart. Broken when it was cut or changed; nothing is written outside of the folder."""
    whole(source)
    try:
        with tarfile.open(source) as tar:
            for member in tar:
                if not member.isfile() or not inside(member.name):
                    raise Broken(f"{member.name} does not belong into a backup")
                tar.extract(member, folder, filter="data")
    except tarfile.TarError as error:
        raise Broken(f"{source.name} is no backup: {error}") from None


def whole(source: Path) -> None:
    """Broken unless the last line fits everything before it."""
    try:
        size = source.stat().st_size - LINE
        with source.open("rb") as file:
            file.seek(max(size, 0))
            line = file.read()
    except OSError as error:
        raise Broken(f"{source.name} cannot be read: {error.strerror}") from None
    if size <= 0 or not line.startswith(END) or line[-1:] != b"\n":
        raise Broken(f"{source.name} was cut: its last line is missing")
    if _digest(source, size) != line[len(END) : -1].decode("ascii", "replace"):
        raise Broken(f"{source.name} was changed: its SHA-256 is another one")


def _digest(path: Path, size: int) -> str:
    hashed, left = hashlib.sha256(), size
    with path.open("rb") as file:
        while left and (piece := file.read(min(PIECE, left))):
            hashed.update(piece)
            left -= len(piece)
    return hashed.hexdigest()
