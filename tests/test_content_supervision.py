"""The rules for classes, credit and assessment that are shipped: whole, as the domain guide has them, in both languages."""

from collections.abc import Iterator

import pytest

from checklists.assessment import Assessment
from checklists.credit import Credit
from checklists.grading import EnterpriseClass, Grading
from checklists.load import load_catalogue
from checklists.parts import Clause
from checklists.tour import tour
from checklists.words import Words

RULES = load_catalogue().rules
GRADING, CREDIT, ASSESSMENT = RULES.grading, RULES.credit, RULES.assessment
assert isinstance(GRADING, Grading)
assert isinstance(CREDIT, Credit)
assert isinstance(ASSESSMENT, Assessment)


def texts() -> Iterator[Words]:
    for rules in (GRADING, CREDIT, ASSESSMENT):
        assert rules is not None
        for _, part in tour(rules):
            if not isinstance(part, Clause):
                values = (getattr(part, name) for name in type(part).model_fields)
                yield from (value for value in values if isinstance(value, Words))


def test_every_text_stands_in_both_languages() -> None:
    found = list(texts())
    assert len(found) > 130
    for words in found:
        assert any("\u4e00" <= sign <= "\u9fff" for sign in words.zh), words
        assert words.en, words
        assert not any("\u4e00" <= sign <= "\u9fff" for sign in words.en), words


def test_the_grading_is_whole() -> None:
    assert {one.id: (one.most, len(one.factors)) for one in GRADING.dimensions} == {
        "industry": (35, 12),
        "risk": (35, 12),
        "status": (15, 5),
        "performance": (15, 0),
    }
    assert len(GRADING.overrides) == 6
    assert [(one.id, one.from_points) for one in GRADING.classes] == [
        ("I", 70),
        ("II", 50),
        ("III", 30),
        ("IV", 0),
    ]


@pytest.mark.parametrize(
    ("supervision", "self_check", "inspect", "expert"),
    [("I", 30, 30, 180), ("II", 30, 90, 365), ("III", 90, 180, None), ("IV", 90, 365, None)],
)
def test_the_frequencies_are_those_of_the_domain_guide(
    supervision: str, self_check: int, inspect: int, expert: int | None
) -> None:
    rule = GRADING.rule(EnterpriseClass(supervision))
    assert (rule.self_check_days, rule.inspect_days, rule.expert_days) == (self_check, inspect, expert)


def test_the_credit_rules_are_whole() -> None:
    ids = [rule.id for rule in CREDIT.rules]
    assert ids == [f"N{number:02}" for number in range(1, 18)] + [f"P{number:02}" for number in range(1, 7)]
    assert [rule.lowers for rule in CREDIT.rules] == [True] * 17 + [False] * 6
    assert [grade.id for grade in CREDIT.grades] == ["A", "B", "C", "D"]
    assert (len(CREDIT.hard), len(CREDIT.effects)) == (3, 4)


def test_points_are_never_called_bad_faith() -> None:
    """The word may stand only where it is said what they are not, or what the law does."""
    assert "不是失信" in CREDIT.notice.zh
    for rule in CREDIT.rules:
        assert "失信" not in rule.title.zh


def test_the_assessment_is_whole() -> None:
    assert len(ASSESSMENT.indicators) == 9
    assert sum(len(one.measures) for one in ASSESSMENT.indicators) == 25
    assert (len(ASSESSMENT.deductions), len(ASSESSMENT.vetoes), len(ASSESSMENT.bands)) == (3, 3, 4)
