"""The whole way through a form: repeated sections, calculated values, texts filled in, the last answers of other checklists."""

from decimal import Decimal

import pytest
from hypothesis import given as for_all
from hypothesis import settings

from checklists import walk
from checklists.answers import Answer, Facts, Value
from checklists.catalogue import Catalogue
from checklists.course import course
from checklists.elsewhere import with_elsewhere
from checklists.expressions import Expression
from checklists.findings import findings, review, score
from checklists.repeats import Repeat
from checklists.schema import Accept, Checklist, Question, QuestionKind, Section
from checklists.walk import figures, instance_of, known_facts, outline, shown
from checklists.words import Words
from tests.checklists.forms import TODAY, form, given, n, option, question, when, words
from tests.checklists.test_walk import ANSWERS, FACTS, forms

STAFF: Facts = {"staff": 2}


def calculated(name: str, **expression: object) -> Question:
    asked = question(name, "calculated", accept=Accept(anything=True))
    return asked.model_copy(update={"calculate": Expression.model_validate(expression)})


def ids(checklist: Checklist, answers: dict[str, Answer], facts: Facts = STAFF) -> list[str]:
    return [one.id for one in outline(checklist, answers, facts)]


def answered(**values: Value | None) -> dict[str, Answer]:
    """Answers by id; `B_5_2` stands for the second instance of B-5."""
    return {
        name.replace("_", "-", 1).replace("_", "@", 1): Answer(value=value) for name, value in values.items()
    }


@pytest.fixture(scope="session")
def boilers(boiler_catalogue: Catalogue) -> Checklist:
    return boiler_catalogue.checklists["boilers"]


TWO = answered(B_1=n("2"))


# --- repeated sections --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "instances"), [(None, 0), ("0", 0), ("1", 1), ("2", 2), ("5", 5), ("7", 5)]
)
def test_a_section_is_asked_as_often_as_the_answer_says(
    boilers: Checklist, count: str | None, instances: int
) -> None:
    answers = answered(B_1=n(count)) if count is not None else {}
    asked = [one for one in ids(boilers, answers) if one.startswith("B-6")]
    assert asked == [f"B-6@{number}" for number in range(1, instances + 1)]


def test_each_instance_is_asked_whole_before_the_next(boilers: Checklist) -> None:
    assert ids(boilers, TWO)[2:8] == ["B-4@1", "B-5@1", "B-6@1", "B-4@2", "B-5@2", "B-6@2"]


def test_a_condition_inside_an_instance_looks_at_the_same_instance(boilers: Checklist) -> None:
    answers = {**TWO, **answered(B_6_1="ok", B_6_2="bad")}
    assert [one for one in ids(boilers, answers) if one.startswith("B-7")] == ["B-7@2"]
    answers = {**TWO, **answered(B_6_1="bad")}
    assert [one for one in ids(boilers, answers) if one.startswith("B-7")] == ["B-7@1"]


def test_from_outside_a_condition_holds_when_it_holds_for_any_instance(boilers: Checklist) -> None:
    assert "B-11" not in ids(boilers, {**TWO, **answered(B_6_1="ok", B_6_2="none")})
    assert "B-11" in ids(boilers, {**TWO, **answered(B_6_1="ok", B_6_2="bad")})
    assert "B-11" not in ids(boilers, {**answered(B_1=n("1")), **answered(B_6_1="ok", B_6_2="bad")})


def test_fewer_instances_leave_the_answers_beyond_and_more_bring_them_back(boilers: Checklist) -> None:
    answers = {**TWO, **answered(B_5_2=n("3"), B_6_2="bad", B_7_2="坏了")}
    fewer = {**answers, **answered(B_1=n("1"))}
    assert [one.question.id for one in findings(boilers, answers, STAFF, TODAY)] == ["B-6@2"]
    assert findings(boilers, fewer, STAFF, TODAY) == ()
    assert "B-7@2" in ids(boilers, {**fewer, **answered(B_1=n("3"))})


