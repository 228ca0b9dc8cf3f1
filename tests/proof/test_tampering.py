"""Promise P15 at its size: twelve kinds of tampering in a million events, each found in under a minute, the first bad entry named."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checklists.catalogue import Catalogue
from storage.database import Database
from tests import cast as casting
from tests.sealed import build
from tests.tampering import TWELVE, Expected, Scene, unguard

pytestmark = pytest.mark.proof
COUNT = 1_000_000
SECONDS = 60


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Iterator[Scene]:
    """A million events on SQLite, sealed, with a signed head for each 20,000; kept on disk for the whole module."""
    folder = tmp_path_factory.mktemp("million")
    database = Database.open(f"sqlite:///{folder / 'anwen.db'}")
    database.migrate()
    cast = casting.seat(database, catalogue)
    with database.writing() as connection:
        made = build(connection, cast, folder, COUNT)
    with database.engine.connect() as connection:
        made.connection = connection
        yield made
    database.close()


def timed(scene: Scene) -> tuple[float, tuple[int, object] | None]:
    """Processor time, which is what it takes on a machine that does nothing else: the check is one thread."""
    began = time.process_time()
    report = scene.check()
    first = report.findings[0] if report.findings else None
    assert report.entries >= COUNT - 10
    return time.process_time() - began, None if first is None else (first.entry, first.what)


def test_a_million_untouched_events_are_whole(scene: Scene) -> None:
    took, found = timed(scene)
    print(f"{COUNT:,} events verified in {took:.1f} s of processor time")
    assert found is None
    assert took < SECONDS


@pytest.mark.parametrize("tamper", TWELVE.values(), ids=TWELVE)
def test_each_kind_is_found(scene: Scene, tamper: Callable[[Scene], Expected]) -> None:
    scene.connection.rollback()  # a look before this one has begun a transaction
    transaction = scene.connection.begin()
    kept = {path: path.read_bytes() for path in (scene.folder / "media").rglob("*.jpg")}
    try:
        unguard(scene.connection)
        expected = tamper(scene)
        took, found = timed(scene)
    finally:
        transaction.rollback()
        for path, content in kept.items():
            path.write_bytes(content)
    print(f"found in {took:.1f} s of processor time: {found}")
    assert found == expected
    assert took < SECONDS


def test_afterwards_everything_is_whole_again(scene: Scene, tmp_path: Path) -> None:
    assert timed(scene)[1] is None
