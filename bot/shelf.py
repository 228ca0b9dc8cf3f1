"""Where photos and files lie on disk: clean copies that may be shown, files as they were sent, originals that never leave.

After a crash a file is there whole or not at all.
"""

import hashlib
import os
import tempfile
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path

STALE = timedelta(hours=1)
ORIGINALS_KEPT = timedelta(days=365)  # as content/privacy.yaml tells people
EXPORTS_KEPT = timedelta(days=3)  # longer than their letters live
LISTS_KEPT = timedelta(days=7)  # phones stand in them; bad rows may be asked for meanwhile


def name_of(sha256: str, ending: str = ".jpg") -> str:
    """The path of a kept file below its folder."""
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}{ending}"


FILES = "files/"  # begins the name of a document as a letter has it


def lying(media: Path, name: str) -> tuple[Path, str]:
    """Where the file of a letter lies, and the name under which it arrives: below the clean copies, or (files/…) among documents as sent.

    What stands behind a # is the name, where it is not that of the file.
    """
    lies, _, called = name.partition("#")
    path = media.parent / lies if lies.startswith(FILES) else media / lies
    return path, called or path.name


class Shelf:
    """The folders media (clean copies), files (documents as sent), originals (ours alone), imports (lists), incoming (half-written)."""

    def __init__(self, folder: Path) -> None:
        self.media = folder / "media"
        self.files = folder / "files"
        self.originals = folder / "originals"
        self.lists = folder / "imports"
        self.incoming = folder / "incoming"
        self._looked: date | None = None  # when the originals were looked through

    def keep_clean(self, content: bytes) -> str:
        """Keep a clean copy; its digest names it."""
        digest = hashlib.sha256(content).hexdigest()
        self._place(content, self.media / name_of(digest), 0o640)
        return digest

    def keep_original(self, content: bytes) -> str:
        """Keep the bytes as they were sent; nothing serves this folder."""
        digest = hashlib.sha256(content).hexdigest()
        self._place(content, self.originals / name_of(digest, ""), 0o600)
        return digest

    def keep_file(self, content: bytes, ending: str) -> str:
        """Keep a document byte by byte; nothing opens it here."""
        digest = hashlib.sha256(content).hexdigest()
        self._place(content, self.files / name_of(digest, ending), 0o640)
        return digest

    def keep_paper(self, number: str, content: bytes) -> str:
        """Keep a printed paper under its number; its path below the clean copies."""
        name = f"papers/{number}.pdf"
        self._place(content, self.media / name, 0o640)
        return name

    def keep_export(self, name: str, content: bytes) -> str:
        """Keep an exported table for a while; its path below the clean copies."""
        name = f"exports/{name}"
        self._place(content, self.media / name, 0o600)
        return name

    def keep_sheets(self, name: str, content: bytes) -> str:
        """Keep printed invitations until they have left; their path below the clean copies."""
        name = f"sheets/{name}"
        self._place(content, self.media / name, 0o600)
        return name

    def keep_spot(self, name: str, content: bytes) -> str:
        """Keep the picture of a spot exam's link until it has left; its path below the clean copies."""
        name = f"spots/{name}"
        self._place(content, self.media / name, 0o600)
        return name

    def drop(self, path: str) -> None:
        """Remove a file below the clean copies; one that is gone already is no matter."""
        (self.media / path).unlink(missing_ok=True)

    def keep_list(self, number: int, content: bytes) -> str:
        """Keep a list of enterprises that was sent, for a while; its name below the folder of lists."""
        self._place(content, self.lists / str(number), 0o600)
        return str(number)

    def list_of(self, name: str) -> bytes | None:
        """The bytes of a list; None when it has had its time."""
        try:
            return (self.lists / name).read_bytes()
        except OSError:
            return None

    def drop_list(self, name: str) -> None:
        """A list that will not be used."""
        (self.lists / name).unlink(missing_ok=True)

    def tidy(self, now: datetime) -> int:
        """Remove half files that a crash left behind, and what was made for somebody and has had its time. How many there were."""
        kept = [
            path
            for name in ("exports", "sheets", "spots")
            for path in _older(self.media / name, now - EXPORTS_KEPT)
        ]
        stale = [*_older(self.incoming, now - STALE), *_older(self.lists, now - LISTS_KEPT), *kept]
        for path in [*stale, *self._outlived(now)]:
            path.unlink(missing_ok=True)
        return len(stale)

    def _outlived(self, now: datetime) -> list[Path]:
        """Originals whose time has come; all of them are looked through once a day."""
        if self._looked == now.date():
            return []
        self._looked = now.date()
        return _older_below(self.originals, now - ORIGINALS_KEPT)

    def _place(self, content: bytes, target: Path, mode: int) -> None:
        make_folder(self.incoming)
        make_folder(target.parent)
        handle, name = tempfile.mkstemp(dir=self.incoming)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fchmod(file.fileno(), mode)
                os.fsync(file.fileno())
            Path(name).replace(target)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise
        sync(target.parent)


def _older_below(folder: Path, than: datetime) -> list[Path]:
    """Files below a folder, whatever lies between, that are older."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path for path in files if path.stat().st_mtime < than.timestamp()]


def _older(folder: Path, than: datetime) -> list[Path]:
    return [path for path in folder.glob("*") if path.stat().st_mtime < than.timestamp()]


def make_folder(folder: Path) -> None:
    """Make a folder that only we can read, with its parents, each one on disk before it is used."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    sync(folder.parent)


def sync(folder: Path) -> None:
    """Have a folder's entries on disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
