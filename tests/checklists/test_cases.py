"""The simplest case in which a question is asked, and answers to look at."""

from datetime import date
from decimal import Decimal

import pytest

from checklists.answers import Answer
from checklists.cases import Case, case_for, samples
from checklists.catalogue import Catalogue
from checklists.schema import Checklist, Question
from checklists.walk import check, outline
from tests.checklists.forms import TODAY, form, given, option, question, when

ANY = {"accept": {"anything": True}}


def asked(of: Checklist, one: Question, case: Case, catalogue: Catalogue) -> bool:
    return one in outline(of, case.answers, catalogue.facts.derive(case.facts))


def test_every_shipped_question_has_a_case(catalogue: Catalogue) -> None:
    for of in catalogue.checklists.values():
        for one in of.questions:
            case = case_for(of, one, catalogue.facts)
            assert case is not None, one.id
            assert asked(of, one, case, catalogue)


def test_the_case_says_no_more_than_it_must(small: Catalogue) -> None:
    kitchen = small.checklists["kitchen"]
    assert case_for(kitchen, kitchen.question("K-1"), small.facts) == Case()
    assert case_for(kitchen, kitchen.question("K-2"), small.facts) == Case({"gas": True})
    assert case_for(kitchen, kitchen.question("K-3"), small.facts) == Case({}, {"K-1": Answer("pipe")})
    assert case_for(kitchen, None, small.facts) == Case()


def test_it_follows_derived_facts_and_the_questions_before(small: Catalogue) -> None:
    a = question("a", when=when(fact="burning"))
    b = question("b", when=when(answer="a", **{"in": ["bad"]}))
    c = question("c", when=when(all=[{"answer": "b", "in": ["ok"]}, {"fact": "staff", "at_least": 7}]))
    of = form(a, b, c)
    case = case_for(of, c, small.facts)
    assert case is not None
    assert case.answers == given(a="bad", b="ok")
    assert asked(of, c, case, small)


def test_what_is_never_asked_has_no_case(small: Catalogue) -> None:
    never = question("a", when=when(all=[{"fact": "gas"}, {"not": {"fact": "gas"}}]))
    assert case_for(form(never), never, small.facts) is None


def test_a_hundred_facts_do_not_take_for_ever(small: Catalogue) -> None:
    parts = [{"fact": f"f{n}"} for n in range(100)]
    assert case_for(form(one := question("a", when=when(all=parts))), one, small.facts) is None


@pytest.mark.parametrize(
    ("one", "values"),
    [
        (question("q"), {"ok": False, "bad": True}),
        (question("q", "multi", options=(option("none", alone=True), option("x", "bad"))), {("none",): False, ("x",): True}),
        (question("q", "number", minimum=Decimal(0), maximum=Decimal(9), accept={"at_most": 2}), {Decimal(0): False, Decimal(9): True, Decimal(3): True}),
        (question("q", "date", accept={"max_age_days": 30}), {date(2026, 11, 23): False, date(2026, 10, 23): True}),
        (question("q", "date", accept={"not_expired": True}), {date(2026, 11, 22): True, date(2027, 11, 24): False}),
        (question("q", "text", longest=1), {"问": False}),
    ],
)  # fmt: skip
def test_samples_are_good_and_bad_answers_that_can_be_given(
    one: Question, values: dict[object, bool]
) -> None:
    found = {value: judged.bad for value, judged in samples(one, {}, TODAY)}
    assert values.items() <= found.items()
    assert all(check(one, value, TODAY) is None for value in found)
