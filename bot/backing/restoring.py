"""Brings a backup back into an empty place, after every sum fits; then counts, looks at the end of the chain, and verifies."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from bot.backing import server
from bot.backing.making import FOLDERS
from bot.backing.manifest import Broken, Manifest, check
from bot.settings import Settings
from storage import snapshots
from storage.database import Database
from storage.snapshots import Standing


class NotEmpty(Exception):  # noqa: N818 - it is a sentence for the operator
    """Something is there already, or the backup is of the other kind of database."""


@dataclass(frozen=True, slots=True)
class Restorer:
    """Restores into the data folder and the database of these settings."""

    settings: Settings

    def restore(self, folder: Path) -> Manifest:
        """Everything, or nothing: what was put there is taken away when it does not fit. Broken or NotEmpty say why."""
        found = check(folder)
        self._fits(found)
        try:
            self._put(found, folder)
            self._compare(found)
        except BaseException:
            self._take_away(found)
            raise
        self._look(found)
        return found

    def _look(self, found: Manifest) -> None:
        """A dump carries no statistics: without them PostgreSQL reads whole tables until its own turn comes."""
        if found.database == "sqlite":
            return
        database = Database.open(self.settings.database)
        try:
            database.look()
        finally:
            database.close()

    def _compare(self, found: Manifest) -> None:
        difference = differs(found.standing, snapshots.standing_of(self.settings.database))
        if difference:
            raise Broken(difference)

    def _fits(self, found: Manifest) -> None:
        """Nothing is ever written over."""
        url, data = self.settings.database, self.settings.data_dir
        kind = "sqlite" if url.startswith("sqlite") else "postgresql"
        if kind != found.database:
            raise NotEmpty(
                f"This is a backup of {found.database}, the settings say {kind}: restore it as it is, "
                "then `python -m bot move` carries SQLite to PostgreSQL."
            )
        there = [data / name for name in FOLDERS if (data / name).exists() and any((data / name).iterdir())]
        if kind == "sqlite":
            file = _file(url)
            there += [path for path in (file, file.with_name(f"{file.name}-wal")) if path.exists()]
        elif not snapshots.untouched(url):
            raise NotEmpty("There are tables in the database already: restore into an empty one.")
        if there:
            raise NotEmpty(f"{there[0]} is there already: restore into an empty place (ANWEN_DATA_DIR).")

    def _put(self, found: Manifest, folder: Path) -> None:
        data = self.settings.data_dir
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in found.parts:
            if name != found.file:
                (data / name).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                shutil.copyfile(folder / name, data / name)
        if found.database == "sqlite":
            target = _file(self.settings.database)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / found.file, target)
            target.chmod(0o600)
        else:
            server.restore(self.settings.database, folder / found.file)

    def _take_away(self, found: Manifest) -> None:
        for name in found.parts:
            if name != found.file:
                (self.settings.data_dir / name).unlink(missing_ok=True)
        if found.database == "sqlite":
            file = _file(self.settings.database)
            for path in file.parent.glob(f"{file.name}*"):
                path.unlink()


def _file(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def differs(said: Standing, found: Standing) -> str:
    """What does not stand as the manifest says; empty when everything does."""
    wrong = [name for name, number in said.rows.items() if found.rows.get(name) != number]
    if wrong:
        return f"table {wrong[0]} has {found.rows.get(wrong[0], 0)} rows instead of {said.rows[wrong[0]]}"
    if (said.entry, said.chained) != (found.entry, found.chained):
        return f"the chain of seals ends at {found.entry} instead of {said.entry}"
    return "" if said.schema == found.schema else f"the schema is {found.schema} instead of {said.schema}"
