"""One receipt by its number: the same few words for everybody, everything for those in scope, a file that proves itself."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from bot import keys
from safety.errors import Refusal
from safety.events_seals import ReceiptAsked
from safety.seals import receipts
from storage import due
from storage.sealing import proving
from storage.tables.events import events
from storage.tables.seals import seals
from storage.tables.submissions import submissions
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast
from tests.sealed import build
from tests.tampering import Scene, unguard

NUMBER = "ZC-2026-000001"
SceneOf = Callable[[], Scene]


@pytest.fixture
def scene(cast: Cast, tmp_path: Path) -> Scene:
    with cast.database.writing() as connection:
        return build(connection, cast, tmp_path)


def test_everybody_hears_the_same_and_only_those_in_scope_see_what_was_signed(
    scene: Scene, cast: Cast
) -> None:
    with cast.database.writing() as connection:
        for speaker in (ALICE, BOB, CHARLIE, TANG, WEI, DONG, NOBODY):
            ledger = cast.ledger(connection, speaker)
            found = ledger.verified(NUMBER)
            assert found is not None
            assert (found.what, found.day, found.entry, found.unchanged) == (
                "check",
                date(2026, 11, 24),
                scene.receipt,
                True,
            )
            assert found.head == date(2026, 11, 25)
            seen = ledger.submission(NUMBER) is not None
            assert seen == (speaker in {ALICE, BOB, TANG, DONG}), speaker.name


def test_a_number_that_was_never_given_or_never_sealed_is_unknown(scene: Scene, cast: Cast) -> None:
    with cast.database.reading() as connection:
        for number in ("ZC-2026-000002", "", "x" * 300):
            assert proving.verified(connection, number) is None


@pytest.mark.parametrize("what", ["event", "gone", "seal", "before", "document"])
def test_whatever_was_changed_it_is_no_longer_unchanged(scene: Scene, cast: Cast, what: str) -> None:
    with cast.database.engine.connect() as connection:
        transaction = connection.begin()
        unguard(connection)
        event = replace(scene, connection=connection).event(scene.receipt)
        change = {
            "event": update(events).where(events.c.id == event).values(person=5),
            "gone": delete(events).where(events.c.id == event),
            "seal": update(seals).where(seals.c.entry == scene.receipt).values(parts=bytes(12)),
            "before": delete(seals).where(seals.c.entry == scene.receipt - 1),
            "document": update(submissions).values(score=100),
        }[what]
        connection.execute(change)
        found = proving.verified(connection, NUMBER)
        assert found is not None
        assert not found.unchanged
        assert found.entry == scene.receipt
        transaction.rollback()


def test_a_receipt_file_is_proved_without_the_database(scene: Scene, cast: Cast) -> None:
    with cast.database.reading() as connection:
        standing = proving.standing(connection, NUMBER)
        assert standing is not None
        made = proving.proof(connection, standing)
    assert made is not None
    again = receipts.read(made.text())
    assert receipts.wrong(again, {scene.key.public}, keys.checks) is None
    assert again.document is not None
    assert again.document["enterprise"] == "91370000000000001A"
    assert again.names == {"enterprise": "东风面馆", "person": "王强"}


def test_what_no_head_covers_has_no_file_yet(scene: Scene, cast: Cast) -> None:
    with cast.database.reading() as connection:
        standing = proving.standing(connection, NUMBER)
        assert standing is not None
        assert proving.proof(connection, replace(standing, head=None)) is None
        assert proving.proof(connection, replace(standing, row=None)) is None


def test_a_file_is_wanted_only_by_those_who_may_see_what_was_signed(scene: Scene, cast: Cast) -> None:
    with cast.database.writing() as connection:
        for speaker in (ALICE, BOB, TANG, DONG):
            cast.does(connection, speaker, ReceiptAsked(NUMBER), ReceiptAsked(NUMBER))
        assert len(due.of_kind(connection, "receipt", cast.now)) == 4
    for speaker in (CHARLIE, WEI, NOBODY):
        with cast.database.writing() as connection, pytest.raises(Refusal):
            cast.does(connection, speaker, ReceiptAsked(NUMBER))
    with cast.database.writing() as connection, pytest.raises(Refusal):
        cast.does(connection, ALICE, ReceiptAsked("ZC-2026-000099"))
