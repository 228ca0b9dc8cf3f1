"""Answers: saved one by one, each save kept for ever, the draft always as it stands."""

from contextlib import nullcontext
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import Connection, select

from checklists.answers import Answer, JsonValue, NotApplicable, Value
from checklists.schema import Severity
from safety.checks import Author, CheckKey, Save
from safety.errors import Refusal
from safety.events import (
    AnswerNoted,
    AnswerSaved,
    CheckSubmitted,
    Event,
    HazardFound,
    HazardWithdrawn,
    PhotoReceived,
    PhotosSkipped,
)
from storage.tables.checks import saves
from tests.cast import ALICE, BOB, CHARLIE, TANG, Cast, Speaker


def saved(cast: Cast, question: str, value: JsonValue, outcome: str = "ok") -> AnswerSaved:
    return AnswerSaved(cast.key("kitchen"), question, value, outcome, cast.now - timedelta(seconds=5))


def begin(connection: Connection, cast: Cast) -> CheckKey:
    cast.does(connection, ALICE, cast.begun("kitchen"))
    return cast.key("kitchen")


def answer(connection: Connection, cast: Cast, question: str) -> Answer:
    draft = cast.ledger(connection, ALICE).draft(cast.key("kitchen"))
    assert draft is not None
    return draft.answers[question]


@pytest.mark.parametrize(
    ("question", "json", "value"),
    [
        ("exit", "yes", "yes"),
        ("staff", "12.50", Decimal("12.5")),
        ("staff", "0", Decimal(0)),
        ("trained", "2024-02-29", date(2024, 2, 29)),
        ("fuels", ["yes", "no"], ("yes", "no")),
        ("fuels", [], ()),
        ("exit", {"na": "absent"}, NotApplicable("absent")),
        ("staff", {"na": "只有“家人”帮忙"}, NotApplicable("只有“家人”帮忙")),
        ("remarks", '灶台旁堆了纸箱 "🔥"\n第二行', '灶台旁堆了纸箱 "🔥"\n第二行'),
    ],
)
def test_a_value_of_each_kind_comes_back(cast: Cast, question: str, json: JsonValue, value: Value) -> None:
    with cast.database.writing() as connection:
        begin(connection, cast)
        cast.does(connection, ALICE, saved(cast, question, json))
        assert answer(connection, cast, question) == Answer(value=value)


def test_each_save_is_kept_with_who_when_and_which_version(cast: Cast) -> None:
    with cast.database.writing() as connection:
        begin(connection, cast)
        cast.does(connection, ALICE, saved(cast, "exit", "no", "bad"))
        first = cast.now
        cast.passes(minutes=3)
        cast.does(connection, BOB, saved(cast, "exit", "yes"))
        rows = connection.execute(select(saves).order_by(saves.c.id)).all()
        persons = [cast.actor(connection, speaker).person for speaker in (ALICE, BOB)]
        assert answer(connection, cast, "exit").value == "yes"
    assert [(row.value, row.outcome) for row in rows] == [("no", "bad"), ("yes", "ok")]
    assert [row.at for row in rows] == [first, cast.now]
    assert [row.shown_at for row in rows] == [first - timedelta(seconds=5), cast.now - timedelta(seconds=5)]
    assert [row.person for row in rows] == persons
    assert {row.form for row in rows} == {cast.catalogue.checklists["kitchen"].fingerprint}


def test_a_question_passed_over_is_remembered_and_can_be_answered(cast: Cast) -> None:
    with cast.database.writing() as connection:
        begin(connection, cast)
        cast.does(connection, ALICE, saved(cast, "exit", None, "neutral"))
        assert answer(connection, cast, "exit") == Answer(skipped=True)
        cast.does(connection, ALICE, saved(cast, "exit", "yes"))
        assert answer(connection, cast, "exit") == Answer(value="yes")


def test_notes_stand_one_below_the_other_and_outlive_a_new_answer(cast: Cast) -> None:
    with cast.database.writing() as connection:
        key = begin(connection, cast)
        cast.does(connection, ALICE, AnswerNoted(key, "exit", "后门锁着"))
        assert answer(connection, cast, "exit") == Answer(note="后门锁着")
        cast.does(connection, ALICE, saved(cast, "exit", "no", "bad"))
        cast.does(connection, BOB, AnswerNoted(key, "exit", "钥匙在吧台"))
        cast.does(connection, ALICE, saved(cast, "exit", "yes"))
        assert answer(connection, cast, "exit") == Answer(value="yes", note="后门锁着\n钥匙在吧台")


def test_a_photo_that_will_not_come_is_remembered_until_one_comes(cast: Cast) -> None:
    with cast.database.writing() as connection:
        key = begin(connection, cast)
        cast.does(connection, ALICE, saved(cast, "exit", "no", "bad"), PhotosSkipped(key, "exit"))
        assert answer(connection, cast, "exit") == Answer(value="no", photos_skipped=True)
        cast.does(connection, ALICE, PhotoReceived(key, "exit", "f", "u", None))
        assert answer(connection, cast, "exit") == Answer(value="no", photos=1)


def test_colleagues_work_on_the_same_draft(cast: Cast) -> None:
    with cast.database.writing() as connection:
        begin(connection, cast)
        cast.does(connection, ALICE, saved(cast, "exit", "yes"))
        cast.does(connection, BOB, cast.begun("kitchen"), saved(cast, "gas", "yes"))
        drafts = [cast.ledger(connection, speaker).draft(cast.key("kitchen")) for speaker in (ALICE, BOB)]
    assert drafts[0] == drafts[1]
    assert drafts[0] is not None
    assert set(drafts[0].answers) == {"exit", "gas"}


