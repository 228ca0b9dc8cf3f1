"""The way through a form: what is asked, in which order, and what the form's own answers change."""

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from checklists.answers import Answer, Location, Value
from checklists.catalogue import Catalogue
from checklists.schema import Carry, Checklist, Question, QuestionKind, Rule, Section
from checklists.walk import (
    before,
    index_of,
    is_open,
    known_facts,
    next_open,
    outline,
    position,
    stated,
)
from tests.checklists.forms import TODAY, form, given, option, question, when, words

GAS = question(
    "GAS",
    "single",
    options=(option("pipe", sets={"gas": True}), option("none", sets={"gas": False}), option("wood", "bad")),
)
HOSE = question("HOSE", when=when(fact="gas"))
AGED = question("AGED", when=when(answer="HOSE", **{"in": ["bad"]}))
LAST = question("LAST")
KITCHEN = form(GAS, HOSE, AGED, LAST)


def asked(
    checklist: Checklist, answers: dict[str, Answer], facts: dict[str, bool | int | Decimal]
) -> list[str]:
    return [q.id for q in outline(checklist, answers, facts)]


@pytest.mark.parametrize(
    ("answers", "facts", "expected"),
    [
        ({}, {}, ["GAS", "LAST"]),
        ({}, {"gas": True}, ["GAS", "HOSE", "LAST"]),
        (given(GAS="pipe"), {}, ["GAS", "HOSE", "LAST"]),
        (given(GAS="none"), {"gas": True}, ["GAS", "LAST"]),
        (given(GAS="wood"), {"gas": True}, ["GAS", "HOSE", "LAST"]),
        (given(GAS="pipe", HOSE="bad"), {}, ["GAS", "HOSE", "AGED", "LAST"]),
        (given(GAS="pipe", HOSE="ok"), {}, ["GAS", "HOSE", "LAST"]),
        (given(GAS="none", HOSE="bad"), {}, ["GAS", "LAST"]),
    ],
)
def test_it_asks_what_the_facts_and_the_answers_call_for(
    answers: dict[str, Answer], facts: dict[str, bool | int | Decimal], expected: list[str]
) -> None:
    assert asked(KITCHEN, answers, facts) == expected


def test_an_answer_to_a_question_no_longer_asked_counts_for_nothing() -> None:
    hidden = form(HOSE, AGED)
    assert asked(hidden, given(HOSE="bad"), {"gas": False}) == []


def test_a_section_is_asked_only_where_its_condition_holds() -> None:
    gated = form(HOSE, LAST, when=when(fact="open"))
    assert asked(gated, {}, {"gas": True}) == []
    assert asked(gated, {}, {"open": True}) == ["LAST"]


def test_a_skipped_answer_states_nothing() -> None:
    assert asked(KITCHEN, {"GAS": Answer(skipped=True)}, {}) == ["GAS", "LAST"]


def test_facts_that_follow_from_stated_ones_follow_at_once() -> None:
    derived = (Rule(id="burning", when=when(fact="gas")),)
    fire = question("FIRE", when=when(fact="burning"))
    assert asked(form(GAS, fire, derived=derived), given(GAS="pipe"), {}) == ["GAS", "FIRE"]
    assert asked(form(GAS, fire, derived=derived), given(GAS="none"), {"gas": True, "burning": True}) == [
        "GAS"
    ]


def test_a_number_can_state_a_fact() -> None:
    staff = question("STAFF", "number", sets="staff")
    many = question("MANY", when=when(fact="staff", at_least=100))
    assert asked(form(staff, many), given(STAFF=Decimal(120)), {}) == ["STAFF", "MANY"]
    assert asked(form(staff, many), given(STAFF=Decimal(12)), {"staff": 200}) == ["STAFF"]


def test_the_given_facts_are_never_changed() -> None:
    facts: dict[str, bool | int | Decimal] = {"gas": False}
    assert known_facts(KITCHEN, given(GAS="pipe"), facts) == {"gas": True}
    assert facts == {"gas": False}


@pytest.mark.parametrize(
    ("value", "facts"),
    [("pipe", {"gas": True}), ("none", {"gas": False}), ("wood", {}), ("gone", {}), (None, {})],
)
def test_an_answer_states_its_facts(value: str | None, facts: dict[str, bool]) -> None:
    assert stated(GAS, Answer(value=value)) == facts
    assert stated(GAS, None) == {}


