"""The question bank: both languages, who is asked what, the points an answer earns, versions."""

from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest

from checklists.answers import Facts
from checklists.bank import ExamItem, ExamKind, Trainee
from checklists.catalogue import Catalogue
from checklists.issues import Issue
from checklists.words import Words
from tests.checklists.smallrules import TOPIC

Refused = Callable[[Mapping[str, str | bytes | None]], tuple[Issue, ...]]
HALF = Decimal("0.5")


def test_questions_stand_in_both_languages(small: Catalogue) -> None:
    first, second, third = small.bank.items.values()
    assert first.text == Words("火警电话是？", "Which number?")
    assert [choice.label.en for choice in third.choices] == ["Shut the valve", "Open windows", "Light a fire"]
    assert second.why == Words("不能锁。", "They may not.")
    assert small.bank.topics[0].title == Words("消防", "Fire")


def test_a_judge_question_gets_its_two_answers(small: Catalogue) -> None:
    judge = small.bank.items["Q2"]
    assert [(choice.id, choice.label.en) for choice in judge.choices] == [("T", "True"), ("F", "False")]


@pytest.mark.parametrize(
    ("question", "chosen", "share"),
    [
        ("Q1", "A", Decimal(1)),
        ("Q1", "B", Decimal(0)),
        ("Q1", "", Decimal(0)),
        ("Q2", "F", Decimal(1)),
        ("Q2", "T", Decimal(0)),
        ("Q3", "AB", Decimal(1)),
        ("Q3", "BA", Decimal(1)),
        ("Q3", "A", HALF),
        ("Q3", "AC", Decimal(0)),
        ("Q3", "ABC", Decimal(0)),
        ("Q3", "C", Decimal(0)),
        ("Q3", "", Decimal(0)),
    ],
)
def test_an_answer_earns_its_share(small: Catalogue, question: str, chosen: str, share: Decimal) -> None:
    assert small.bank.items[question].share(chosen, small.bank.partly) == share


@pytest.mark.parametrize(
    ("role", "facts", "drawn"),
    [
        (Trainee.OFFICER, {}, {"Q1", "Q2"}),
        (Trainee.OFFICER, {"gas": True}, {"Q1", "Q2"}),
        (Trainee.WORKER, {}, {"Q1", "Q2"}),
        (Trainee.WORKER, {"gas": True}, {"Q1", "Q2", "Q3"}),
        (Trainee.PRINCIPAL, {"gas": True}, set()),
    ],
)
def test_everybody_is_asked_what_concerns_them(
    small: Catalogue, role: Trainee, facts: Facts, drawn: set[str]
) -> None:
    pool = small.bank.pool(small.bank.paper("short"), role, facts)
    assert {item.id for items in pool.values() for item in items} == drawn
    assert all(item.kind is kind for kind, items in pool.items() for item in items)


def test_a_paper_leaves_out_other_topics(small: Catalogue) -> None:
    paper = small.bank.paper("short").model_copy(update={"topics": ("gas",)})
    assert not any(small.bank.pool(paper, Trainee.WORKER, {}).values())
    assert set(small.bank.pool(paper.model_copy(update={"topics": ()}), Trainee.WORKER, {})) == set(ExamKind)


def test_a_paper_knows_its_points(small: Catalogue) -> None:
    paper = small.bank.paper("short")
    assert (paper.total, paper.pass_points, paper.attempts_a_day, paper.shuffle) == (100, 60, 3, True)
    with pytest.raises(KeyError):
        small.bank.paper("long")


def test_a_kept_question_is_the_same_to_the_last_character(small: Catalogue) -> None:
    for item in small.bank.items.values():
        again = ExamItem.from_json(item.to_json())
        assert (again, again.fingerprint) == (item, item.fingerprint)


def test_the_same_id_in_two_topics_is_said(refused: Refused, texts: Mapping[str, str]) -> None:
    other = {"bank/gas.yaml": texts[TOPIC].replace("id: fire", "id: gas").replace("？", "呢？")}
    found = refused(other | {"en/bank/gas.yaml": texts["en/bank/fire.yaml"]})
    codes = [(issue.code, issue.file) for issue in found]
    assert codes.count(("duplicate-id", "bank/gas.yaml")) == 3
    assert ("exam-twice", "bank/gas.yaml") in codes  # 出口可以锁


def test_a_topic_that_does_not_fit_is_not_counted_as_missing(
    refused: Refused, texts: Mapping[str, str]
) -> None:
    found = refused({TOPIC: texts[TOPIC].replace("kind: judge", "kind: judgge")})
    assert [issue.code for issue in found] == ["not-one-of"]


def test_too_many_choices_are_said(refused: Refused, texts: Mapping[str, str]) -> None:
    more = "".join(f'      - {{id: {letter}, label: "{letter}"}}\n' for letter in "CDEFGHI")
    text = texts[TOPIC].replace('      - {id: B, label: "114"}\n', '      - {id: B, label: "114"}\n' + more)
    assert "options-too-many" in {issue.code for issue in refused({TOPIC: text})}