def test_one_more_is_asked_for_as_long_as_somebody_says_so(boilers: Checklist) -> None:
    def shops(**values: Value) -> list[str]:
        return [one for one in ids(boilers, answered(**values)) if one[:4] in {"B-12", "B-13"}]

    assert shops() == ["B-12@1", "B-13@1"]
    assert shops(B_13_1="enough") == ["B-12@1", "B-13@1"]
    assert shops(B_13_1="more") == ["B-12@1", "B-13@1", "B-12@2", "B-13@2"]
    assert shops(B_13_1="more", B_13_2="more") == ["B-12@1", "B-13@1", "B-12@2", "B-13@2", "B-12@3"]
    assert shops(B_13_2="more") == ["B-12@1", "B-13@1"], "an instance that is not asked asks for nothing"


def test_so_many_are_always_asked() -> None:
    repeat = Repeat(more="M", minimum=2, maximum=3, title=words("车间"))
    more = question("M", options=(option("more", affirms=True), option("no", affirms=False)))
    checklist = repeated(repeat, question("Q"), more)
    assert ids(checklist, {}) == ["Q@1", "Q@2", "M@2"]
    by_fact = repeated(Repeat(fact="staff", minimum=1, maximum=3, title=words("人")), question("Q"))
    assert ids(by_fact, {}, {}) == ["Q@1"]
    assert ids(by_fact, {}, {"staff": 2}) == ["Q@1", "Q@2"]
    assert ids(by_fact, {}, {"staff": 20}) == ["Q@1", "Q@2", "Q@3"]
    assert ids(by_fact, {}, {"staff": True}) == ["Q@1"]


def repeated(repeat: Repeat, *questions: Question) -> Checklist:
    section = Section(id="R", title=words("重"), repeat=repeat, questions=questions)
    return form().model_copy(update={"sections": (section,)})


def test_a_section_that_is_not_asked_has_no_instances() -> None:
    repeat = Repeat(fact="staff", maximum=3, title=words("人"))
    section = Section(
        id="R", title=words("重"), repeat=repeat, when=when(fact="open"), questions=(question("Q"),)
    )
    checklist = form().model_copy(update={"sections": (section,)})
    assert ids(checklist, {}, {"staff": 2}) == []
    assert ids(checklist, {}, {"staff": 2, "open": True}) == ["Q@1", "Q@2"]


def test_an_instance_says_which_it_is_and_how_its_people_call_it(boilers: Checklist) -> None:
    answers = {**TWO, **answered(B_4_2="东车间")}
    second = instance_of(boilers, answers, STAFF, "B-6@2")
    assert second == walk.Instance(Words("锅炉", "Boiler"), 2, 2, "东车间")
    first = instance_of(boilers, answers, STAFF, "B-6@1")
    assert first is not None
    assert first.name == ""
    assert instance_of(boilers, answers, STAFF, "B-1") is None
    beyond = instance_of(boilers, answered(B_1=n("1")), STAFF, "B-6@2")
    assert beyond is not None
    assert (beyond.number, beyond.total) == (2, 2)


def test_next_before_and_position_count_instances(boilers: Checklist) -> None:
    answers = {**TWO, **answered(B_2="ok", B_4_1="东")}
    following = walk.next_open(boilers, answers, STAFF, after="B-4@1")
    assert following is not None
    assert following.id == "B-5@1"
    assert walk.position(boilers, answers, STAFF, "B-4@2") == (6, 10)
    before = walk.before(boilers, answers, STAFF, "B-4@2")
    assert before is not None
    assert before.id == "B-6@1"
    fewer = {**answers, **answered(B_1=n("1"))}
    behind = walk.before(boilers, fewer, STAFF, "B-6@2")
    assert behind is not None
    assert behind.id == "B-6@1", "also from an instance that is no longer asked"


# --- calculated values --------------------------------------------------------------------------------------------