def over(cast: Cast, value: JsonValue, revision: int | None) -> AnswerSaved:
    return AnswerSaved(cast.key("kitchen"), "exit", value, "ok", over=revision)


@pytest.mark.parametrize(
    ("speaker", "first", "revision", "taken"),
    [
        (BOB, "yes", 0, False),  # somebody else has answered since the question was drawn
        (BOB, "yes", 1, True),  # the answer on the screen is the one that stands
        (BOB, "yes", None, True),  # an event of before, or one that means to replace whatever stands
        (BOB, "yes", 7, False),
        (ALICE, "yes", 0, True),  # one's own answer
        (BOB, None, 0, True),  # passed over is not an answer
    ],
)
def test_a_colleague_s_newer_answer_is_never_replaced_unseen(
    cast: Cast, speaker: Speaker, first: str | None, revision: int | None, taken: bool
) -> None:
    with cast.database.writing() as connection:
        begin(connection, cast)
        cast.does(connection, ALICE, saved(cast, "exit", first))
        refuses = nullcontext() if taken else pytest.raises(Refusal, match="answer-changed")
        with refuses, connection.begin_nested():
            cast.does(connection, speaker, over(cast, "no", revision))
        assert answer(connection, cast, "exit").value == ("no" if taken else first)
        history = connection.execute(select(saves.c.value).order_by(saves.c.id)).scalars().all()
        assert history == ([first, "no"] if taken else [first])


def test_it_is_known_who_gave_each_answer_and_how_often(cast: Cast) -> None:
    with cast.database.writing() as connection:
        key = begin(connection, cast)
        cast.does(connection, ALICE, saved(cast, "exit", "yes"), saved(cast, "gas", None))
        cast.does(connection, BOB, AnswerNoted(key, "exit", "看过了"), AnswerNoted(key, "wiring", "旧"))
        early = cast.now
        cast.passes(minutes=4)
        cast.does(connection, BOB, over(cast, "no", 1))
        alice, bob = (cast.actor(connection, speaker).person for speaker in (ALICE, BOB))
        ledger = cast.ledger(connection, ALICE)
        draft = ledger.draft(key)
        assert draft is not None
        assert draft.saves == {"exit": Save(bob, 2), "gas": Save(alice, 1)}
        assert ledger.authors(key) == {
            "exit": Author(bob, BOB.name, cast.now),
            "gas": Author(alice, ALICE.name, early),
        }


def test_another_enterprise_learns_no_names(cast: Cast) -> None:
    with cast.database.writing() as connection:
        key = begin(connection, cast)
        cast.does(connection, ALICE, saved(cast, "exit", "yes"))
        for speaker in (CHARLIE, TANG):
            assert cast.ledger(connection, speaker).authors(key) == {}


def test_an_answer_the_form_does_not_ask_for_locks_nobody_out(cast: Cast) -> None:
    with cast.database.writing() as connection:
        begin(connection, cast)
        cast.does(connection, ALICE, saved(cast, "exit", "yes"), saved(cast, "no_such_question", "yes"))
        draft = cast.ledger(connection, ALICE).draft(cast.key("kitchen"))
    assert draft is not None
    assert set(draft.answers) == {"exit"}


def of_check(key: CheckKey) -> list[Event]:
    """Everything that needs an open check."""
    return [
        AnswerSaved(key, "exit", "yes", "ok"),
        AnswerNoted(key, "exit", "note"),
        PhotosSkipped(key, "exit"),
        PhotoReceived(key, "exit", "f", "u", 1),
        HazardFound(key, "exit", Severity.GENERAL, date(2026, 12, 1), suspected_major=False),
        HazardWithdrawn(key, "exit"),
        CheckSubmitted(key, 100, 1, 1, 0),
    ]


KINDS = range(len(of_check(CheckKey("kitchen", "2026-11"))))


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_written_to_a_check_that_was_not_begun(cast: Cast, kind: int) -> None:
    with cast.database.writing() as connection, pytest.raises(Refusal, match="check-gone"):
        cast.does(connection, ALICE, of_check(cast.key("kitchen"))[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_written_to_a_check_that_is_submitted(cast: Cast, kind: int) -> None:
    with cast.database.writing() as connection:
        key = begin(connection, cast)
        cast.does(connection, ALICE, saved(cast, "exit", "no", "bad"), CheckSubmitted(key, 50, 1, 2, 1))
        before = cast.ledger(connection, ALICE).draft(key)
        with pytest.raises(Refusal, match="already-submitted"), connection.begin_nested():
            cast.does(connection, BOB, of_check(key)[kind])
        assert cast.ledger(connection, ALICE).draft(key) == before


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("speaker", [CHARLIE, TANG])
def test_nothing_reaches_the_check_of_another_enterprise(cast: Cast, speaker: Speaker, kind: int) -> None:
    with cast.database.writing() as connection:
        key = begin(connection, cast)
        before = cast.ledger(connection, ALICE).draft(key)
        with pytest.raises(Refusal, match=r"check-gone|not-allowed"), connection.begin_nested():
            cast.does(connection, speaker, of_check(key)[kind])
        assert cast.ledger(connection, ALICE).draft(key) == before
        assert cast.ledger(connection, ALICE).hazards() == ()
