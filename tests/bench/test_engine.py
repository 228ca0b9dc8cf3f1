"""What the benchmark of the engine walks through is the whole content, answered to the end."""

from checklists.catalogue import Catalogue
from checklists.walk import outline
from tests.bench.engine import Engine, answers, everything, start_once, told


def test_it_answers_every_question_that_is_asked(catalogue: Catalogue) -> None:
    facts = catalogue.facts.derive(everything(catalogue))
    for form in catalogue.checklists.values():
        given = answers(form, facts)
        assert set(given) >= {question.id for question in outline(form, given, facts)}
        assert all(answer.given for answer in given.values()), form.id


def test_a_process_comes_to_its_first_answer() -> None:
    assert 0 < start_once() < 60


def test_it_says_its_figures_with_their_units() -> None:
    said = told(Engine(asked=29.84, reviewed=16.7, draft=1300, started=0.9))
    assert "29.8 µs" in said
    assert "13 MB for 10,000" in said
    assert "0.90 s" in said