def test_a_sum_adds_up_all_instances_once_they_are_known(boilers: Checklist) -> None:
    assert "B-8" not in figures(boilers, TWO, STAFF)
    assert "B-8" not in figures(boilers, {**TWO, **answered(B_5_1=n("20"))}, STAFF)
    full = {**TWO, **answered(B_5_1=n("20"), B_5_2=n("21.5"))}
    assert figures(boilers, full, STAFF)["B-8"] == n("41.5")
    assert [one.question.id for one in findings(boilers, full, STAFF, TODAY)] == ["B-8"]
    fewer = {**full, **answered(B_1=n("1"))}
    assert figures(boilers, fewer, STAFF)["B-8"] == n("20")
    assert findings(boilers, fewer, STAFF, TODAY) == ()


def test_a_calculated_value_is_never_asked_but_judged_and_counted(boilers: Checklist) -> None:
    answers = answered(B_1=n("3"))
    assert "B-9" not in ids(boilers, answers)
    (finding,) = findings(boilers, answers, STAFF, TODAY)
    assert (finding.question.id, finding.judgement.suspected_major) == ("B-9", True)
    assert "B-9" in [one.id for one in review(boilers, answers, STAFF, TODAY).bad]
    assert score(boilers, answers, STAFF, TODAY).bad == 1
    assert findings(boilers, answers, {"staff": 3}, TODAY) == ()
    assert findings(boilers, answers, {}, TODAY) == (), "what is not known is not guessed"


def test_a_count_waits_until_everything_it_speaks_of_is_answered(boilers: Checklist) -> None:
    one = answered(B_1=n("1"), B_2="ok")
    assert "B-10" not in figures(boilers, one, STAFF)
    assert figures(boilers, {**one, **answered(B_6_1="ok")}, STAFF)["B-10"] == 2
    assert figures(boilers, {**one, **answered(B_6_1="bad")}, STAFF)["B-10"] == 1
    skipped = {**one, "B-6@1": Answer(skipped=True)}
    assert figures(boilers, skipped, STAFF)["B-10"] == 2
    none = answered(B_1=n("0"))
    assert figures(boilers, none, STAFF)["B-10"] == 1


A, B, C = (question(name, "number", accept=Accept(anything=True)) for name in "ABC")
GATED = B.model_copy(update={"when": when(fact="open")})


@pytest.mark.parametrize(
    ("expression", "answers", "facts", "value"),
    [
        ({"number": 3}, {}, {}, "3"),
        ({"answer": "A"}, given(A=n("2.5")), {}, "2.5"),
        ({"answer": "A"}, {"A": Answer(skipped=True)}, {}, None),
        ({"fact": "staff"}, {}, {"staff": 7}, "7"),
        ({"fact": "staff"}, {}, {"staff": True}, None),
        (
            {"sum": [{"answer": "A"}, {"answer": "B"}, {"number": 1}]},
            given(A=n("2"), B=n("3")),
            {"open": True},
            "6",
        ),
        ({"sum": [{"answer": "A"}, {"answer": "B"}]}, given(A=n("2")), {"open": True}, None),
        ({"sum": [{"answer": "A"}, {"answer": "B"}]}, given(A=n("2"), B=n("3")), {}, "2"),
        ({"sum": [{"answer": "B"}]}, given(A=n("2")), {}, None),
        ({"difference": [{"answer": "A"}, {"fact": "staff"}]}, given(A=n("2")), {"staff": 7}, "-5"),
        ({"difference": [{"answer": "A"}, {"answer": "B"}]}, given(A=n("2"), B=n("3")), {}, None),
        ({"product": [{"answer": "A"}, {"answer": "A"}, {"number": 10}]}, given(A=n("2")), {}, "40"),
        ({"ratio": [{"answer": "A"}, {"number": 3}]}, given(A=n("2")), {}, "0.667"),
        ({"ratio": [{"answer": "A"}, {"number": 0}]}, given(A=n("2")), {}, None),
        (
            {"product": [{"ratio": [{"answer": "A"}, {"fact": "staff"}]}, {"number": 100}]},
            given(A=n("2")),
            {"staff": 3},
            "66.667",
        ),
        ({"count": [{"answer": "A", "at_least": 2}, {"fact": "open"}]}, given(A=n("2")), {}, "1"),
        (
            {"count": [{"answer": "A", "at_least": 2}, {"answer": "A", "at_most": 2}]},
            given(A=n("2")),
            {},
            "2",
        ),
        ({"count": [{"answer": "A", "at_least": 2}]}, {}, {}, None),
        ({"count": [{"answer": "B", "at_least": 2}]}, given(A=n("1")), {}, "0"),
    ],
)
def test_it_works_out_sums_ratios_and_counts(
    expression: dict[str, object], answers: dict[str, Answer], facts: Facts, value: str | None
) -> None:
    checklist = form(A, GATED, calculated("X", **expression))
    found = figures(checklist, answers, facts).get("X")
    assert found == (None if value is None else n(value))
    judged = [one.id for one in walk.judged(checklist, answers, facts)]
    assert ("X" in judged) is (value is not None)