def test_many_options_state_the_facts_of_each() -> None:
    many = question(
        "M", "multi", options=(option("a", sets={"x": True}), option("b", sets={"y": True}), option("c"))
    )
    assert stated(many, Answer(value=("a", "c"))) == {"x": True}
    assert stated(many, Answer(value=("a", "b"))) == {"x": True, "y": True}


def test_next_open_looks_behind_first_and_then_from_the_start() -> None:
    answers = {**given(HOSE="ok"), "GAS": Answer(skipped=True)}
    facts = {"gas": True}
    assert next_open(KITCHEN, {}, facts) is GAS
    assert next_open(KITCHEN, answers, facts) is LAST
    assert next_open(KITCHEN, given(LAST="ok"), facts, after="LAST") is GAS
    assert next_open(KITCHEN, given(LAST="ok"), facts, after="GAS") is HOSE
    assert next_open(KITCHEN, {**answers, **given(LAST="ok")}, facts, after="GAS") is None


def test_next_open_goes_on_from_a_question_that_is_no_longer_asked() -> None:
    assert next_open(KITCHEN, {}, {}, after="HOSE") is LAST


def test_before_is_the_question_asked_before() -> None:
    assert before(KITCHEN, {}, {}, "GAS") is None
    assert before(KITCHEN, {}, {}, "LAST") is GAS
    assert before(KITCHEN, {}, {"gas": True}, "LAST") is HOSE
    assert before(KITCHEN, {}, {}, "HOSE") is GAS, "also from a question that is no longer asked"
    assert before(KITCHEN, {}, {}, "unknown") is None


def test_position_is_honest_about_the_total() -> None:
    assert position(KITCHEN, {}, {}, "LAST") == (2, 2)
    assert position(KITCHEN, {}, {"gas": True}, "LAST") == (3, 3)
    assert position(KITCHEN, {}, {}, "HOSE") == (1, 2)
    assert index_of(outline(KITCHEN, {}, {}), "HOSE") == -1


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (None, True),
        (Answer(), True),
        (Answer(skipped=True), False),
        (Answer(value="ok"), False),
        (Answer(photos=1), True),
    ],
)
def test_a_question_is_open_until_answered_or_skipped(answer: Answer | None, expected: bool) -> None:
    assert is_open(answer) is expected


def test_forms_with_the_same_id_do_not_share_their_conditions() -> None:
    assert asked(form(LAST), {}, {}) == ["LAST"]
    assert asked(form(GAS), {}, {}) == ["GAS"]


# --- for every form there can be ----------------------------------------------------------------------------------

FACTS = st.dictionaries(st.sampled_from(["f0", "f1", "f2"]), st.booleans())


def conditions(earlier: list[str]) -> st.SearchStrategy[dict[str, object]]:
    leaves = [st.builds(lambda name: {"fact": name}, st.sampled_from(["f0", "f1", "f2"]))]
    if earlier:
        leaves.append(st.builds(lambda name: {"answer": name, "in": ["bad"]}, st.sampled_from(earlier)))
    return st.recursive(
        st.one_of(leaves),
        lambda inner: st.one_of(
            st.builds(lambda one: {"not": one}, inner),
            st.builds(lambda some: {"all": some}, st.lists(inner, min_size=1, max_size=3)),
            st.builds(lambda some: {"any": some}, st.lists(inner, min_size=1, max_size=3)),
        ),
        max_leaves=4,
    )


@st.composite
def forms(draw: st.DrawFn) -> Checklist:
    sections: list[Section] = []
    names: list[str] = []
    for place in range(draw(st.integers(1, 3))):
        first = list(names)
        questions: list[Question] = []
        for _ in range(draw(st.integers(1, 4))):
            plain = draw(st.none() | conditions(list(names)))
            name = f"Q{len(names)}"
            sets = draw(st.dictionaries(st.sampled_from(["f0", "f1"]), st.booleans(), max_size=1))
            options = (option("ok"), option("bad", "bad", sets=sets))
            questions.append(question(name, options=options, when=when(**plain) if plain else None))
            names.append(name)
        plain = draw(st.none() | conditions(first))
        sections.append(
            Section(
                id=f"S{place}",
                title=words("节"),
                when=when(**plain) if plain else None,
                questions=tuple(questions),
            )
        )
    return form(id="any").model_copy(update={"sections": tuple(sections)})


ANSWERS = st.dictionaries(
    st.sampled_from([f"Q{place}" for place in range(12)]),
    st.sampled_from([Answer(value="ok"), Answer(value="bad"), Answer(skipped=True), Answer()]),
)


