"""Photos: each file counts once, is claimed by one process, and ends as safe or failed (promise P11)."""

import threading
from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import Connection, select

from checklists.answers import Answer
from checklists.schema import Severity
from safety.events import (
    AnswerSaved,
    CheckSubmitted,
    FileReceived,
    HazardFound,
    PhotoFailed,
    PhotoKept,
    PhotoReceived,
)
from storage import media
from storage.media import LEASE, Copy, Pending
from storage.tables.events import events
from storage.tables.media import media as table
from tests.cast import ALICE, BOB, CHARLIE, Cast, Speaker

COPY = Copy("ab/abcd.jpg", "ab" * 32, 90_000, 1280, 960)


def send(
    connection: Connection, cast: Cast, *names: str, question: str = "exit", by: Speaker = ALICE
) -> None:
    key = cast.key("kitchen")
    photos = [PhotoReceived(key, question, f"file-{name}", name, 100) for name in names]
    cast.does(connection, by, cast.begun("kitchen"), *photos)


def counts(connection: Connection, cast: Cast) -> tuple[int, int, int, int]:
    """Photos of the answer, then pending, safe and failed ones of the check."""
    draft = cast.ledger(connection, ALICE).draft(cast.key("kitchen"))
    assert draft is not None
    answer = draft.answers.get("exit", Answer())
    return answer.photos, draft.photos_pending, draft.photos_safe, draft.photos_failed


def test_a_photo_counts_with_its_answer_before_or_after_it(cast: Cast) -> None:
    with cast.database.writing() as connection:
        send(connection, cast, "a", "b")
        cast.does(connection, ALICE, AnswerSaved(cast.key("kitchen"), "exit", "no", "bad"))
        send(connection, cast, "c")
        draft = cast.ledger(connection, ALICE).draft(cast.key("kitchen"))
        assert draft is not None
        assert draft.answers["exit"] == Answer(value="no", photos=3)


def test_the_same_file_counts_once_for_a_question(cast: Cast) -> None:
    with cast.database.writing() as connection:
        send(connection, cast, "a", "a")
        send(connection, cast, "a", by=BOB)
        assert counts(connection, cast) == (1, 1, 0, 0)
        send(connection, cast, "a", question="gas")
        assert counts(connection, cast) == (1, 2, 0, 0)


def test_the_words_beside_a_photo_are_its_note(cast: Cast) -> None:
    with cast.database.writing() as connection:
        key = cast.key("kitchen")
        photo = PhotoReceived(key, "exit", "f", "u", None, note="后门")
        cast.does(connection, ALICE, cast.begun("kitchen"), photo, photo)
        draft = cast.ledger(connection, ALICE).draft(key)
    assert draft is not None
    assert draft.answers["exit"] == Answer(photos=1, note="后门")


def test_a_safe_copy_is_told_and_counted(cast: Cast) -> None:
    with cast.database.writing() as connection:
        send(connection, cast, "a")
        (pending,) = media.claim(connection, cast.now)
        cast.passes(seconds=3)
        event = media.keep(connection, pending.id, COPY, cast.now)
        row = connection.execute(select(table)).one()
        assert counts(connection, cast) == (1, 0, 1, 0)
    assert event == PhotoKept(pending.id, COPY.sha256)
    assert (row.state, row.path, row.sha256, row.settled_at) == ("safe", COPY.path, COPY.sha256, cast.now)
    assert (row.size, row.width, row.height) == (90_000, 1280, 960)


def test_a_failed_copy_names_its_sender_and_question_and_counts_no_more(cast: Cast) -> None:
    with cast.database.writing() as connection:
        send(connection, cast, "a", "b", by=BOB)
        first, _ = media.claim(connection, cast.now)
        event = media.fail(connection, first.id, "photo-not-image", cast.now)
        sender = cast.actor(connection, BOB).person
        assert counts(connection, cast) == (1, 1, 0, 1)
    assert event == PhotoFailed(first.id, sender, cast.key("kitchen"), "exit", "photo-not-image")


def test_a_failed_file_sent_again_gets_another_chance(cast: Cast) -> None:
    with cast.database.writing() as connection:
        send(connection, cast, "a")
        (first,) = media.claim(connection, cast.now)
        media.fail(connection, first.id, "photo-gone", cast.now)
        send(connection, cast, "a")
        assert counts(connection, cast) == (1, 1, 0, 0)
        (again,) = media.claim(connection, cast.now)
    assert (again.id, again.attempts) == (first.id, 1)


