"""P16: ten backups taken one after the other while three people work, each restored and compared; a backup cut at twenty places."""

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest

from bot import keys
from bot.backing import command, manifest, packing
from bot.backing.manifest import Broken
from bot.backing.restoring import Restorer
from bot.settings import Settings
from tests import backed
from tests.cast import Cast

pytestmark = pytest.mark.proof
ROUNDS, WORKERS, CUTS = 10, 3, 20


@pytest.fixture
def settings(cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    url = cast.database.engine.url.render_as_string(hide_password=False)
    if not url.startswith("sqlite"):
        backed.pg_tools(monkeypatch)
    with cast.database.writing() as connection:
        backed.furnish(connection, cast, tmp_path / "data", 200)
    return Settings(data_dir=tmp_path / "data", database_url=url)


def test_every_backup_under_load_is_a_moment_of_the_source(
    settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    if not settings.database.startswith("sqlite"):
        pytest.skip("an empty database for each round: tests/bot/test_backing.py restores on PostgreSQL")
    key = keys.load_or_make(keys.path_of(settings)).public
    sizes = []
    for number in range(ROUNDS):
        kept, place = tmp_path / f"kept-{number}", Settings(data_dir=tmp_path / f"place-{number}")
        with ExitStack() as stack:
            counts = [stack.enter_context(backed.working(cast, cast.database)) for _ in range(WORKERS)]
            while sum(count[0] for count in counts) < WORKERS:
                pass
            assert command.backup(settings, kept, None, 0, None) == command.FINE
        Restorer(place).restore(kept)
        source, copy = backed.record(settings.database), backed.record(place.database)
        assert copy == source[: len(copy)]
        backed.agrees(place.database)
        assert backed.whole(place, key)
        sizes.append(len(copy))
        shutil.rmtree(place.data_dir)
    assert sizes == sorted(sizes)
    print(
        f"P16: {ROUNDS} backups under load restored, {sizes[0]} to {sizes[-1]} events, equal to a moment of the source"
    )


def test_a_backup_cut_at_twenty_places_is_known_each_time(settings: Settings, tmp_path: Path) -> None:
    folder, one = tmp_path / "kept", tmp_path / "kept.tar"
    assert command.backup(settings, folder, None, 0, None) == command.FINE
    assert command.backup(settings, one, None, 0, None) == command.FINE
    assert cut_parts(folder) == CUTS
    whole, found = one.read_bytes(), 0
    for number in range(CUTS):
        one.write_bytes(whole[: len(whole) * number // CUTS or len(whole) - 1])
        found += refused(partial(packing.whole, one))
    assert found == CUTS
    print(f"P16: {found}/{CUTS} cuts of one file and {CUTS}/{CUTS} cuts of a folder were known")


def cut_parts(folder: Path) -> int:
    """Cut twenty times, evenly over all bytes of the folder, the manifest among them; how often it was known."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size)
    total, found = sum(path.stat().st_size for path in files), 0
    for number in range(CUTS):
        left = total * number // CUTS
        path = next(path for path in files if (left := left - path.stat().st_size) < 0)
        whole = path.read_bytes()
        path.write_bytes(whole[: left + len(whole)])
        found += refused(partial(manifest.check, folder))
        path.write_bytes(whole)
    manifest.check(folder)
    return found


def refused(check: Callable[[], object]) -> bool:
    try:
        check()
    except Broken:
        return True
    return False
