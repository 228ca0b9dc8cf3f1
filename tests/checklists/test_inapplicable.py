"""Not applicable with a reason: where it may be said, what it means for judgement, score, photos, sums; how it is typed; old forms."""

import pytest

from checklists.answers import Answer, NotApplicable
from checklists.catalogue import Catalogue
from checklists.findings import findings, review, score
from checklists.judging import check, judge, photo_wish
from checklists.piping import value_words
from checklists.reading.applying import inapplicable, reason
from checklists.schema import Checklist, Outcome, PhotoAsk, PhotoRule, Question, QuestionKind
from checklists.walk import figures, is_open, next_open, outline
from checklists.words import Words
from tests.checklists.forms import TODAY, form, given, n, option, question, words

REASONS = (option("absent", "neutral", "本单位没有"), option("idle", "neutral", "停用了"))
MAY = question("Q", na_reasons=REASONS)
ALWAYS = question("Z")
OWN = question("O", options=(option("ok", label="是"), option("na", "neutral", "不适用")), na_reasons=REASONS)
ABSENT = NotApplicable("absent")


@pytest.mark.parametrize(
    ("asked", "value", "problem"),
    [
        (MAY, ABSENT, None),
        (MAY, NotApplicable("我们没有锅炉"), None),
        (MAY, NotApplicable("  "), "problem-no-reason"),
        (ALWAYS, ABSENT, "problem-applies"),
        *(
            (question("K", kind.value, na_reasons=REASONS, options=()), ABSENT, None)
            for kind in QuestionKind
            if kind is not QuestionKind.CALCULATED
        ),
    ],
)
def test_it_may_be_said_with_a_reason_where_the_form_allows_it(
    asked: Question, value: NotApplicable, problem: str | None
) -> None:
    found = check(asked, value, TODAY)
    assert (found.line if found else None) == problem


def test_it_is_neither_fine_nor_a_finding_and_wants_no_photo() -> None:
    asked = MAY.model_copy(update={"photo": PhotoRule(ask=PhotoAsk.ALWAYS, required=True)})
    found = judge(asked, ABSENT, {}, TODAY)
    assert found.outcome is Outcome.NEUTRAL
    assert photo_wish(asked, Answer(ABSENT), found, drawn=True).missing == 0
    sent = question("P", "photo", na_reasons=REASONS)
    assert photo_wish(sent, Answer(ABSENT), judge(sent, ABSENT, {}, TODAY)).missing == 0


def test_it_counts_as_answered_and_stands_neither_above_nor_below_the_line_of_the_score() -> None:
    whole = form(MAY, question("A"), question("B"))
    answers = {**given(A="ok", B="bad"), "Q": Answer(ABSENT)}
    counted = score(whole, answers, {}, TODAY)
    assert (counted.points, counted.passed, counted.asked, counted.bad) == (50, 1, 2, 1)
    looked = review(whole, answers, {}, TODAY)
    assert (looked.open, looked.skipped, looked.blocking, looked.photos_missing) == ((), (), (), ())
    assert [one.question.id for one in findings(whole, answers, {}, TODAY)] == ["B"]
    assert not is_open(answers["Q"])
    assert next_open(whole, answers, {}) is None


def test_a_condition_on_its_options_does_not_hold_and_a_number_adds_nothing() -> None:
    count = question("N", "number", na_reasons=REASONS, unit=words("台"))
    other = question("M", "number", unit=words("台"))
    total = question("S", "calculated", calculate={"sum": [{"answer": "N"}, {"answer": "M"}]})
    then = question("T", when={"answer": "Q", "in": ["ok", "absent"]})
    whole = form(MAY, count, other, total, then)
    answers = {"Q": Answer(ABSENT), "N": Answer(ABSENT), "M": Answer(n("3"))}
    assert [one.id for one in outline(whole, answers, {})] == ["Q", "N", "M"]
    assert figures(whole, answers, {}) == {"S": n("3")}


def test_inside_a_text_it_reads_as_what_it_is() -> None:
    assert value_words(ABSENT) == Words("不适用", "not applicable")


@pytest.mark.parametrize(
    ("asked", "text", "why"),
    [
        *((MAY, text, "") for text in ("不适用", "不适用。", "本题不适用", "不涉及", "N/A", "n/a", "NA", "Not applicable", "没有这个")),
        *((MAY, text, "没有锅炉") for text in ("不适用，没有锅炉", "不适用 没有锅炉", "不适用：没有锅炉。", "不适用（没有锅炉）", "不适用，因为没有锅炉")),
        (MAY, "N/A: no boiler", "no boiler"),
        (MAY, "not applicable because we have none", "we have none"),
        (MAY, "不适用\n我们只做外卖", "我们只做外卖"),
        *((ALWAYS, text, "") for text in ("不适用", "N/A")),
        *((ALWAYS, text, None) for text in ("没有这个", "是", "适用", "nail", "natural gas", "name: 王", "不太适用")),
        *((MAY, text, None) for text in ("不适用吗？", "这题不适用吧?", "可以不适用吗", "是", "没有")),
        (OWN, "不适用", None),
    ],
)  # fmt: skip
def test_it_is_understood_when_typed(asked: Question, text: str, why: str | None) -> None:
    assert inapplicable(asked, text) == why


@pytest.mark.parametrize(
    ("text", "kept"),
    [("本单位没有", "absent"), ("本单位没有。", "absent"), ("停用了", "idle"), ("我们没有", "我们没有")],
)
def test_a_usual_reason_is_known_by_its_words(text: str, kept: str) -> None:
    assert reason(MAY, text) == NotApplicable(kept)


def test_a_form_without_it_keeps_its_text_and_fingerprint() -> None:
    plain = form(ALWAYS)
    assert "na_reasons" not in plain.to_json()
    kept = form(MAY)
    again = Checklist.from_json(kept.to_json())
    assert again == kept
    assert again.question("Q").na_reason("absent") == REASONS[0]
    assert kept.fingerprint != form(question("Q")).fingerprint


def test_shipped_questions_that_may_not_apply_are_few_never_critical_and_say_why(
    catalogue: Catalogue,
) -> None:
    for whole in catalogue.checklists.values():
        asked = [one for one in whole.questions if one.may_not_apply]
        assert all(not one.critical and 1 <= len(one.na_reasons) <= 3 for one in asked)
        assert len(asked) <= len(whole.questions) // 4
    assert any(one.may_not_apply for whole in catalogue.checklists.values() for one in whole.questions)
