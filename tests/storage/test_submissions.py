"""What was submitted, version by version: kept whole, never changed, and provable years later."""

import pytest
from sqlalchemy import Connection, select, update
from sqlalchemy.exc import DBAPIError

from checklists.answers import NotApplicable
from safety.events import AnswerNoted, AnswerSaved, CheckSubmitted, PhotoReceived
from storage.receipts import stands
from storage.tables.checks import checks
from storage.tables.submissions import submissions
from tests.cast import ALICE, TANG, Cast


def submit(connection: Connection, cast: Cast) -> None:
    key = cast.key("kitchen")
    said = (
        AnswerSaved(key, "exit", "no", "bad"),
        AnswerNoted(key, "exit", "后门锁着"),
        PhotoReceived(key, "exit", "f", "u", 1),
        AnswerSaved(key, "wiring", None, "neutral"),
    )
    cast.does(connection, ALICE, cast.begun("kitchen"), *said, CheckSubmitted(key, 67, 2, 3, 1))


def test_a_submission_is_kept_as_version_one_with_its_answers(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast)
        row = connection.execute(select(submissions)).one()
        check = connection.execute(select(checks)).one()
        assert stands(connection, "ZC-2026-000001")
    assert (row.check_id, row.version, row.form, row.reason) == (check.id, 1, check.form, "")
    assert (row.receipt, row.fingerprint, check.version) == (check.receipt, check.fingerprint, 1)
    assert (row.submitted_at, row.score, row.passed, row.asked, row.bad) == (cast.now, 67, 2, 3, 1)
    assert [(one["question"], one["value"], one["skipped"]) for one in row.answers] == [
        ("exit", "no", False),
        ("wiring", None, True),
    ]
    assert (row.answers[0]["note"], row.answers[0]["photos"]) == ("后门锁着", ["u"])


@pytest.mark.parametrize("change", [{"score": 100}, {"answers": []}, {"reason": "x", "version": 2}])
def test_a_kept_version_cannot_be_changed(cast: Cast, change: dict[str, object]) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast)
    with pytest.raises(DBAPIError, match="append-only"), cast.database.writing() as connection:
        connection.execute(update(submissions).values(**change))


def test_a_receipt_that_was_never_given_does_not_stand(cast: Cast) -> None:
    with cast.database.reading() as connection, pytest.raises(LookupError):
        stands(connection, "ZC-2026-000009")


def test_what_does_not_apply_stands_in_the_version_with_its_reason_and_in_the_next_check_as_last_time(
    cast: Cast,
) -> None:
    key = cast.key("kitchen")
    with cast.database.writing() as connection:
        said = AnswerSaved(key, "exit", {"na": "没有后门"}, "neutral")
        cast.does(connection, ALICE, cast.begun("kitchen"), said, CheckSubmitted(key, 100, 0, 0, 0))
        row = connection.execute(select(submissions)).one()
        (seen,) = cast.ledger(connection, TANG).submissions()
        cast.passes(days=31)
        last = cast.ledger(connection, ALICE).previous(cast.key("kitchen"))
    assert row.answers[0]["value"] == {"na": "没有后门"}
    assert seen.answers["exit"].value == NotApplicable("没有后门")
    assert last is not None
    assert last.answers["exit"].value == NotApplicable("没有后门")