def test_an_outcome_is_settled_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        send(connection, cast, "a")
        (pending,) = media.claim(connection, cast.now)
        assert media.keep(connection, pending.id, COPY, cast.now) is not None
        assert media.keep(connection, pending.id, COPY, cast.now) is None
        assert media.fail(connection, pending.id, "photo-gone", cast.now) is None
        assert counts(connection, cast) == (1, 0, 1, 0)


def test_a_copy_that_comes_after_submission_is_kept_all_the_same(cast: Cast) -> None:
    with cast.database.writing() as connection:
        send(connection, cast, "a")
        cast.does(connection, ALICE, CheckSubmitted(cast.key("kitchen"), 100, 1, 1, 0))
        (pending,) = media.claim(connection, cast.now)
        media.keep(connection, pending.id, COPY, cast.now)
        assert counts(connection, cast) == (1, 0, 1, 0)


def test_a_claimed_photo_is_left_alone_until_its_lease_ends(cast: Cast) -> None:
    with cast.database.writing() as connection:
        send(connection, cast, "a", "b", "c")
        assert [photo.unique for photo in media.claim(connection, cast.now, 2)] == ["a", "b"]
        assert [photo.unique for photo in media.claim(connection, cast.now)] == ["c"]
        assert media.claim(connection, cast.now) == ()
        cast.now += LEASE
        again = media.claim(connection, cast.now)
        assert [(photo.unique, photo.attempts) for photo in again] == [("a", 2), ("b", 2), ("c", 2)]


def test_a_passing_trouble_is_tried_again_later(cast: Cast) -> None:
    with cast.database.writing() as connection:
        send(connection, cast, "a")
        (photo,) = media.claim(connection, cast.now)
        media.again(connection, photo.id, cast.now + timedelta(minutes=1))
        assert media.claim(connection, cast.now) == ()
        cast.passes(minutes=1)
        assert len(media.claim(connection, cast.now)) == 1


def test_two_workers_never_claim_the_same_photo(cast: Cast) -> None:
    with cast.database.writing() as connection:
        send(connection, cast, *(f"p{number}" for number in range(40)))
    claimed: list[Sequence[Pending]] = []

    def work() -> None:
        for _ in range(10):
            with cast.database.writing() as connection:
                claimed.append(media.claim(connection, cast.now, 3))

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    taken = [photo.id for batch in claimed for photo in batch]
    assert sorted(taken) == sorted(set(taken))
    assert len(taken) == 40


@pytest.mark.parametrize("speaker", [BOB, CHARLIE])
def test_the_record_places_the_outcome_with_the_enterprise_of_the_photo(cast: Cast, speaker: Speaker) -> None:
    """Whatever seat the sender has taken since."""
    with cast.database.writing() as connection:
        send(connection, cast, "a")
        (photo,) = media.claim(connection, cast.now)
        event = media.keep(connection, photo.id, COPY, cast.now)
        assert event is not None
        cast.does(connection, speaker, event)
        row = connection.execute(select(events).where(events.c.kind == "photo:kept")).one()
    assert (row.enterprise, row.subject) == (cast.east, f"photo/{photo.id}")
    assert row.body == {"photo": photo.id, "sha256": COPY.sha256}


def test_a_file_is_kept_as_a_photo_is_under_its_name(cast: Cast) -> None:
    key = cast.key("kitchen")
    file = FileReceived(key, "exit", "ref", "u", 9, "报告.pdf", "application/pdf", "去年的")
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, cast.begun("kitchen"), file, file)
        draft = cast.ledger(connection, ALICE).draft(key)
        assert draft is not None
        assert draft.answers["exit"] == Answer(photos=1, note="去年的")
        row = connection.execute(select(table)).one()
        assert (row.kind, row.name, row.announced_size) == ("file", "报告.pdf", 9)
        (pending,) = media.claim(connection, cast.now)
        assert pending.kind == media.FILE
        event = media.fail(connection, pending.id, "not-a-document", cast.now)
        assert event is not None
        assert event.what == "file"


def test_a_file_is_never_shown_as_a_photo_of_its_hazard(cast: Cast) -> None:
    key = cast.key("kitchen")
    with cast.database.writing() as connection:
        file = FileReceived(key, "exit", "ref", "u", 9, "报告.pdf")
        found = HazardFound(key, "exit", Severity.GENERAL, cast.now.date(), suspected_major=False)
        cast.does(
            connection, ALICE, cast.begun("kitchen"), AnswerSaved(key, "exit", "no", "bad"), found, file
        )
        (pending,) = media.claim(connection, cast.now)
        media.keep(connection, pending.id, COPY, cast.now)
        (hazard,) = cast.ledger(connection, ALICE).hazards()
        assert hazard.photos == ()