@settings(max_examples=80, deadline=None)
@for_all(forms(), ANSWERS, FACTS)
def test_it_never_asks_a_question_whose_condition_is_false(
    checklist: Checklist, answers: dict[str, Answer], facts: dict[str, bool]
) -> None:
    """Against a slow walk that works everything out anew for each question."""
    seen, known, expected = {}, dict(facts), []
    for section in checklist.sections:
        for q in section.questions:
            if all(
                c is None or slow(c.model_dump(by_alias=True, exclude_defaults=True), seen, known)
                for c in (section.when, q.when)
            ):
                expected.append(q.id)
                if q.id in answers:
                    seen[q.id] = answers[q.id]
                    known |= stated(q, answers[q.id])
    assert asked(checklist, answers, dict(facts)) == expected


def slow(plain: dict[str, object], answers: dict[str, Answer], facts: dict[str, bool]) -> bool:
    match plain:
        case {"all": parts}:
            return all(slow(part, answers, facts) for part in parts)
        case {"any": parts}:
            return any(slow(part, answers, facts) for part in parts)
        case {"not": part}:
            return not slow(part, answers, facts)
        case {"fact": name}:
            return facts.get(name, False)
        case {"answer": name, "in": values}:
            return name in answers and answers[name].value in values
    raise AssertionError(plain)


@settings(max_examples=80, deadline=None)
@for_all(forms(), ANSWERS, FACTS)
def test_the_order_is_the_order_of_the_form_and_every_way_ends(
    checklist: Checklist, answers: dict[str, Answer], facts: dict[str, bool]
) -> None:
    places = [checklist.places[q.id] for q in outline(checklist, answers, facts)]
    assert places == sorted(set(places))
    steps = 0
    while (q := next_open(checklist, answers, facts)) is not None:
        answers = {**answers, q.id: Answer(value="bad")}
        steps += 1
        assert steps <= len(checklist.questions)
    assert all(not is_open(answers.get(q.id)) for q in outline(checklist, answers, facts))


SENT: dict[QuestionKind, list[Value]] = {
    QuestionKind.TIME: [time(21)],
    QuestionKind.PHOTO: [("a", "b")],
    QuestionKind.FILE: [("报告.pdf",)],
    QuestionKind.PLACE: [Location(37.45, 116.3), "门前"],
    QuestionKind.CODE: ["37140001"],
}


def test_what_is_sent_is_never_taken_over() -> None:
    assert question("P", "photo").carrying is Carry.ALWAYS
    assert question("F", "file").carrying is Carry.ALWAYS
    assert question("G", "place").carrying is Carry.KEEP


def some(q: Question, data: st.DataObject) -> Value:
    values: list[Value] = [one.value for one in q.options]
    if q.kind is QuestionKind.MULTI:
        return (
            tuple(one.value for one in q.options[1:]) if data.draw(st.booleans()) else (q.options[0].value,)
        )
    if q.kind is QuestionKind.NUMBER:
        values += list(q.presets)
    if q.kind is QuestionKind.DATE:
        values += [TODAY, date(2020, 1, 1)]
    if q.kind is QuestionKind.TEXT:
        values = ["没有"]
    values += SENT.get(q.kind, [])
    return data.draw(st.sampled_from(values))


@settings(max_examples=40, deadline=None)
@for_all(st.data())
def test_any_answers_lead_through_the_small_form(small: Catalogue, data: st.DataObject) -> None:
    kitchen, answers = small.checklists["kitchen"], dict[str, Answer]()
    while (q := next_open(kitchen, answers, {})) is not None:
        number, total = position(kitchen, answers, {}, q.id)
        assert 1 <= number <= total <= len(kitchen.questions)
        answers = {**answers, q.id: Answer(value=some(q, data))}
    assert asked(kitchen, answers, {})[0] == "K-1"


@pytest.mark.parametrize(
    ("carry", "critical", "holds"),
    [
        ("keep", False, Carry.KEEP),
        ("confirm", False, Carry.CONFIRM),
        ("always", False, Carry.ALWAYS),
        ("fresh", False, Carry.FRESH),
        ("keep", True, Carry.ALWAYS),
        ("confirm", True, Carry.ALWAYS),
        ("always", True, Carry.ALWAYS),
        ("fresh", True, Carry.FRESH),
    ],
)
def test_a_critical_question_is_never_taken_over(carry: str, critical: bool, holds: Carry) -> None:
    assert question(carry=Carry(carry), critical=critical).carrying is holds
    assert holds.carried is (holds in {Carry.KEEP, Carry.CONFIRM})
