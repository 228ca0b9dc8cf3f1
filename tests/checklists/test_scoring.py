"""Weights, sections, caps and the mark: tables of cases. What passes at all is in test_findings.py."""

import orjson
import pytest

from checklists.answers import Answer
from checklists.catalogue import Catalogue
from checklists.findings import Score, score
from checklists.schema import Checklist, MajorSource, PhotoAsk, PhotoRule, Question, Section, Severity
from checklists.scoring import Cap, Limit, SectionScore
from tests.checklists.forms import TODAY, form, given, question, words

LIGHT, MIDDLE, HEAVY = (question(name, weight=weight) for name, weight in (("L", 1), ("M", 2), ("H", 5)))
CRITICAL = question("C", critical=True)
GRAVE = question("G", severity=Severity.MAJOR, major=MajorSource(official=False))
BOTH = question("B", critical=True, severity=Severity.MAJOR, major=MajorSource(official=False))
PHOTO = question("P", weight=5, photo=PhotoRule(ask=PhotoAsk.ALWAYS))
MANY = tuple(question(f"Q{place}") for place in range(20))
ALL_FINE = {one.id: Answer(value="ok") for one in MANY}


def of(*questions: Question, critical_cap: int | None = None, mark: int | None = None) -> Checklist:
    return form(*questions, critical_cap=critical_cap, pass_mark=mark)


@pytest.mark.parametrize(
    ("answers", "points"),
    [
        (given(L="ok", M="ok", H="ok"), 100),
        (given(L="bad", M="ok", H="ok"), 87),  # 7 of 8
        (given(L="ok", M="bad", H="ok"), 75),
        (given(L="ok", M="ok", H="bad"), 37),
        (given(L="ok", M="bad", H="bad"), 12),
        (given(L="bad", M="bad", H="bad"), 0),
        (given(L="ok", M="ok"), 37),  # not answered weighs as much as answered badly
        ({**given(L="ok", M="ok"), "H": Answer(skipped=True)}, 37),
    ],
)
def test_a_question_counts_as_often_as_it_weighs(answers: dict[str, Answer], points: int) -> None:
    it = score(of(LIGHT, MIDDLE, HEAVY), answers, {}, TODAY)
    assert it.points == points
    assert it.weighted
    assert it.asked == 3


def test_what_lacks_its_photo_takes_its_weight_along() -> None:
    it = score(of(LIGHT, MIDDLE, PHOTO), given(L="ok", M="bad", P="ok"), {}, TODAY)
    assert (it.points, it.passed, it.asked, it.uncounted) == (33, 1, 2, 1)


@pytest.mark.parametrize(
    ("bad", "cap", "points", "limits"),
    [
        # which questions fail, the critical cap of the content, points, what keeps them down
        ("", 59, 100, ()),
        ("L", 59, 95, ()),
        ("C", 59, 59, (Limit(Cap.CRITICAL, 59, ("C",)),)),
        ("C", 0, 0, (Limit(Cap.CRITICAL, 0, ("C",)),)),
        ("C", None, 95, ()),
        ("G", 59, 59, (Limit(Cap.MAJOR, 59, ("G",)),)),
        ("B", 40, 40, (Limit(Cap.MAJOR, 59, ("B",)), Limit(Cap.CRITICAL, 40, ("B",)))),
        ("CG", 80, 59, (Limit(Cap.MAJOR, 59, ("G",)), Limit(Cap.CRITICAL, 80, ("C",)))),
    ],
)
def test_some_failures_cap_the_score_whatever_else_is_fine(
    bad: str, cap: int | None, points: int, limits: tuple[Limit, ...]
) -> None:
    asked = (*MANY, LIGHT, CRITICAL, GRAVE, BOTH)
    answers = {**ALL_FINE, **given(L="ok", C="ok", G="ok", B="ok"), **given(**dict.fromkeys(bad, "bad"))}
    it = score(of(*asked, critical_cap=cap), answers, {}, TODAY)
    assert (it.points, it.limits) == (points, limits)


def test_a_cap_never_lifts_a_low_score() -> None:
    it = score(of(CRITICAL, LIGHT, critical_cap=59), given(C="bad", L="bad"), {}, TODAY)
    assert (it.points, [limit.cap for limit in it.limits]) == (0, [Cap.CRITICAL])


@pytest.mark.parametrize(
    ("mark", "bad", "reached"),
    [(None, "", None), (None, "L", None), (50, "L", True), (51, "L", False), (100, "", True)],
)
def test_a_score_reaches_the_mark_or_not(mark: int | None, bad: str, reached: bool | None) -> None:
    answers = given(L="bad" if bad else "ok", C="ok")
    assert score(of(LIGHT, CRITICAL, mark=mark), answers, {}, TODAY).reached is reached


def two_sections(first: tuple[Question, ...], second: tuple[Question, ...]) -> Checklist:
    whole = form(*first)
    other = Section(id="Z", title=words("乙"), questions=second)
    return whole.model_copy(update={"sections": (*whole.sections, other)})


def test_each_section_has_its_own_sum_without_caps() -> None:
    asked = two_sections((LIGHT, HEAVY), (CRITICAL, MIDDLE)).model_copy(update={"critical_cap": 10})
    it = score(asked, given(L="bad", H="ok", C="bad", M="ok"), {}, TODAY)
    assert it.points == 10
    assert it.sections == (SectionScore("A", 83, 1, 2, 1), SectionScore("Z", 66, 1, 2, 1))


def test_a_section_in_which_nothing_was_asked_is_not_there() -> None:
    asked = two_sections((LIGHT,), (PHOTO,))
    assert [one.section for one in score(asked, given(L="ok"), {}, TODAY).sections] == ["A", "Z"]
    no_second = asked.model_copy(update={"sections": asked.sections[:1]})
    assert [one.section for one in score(no_second, given(L="ok"), {}, TODAY).sections] == ["A"]


def test_a_kept_score_is_read_back_as_it_was() -> None:
    it = score(of(*MANY, BOTH, PHOTO, critical_cap=59, mark=60), given(B="bad", P="ok"), {}, TODAY)
    assert it.limits
    assert it.uncounted
    assert Score.from_json(orjson.loads(orjson.dumps(it.to_json()))) == it


def test_a_plain_form_of_equal_weights_says_so() -> None:
    assert not score(of(LIGHT, CRITICAL), given(L="ok", C="ok"), {}, TODAY).weighted


def test_every_shipped_form_has_a_mark_that_a_failed_critical_question_misses(catalogue: Catalogue) -> None:
    for it in catalogue.checklists.values():
        assert it.pass_mark is not None
        assert it.critical_cap is not None
        assert it.critical_cap < it.pass_mark
        assert it.major_cap < it.pass_mark


def test_a_form_kept_before_there_were_weights_means_what_it_meant() -> None:
    old = Checklist.from_json(form(CRITICAL, LIGHT).to_json())
    assert "weight" not in old.to_json()
    it = score(old, given(C="bad", L="ok"), {}, TODAY)
    assert (it.points, it.limits, it.reached) == (50, (), None)
