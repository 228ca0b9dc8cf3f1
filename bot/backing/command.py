"""`python -m bot backup` and `python -m bot restore`: what they say and what they give back."""

import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from time import perf_counter

import typer

from bot import keys, tip_key
from bot.backing import manifest, packing
from bot.backing.making import Maker
from bot.backing.manifest import Broken, Manifest
from bot.backing.restoring import NotEmpty, Restorer
from bot.backing.server import NoTool
from bot.clock import RealClock
from bot.settings import Settings
from safety.calendar import local
from storage.snapshots import Damaged

FINE, WRONG, USAGE = 0, 1, 2
PREFIX = "anwen-"
TAR = ".tar"
Trouble = (Broken, NotEmpty, NoTool, Damaged, OSError)


def backup(
    settings: Settings,
    out: Path | None,
    into: Path | None,
    keep: int,
    key_folder: Path | None,
    *,
    now: datetime | None = None,
) -> int:
    """Make one backup; with `into` a dated one, and the oldest go. 1 when it could not be made."""
    began, moment = perf_counter(), now or RealClock().now()
    if (out is None) == (into is None):
        typer.echo("Give --out PATH for one backup, or --into FOLDER for dated ones.", err=True)
        return USAGE
    try:
        target = out or dated(_folder(into), moment)
        if target.exists():
            typer.echo(f"{target} is there already.", err=True)
            return USAGE
        found = _made(settings, target, moment)
        if key_folder is not None:
            copy_keys(settings, key_folder, target)
        gone = forget(target.parent, keep) if into is not None else []
    except Trouble as trouble:
        typer.echo(f"No backup was made: {trouble}", err=True)
        return WRONG
    _say(found, target, perf_counter() - began)
    for path in gone:
        typer.echo(f"removed {path.name}")
    return FINE


def restore(settings: Settings, source: Path, key_folder: Path | None, *, only_check: bool) -> int:
    """Check a backup, and bring it back unless it is only checked. 1 when it is not whole or the place is not empty."""
    began = perf_counter()
    try:
        with tempfile.TemporaryDirectory(dir=_room(settings, source)) as beside:
            folder = source
            if source.is_file():
                folder = Path(beside)
                packing.unpack(source, folder)
            found = manifest.check(folder) if only_check else Restorer(settings).restore(folder)
        if key_folder is not None and not only_check:
            bring_keys(settings, key_folder)
    except Trouble as trouble:
        typer.echo(f"Not restored: {trouble}" if not only_check else f"Not whole: {trouble}", err=True)
        return WRONG
    _say(found, source, perf_counter() - began)
    typer.echo(
        "Every sum fits."
        if only_check
        else "Restored; the counts and the chain of seals are those of the backup."
    )
    return FINE


def _made(settings: Settings, target: Path, moment: datetime) -> Manifest:
    if target.suffix != TAR:
        return Maker(settings, moment, newest(target.parent)).make(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".") as beside:
        found = Maker(settings, moment).make(Path(beside) / "backup")
        packing.pack(Path(beside) / "backup", target)
    return found


def _folder(into: Path | None) -> Path:
    found = into or Path()
    found.mkdir(mode=0o700, parents=True, exist_ok=True)
    return found


def _room(settings: Settings, source: Path) -> Path | None:
    """Where there is room to take a file apart: beside the data, not in a small temporary folder."""
    data = settings.data_dir
    return data.parent if source.is_file() and data.parent.is_dir() else None


def dated(folder: Path, moment: datetime) -> Path:
    """A backup's folder, by the local clock."""
    return folder / f"{PREFIX}{local(moment):%Y%m%d-%H%M%S}"


def earlier(folder: Path) -> list[Path]:
    """The dated backups of a folder, oldest first; nothing else is ever looked at."""
    return sorted(path for path in folder.glob(f"{PREFIX}[0-9]*-[0-9]*") if (path / manifest.NAME).is_file())


def newest(folder: Path) -> Path | None:
    """The last dated backup: equal files are shared with it."""
    found = earlier(folder)
    return found[-1] if found else None


def forget(folder: Path, keep: int) -> list[Path]:
    """Remove the oldest dated backups; the newest `keep` stay (0: all)."""
    gone = earlier(folder)[:-keep] if keep else []
    for path in gone:
        shutil.rmtree(path)
    return gone


def key_files(settings: Settings) -> dict[str, Path]:
    """The keys that a backup leaves out, by the names under which they are kept apart."""
    return {keys.NAME: keys.path_of(settings), tip_key.NAME: tip_key.path_of(settings)}


def copy_keys(settings: Settings, folder: Path, backup_target: Path) -> None:
    """Put the keys into a folder of their own. NotEmpty when that lies in the backup."""
    if folder.resolve().is_relative_to(backup_target.resolve()):
        raise NotEmpty("The keys do not belong into the backup: give another folder.")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, path in key_files(settings).items():
        if path.exists():
            shutil.copyfile(path, folder / name)
            (folder / name).chmod(0o600)


def bring_keys(settings: Settings, folder: Path) -> None:
    """Put kept keys back where there are none."""
    for name, path in key_files(settings).items():
        if (folder / name).exists() and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / name, path)
            path.chmod(0o600)


def _say(found: Manifest, place: Path, seconds: float) -> None:
    size = sum(part.size for part in found.parts.values())
    rows = sum(found.standing.rows.values())
    typer.echo(
        f"{place}: {found.database}, {rows:,} rows, {len(found.parts):,} files, {size / 1e6:,.1f} MB, "
        f"seals up to {found.standing.entry:,} ({found.standing.chained[:12]}), {seconds:.1f} s"
    )
