"""What a whole form comes to: findings, points, and what blocks it."""

import pytest

from checklists.answers import Answer
from checklists.catalogue import Catalogue
from checklists.findings import findings, review, score
from checklists.schema import MajorSource, PhotoAsk, PhotoRule, Severity
from tests.checklists.forms import TODAY, form, given, option, question, when

NA = (option("ok"), option("bad", "bad"), option("na", "neutral"))
A, B, C = (question(name, "single", options=NA, rectify_days=3) for name in "ABC")
PHOTO = question("P", photo=PhotoRule(ask=PhotoAsk.ALWAYS))
PROOF = question("R", photo=PhotoRule(ask=PhotoAsk.ALWAYS, required=True))
GRAVE = question("G", severity=Severity.MAJOR, major=MajorSource(official=False))
EASY = question("E", required=False)


@pytest.mark.parametrize(
    ("questions", "answers", "expected"),
    [
        # points, passed, asked, bad, uncounted
        ((A, B, C), given(A="ok", B="ok", C="ok"), (100, 3, 3, 0, 0)),
        ((A, B, C), given(A="ok", B="ok", C="bad"), (66, 2, 3, 1, 0)),
        ((A, B, C), given(A="bad", B="bad", C="bad"), (0, 0, 3, 3, 0)),
        ((A, B, C), given(A="ok", B="na", C="bad"), (50, 1, 2, 1, 0)),
        ((A, B, C), given(A="na", B="na", C="na"), (100, 0, 0, 0, 0)),
        ((A, B), {**given(A="ok"), "B": Answer(skipped=True)}, (50, 1, 2, 0, 0)),
        ((A, B), given(A="ok"), (50, 1, 2, 0, 0)),
        ((A, PHOTO), given(A="ok", P="ok"), (100, 1, 1, 0, 1)),
        ((A, PHOTO), {**given(A="ok"), "P": Answer(value="ok", photos=1)}, (100, 2, 2, 0, 0)),
        ((A, PHOTO), given(A="ok", P="bad"), (50, 1, 2, 1, 0)),
        ((PHOTO,), given(P="ok"), (0, 0, 0, 0, 1)),
        ((A, B, C, GRAVE), given(A="ok", B="ok", C="ok", G="bad"), (59, 3, 4, 1, 0)),
        ((A, GRAVE), given(A="bad", G="bad"), (0, 0, 2, 2, 0)),
        ((A, GRAVE), given(A="ok", G="ok"), (100, 2, 2, 0, 0)),
    ],
)
def test_the_points_are_what_passed_of_what_was_asked(
    questions: tuple[object, ...], answers: dict[str, Answer], expected: tuple[int, ...]
) -> None:
    it = score(form(*questions), answers, {}, TODAY)  # type: ignore[arg-type]  # parametrised
    assert (it.points, it.passed, it.asked, it.bad, it.uncounted) == expected


def test_points_are_never_rounded_up_to_full() -> None:
    many = [question(f"Q{place}") for place in range(300)]
    answers = {q.id: Answer(value="ok") for q in many} | given(Q0="bad")
    assert score(form(*many), answers, {}, TODAY).points == 99


def test_the_cap_is_content() -> None:
    assert (
        score(form(A, B, C, GRAVE, major_cap=30), given(A="ok", B="ok", C="ok", G="bad"), {}, TODAY).points
        == 30
    )


def test_a_hidden_question_is_neither_asked_nor_passed() -> None:
    hidden = question("H", when=when(fact="gas"))
    assert score(form(A, hidden), given(A="ok", H="bad"), {}, TODAY).asked == 1
    assert findings(form(A, hidden), given(A="ok", H="bad"), {}, TODAY) == ()


def test_findings_stand_in_the_order_of_the_form_with_note_and_judgement() -> None:
    answers = {"C": Answer(value="bad"), "A": Answer(value="bad", note="门口"), "B": Answer(value="ok")}
    first, second = findings(form(A, B, C), answers, {}, TODAY)
    assert (first.question.id, first.note, first.judgement.rectify_days) == ("A", "门口", 3)
    assert second.question.id == "C"


def test_findings_are_judged_with_the_facts_that_the_form_itself_states() -> None:
    fuel = question("F", "single", options=(option("gas", sets={"gas": True}), option("none", "bad")))
    grave = question("G", major=MajorSource(official=True, when=when(fact="gas")))
    (found,) = findings(form(fuel, grave), given(F="gas", G="bad"), {"gas": False}, TODAY)
    assert found.judgement.suspected_major


def test_the_review_names_what_stands_out() -> None:
    answers = {
        "A": Answer(value="bad"),
        "B": Answer(skipped=True),
        "P": Answer(value="ok"),
        "R": Answer(value="ok", photos_skipped=True),
        "E": Answer(skipped=True),
    }
    it = review(form(A, B, C, PHOTO, PROOF, EASY), answers, {}, TODAY)
    named = {
        key: [q.id for q in getattr(it, key)]
        for key in ("bad", "open", "skipped", "photos_missing", "blocking")
    }
    assert named == {
        "bad": ["A"],
        "open": ["C"],
        "skipped": ["B", "E"],
        "photos_missing": ["P", "R"],
        "blocking": ["C", "B", "R"],
    }


def test_a_complete_form_blocks_nothing() -> None:
    it = review(form(A, PROOF), {"A": Answer(value="ok"), "R": Answer(value="ok", photos=1)}, {}, TODAY)
    assert (it.bad, it.open, it.skipped, it.photos_missing, it.blocking) == ((), (), (), (), ())


def test_the_small_form_can_be_answered_whole(small: Catalogue) -> None:
    kitchen = small.checklists["kitchen"]
    answers = given(**{"K-1": "wood", "K-7": "没有"})
    it = score(kitchen, answers, {}, TODAY)
    assert (it.points, it.asked, it.bad) == (0, 1, 1)
    assert findings(kitchen, answers, {}, TODAY)[0].judgement.suspected_major
