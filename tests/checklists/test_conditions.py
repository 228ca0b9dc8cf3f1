"""Conditions: each shape, what is not known, and what cannot be written."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from checklists.answers import Answer
from checklists.conditions import Condition

CASES = [
    ({"fact": "gas"}, {"gas": True}, True),
    ({"fact": "gas"}, {"gas": False}, False),
    ({"fact": "gas"}, {}, False),
    ({"not": {"fact": "gas"}}, {}, True),
    ({"fact": "staff", "at_least": 100}, {"staff": 100}, True),
    ({"fact": "staff", "at_least": 100}, {"staff": 99}, False),
    ({"fact": "staff", "at_least": 100}, {"staff": Decimal("100.5")}, True),
    ({"fact": "staff", "at_most": 100}, {"staff": 101}, False),
    ({"fact": "staff", "at_most": 100}, {}, False),
    ({"fact": "staff", "at_most": 100}, {"staff": True}, False),
    ({"all": [{"fact": "a"}, {"fact": "b"}]}, {"a": True, "b": True}, True),
    ({"all": [{"fact": "a"}, {"fact": "b"}]}, {"a": True}, False),
    ({"any": [{"fact": "a"}, {"fact": "b"}]}, {"b": True}, True),
    ({"any": [{"fact": "a"}, {"fact": "b"}]}, {}, False),
    ({"all": [{"any": [{"fact": "a"}, {"fact": "b"}]}, {"not": {"fact": "c"}}]}, {"b": True}, True),
]


@pytest.mark.parametrize(("plain", "facts", "holds"), CASES)
def test_it_holds_for_facts(
    plain: dict[str, object], facts: dict[str, bool | int | Decimal], holds: bool
) -> None:
    assert Condition.model_validate(plain).compiled()({}, facts) is holds


@pytest.mark.parametrize(
    ("value", "holds"),
    [
        ("pipe", True),
        ("lpg", True),
        ("wood", False),
        (None, False),
        (("wood", "lpg"), True),
        (("wood",), False),
    ],
)
def test_it_holds_for_an_earlier_answer(value: str | tuple[str, ...] | None, holds: bool) -> None:
    test = Condition.model_validate({"answer": "Q", "in": ["pipe", "lpg"]}).compiled()
    assert test({"Q": Answer(value=value)}, {}) is holds
    assert test({}, {}) is False


def test_it_is_compiled_once() -> None:
    condition = Condition.model_validate({"any": [{"fact": "a"}, {"fact": "b"}]})
    assert condition.compiled() is condition.compiled()


def test_it_names_all_its_parts() -> None:
    condition = Condition.model_validate(
        {"all": [{"not": {"fact": "a"}}, {"any": [{"answer": "Q", "in": ["x"]}]}]}
    )
    assert [part.fact or part.answer for part in condition.parts() if part.fact or part.answer] == ["a", "Q"]


@pytest.mark.parametrize(
    "plain",
    [
        {},
        {"fact": "a", "answer": "Q", "in": ["x"]},
        {"all": [{"fact": "a"}], "fact": "b"},
        {"answer": "Q"},
        {"fact": "a", "in": ["x"]},
        {"answer": "Q", "in": ["x"], "at_least": 1},
        {"all": []},
        {"fact": "a", "equals": 1},
        {"fact": "a", "at_least": "many"},
    ],
)
def test_it_refuses_what_is_not_one_thing(plain: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Condition.model_validate(plain)


def test_it_reads_what_it_wrote() -> None:
    plain = {
        "all": [{"not": {"fact": "a"}}, {"answer": "Q", "in": ["x"]}, {"fact": "n", "at_least": Decimal(3)}]
    }
    condition = Condition.model_validate(plain)
    kept = condition.model_dump(by_alias=True, exclude_defaults=True)
    assert Condition.model_validate(kept) == condition
