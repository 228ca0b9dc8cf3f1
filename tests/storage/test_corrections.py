"""Corrections after submission and returns: every version is kept, hazards follow, and nobody outside sees or moves anything."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, select

from checklists.schema import Severity
from safety.calendar import today
from safety.checks import DutyState
from safety.errors import Refusal
from safety.events import (
    AnswerNoted,
    AnswerSaved,
    AnswersReopened,
    CheckCorrected,
    CheckReturned,
    CheckSubmitted,
    ConsentGiven,
    CorrectionBegun,
    CorrectionDropped,
    Event,
    HazardFound,
    HazardWithdrawn,
    JoinApproved,
    JoinRequested,
)
from safety.hazard_ledger import Hazard, HazardState
from safety.people import Role
from storage.invitations import Place
from storage.receipts import stands
from storage.tables.submissions import submissions
from tests.cast import ALICE, BOB, CHARLIE, DONG, NOBODY, TANG, WEI, Cast, Speaker

FIRST, SECOND = "ZC-2026-000001", "ZC-2026-000001-2"
DUE = date(2026, 11, 26)


def submit(connection: Connection, cast: Cast, speaker: Speaker = ALICE) -> None:
    """A closed exit is a reported hazard, the gas is fine."""
    key = cast.key("kitchen")
    said = (
        AnswerSaved(key, "exit", "no", "bad"),
        AnswerNoted(key, "exit", "后门锁着"),
        HazardFound(key, "exit", Severity.GENERAL, DUE, suspected_major=False),
        AnswerSaved(key, "gas", "yes", "ok"),
    )
    cast.does(connection, speaker, cast.begun("kitchen"), *said, CheckSubmitted(key, 50, 1, 2, 1))


def begun(cast: Cast, *questions: str) -> CorrectionBegun:
    return CorrectionBegun(cast.key("kitchen"), "mistake", questions or ("exit",))


def corrected(cast: Cast) -> CheckCorrected:
    return CheckCorrected(cast.key("kitchen"), "mistake", 100, 2, 2, 0)


def correct(connection: Connection, cast: Cast, speaker: Speaker = ALICE) -> None:
    """The exit was open after all; its hazard is taken back."""
    key = cast.key("kitchen")
    cast.does(
        connection,
        speaker,
        begun(cast),
        AnswerSaved(key, "exit", "yes", "ok"),
        HazardWithdrawn(key, "exit", "mistake"),
        corrected(cast),
    )


def hazard(connection: Connection, cast: Cast, speaker: Speaker = ALICE) -> Hazard:
    found = cast.ledger(connection, speaker).hazard("YH-2026-000001")
    assert found is not None
    return found


def standing(connection: Connection, cast: Cast) -> DutyState:
    duties = cast.ledger(connection, ALICE).duties(today(cast.now))
    return next(one.state for one in duties if one.key.checklist == "kitchen")


def test_a_correction_is_a_version_of_its_own_and_the_first_stays_as_it_was(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast)
        before = connection.execute(select(submissions)).one()
        cast.passes(hours=1)
        correct(connection, cast)
        assert connection.execute(select(submissions).where(submissions.c.version == 1)).one() == before
        first, second = cast.ledger(connection, ALICE).versions(cast.key("kitchen"))
        assert stands(connection, FIRST)
        assert stands(connection, SECOND)
    assert (first.receipt, first.newest, first.reason, first.bad) == (FIRST, False, "", 1)
    assert (second.receipt, second.newest, second.reason, second.bad) == (SECOND, True, "mistake", 0)
    assert (first.answers["exit"].value, second.answers["exit"].value) == ("no", "yes")
    assert second.submitted_at - first.submitted_at == timedelta(hours=1)
    assert first.fingerprint != second.fingerprint


def test_what_was_submitted_stands_while_it_is_being_corrected(cast: Cast) -> None:
    key = cast.key("kitchen")
    with cast.database.writing() as connection:
        submit(connection, cast)
        cast.does(connection, ALICE, begun(cast), AnswerSaved(key, "exit", "yes", "ok"))
        draft = cast.ledger(connection, BOB).draft(key)
        (version,) = cast.ledger(connection, TANG).submissions()
        assert stands(connection, FIRST)
    assert version.answers["exit"].value == "no"
    assert draft is not None
    assert draft.correcting is not None
    assert draft.answers["exit"].value == "yes"
    assert (draft.receipt, draft.version) == (FIRST, 1)


def test_the_questions_meant_ask_to_be_confirmed_and_more_may_join_them(cast: Cast) -> None:
    key = cast.key("kitchen")
    with cast.database.writing() as connection:
        submit(connection, cast)
        cast.does(connection, ALICE, begun(cast))
        cast.does(connection, ALICE, AnswersReopened(key, ("gas", "exit", "wiring")))
        draft = cast.ledger(connection, ALICE).draft(key)
    assert draft is not None
    assert draft.correcting is not None
    assert list(draft.correcting.questions) == ["exit", "gas", "wiring"]
    assert {name for name, one in draft.answers.items() if one.to_confirm} == {"exit", "gas"}


def test_a_correction_that_is_given_up_leaves_the_last_version(cast: Cast) -> None:
    key = cast.key("kitchen")
    with cast.database.writing() as connection:
        submit(connection, cast)
        said = (AnswerSaved(key, "exit", "yes", "ok"), AnswerNoted(key, "exit", "x"))
        more = AnswerSaved(key, "wiring", "yes", "ok")
        cast.does(connection, ALICE, begun(cast), *said, more, CorrectionDropped(key))
        draft = cast.ledger(connection, ALICE).draft(key)
        versions = cast.ledger(connection, ALICE).versions(key)
        assert stands(connection, FIRST)
    assert draft is not None
    assert draft.correcting is None
    exit_ = draft.answers["exit"]
    assert (exit_.value, exit_.note, exit_.to_confirm) == ("no", "后门锁着", False)
    assert draft.answers["wiring"].value is None
    assert len(versions) == 1


def test_of_two_colleagues_who_begin_one_does(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast)
        cast.does(connection, ALICE, begun(cast))
        with pytest.raises(Refusal, match="fix-begun"):
            cast.does(connection, BOB, begun(cast))
        cast.does(connection, BOB, corrected(cast))
        with pytest.raises(Refusal, match="fix-gone"):
            cast.does(connection, ALICE, corrected(cast))


def test_nothing_goes_on_that_was_not_begun(cast: Cast) -> None:
    key = cast.key("kitchen")
    with cast.database.writing() as connection:
        submit(connection, cast)
        for event in (corrected(cast), AnswersReopened(key, ("exit",)), CorrectionDropped(key)):
            with pytest.raises(Refusal, match="fix-gone"):
                cast.does(connection, ALICE, event)
        with pytest.raises(Refusal, match="already-submitted"):
            cast.does(connection, ALICE, AnswerSaved(key, "exit", "yes", "ok"))


def test_a_draft_is_not_corrected_and_another_enterprise_is_not_reached(cast: Cast) -> None:
    with cast.database.writing() as connection:
        cast.does(connection, CHARLIE, cast.begun("kitchen"))
        submit(connection, cast)
        with pytest.raises(Refusal, match="fix-begun"):
            cast.does(connection, CHARLIE, begun(cast))
        draft = cast.ledger(connection, ALICE).draft(cast.key("kitchen"))
    assert draft is not None
    assert draft.correcting is None


def test_a_supervisor_corrects_nothing(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast)
        for event in (begun(cast), corrected(cast)):
            with pytest.raises(Refusal, match="not-allowed"):
                cast.does(connection, TANG, event)


def test_a_third_version_follows_the_second(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast)
        correct(connection, cast)
        cast.does(connection, BOB, begun(cast, "gas"), corrected(cast))
        receipts = [one.receipt for one in cast.ledger(connection, ALICE).versions(cast.key("kitchen"))]
        assert all(stands(connection, one) for one in receipts)
    assert receipts == [FIRST, SECOND, "ZC-2026-000001-3"]


# --- hazards ------------------------------------------------------------------------------------------------------


def test_a_reported_hazard_is_withdrawn_with_its_reason_and_stays_readable_by_all(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast)
        correct(connection, cast)
        seen = [hazard(connection, cast, speaker) for speaker in (ALICE, TANG, DONG)]
        counted = [cast.ledger(connection, speaker).count_hazards() for speaker in (ALICE, TANG, DONG)]
        area = cast.ledger(connection, TANG).area(today(cast.now))
        outside = cast.ledger(connection, WEI).hazard("YH-2026-000001")
    assert {(one.state, one.withdrawn_reason) for one in seen} == {(HazardState.WITHDRAWN, "mistake")}
    assert counted == [0, 0, 0]
    assert area.today.open_hazards == 0
    assert area.exceptions == ()
    assert outside is None


def test_a_reported_hazard_is_not_taken_back_without_a_reason(cast: Cast) -> None:
    key = cast.key("kitchen")
    with cast.database.writing() as connection:
        submit(connection, cast)
        cast.does(connection, ALICE, begun(cast), HazardWithdrawn(key, "exit"))
        assert hazard(connection, cast).state is HazardState.REPORTED


def test_a_reported_hazard_is_not_taken_back_outside_a_correction(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast)
        with pytest.raises(Refusal, match="already-submitted"):
            cast.does(connection, ALICE, HazardWithdrawn(cast.key("kitchen"), "exit", "mistake"))
        assert hazard(connection, cast).state is HazardState.REPORTED


def test_found_again_in_a_correction_it_is_no_later_due(cast: Cast) -> None:
    key = cast.key("kitchen")
    again = HazardFound(key, "exit", Severity.MAJOR, DUE + timedelta(days=20), suspected_major=True)
    with cast.database.writing() as connection:
        submit(connection, cast)
        cast.passes(days=1)
        cast.does(connection, ALICE, begun(cast), again, corrected(cast))
        found = hazard(connection, cast, TANG)
    assert (found.state, found.due, found.severity) == (HazardState.REVIEW, DUE, Severity.MAJOR)


def test_a_withdrawn_hazard_that_is_found_again_is_reported_under_its_number(cast: Cast) -> None:
    key = cast.key("kitchen")
    again = HazardFound(key, "exit", Severity.GENERAL, DUE, suspected_major=False)
    with cast.database.writing() as connection:
        submit(connection, cast)
        correct(connection, cast)
        cast.does(connection, ALICE, begun(cast), AnswerSaved(key, "exit", "no", "bad"), again)
        assert hazard(connection, cast).state is HazardState.FOUND
        cast.does(connection, ALICE, corrected(cast))
        found = hazard(connection, cast)
    assert (found.state, found.number) == (HazardState.REPORTED, "YH-2026-000001")


def test_a_hazard_found_by_a_correction_is_reported_with_it(cast: Cast) -> None:
    key = cast.key("kitchen")
    found = HazardFound(key, "gas", Severity.MAJOR, DUE, suspected_major=True)
    with cast.database.writing() as connection:
        submit(connection, cast)
        cast.does(connection, ALICE, begun(cast, "gas"), AnswerSaved(key, "gas", "no", "bad"), found)
        cast.does(connection, ALICE, corrected(cast))
        states = {one.question: one.state for one in cast.ledger(connection, ALICE).hazards_of(key)}
    assert states == {"exit": HazardState.REPORTED, "gas": HazardState.REVIEW}


# --- returned -----------------------------------------------------------------------------------------------------


def returned(receipt: str = FIRST) -> CheckReturned:
    return CheckReturned(receipt, "doubt", ("exit",))


def test_a_duty_says_that_it_was_returned_is_being_corrected_and_is_done(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast)
        states = [standing(connection, cast)]
        for speaker, event in ((TANG, returned()), (ALICE, begun(cast)), (ALICE, corrected(cast))):
            cast.does(connection, speaker, event)
            states.append(standing(connection, cast))
    assert states == [DutyState.DONE, DutyState.RETURNED, DutyState.CORRECTING, DutyState.DONE]


def test_a_return_is_read_by_both_sides(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast)
        cast.does(connection, TANG, returned())
        for speaker in (ALICE, TANG, DONG):
            seen = cast.ledger(connection, speaker).submission(FIRST)
            assert seen is not None
            back = seen.returned
            assert back is not None
            assert (back.reason, back.questions, back.by) == ("doubt", ("exit",), TANG.name)


def test_a_version_is_returned_once_and_only_the_newest(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast)
        cast.does(connection, TANG, returned())
        with pytest.raises(Refusal, match="return-done"):
            cast.does(connection, DONG, returned())
        correct(connection, cast)
        with pytest.raises(Refusal, match="submission-gone"):
            cast.does(connection, TANG, returned(FIRST))
        cast.does(connection, DONG, returned(SECOND))


def test_what_is_being_corrected_is_not_returned(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast)
        cast.does(connection, ALICE, begun(cast))
        with pytest.raises(Refusal, match="return-correcting"):
            cast.does(connection, TANG, returned())


@pytest.mark.parametrize(
    ("speaker", "line"),
    [(WEI, "submission-gone"), (ALICE, "not-allowed"), (CHARLIE, "not-allowed"), (NOBODY, "not-allowed")],
)
def test_who_does_not_watch_over_it_returns_nothing(cast: Cast, speaker: Speaker, line: str) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast)
        with pytest.raises(Refusal, match=line):
            cast.does(connection, speaker, returned())
        seen = cast.ledger(connection, TANG).submission(FIRST)
    assert seen is not None
    assert seen.returned is None


@pytest.mark.parametrize("speaker", [WEI, CHARLIE, NOBODY])
def test_who_is_outside_sees_no_submission(cast: Cast, speaker: Speaker) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast)
        correct(connection, cast)
        ledger = cast.ledger(connection, speaker)
        assert ledger.submissions() == ()
        assert ledger.count_submissions() == 0
        assert ledger.versions(cast.key("kitchen")) == ()
        assert ledger.hazards_of(cast.key("kitchen")) == ()
        for receipt in (FIRST, SECOND):
            assert ledger.submission(receipt) is None
            assert ledger.versions_of(receipt) == ()


@pytest.mark.parametrize("role", [Role.EXPERT, Role.WORKER])
def test_a_role_without_the_right_neither_sees_nor_returns(cast: Cast, role: Role) -> None:
    place = Place(role) if role is Role.EXPERT else Place(role, enterprise=cast.east)
    with cast.database.writing() as connection:
        submit(connection, cast)
        number = cast.invite(connection, place, "for-nobody")
        cast.does(connection, NOBODY, ConsentGiven("1"), JoinRequested(number, NOBODY.phone))
        (waiting,) = cast.ledger(connection, DONG).waiting_joins()
        cast.does(connection, DONG, JoinApproved(waiting.number))
        ledger = cast.ledger(connection, NOBODY)
        assert ledger.submissions() == ()
        assert ledger.submission(FIRST) is None
        with pytest.raises(Refusal, match="not-allowed"):
            cast.does(connection, NOBODY, returned())


def test_the_list_has_the_newest_version_of_each_check_the_latest_first_by_page(cast: Cast) -> None:
    flood = cast.key("flood")
    with cast.database.writing() as connection:
        submit(connection, cast)
        cast.passes(minutes=1)
        cast.does(connection, ALICE, cast.begun("flood"), CheckSubmitted(flood, 1, 1, 1, 0))
        cast.passes(minutes=1)
        submit(connection, cast, CHARLIE)
        cast.passes(minutes=1)
        correct(connection, cast)
        for speaker, expected in (
            (TANG, [SECOND, "ZC-2026-000002"]),
            (WEI, ["ZC-2026-000003"]),
            (DONG, [SECOND, "ZC-2026-000003", "ZC-2026-000002"]),
        ):
            ledger = cast.ledger(connection, speaker)
            pages = [ledger.submissions(offset=place, limit=1) for place in range(len(expected) + 1)]
            assert [one.receipt for page in pages for one in page] == expected
            assert ledger.count_submissions() == len(expected)


def test_events_say_the_receipt_and_belong_to_the_enterprise(cast: Cast) -> None:
    with cast.database.writing() as connection:
        submit(connection, cast)
        recorded: list[Event] = cast.does(connection, TANG, returned())
        assert recorded == [returned()]
        assert replace(returned(), receipt=SECOND) != returned()
