"""Makes a backup while the bot runs: the database at one moment, then every file of it, then the manifest.

Files come after the database: what a row names was on disk before the row was committed, so nothing it names is missing. The
keys are left out: whoever finds a backup cannot sign heads with it, nor find out who sent an anonymous tip.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot import keys
from bot.backing import manifest, server
from bot.backing.manifest import Broken, Manifest, Part
from bot.headfiles import FOLDER as HEADS
from bot.settings import Settings
from bot.shelf import sync
from storage import snapshots
from storage.snapshots import Standing
from storage.types import to_text

FOLDERS = ("media", "files", "originals", HEADS)
PASSING = ("media/exports",)  # tables that somebody asked for: gone after days anyway
SQLITE, DUMP = "database.db", "database.dump"
HALF = ".half"


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes one backup. `before`: an older one whose equal files are shared with this one instead of copied."""

    settings: Settings
    now: datetime
    before: Path | None = None
    at: Callable[[str], None] = lambda _place: None  # for tests: what happens between the steps

    def make(self, target: Path) -> Manifest:
        """Into a new folder, whole or not at all."""
        half = target.with_name(f"{target.name}{HALF}")
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(mode=0o700, parents=True)
        try:
            found = self._fill(half)
            half.rename(target)
        except BaseException:
            shutil.rmtree(half, ignore_errors=True)
            raise
        sync(target.parent)
        return found

    def _fill(self, half: Path) -> Manifest:
        kind, file, standing = self._database(half)
        self.at("database")
        parts = {file: _part(half / file), **dict(self._files(half))}
        public = keys.load(keys.path_of(self.settings))
        found = Manifest(to_text(self.now), kind, file, standing, public.public if public else "", parts)
        _write(half / manifest.NAME, found.text())
        return found

    def _database(self, half: Path) -> tuple[str, str, Standing]:
        url = self.settings.database
        if url.startswith("sqlite"):
            snapshots.copy_sqlite(Path(url.removeprefix("sqlite:///")), half / SQLITE)
            return "sqlite", SQLITE, snapshots.standing_of(f"sqlite:///{half / SQLITE}")
        with snapshots.held(url) as (snapshot, standing):
            server.dump(url, snapshot, half / DUMP)
        return "postgresql", DUMP, standing

    def _files(self, half: Path) -> Iterator[tuple[str, Part]]:
        known = self._known()
        for path in files_of(self.settings.data_dir):
            name = path.relative_to(self.settings.data_dir).as_posix()
            target = half / name
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            part = known.get(name)
            if part is not None and part.size == path.stat().st_size and self._shared(name, target):
                yield name, part
            else:
                shutil.copyfile(path, target)
                yield name, _part(target)

    def _known(self) -> Mapping[str, Part]:
        """The files of the older backup that never change: those whose name is their sum."""
        try:
            parts = manifest.read(self.before).parts if self.before is not None else {}
        except Broken:
            return {}
        return {name: part for name, part in parts.items() if Path(name).stem == part.sha256}

    def _shared(self, name: str, target: Path) -> bool:
        if self.before is None:
            return False
        try:
            os.link(self.before / name, target)
        except OSError:
            return False
        return True


def files_of(data: Path) -> Iterator[Path]:
    """Every file that belongs to a backup, in order."""
    for folder in FOLDERS:
        for path in sorted((data / folder).rglob("*")):
            name = path.relative_to(data).as_posix()
            if path.is_file() and not path.name.startswith(".") and not name.startswith(PASSING):
                yield path


def _part(path: Path) -> Part:
    return Part(path.stat().st_size, manifest.digest(path))


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
