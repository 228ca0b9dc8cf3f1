"""Hazards that are reported outside of a self-check: by whom, who owns them, who sees them, and their photos."""

from datetime import date

import pytest
from sqlalchemy import Connection, select, text

from checklists.schema import Severity
from safety.errors import Refusal
from safety.events import ConsentGiven
from safety.events_hazards import HazardPhotoFailed, HazardReported, Picture
from safety.hazard_ledger import HazardSource, HazardState
from safety.people import Role
from storage import joins, media
from storage.invitations import Place
from storage.tables.ledger import hazard_moves, hazards
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker

DUE = date(2026, 11, 30)
PHOTOS = (Picture("file-a", "a", 10, "门后"), Picture("file-b", "b"))


def reported(*, major: bool = False, pictures: tuple[Picture, ...] = PHOTOS) -> HazardReported:
    return HazardReported(
        "电线裸露",
        "后厨东墙",
        "electric",
        Severity.MAJOR if major else Severity.GENERAL,
        DUE,
        suspected_major=major,
        pictures=pictures,
    )


def hire(connection: Connection, cast: Cast) -> Speaker:
    """Nobody becomes a worker of the east."""
    person, place = cast.actor(connection, NOBODY).person, Place(Role.WORKER, enterprise=cast.east)
    number = cast.invite(connection, place, "worker-code")
    request = joins.ask(connection, place, number, person, NOBODY.phone, cast.now, joins.APPROVED)
    joins.sit(connection, person, place, request, cast.now)
    cast.does(connection, NOBODY, ConsentGiven(cast.catalogue.privacy.version))
    return NOBODY


def keep_all(connection: Connection, cast: Cast) -> None:
    for photo in media.claim(connection, cast.now):
        media.keep(connection, photo.id, media.Copy(f"{photo.unique}.jpg", "0" * 64, 9, 8, 7), cast.now)


def test_a_report_is_in_the_ledger_at_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, reported())
        hazard = cast.ledger(connection, ALICE).last_reported()
        assert hazard is not None
        assert (hazard.number, hazard.state, hazard.due) == ("YH-2026-000001", HazardState.REPORTED, DUE)
        assert (hazard.words, hazard.place, hazard.kind) == ("电线裸露", "后厨东墙", "electric")
        assert (hazard.source, hazard.owner, hazard.checklist) == (HazardSource.REPORT, ALICE.name, "")
        assert (hazard.photos, hazard.photos_pending) == ((), 2)
        keep_all(connection, cast)
        (listed,) = cast.ledger(connection, TANG).hazards()
    assert (listed.photos, listed.photos_pending) == (("a.jpg", "b.jpg"), 0)


def test_a_suspected_major_one_waits_for_review(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, reported(major=True))
        (hazard,) = cast.ledger(connection, TANG).hazards()
        move = connection.execute(select(hazard_moves)).one()
    assert hazard.state is HazardState.REVIEW
    assert (move.before, move.after, move.action) == (None, HazardState.REVIEW, "report_major")


def test_a_worker_reports_and_the_officer_owns_it(cast: Cast) -> None:
    with cast.database.writing() as connection:
        worker = hire(connection, cast)
        cast.does(connection, worker, reported())
        hazard = cast.ledger(connection, worker).last_reported()
    assert hazard is not None
    assert (hazard.found_by, hazard.owner) == (worker.name, ALICE.name)


@pytest.mark.parametrize("speaker", [TANG, DONG, NOBODY], ids=lambda one: one.name)
def test_who_has_no_seat_in_an_enterprise_reports_nothing(cast: Cast, speaker: Speaker) -> None:
    with cast.database.writing() as connection, pytest.raises(Refusal, match="not-allowed"):
        cast.does(connection, speaker, reported())


def test_a_report_is_seen_in_its_scope_only(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, reported())
        sees = {
            speaker: cast.ledger(connection, speaker).count_hazards()
            for speaker in (ALICE, BOB, TANG, DONG, CHARLIE, WEI)
        }
        others = cast.ledger(connection, BOB).last_reported(), cast.ledger(connection, WEI).last_reported()
    assert sees == {ALICE: 1, BOB: 1, TANG: 1, DONG: 1, CHARLIE: 0, WEI: 0}
    assert others == (None, None)


def test_a_photo_that_could_not_be_kept_is_told_to_its_sender(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, reported())
        first, _second = media.claim(connection, cast.now)
        event = media.fail(connection, first.id, "broken", cast.now)
        sender = cast.actor(connection, ALICE).person
        assert event == HazardPhotoFailed(first.id, sender, "YH-2026-000001", "broken")
        cast.does(connection, ALICE, event)
        hazard = cast.ledger(connection, ALICE).last_reported()
        assert hazard is not None
        assert hazard.photos_pending == 1
        again = media.OfHazard(1, media.BEFORE, Picture("file-c", "a"), sender)
        assert media.enter_of_hazard(connection, again, cast.now)
        assert not media.enter_of_hazard(connection, again, cast.now)


def test_the_timeline_is_never_changed(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, reported())
        for statement in ("UPDATE hazard_moves SET action = 'x'", "DELETE FROM hazard_moves"):
            with pytest.raises(Exception, match="append-only"), connection.begin_nested():
                connection.execute(text(statement))
        assert connection.execute(select(hazards.c.owner)).scalar_one() is not None
