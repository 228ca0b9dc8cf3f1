"""Signed heads as files in the data folder: heads/2026-11-25.json, and beside it the marks that tell which entry was changed.

They are copies for people to carry away. Nothing reads them but `python -m bot verify`.
"""

import os
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from bot.shelf import make_folder, sync
from safety.seals import heads
from safety.seals.heads import Head, NoHead

FOLDER = "heads"


class HeadFiles:
    """The folder of heads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def days(self) -> list[str]:
        """The days of which there is a file."""
        return sorted(path.stem for path in self.folder.glob("*.json"))

    def write(self, head: Head, marks: bytes) -> None:
        """Write a head and its marks, whole or not at all."""
        if sha256(marks).hexdigest() == head.marks:
            self._place(f"{head.day}.marks", marks)
        self._place(f"{head.day}.json", f"{head.text()}\n".encode())

    def read(self) -> Iterator[tuple[Path, Head | None]]:
        """Every file with its head, None when it holds none."""
        for path in sorted(self.folder.glob("*.json")):
            try:
                yield path, heads.read(path.read_bytes())
            except (NoHead, OSError):
                yield path, None

    def marks(self, head: Head) -> bytes | None:
        """The marks of a head, None when there are none that it vouches for."""
        try:
            found = (self.folder / f"{head.day}.marks").read_bytes()
        except OSError:
            return None
        return found if sha256(found).hexdigest() == head.marks else None

    def _place(self, name: str, content: bytes) -> None:
        make_folder(self.folder)
        handle, half = tempfile.mkstemp(dir=self.folder, prefix=".")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fchmod(file.fileno(), 0o644)
            os.fsync(file.fileno())
        Path(half).replace(self.folder / name)
        sync(self.folder)
