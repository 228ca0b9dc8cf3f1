"""Self-checks: one a period, submitted once, with a number that has no gaps and a fingerprint of everything."""

import threading
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Connection, select

from checklists.schema import Checklist
from checklists.scoring import Cap, Limit, Score, SectionScore
from safety.checks import CheckKey, DutyState
from safety.errors import Refusal
from safety.events import AnswerNoted, AnswerSaved, CheckBegun, CheckSubmitted, PhotoReceived
from storage import receipts
from storage.numbers import Series, next_number
from storage.tables.checks import checks
from storage.tables.ledger import enterprises
from storage.tables.submissions import submissions
from tests.cast import ALICE, BOB, CHARLIE, TANG, WALT, Cast, Speaker

TODAY = date(2026, 11, 23)


def submitted(key: CheckKey) -> CheckSubmitted:
    return CheckSubmitted(key, 67, 2, 3, 1)


def submit(connection: Connection, cast: Cast, speaker: Speaker = ALICE, checklist: str = "kitchen") -> str:
    cast.does(connection, speaker, cast.begun(checklist), submitted(cast.key(checklist)))
    draft = cast.ledger(connection, speaker).draft(cast.key(checklist))
    assert draft is not None
    assert draft.receipt is not None
    return draft.receipt


def test_a_check_begins_once_a_period_whoever_is_first(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, cast.begun("kitchen"))
        begun = cast.now
        cast.passes(hours=1)
        cast.does(connection, BOB, cast.begun("kitchen"))
        draft = cast.ledger(connection, BOB).draft(cast.key("kitchen"))
    assert draft is not None
    assert (draft.begun_at, draft.due, draft.receipt) == (begun, date(2026, 11, 30), None)
    assert draft.form == cast.catalogue.checklists["kitchen"]


def test_the_next_period_is_another_check(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast)
        november = cast.key("kitchen")
        cast.passes(days=10)
        assert cast.ledger(connection, ALICE).draft(cast.key("kitchen")) is None
        assert cast.ledger(connection, ALICE).draft(november) is not None


def test_a_draft_keeps_the_version_of_the_form_it_was_begun_on(cast: Cast) -> None:
    old = cast.catalogue.checklists["kitchen"]
    fields = {name: getattr(old, name) for name in Checklist.model_fields}
    newer = Checklist(**{**fields, "cycle_days": 31})
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, cast.begun("kitchen"))
        forms = {**cast.catalogue.checklists, "kitchen": newer}
        cast.catalogue = replace(cast.catalogue, checklists=forms)
        draft = cast.ledger(connection, ALICE).draft(cast.key("kitchen"))
    assert draft is not None
    assert draft.form.fingerprint == old.fingerprint != newer.fingerprint
    assert draft.form.questions == old.questions


def test_a_form_that_was_never_published_cannot_be_begun(cast: Cast) -> None:
    event = cast.begun("kitchen")
    with pytest.raises(Exception, match=r"(?i)foreign key"), cast.database.writing() as connection:
        cast.does(connection, ALICE, CheckBegun(event.key, "0" * 64, event.due))


def test_a_submission_has_its_receipt(cast: Cast) -> None:
    with cast.database.writing() as connection:
        assert submit(connection, cast) == "ZC-2026-000001"
        draft = cast.ledger(connection, BOB).draft(cast.key("kitchen"))
        row = connection.execute(select(checks)).one()
    assert draft is not None
    assert (draft.submitted_at, draft.submitted_by) == (cast.now, ALICE.name)
    assert draft.fingerprint == row.fingerprint
    assert (row.score, row.passed, row.asked, row.bad) == (67, 2, 3, 1)


def test_the_second_submission_is_refused_and_takes_no_number(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast)
        with pytest.raises(Refusal, match="already-submitted"), connection.begin_nested():
            cast.does(connection, BOB, submitted(cast.key("kitchen")))
        assert submit(connection, cast, CHARLIE) == "ZC-2026-000002"


