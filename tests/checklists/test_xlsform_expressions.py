"""The expressions of XLSForms: what they become, and what is said of those that become nothing."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.xlsform.calculations import expression_of
from checklists.xlsform.conditions import Conditions, Known
from checklists.xlsform.constraints import rules_of
from checklists.xlsform.left import NotTakenError
from checklists.xlsform.xpath import DEEPEST, LONGEST, NotReadError, parse

D = Decimal


def known() -> Conditions:
    return Conditions(
        known={
            "one": Known("one", "single", {"a": "a", "B-1": "b_1", "3": "o3"}),
            "many": Known("many", "multi", {"x": "x", "y": "y"}),
            "scale": Known("scale", "single", {"1": "o1", "2": "o2", "3": "o3"}),
            "n": Known("n", "number", whole=True),
            "d": Known("d", "number"),
            "words": Known("words", "text"),
        },
        facts={"fact_gas": "gas", "fact_staff": "staff"},
        gone={"noise": "audio"},
    )


A = {"answer": "one", "in": ["a"]}
X = {"answer": "many", "in": ["x"]}
CONDITIONS: list[tuple[str, Any]] = [
    ("", None),
    ("true()", None),
    ("yes", None),
    ("${one} = 'a'", A),
    ("'a' = ${one}", A),
    ('selected(${one}, "a")', A),
    ("${one} = 'B-1'", {"answer": "one", "in": ["b_1"]}),
    ("${one} = 3", {"answer": "one", "in": ["o3"]}),
    ("${one} != 'a'", {"not": A}),
    ("not(${one} != 'a')", A),
    ("${one} = ''", {"not": {"answer": "one", "in": ["a", "b_1", "o3"]}}),
    ("${one} != ''", {"answer": "one", "in": ["a", "b_1", "o3"]}),
    ("string-length(${one}) > 0", {"answer": "one", "in": ["a", "b_1", "o3"]}),
    ("count-selected(${many}) >= 1", {"answer": "many", "in": ["x", "y"]}),
    ("${one} = 'a' or ${one} = 'B-1'", {"answer": "one", "in": ["a", "b_1"]}),
    ("${one} = 'a' and(selected(${many}, 'x'))", {"all": [A, X]}),
    ("${one}='a'and${one}='a' and true()", {"all": [A, A]}),
    ("${one} = 'a' or ${many} = 'x' and ${n} > 2", {"any": [A, {"all": [X, {"answer": "n", "at_least": D(3)}]}]}),
    ("(${one} = 'a' or selected(${many}, 'x')) and not(${n} >= 2)", {"all": [{"any": [A, X]}, {"not": {"answer": "n", "at_least": D(2)}}]}),
    ("${n} = 2", {"answer": "n", "at_least": D(2), "at_most": D(2)}),
    ("2 < ${d}", {"answer": "d", "at_least": D("2.001")}),
    ("${d} < 2", {"answer": "d", "at_most": D("1.999")}),
    ("number(${n}) <= '4'", {"answer": "n", "at_most": D(4)}),
    ("${scale} >= 2", {"answer": "scale", "in": ["o2", "o3"]}),
    ("${fact_gas} = 'yes'", {"fact": "gas"}),
    ("${fact_gas} = 'no'", {"not": {"fact": "gas"}}),
    ("${fact_staff} >= 100", {"fact": "staff", "at_least": D(100)}),
    ("selected(${one}, 'a') = true()", A),
]  # fmt: skip


@pytest.mark.parametrize(("expression", "condition"), CONDITIONS)
def test_a_condition_is_read(expression: str, condition: Any) -> None:
    assert known().read(expression) == condition


LEFT = [
    ("${later} = 'a'", "later", "later"),
    ("${noise} = 'a'", "condition-on-left", "noise"),
    ("${one} = 'zz'", "no-such-answer", "one = zz"),
    ("${words} = 'a'", "no-options", "words"),
    ("${words} != ''", "answered", "words"),
    ("${n} > ${d}", "two-answers", "n > d"),
    ("${one} > 'a'", "no-options", "one"),
    ("${scale} > 9", "no-such-answer", "scale > 9"),
    ("position(..) > 1", "expression", ".."),
    ("pulldata('x', 'y') = 1", "expression", "pulldata(x, y) = 1"),
    ("starts-with(${words}, 'a')", "function", "starts-with()"),
    ("false()", "never", ""),
    ("${fact_staff} = 'many'", "no-such-answer", "fact_staff = many"),
    ("${one} = 'a", "expression", "'"),
    ("1", "expression", "1"),
]


@pytest.mark.parametrize(("expression", "code", "detail"), LEFT)
def test_what_cannot_be_said_is_left_with_its_reason(expression: str, code: str, detail: str) -> None:
    with pytest.raises(NotTakenError) as caught:
        known().read(expression)
    assert (caught.value.code, caught.value.detail) == (code, detail)


VALUES = {"none": "none", "x": "x"}
LIMITS: list[tuple[str, str, bool, Any]] = [
    (". >= 0 and . <= 120", "number", True, {"minimum": D(0), "maximum": D(120)}),
    ("0<=. and .<10", "number", True, {"minimum": D(0), "maximum": D(9)}),
    (". > 0", "number", False, {"minimum": D("0.001")}),
    (". >= 1 and . >= 3 and . <= 9 and . <= 7", "number", True, {"minimum": D(3), "maximum": D(7)}),
    (". <= today()", "date", False, {"ahead_days": 0}),
    (". >= today() - 30 and . <= today() + 5", "date", False, {"oldest_days": 30, "ahead_days": 5}),
    ("string-length(.) <= 20", "text", False, {"longest": 20}),
    ("string-length(.) < 20", "text", False, {"longest": 19}),
    ("string-length(.) = 18", "text", False, {"pattern": ".{18}"}),
    ("regex(., '^[0-9]{3}$')", "text", False, {"pattern": "[0-9]{3}"}),
    ("not(selected(., 'none') and count-selected(.) > 1)", "multi", False, {"alone": ["none"]}),
    ("not(count-selected(.) >= 2 and selected(., 'none'))", "multi", False, {"alone": ["none"]}),
    ("count-selected(.) = 1 or not(selected(., 'none'))", "multi", False, {"alone": ["none"]}),
    ("not(selected(., 'none')) or count-selected(.) <= 1", "multi", False, {"alone": ["none"]}),
    ("if(selected(., 'none'), count-selected(.) = 1, true())", "multi", False, {"alone": ["none"]}),
    ("true()", "place", False, {}),
    ("", "photo", False, {}),
]


@pytest.mark.parametrize(("expression", "kind", "whole", "rules"), LIMITS)
def test_a_limit_is_read(expression: str, kind: str, whole: bool, rules: Any) -> None:
    assert rules_of(expression, kind, whole=whole, values=VALUES) == rules


@pytest.mark.parametrize(
    ("expression", "kind"),
    [
        (". > ${n}", "number"), (". = 1 or . = 9", "number"), (". < today()", "date"), (". >= date('2020-01-01')", "date"),
        ("string-length(.) > 4", "text"), ("regex(., '[')", "text"), ("regex(., 'a') and regex(., 'b')", "text"),
        ("count-selected(.) <= 3", "multi"), ("not(selected(., 'zz') and count-selected(.) > 1)", "multi"),
        (". != 'x'", "single"), (". >= ", "number"), (". <= today() - 3", "date"),
    ],
)  # fmt: skip
def test_a_limit_that_cannot_be_said_is_left(expression: str, kind: str) -> None:
    with pytest.raises(NotTakenError):
        rules_of(expression, kind, whole=True, values=VALUES)


CALCULATIONS: list[tuple[str, Any]] = [
    ("2", {"number": D(2)}),
    ("${n} + ${d} + 1", {"sum": [{"answer": "n"}, {"answer": "d"}, {"number": D(1)}]}),
    ("${n} - ${d}", {"difference": [{"answer": "n"}, {"answer": "d"}]}),
    ("${n} * 2 div ${d}", {"ratio": [{"product": [{"answer": "n"}, {"number": D(2)}]}, {"answer": "d"}]}),
    ("sum(${n})", {"sum": [{"answer": "n"}]}),
    ("coalesce(${n}, 0)", {"sum": [{"answer": "n"}]}),
    ("int(${n})", {"answer": "n"}),
    ("${fact_staff}", {"fact": "staff"}),
    ("if(${one} = 'a', 1, 0)", {"count": [A]}),
    ("if(${one} = 'a', 0, 0)", {"number": D(0)}),
    ("if(${one} = 'a', 5, 2)", {"sum": [{"product": [{"number": D(5)}, {"count": [A]}]}, {"product": [{"number": D(2)}, {"count": [{"not": A}]}]}]}),
    ("if(true(), ${n}, 0)", {"answer": "n"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expression"), CALCULATIONS)
def test_a_calculation_is_read(text: str, expression: Any) -> None:
    assert expression_of(text, known()) == expression


@pytest.mark.parametrize(
    "text", ["concat('a', ${words})", "today()", "${words} + 1", "${noise}", "${later}", "once(random())", ""]
)
def test_a_calculation_that_cannot_be_said_is_left(text: str) -> None:
    with pytest.raises(NotTakenError):
        expression_of(text, known())


@given(st.text(max_size=60))
def test_whatever_stands_there_is_read_or_left(text: str) -> None:
    for read in (
        known().read,
        lambda one: rules_of(one, "number", whole=False, values={}),
        lambda one: expression_of(one, known()),
    ):
        try:
            read(text)
        except NotTakenError as left:
            assert left.code  # noqa: PT017 - either is right


def test_what_is_too_deep_or_too_long_is_not_read() -> None:
    for text in (
        "(" * (DEEPEST + 2) + "1" + ")" * (DEEPEST + 2),
        "1 + " * LONGEST + "1",
        "not(" * 100 + "1" + ")" * 100,
        "-" * 3000 + "1",
    ):
        with pytest.raises(NotReadError):
            parse(text)