def test_a_calculated_value_can_decide_what_is_asked_and_be_calculated_with() -> None:
    total = calculated("T", sum=[{"answer": "A"}, {"number": 1}])
    twice = calculated("U", product=[{"answer": "T"}, {"number": 2}])
    many = question("M", when=when(answer="U", at_least=10))
    checklist = form(A, total, twice, many)
    assert ids(checklist, given(A=n("3"))) == ["A"]
    assert ids(checklist, given(A=n("4"))) == ["A", "M"]
    assert figures(checklist, given(A=n("4")), {}) == {"T": n("5"), "U": n("10")}


def test_a_calculated_value_in_an_instance_is_that_of_the_instance() -> None:
    double = calculated("D", product=[{"answer": "A"}, {"number": 2}])
    repeat = Repeat(fact="staff", maximum=3, title=words("人"))
    checklist = repeated(repeat, A, double)
    answers = {"A@1": Answer(value=n("1")), "A@2": Answer(value=n("5"))}
    assert figures(checklist, answers, {"staff": 2}) == {"D@1": n("2"), "D@2": n("10")}


def test_what_was_kept_of_a_calculated_value_counts_for_nothing(boilers: Checklist) -> None:
    old = {"B-9": Answer(value=n("99"), note="看过", photos=1)}
    answers = {**answered(B_1=n("3")), **old}
    found = walk.answer_of(boilers, answers, STAFF, boilers.question("B-9"))
    assert found == Answer(value=n("1.5"), note="看过", photos=1)
    unknown = walk.answer_of(boilers, old, {}, boilers.question("B-9"))
    assert unknown == Answer(note="看过", photos=1)


# --- texts filled in ----------------------------------------------------------------------------------------------


def text(checklist: Checklist, answers: dict[str, Answer], name: str, facts: Facts = STAFF) -> str:
    return shown(checklist, answers, facts, name).text.zh


def test_texts_are_filled_in_where_a_question_is_shown(boilers: Checklist) -> None:
    answers = {**TWO, **answered(B_4_1="东车间", B_6_1="bad")}
    assert text(boilers, answers, "B-2") == "有专人管这2台锅炉吗？"
    assert text(boilers, answers, "B-4@2") == "第2台锅炉叫什么？"
    assert text(boilers, answers, "B-5@1") == "“东车间”每天用几个小时？"
    assert text(boilers, answers, "B-5@2") == "“…”每天用几个小时？"
    assert text(boilers, answers, "B-11") == "一共2人，都知道哪台没检吗？"
    assert text(boilers, answers, "B-11", {}) == "一共…人，都知道哪台没检吗？"
    assert [one.text.zh for one in outline(boilers, answers, STAFF)][1] == "有专人管这2台锅炉吗？"


def test_a_question_that_is_not_asked_is_shown_without_what_is_not_known(boilers: Checklist) -> None:
    assert text(boilers, {}, "B-2") == "有专人管这…台锅炉吗？"
    assert text(boilers, {}, "B-5@2") == "“…”每天用几个小时？"
    with pytest.raises(KeyError):
        text(boilers, {}, "B-5@9")