def test_of_many_who_submit_at_once_one_does(cast: Cast) -> None:
    with cast.database.writing() as connection:
        for speaker in (ALICE, CHARLIE):
            cast.does(connection, speaker, cast.begun("kitchen"), cast.begun("flood"))
    outcomes: list[str] = []
    start = threading.Barrier(8)

    def everything(speaker: Speaker) -> None:
        start.wait()
        for checklist in ("kitchen", "flood"):
            try:
                with cast.database.writing() as connection:
                    cast.does(connection, speaker, submitted(cast.key(checklist)))
                outcomes.append("submitted")
            except Refusal as refusal:
                outcomes.append(refusal.line)

    threads = [
        threading.Thread(target=everything, args=(speaker,)) for speaker in (ALICE, BOB, CHARLIE, WALT) * 2
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["already-submitted"] * 12 + ["submitted"] * 4
    with cast.database.reading() as connection:
        receipts = connection.execute(select(checks.c.receipt)).scalars().all()
    assert sorted(receipts) == [f"ZC-2026-{number:06d}" for number in range(1, 5)]


# --- numbers ------------------------------------------------------------------------------------------------------


def test_numbers_count_by_series_and_local_year(cast: Cast) -> None:
    last_second = datetime(2026, 12, 31, 15, 59, 59, tzinfo=UTC)  # still 2026 in China
    new_year = datetime(2026, 12, 31, 16, 0, tzinfo=UTC)
    with cast.database.writing() as connection:
        taken = [
            next_number(connection, Series.HAZARD, moment) for moment in (last_second, last_second, new_year)
        ]
        assert taken == ["YH-2026-000001", "YH-2026-000002", "YH-2027-000001"]
        assert next_number(connection, Series.RECEIPT, last_second) == "ZC-2026-000001"


def test_a_number_that_was_not_committed_comes_again(cast: Cast) -> None:
    with cast.database.writing() as connection:
        savepoint = connection.begin_nested()
        next_number(connection, Series.RECEIPT, cast.now)
        savepoint.rollback()
        assert next_number(connection, Series.RECEIPT, cast.now) == "ZC-2026-000001"


# --- the fingerprint ----------------------------------------------------------------------------------------------


def fingerprint(cast: Cast, *events: AnswerSaved | AnswerNoted | PhotoReceived, score: int = 67) -> str:
    """What the receipt would say after these events; nothing stays."""
    with cast.database.reading() as connection:
        key = cast.key("kitchen")
        cast.does(connection, ALICE, cast.begun("kitchen"), *events, CheckSubmitted(key, score, 2, 3, 1))
        draft = cast.ledger(connection, ALICE).draft(key)
        assert draft is not None
        assert draft.fingerprint is not None
        return draft.fingerprint


def test_the_fingerprint_stands_for_everything_submitted(cast: Cast) -> None:
    key = cast.key("kitchen")
    yes, no = (AnswerSaved(key, "exit", value, "ok") for value in ("yes", "no"))
    photo = PhotoReceived(key, "exit", "f", "u", 1)
    found = [
        fingerprint(cast, yes),
        fingerprint(cast, no),
        fingerprint(cast, yes, score=68),
        fingerprint(cast, yes, AnswerNoted(key, "exit", "n")),
        fingerprint(cast, yes, photo),
        fingerprint(cast, yes, replace(photo, unique="another")),
        fingerprint(cast, AnswerSaved(key, "gas", "yes", "ok")),
    ]
    assert len(set(found)) == len(found)
    assert fingerprint(cast, yes) == found[0]


def test_a_zero_report_is_part_of_what_is_signed_and_older_receipts_stand_for_what_they_stood_for(
    cast: Cast,
) -> None:
    key = cast.key("kitchen")
    with cast.database.writing() as connection:
        whole = replace(submitted(key), bad=0, zero=True)
        cast.does(connection, ALICE, cast.begun("kitchen"), whole)
        check = connection.execute(
            select(checks, enterprises.c.credit_code).join_from(checks, enterprises)
        ).one()
        row = dict(connection.execute(select(submissions)).mappings().one())
    with_zero = receipts.whole(row, check, None)
    older = receipts.whole({**row, "zero": None}, check, None)  # as it was before there were zero reports
    assert with_zero["result"] == {"score": 67, "passed": 2, "asked": 3, "bad": 0, "zero": True}
    assert older["result"] == {"score": 67, "passed": 2, "asked": 3, "bad": 0}


def test_a_submission_keeps_its_whole_score_and_whether_it_is_a_zero_report(cast: Cast) -> None:
    key = cast.key("kitchen")
    limit = Limit(Cap.CRITICAL, 59, ("gas",))
    score = Score(59, 6, 7, 1, 0, (SectionScore("s", 85, 6, 7, 1),), (limit,), weighted=True, mark=60)
    with cast.database.writing() as connection:
        cast.does(connection, ALICE, cast.begun("kitchen"))
        draft = cast.ledger(connection, ALICE).draft(key)
        assert draft is not None
        assert (draft.zero, draft.score) == (False, None)
        cast.does(connection, ALICE, replace(submitted(key), result=score.to_json()))
        cast.does(
            connection, BOB, cast.begun("flood"), replace(submitted(cast.key("flood")), bad=0, zero=True)
        )
        kitchen, flood = (cast.ledger(connection, BOB).draft(cast.key(name)) for name in ("kitchen", "flood"))
    assert kitchen is not None
    assert flood is not None
    assert (kitchen.zero, kitchen.score) == (False, score)
    assert (flood.zero, flood.score) == (True, None)


# --- duties -------------------------------------------------------------------------------------------------------


def test_duties_say_where_each_check_of_the_period_stands(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast, BOB, "flood")
        cast.does(connection, ALICE, cast.begun("kitchen"))
        for question, value in (("exit", "yes"), ("gas", None), ("staff", "3")):
            cast.does(connection, ALICE, AnswerSaved(cast.key("kitchen"), question, value, "ok"))
        duties = cast.ledger(connection, ALICE).duties(TODAY)
        others = cast.ledger(connection, CHARLIE).duties(TODAY)
    assert [(duty.key.checklist, duty.state, duty.answered, duty.due) for duty in duties] == [
        ("kitchen", DutyState.BEGUN, 2, date(2026, 11, 30)),
        ("flood", DutyState.DONE, 0, date(2026, 12, 31)),
    ]
    assert [duty.state for duty in others] == [DutyState.OPEN, DutyState.OPEN]


def test_a_new_period_owes_anew(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast)
        duties = cast.ledger(connection, ALICE).duties(date(2026, 12, 1))
    assert [(duty.key.period, duty.state) for duty in duties] == [
        ("2026-12", DutyState.OPEN),
        ("2026-Q4", DutyState.OPEN),
    ]


def test_supervisors_owe_nothing_and_submit_nothing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        assert cast.ledger(connection, TANG).duties(TODAY) == ()
        with pytest.raises(Refusal, match="not-allowed"):
            cast.does(connection, TANG, cast.begun("kitchen"))
