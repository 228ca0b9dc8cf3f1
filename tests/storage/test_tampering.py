"""Promise P15 on a small record and both databases: whatever an insider does to it shows, with the first entry that is wrong."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from bot import keys
from safety.seals import heads as signed
from safety.seals.findings import Tampering
from storage.sealing import heads
from storage.tables.events import events
from storage.tables.seals import receipts
from tests.cast import Cast
from tests.sealed import build, newest
from tests.tampering import MORE, TWELVE, Expected, Scene, seal_now, sign_head, unguard


@pytest.fixture
def scene(cast: Cast, tmp_path: Path) -> Iterator[Scene]:
    """A small sealed record, all in one open transaction."""
    with cast.database.engine.connect() as connection:
        transaction = connection.begin()
        made = build(connection, cast, tmp_path)
        unguard(connection)
        yield made
        transaction.rollback()


def test_a_record_that_nobody_touched_is_whole(scene: Scene) -> None:
    report = scene.check()
    assert report.findings == ()
    assert (report.entries, report.heads, report.photos, report.documents) == (scene.last, 3, 1, 1)
    assert report.waiting == 0


@pytest.mark.parametrize("tamper", [*TWELVE.values(), *MORE.values()], ids=[*TWELVE, *MORE])
def test_what_an_insider_does_shows_with_the_first_bad_entry(
    scene: Scene, tamper: Callable[[Scene], Expected]
) -> None:
    entry, what = tamper(scene)
    report = scene.check()
    assert report.findings, "not found"
    assert (report.findings[0].entry, report.findings[0].what) == (entry, what), report.findings


def test_there_are_twelve_of_p15() -> None:
    assert len(TWELVE) == 12


def test_without_marks_a_rewritten_chain_still_shows_in_the_days_of_its_head(scene: Scene) -> None:
    TWELVE["rewrite the chain"](scene)
    for path in (scene.folder / "heads").glob("*.marks"):
        path.unlink()
    found = scene.check().findings[0]
    assert found.what is Tampering.REWRITTEN
    assert found.entry <= scene.entry <= (found.upto or 0)


def test_a_chain_that_is_rewritten_with_its_heads_shows_by_the_files(scene: Scene) -> None:
    """The insider also changes the heads in the database, and signs them with a key of their own."""
    TWELVE["rewrite the chain"](scene)
    report = scene.check()
    assert report.findings[0].entry == scene.entry
    scene.connection.execute(heads.heads.delete())
    mine = keys.load_or_make(scene.folder / "another.key")
    sign_head(scene.connection, scene.folder / "elsewhere", mine, scene.now)
    kinds = {finding.what for finding in scene.check().findings}
    assert {Tampering.HEAD, Tampering.REWRITTEN} <= kinds


def test_a_head_by_another_key_is_told(scene: Scene) -> None:
    forger = keys.load_or_make(scene.folder / "another.key")
    last = heads.every(scene.connection)[-1]
    forged = signed.sign(replace(last, key=forger.public), forger.signs)
    (scene.folder / "heads" / f"{last.day}.json").write_text(forged.text())
    assert (found := scene.check().findings[0]).what is Tampering.HEAD, found
    assert scene.check(forger.public).findings  # even then there are two heads of one day


def test_a_head_that_was_changed_is_told(scene: Scene) -> None:
    path = scene.folder / "heads" / f"{heads.every(scene.connection)[0].day}.json"
    path.write_text(path.read_text().replace('"first":1', '"first":2'))
    assert Tampering.HEAD in {one.what for one in scene.check().findings}


def test_a_missing_head_is_told(scene: Scene) -> None:
    middle = heads.every(scene.connection)[1]
    scene.connection.execute(heads.heads.delete().where(heads.heads.c.day == middle.date))
    assert scene.check().findings == ()  # its file is still there
    (scene.folder / "heads" / f"{middle.day}.json").unlink()
    found = scene.check().findings[0]
    assert (found.what, found.entry) == (Tampering.HEAD, middle.first)


def say(scene: Scene, words: str) -> None:
    """One more event, behind the numbers that were given by hand."""
    said = scene.row(scene.entry) | {
        "id": newest(scene.connection) + 1,
        "update_key": words,
        "subject": words,
    }
    scene.connection.execute(insert(events), said)


def test_what_waits_to_be_sealed_is_counted_and_no_finding(scene: Scene, cast: Cast) -> None:
    say(scene, "eben")
    report = scene.check()
    assert (report.findings, report.waiting) == ((), 1)


def test_a_clock_that_is_a_little_behind_is_no_finding(scene: Scene, cast: Cast) -> None:
    say(scene, "一")
    seal_now(scene.connection, cast.now)
    say(scene, "二")
    seal_now(scene.connection, cast.now - timedelta(minutes=2))
    assert scene.check().findings == ()


def test_many_findings_are_counted_and_only_the_first_are_read(scene: Scene) -> None:
    scene.connection.execute(events.update().values(person=77))
    report = scene.check()
    assert report.findings[0].what is Tampering.ACTOR
    assert report.findings[0].entry == 1


def test_the_register_knows_where_a_receipt_stands(scene: Scene) -> None:
    row = scene.connection.execute(select(receipts)).one()
    assert tuple(row) == (scene.number, scene.receipt, "check:submitted")