@pytest.mark.parametrize(
    ("asked", "value", "zh", "en"),
    [
        (question("A", "single", options=(option("x", label="煤"), option("y"))), "x", "煤", "x"),
        (
            question("A", "multi", options=(option("x", label="煤"), option("y", label="油"))),
            ("x", "y"),
            "煤、油",
            "x, y",
        ),
        (question("A", "number"), n("2.50"), "2.5", "2.5"),
        (question("A", "date"), TODAY, "2026-11-23", "2026-11-23"),
        (
            question("A", "text"),
            "看 https://evil.example @admin",
            "看 https:\u2060//evil.\u2060example @\u2060admin",
            None,
        ),
        (question("A", "text"), "\u202egnp\x00.exe", "gnp.\u2060exe", None),
        (question("A", "code"), "GL-01", "GL-01", "GL-01"),
        (question("A", "text"), "{fact:staff}{n}", "{fact:staff}{n}", "{fact:staff}{n}"),
    ],
)
def test_an_answer_stands_in_a_sentence_as_people_say_it_and_harmless(
    asked: Question, value: Value, zh: str, en: str | None
) -> None:
    told = question("Q").model_copy(update={"text": words("是{answer:A}吗", "is it {answer:A}")})
    found = shown(form(asked, told), given(A=value), {}, "Q").text
    assert found.zh == f"是{zh}吗"
    assert en is None or found.en == f"is it {en}"


# --- the last answers of other checklists -------------------------------------------------------------------------


def test_a_condition_sees_what_was_last_answered_elsewhere(boilers: Checklist) -> None:
    def asked(**values: Value) -> bool:
        facts = with_elsewhere(
            boilers, STAFF, lambda other: {**answered(**values)} if other == "kitchen" else {}
        )
        return "B-3" in ids(boilers, {}, facts)

    assert asked(K_1="pipe")
    assert not asked(K_1="none")
    assert not asked()
    assert asked(K_1=("none", "wood"))
    assert asked(K_1_2="wood"), "any instance"


def test_a_form_that_asks_for_nothing_elsewhere_keeps_its_facts() -> None:
    def never(_other: str) -> dict[str, Answer]:
        raise AssertionError

    assert with_elsewhere(form(A), STAFF, never) is STAFF


# --- both ways agree ----------------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@for_all(forms(), ANSWERS, FACTS)
def test_a_plain_form_goes_the_same_way_by_both_ways(
    checklist: Checklist, answers: dict[str, Answer], facts: dict[str, bool]
) -> None:
    assert checklist.plain
    whole = course(checklist, answers, dict(facts))
    assert whole.asked == outline(checklist, answers, dict(facts))
    assert whole.judged == whole.asked
    assert whole.facts == known_facts(checklist, answers, dict(facts))
    assert not whole.more.figures


def test_what_an_answer_states_may_end_its_own_section() -> None:
    states = [option("ok"), option("bad", "bad", sets={"wood": True})]
    first = question("Q0").model_copy(update={"options": tuple(states)})
    checklist = form(first, question("Q1"), when=when(not_={"fact": "wood"}))
    for answer, asked in (("ok", ["Q0", "Q1"]), ("bad", ["Q0"])):
        both = (course(checklist, given(Q0=answer), {}).asked, outline(checklist, given(Q0=answer), {}))
        assert [[one.id for one in way] for way in both] == [asked, asked]


def test_every_kind_can_stand_in_an_instance() -> None:
    kinds = [kind for kind in QuestionKind if kind is not QuestionKind.CALCULATED]
    asked = tuple(question(f"Q{place}", kind.value) for place, kind in enumerate(kinds))
    checklist = repeated(Repeat(fact="staff", maximum=2, title=words("人")), *asked)
    assert len(ids(checklist, {}, {"staff": Decimal(2)})) == 2 * len(kinds)
