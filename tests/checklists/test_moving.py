"""What becomes of an answer when its form has a newer version: the rule as a table."""

from datetime import date
from decimal import Decimal

import pytest

from checklists.answers import Answer, NotApplicable
from checklists.moving import difference, moved, reads_differently
from checklists.parts import Clause
from checklists.schema import Outcome, PhotoAsk, PhotoRule, Question, QuestionKind, Severity
from checklists.words import Words
from tests.dialogs.smallform import option
from tests.dialogs.versionforms import NEWER, OLD, STAYS, form, litres

TODAY = date(2026, 11, 23)
YES = Answer("ok", photos=1, note="说明")


def one(question: Question, **changed: object) -> tuple[Question, Question]:
    return question, question.model_copy(update=changed)


@pytest.mark.parametrize(
    ("changed", "fate"),
    [
        ({}, "kept"),
        ({"text": Words("安全出口能打开吗？", "Other English")}, "kept"),
        ({"advice": Words("别的", "x")}, "kept"),
        ({"basis": (Clause(law=Words("法", "Law")),)}, "kept"),
        ({"severity": Severity.MAJOR}, "kept"),
        ({"photo": PhotoRule(ask=PhotoAsk.ALWAYS, required=True)}, "kept"),
        ({"required": False}, "kept"),
        ({"text": Words("安全出口都能打开吗？", "x")}, "confirm"),
        ({"options": (option("ok", "能"), option("bad", "否", Outcome.BAD))}, "confirm"),
        ({"options": (option("yes", "是"), option("no", "否", Outcome.BAD))}, "left"),
        ({"kind": QuestionKind.TEXT, "options": ()}, "confirm"),
        ({"kind": QuestionKind.NUMBER, "options": ()}, "left"),
        ({"kind": QuestionKind.DATE, "options": ()}, "left"),
    ],
)
def test_the_rule(changed: dict[str, object], fate: str) -> None:
    old, new = one(STAYS, **changed)
    found = moved(form(old), form(new), {"V-1": YES}, TODAY)
    assert getattr(found, fate) == ("V-1",)
    after = found.answers["V-1"]
    assert (after.photos, after.note) == (1, "说明"), "photos and notes stay with their question"
    assert after.to_confirm is (fate == "confirm")
    assert after.value == (None if fate == "left" else "ok")


def test_a_number_outside_the_new_range_is_left_behind() -> None:
    old = litres(2)
    new = old.model_copy(update={"maximum": Decimal(1)})
    assert moved(form(old), form(new), {"V-3": Answer(Decimal(2))}, TODAY).left == ("V-3",)


@pytest.mark.parametrize(
    ("changed", "fate"),
    [
        ({}, "kept"),
        ({"text": Words("安全出口都能打开吗？", "x")}, "confirm"),
        ({"kind": QuestionKind.NUMBER, "options": ()}, "confirm"),
        ({"na_reasons": ()}, "left"),
    ],
)
def test_what_does_not_apply_moves_while_that_may_be_said(changed: dict[str, object], fate: str) -> None:
    old, new = one(
        STAYS.model_copy(update={"na_reasons": (option("a", "没有", Outcome.NEUTRAL),)}), **changed
    )
    found = moved(form(old), form(new), {"V-1": Answer(NotApplicable("没有门"))}, TODAY)
    assert getattr(found, fate) == ("V-1",)


@pytest.mark.parametrize(("text", "stays"), [("安全出口能打开吗？", True), ("换了？", False)])
def test_what_was_passed_over_stays_so_only_while_it_reads_the_same(text: str, stays: bool) -> None:
    new = STAYS.model_copy(update={"text": Words(text, text)})
    found = moved(form(STAYS), form(new), {"V-1": Answer(skipped=True)}, TODAY)
    assert (found.kept == ("V-1",)) is stays
    assert found.answers["V-1"].skipped is stays


def test_what_waits_to_be_confirmed_still_does() -> None:
    found = moved(form(STAYS), form(STAYS), {"V-1": Answer("ok", to_confirm=True)}, TODAY)
    assert found.confirm == ("V-1",)


def test_two_versions_are_told_apart_by_question() -> None:
    apart = difference(OLD, NEWER)
    assert (apart.new, apart.changed, apart.gone) == (("V-5",), ("V-2", "V-3", "V-6"), ("V-4",))
    assert not difference(OLD, OLD)
    titled = OLD.model_copy(update={"title": Words("别的名字", "Another name")})
    assert not difference(OLD, titled)
    assert not reads_differently(OLD.question("V-3"), NEWER.question("V-3"))


def test_everything_together() -> None:
    answers = {
        "V-1": Answer("ok"),
        "V-2": Answer("bad"),
        "V-3": Answer(Decimal(2)),
        "V-4": Answer("ok"),
        "V-6": Answer("a"),
    }
    found = moved(OLD, NEWER, answers, TODAY)
    assert (found.kept, found.confirm, found.left) == (("V-1", "V-3"), ("V-2",), ("V-4", "V-6"))
    assert set(found.answers) == {"V-1", "V-2", "V-3", "V-6"}
    assert moved(OLD, OLD, answers, TODAY).answers == answers
