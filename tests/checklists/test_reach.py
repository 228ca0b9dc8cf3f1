"""Whether a question can be asked at all."""

from typing import Any

import pytest

from checklists.answers import Answer
from checklists.reach import reachable
from checklists.schema import Section
from tests.checklists.forms import form, option, question, when

ONE = question("ONE", "single", options=(option("a"), option("b"), option("c", "bad")))
MANY = question("MANY", "multi", options=(option("none", alone=True), option("x", "bad"), option("y", "bad")))


def reach(section: dict[str, Any] | None, own: dict[str, Any] | None) -> bool:
    last = question("LAST", when=when(**own) if own else None)
    checklist = form(ONE, MANY, last, when=when(**section) if section else None)
    section_: Section = checklist.sections[0]
    return reachable(checklist, section_, last)


def is_(name: str, *values: str) -> dict[str, Any]:
    return {"answer": name, "in": list(values)}


@pytest.mark.parametrize(
    ("section", "own", "expected"),
    [
        (None, None, True),
        ({"fact": "a"}, {"fact": "b"}, True),
        ({"fact": "a"}, {"not": {"fact": "a"}}, False),
        (None, {"all": [is_("ONE", "a"), is_("ONE", "b")]}, False),
        (None, {"all": [is_("ONE", "a", "b"), is_("ONE", "b", "c")]}, True),
        (None, {"all": [is_("MANY", "x"), is_("MANY", "y")]}, True),
        (None, {"all": [is_("MANY", "none"), is_("MANY", "x")]}, False),
        (None, {"not": is_("ONE", "a", "b", "c")}, True),
        (None, {"all": [{"fact": "n", "at_least": 5}, {"fact": "n", "at_most": 4}]}, False),
        (None, {"all": [{"fact": "n", "at_least": 5}, {"fact": "n", "at_most": 5}]}, True),
        (None, {"all": [{"fact": f"f{place}"} for place in range(20)]}, True),
        (None, is_("GONE", "a"), False),
    ],
)
def test_it_knows_whether_conditions_can_hold_together(
    section: dict[str, Any] | None, own: dict[str, Any] | None, expected: bool
) -> None:
    assert reach(section, own) is expected


def test_an_answer_is_given_when_it_has_a_value() -> None:
    assert Answer(value="a").given
    assert not Answer(skipped=True).given
