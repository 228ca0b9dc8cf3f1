"""What the words of a report are taken for: 200 descriptions kept out of tuning, and what holds for any words at all."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from checklists.catalogue import Catalogue
from checklists.criteria import Status
from checklists.load import load_catalogue
from checklists.schema import Severity
from checklists.suggest import HITS

CATALOGUE = load_catalogue()
SUGGESTER = CATALOGUE.suggester
KNOWN = {question.id for form in CATALOGUE.checklists.values() for question in form.questions}
KNOWN |= set(CATALOGUE.criteria.by_code)
FLOORS = {"hit@1": 0.75, "hit@3": 0.87, "kind@1": 0.88, "kind@3": 0.97}


def descriptions(name: str) -> list[Mapping[str, Any]]:
    read: list[Mapping[str, Any]] = yaml.safe_load((Path(__file__).parent / name).read_text("utf-8"))[
        "descriptions"
    ]
    return read


MEASURED, TUNED = descriptions("descriptions.yaml"), descriptions("descriptions_tuning.yaml")


def rates(described: list[Mapping[str, Any]]) -> dict[str, float]:
    """The share of descriptions whose question or criterion, and kind, is first, or among the first three."""
    found = dict.fromkeys(FLOORS, 0)
    for one in described:
        suggestion = SUGGESTER.suggest(one["words"])
        right = [hit.id in one["ids"] for hit in suggestion.hits]
        kind = [kind.id in one["kind"] for kind in suggestion.kinds]
        found["hit@1"] += any(right[:1])
        found["hit@3"] += any(right[:3])
        found["kind@1"] += any(kind[:1])
        found["kind@3"] += any(kind[:3])
    return {name: count / len(described) for name, count in found.items()}


def test_what_is_kept_out_of_tuning_is_found() -> None:
    measured = rates(MEASURED)
    print(measured)
    assert all(measured[name] >= floor for name, floor in FLOORS.items()), measured


def test_the_sets_are_as_they_say() -> None:
    assert len(MEASURED) == 200
    assert len(TUNED) == 60
    assert not {one["words"] for one in MEASURED} & {one["words"] for one in TUNED}
    for one in (*MEASURED, *TUNED):
        assert set(one["ids"]) <= KNOWN, one
        kinds = one["kind"] if isinstance(one["kind"], list) else [one["kind"]]
        assert set(kinds) <= set(SUGGESTER.kinds), one


def test_a_hit_carries_clause_advice_days_and_grade() -> None:
    first = SUGGESTER.suggest("厨房没有装燃气报警器").hits[0]
    question = CATALOGUE.checklists["catering_gas"].question("CG-05")
    assert (first.id, first.form, first.severity) == ("CG-05", "catering_gas", Severity.MAJOR)
    assert (first.advice, first.days, first.clause) == (
        question.advice,
        question.rectify_days,
        question.basis[0],
    )
    assert first.kind == "gas"


def test_a_criterion_has_the_advice_of_its_kind() -> None:
    hits = SUGGESTER.suggest("用非载人的起重设备吊运人员").hits
    crane = next(hit for hit in hits if hit.id == "MC24-15-3")
    kind = SUGGESTER.kinds["special_equipment"]
    assert (crane.severity, crane.advice, crane.days, crane.form) == (
        Severity.MAJOR,
        kind.advice,
        kind.days,
        "",
    )
    assert crane.clause == CATALOGUE.criteria.by_code["MC24-15-3"].clause


def test_what_the_enterprise_is_asked_comes_first() -> None:
    words = "特种作业人员没有有效证件"
    first = {form: SUGGESTER.suggest(words, [form]).hits[0].form for form in ("general", "industrial_trade")}
    assert first == {"general": "general", "industrial_trade": "industrial_trade"}


def test_without_kinds_nothing_is_suggested() -> None:
    bare = replace(CATALOGUE, kinds=None)
    assert bare.suggester.suggest("厨房没有装燃气报警器").hits == ()


def test_words_that_say_nothing_suggest_nothing() -> None:
    for words in ("", "好的", "你好", "123", "thank you", "！！！", "🙂", "这个怎么弄"):
        assert SUGGESTER.suggest(words).hits == (), words


def test_lists_that_were_replaced_are_not_suggested() -> None:
    old = {
        item.code
        for standard in CATALOGUE.criteria.standards
        if standard.status is not Status.IN_FORCE
        for item in standard.items
    }
    shown = {hit.id for one in MEASURED for hit in SUGGESTER.suggest(one["words"]).hits}
    assert old
    assert not old & shown
    assert all(SUGGESTER.hit(code) is None for code in old)


@given(st.text(max_size=300))
def test_any_words_are_answered(words: str) -> None:
    suggestion = SUGGESTER.suggest(words)
    assert len(suggestion.hits) <= HITS
    assert len({hit.id for hit in suggestion.hits}) == len(suggestion.hits)
    assert all(SUGGESTER.hit(hit.id) == hit for hit in suggestion.hits)


def test_every_question_finds_itself() -> None:
    lost = [
        question.id
        for form in CATALOGUE.checklists.values()
        for question in form.questions
        if question.id not in {hit.id for hit in SUGGESTER.suggest(question.text.zh, [form.id]).hits}
    ]
    assert lost == []


def test_the_index_is_made_once_and_late(small: Catalogue) -> None:
    assert CATALOGUE.suggester is SUGGESTER
    assert small.suggester is not SUGGESTER


@pytest.mark.parametrize("kind", list(SUGGESTER.kinds.values()), ids=list(SUGGESTER.kinds))
def test_a_kind_has_words_that_lead_to_it(kind: Any) -> None:
    for word in kind.words[:3]:
        assert kind.id in [one.id for one in SUGGESTER.suggest(word).kinds], word
