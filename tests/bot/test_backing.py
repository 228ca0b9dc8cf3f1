"""Backup and restore: a moment of the source under load, sums, refusals, keys apart, retention; both databases (F159, P16)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot import keys
from bot.backing import command, manifest, packing, server
from bot.backing.making import Maker
from bot.backing.manifest import Broken
from bot.backing.restoring import NotEmpty, Restorer
from bot.settings import Settings
from storage.database import Database
from tests import backed
from tests.cast import Cast
from tests.postgres import Server


@dataclass
class Place:
    """A data folder with a database, people working on it, and an empty place to restore to."""

    cast: Cast
    settings: Settings
    empty: Settings
    folder: Path

    @property
    def key(self) -> str:
        found = keys.load(self.settings.data_dir / keys.NAME)
        assert found is not None
        return found.public

    def backup(self, name: str = "kept") -> Path:
        target = self.folder / name
        assert command.backup(self.settings, target, None, 0, None, now=self.cast.now) == command.FINE
        return target


@pytest.fixture
def place(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Place:
    url = cast.database.engine.url.render_as_string(hide_password=False)
    data, other = tmp_path / "data", tmp_path / "other"
    data.mkdir()
    with cast.database.writing() as connection:
        backed.furnish(connection, cast, data)
    target = ""
    if not url.startswith("sqlite"):
        backed.pg_tools(monkeypatch)
        servers: Callable[[], Server] = request.getfixturevalue("postgres_server")
        target = servers().empty()
        request.addfinalizer(lambda: servers().drop(target))  # noqa: PT021 - only on PostgreSQL
    settings, empty = Settings(data_dir=data, database_url=url), Settings(data_dir=other, database_url=target)
    return Place(cast, settings, empty, tmp_path)


def test_a_backup_under_load_is_one_moment_of_the_source(place: Place) -> None:
    with backed.working(place.cast, place.cast.database) as done:
        while done[0] < 3:
            pass
        kept = place.backup()
        reached = done[0]
    Restorer(place.empty).restore(kept)
    source, copy = backed.record(place.settings.database), backed.record(place.empty.database)
    assert copy == source[: len(copy)]
    assert len(copy) <= len(source)
    assert reached >= 3
    backed.agrees(place.empty.database)
    assert backed.whole(place.empty, place.key)


def test_what_is_restored_goes_on(place: Place) -> None:
    Restorer(place.empty).restore(place.backup())
    database = Database.open(place.empty.database)
    database.migrate()
    with database.writing() as connection:
        backed.report(connection, place.cast)
    database.close()
    backed.agrees(place.empty.database)


@pytest.mark.parametrize("name", ["kept", "kept.tar"])
def test_both_shapes_restore(place: Place, name: str) -> None:
    kept = place.backup(name)
    assert command.restore(place.empty, kept, None, only_check=True) == command.FINE
    assert not place.empty.data_dir.exists()
    assert command.restore(place.empty, kept, None, only_check=False) == command.FINE
    assert backed.record(place.empty.database) == backed.record(place.settings.database)


def test_nothing_is_ever_written_over(place: Place) -> None:
    kept = place.backup()
    for _ in range(2):
        with pytest.raises(NotEmpty):
            Restorer(place.settings).restore(kept)
    assert command.restore(place.settings, kept, None, only_check=False) == command.WRONG
    assert command.backup(place.settings, kept, None, 0, None) == command.USAGE
    assert backed.whole(place.settings, place.key)


def test_the_keys_stay_outside(place: Place) -> None:
    key = (place.settings.data_dir / keys.NAME).read_bytes().strip()
    kept, apart = place.backup(), place.folder / "keys"
    assert all(key not in path.read_bytes() for path in kept.rglob("*") if path.is_file())
    assert manifest.read(kept).key == place.key
    more = place.folder / "more"
    assert command.backup(place.settings, more, None, 0, more / "keys") == command.WRONG
    assert command.backup(place.settings, place.folder / "again", None, 0, apart) == command.FINE
    assert command.restore(place.empty, kept, apart, only_check=False) == command.FINE
    assert (place.empty.data_dir / keys.NAME).read_bytes().strip() == key
    assert (place.empty.data_dir / keys.NAME).stat().st_mode & 0o077 == 0


def test_the_oldest_go_and_files_are_shared(place: Place) -> None:
    into = place.folder / "dated"
    other = into / "notes"
    other.mkdir(parents=True)
    for day in range(4):
        now = place.cast.now + timedelta(days=day)
        assert command.backup(place.settings, None, into, 2, None, now=now) == command.FINE
    first, second = command.earlier(into)
    assert other.exists()
    photos = list(first.rglob("*.jpg"))
    assert photos
    assert all((second / path.relative_to(first)).samefile(path) for path in photos)
    manifest.check(first)
    manifest.check(second)


def test_a_backup_that_is_broken_off_leaves_nothing(place: Place) -> None:
    def breaks(_place: str) -> None:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        Maker(place.settings, place.cast.now, at=breaks).make(place.folder / "kept")
    assert not list(place.folder.glob("kept*"))


def test_a_part_that_is_cut_changed_or_missing_is_named(place: Place) -> None:
    kept = place.backup()
    for name in manifest.read(kept).parts:
        whole = (kept / name).read_bytes()
        for wrong in (whole[:-1], b"", bytes([whole[0] ^ 1]) + whole[1:], whole + b"x"):
            (kept / name).write_bytes(wrong)
            with pytest.raises(Broken, match=Path(name).name):
                manifest.check(kept)
        (kept / name).unlink()
        with pytest.raises(Broken, match="missing"):
            Restorer(place.empty).restore(kept)
        (kept / name).write_bytes(whole)
    assert not place.empty.data_dir.exists()
    manifest.check(kept)


def test_a_cut_manifest_and_a_changed_one(place: Place) -> None:
    kept = place.backup()
    whole = (kept / manifest.NAME).read_bytes()
    for wrong in (
        b"",
        whole[:-1],
        whole[: len(whole) // 2],
        whole.replace(b"sqlite", b"sqlita"),
        whole + b"\n",
    ):
        if wrong != whole:
            (kept / manifest.NAME).write_bytes(wrong)
            with pytest.raises(Broken):
                manifest.check(kept)


def test_one_file_cut_at_twenty_places(place: Place) -> None:
    kept = place.backup("kept.tar")
    whole = kept.read_bytes()
    found = 0
    for part in range(20):
        kept.write_bytes(
            whole[: len(whole) * part // 20 + (len(whole) % 20) * (part == 19)] if part else whole[:-1]
        )
        with pytest.raises(Broken):
            packing.whole(kept)
        found += 1
    assert found == 20
    kept.write_bytes(whole)
    packing.whole(kept)


def test_nothing_leaves_its_folder() -> None:
    assert not manifest.inside("../seal.key")
    assert not manifest.inside("/etc/passwd")
    assert not manifest.inside("media/../../x")
    assert manifest.inside("media/ab/cd.jpg")


def test_a_missing_tool_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ANWEN_PG_BIN", str(tmp_path))
    with pytest.raises(server.NoTool, match="pg_dump is not there: install"):
        server.tool("pg_dump")


def test_no_password_stands_in_the_list_of_processes() -> None:
    found = server.environment("postgresql://an%40wen:p%2Fw@db.local:6432/name?sslmode=require")
    assert found == {
        "PGHOST": "db.local",
        "PGPORT": "6432",
        "PGUSER": "an@wen",
        "PGPASSWORD": "p/w",
        "PGDATABASE": "name",
        "PGSSLMODE": "require",
    }


def test_the_other_kind_of_database_is_refused(place: Place) -> None:
    kept = place.backup()
    other = "" if not place.settings.database.startswith("sqlite") else "postgresql://nobody@nowhere/none"
    with pytest.raises(NotEmpty, match="backup of"):
        Restorer(Settings(data_dir=place.empty.data_dir, database_url=other)).restore(kept)


def test_out_or_into(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.backup(place.settings, None, None, 0, None) == command.USAGE
    assert command.backup(place.settings, Path("a"), Path("b"), 0, None) == command.USAGE
    assert "--into" in capsys.readouterr().err
