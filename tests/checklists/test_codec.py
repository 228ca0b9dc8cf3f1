"""Answers as JSON and back, for every kind, exactly."""

import json
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.answers import JsonValue, Location, NotApplicable, Value
from checklists.codec import value_from_json, value_to_json
from checklists.schema import Question
from tests.checklists.forms import option, question

NUMBER = question("N", "number", options=(option("never", "bad"),))
DAY = question("D", "date", options=(option("never", "bad"),))
MANY = question("M", "multi", options=(option("a"), option("b"), option("c", "bad")))
ONE = question("S", "single", options=(option("a"), option("b", "bad")))
TEXT = question("T", "text")
CLOCK = question("C", "time", options=(option("never", "bad"),))
PHOTO = question("P", "photo", options=(option("dark", "bad"),))
PLACE = question("G", "place")
CODE = question("X", "code")


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=3))
def test_a_number_comes_back_exactly(number: Decimal) -> None:
    kept = json.loads(json.dumps(value_to_json(number)))
    assert value_from_json(NUMBER, kept) == number


@given(st.dates())
def test_a_date_comes_back(day: date) -> None:
    assert value_from_json(DAY, json.loads(json.dumps(value_to_json(day)))) == day


@given(st.sets(st.sampled_from("abc"), min_size=1))
def test_many_come_back_in_order(chosen: set[str]) -> None:
    value = tuple(sorted(chosen))
    assert value_from_json(MANY, json.loads(json.dumps(value_to_json(value)))) == value


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_text_comes_back(text: str) -> None:
    assert value_from_json(TEXT, json.loads(json.dumps(value_to_json(text)))) == text


@pytest.mark.parametrize(
    ("q", "value"), [(NUMBER, "never"), (DAY, "never"), (ONE, "b"), (MANY, None), (DAY, None)]
)
def test_options_and_nothing_come_back(q: object, value: str | None) -> None:
    assert value_from_json(q, value_to_json(value)) == value  # type: ignore[arg-type]  # parametrised


@pytest.mark.parametrize("q", [NUMBER, DAY, MANY, ONE, TEXT, CLOCK, PHOTO, PLACE, CODE], ids=lambda q: q.id)
def test_what_does_not_apply_comes_back_with_its_reason_for_every_kind(q: Question) -> None:
    value = NotApplicable("我们没有锅炉，“na”")
    assert value_from_json(q, json.loads(json.dumps(value_to_json(value)))) == value


@given(st.times())
def test_a_time_comes_back_to_the_minute(clock: time) -> None:
    kept = json.loads(json.dumps(value_to_json(clock)))
    assert value_from_json(CLOCK, kept) == clock.replace(second=0, microsecond=0, fold=0)


@given(
    st.builds(
        Location,
        st.floats(-90, 90),
        st.floats(-180, 180),
        st.none() | st.integers(0, 1500),
        st.booleans(),
        st.text(st.characters(exclude_categories=["Cs"])),
    )
)
def test_a_place_comes_back_exactly(place: Location) -> None:
    assert value_from_json(PLACE, json.loads(json.dumps(value_to_json(place)))) == place


@pytest.mark.parametrize(
    ("q", "value"),
    [
        (CLOCK, "never"),
        (PHOTO, ("u1", "u2")),
        (PHOTO, "dark"),
        (PLACE, "门口"),
        (CODE, "37140001"),
        (question("F", "file"), ("报告.pdf",)),
    ],
)
def test_what_was_sent_comes_back(q: object, value: Value) -> None:
    assert value_from_json(q, json.loads(json.dumps(value_to_json(value)))) == value  # type: ignore[arg-type]  # parametrised


@pytest.mark.parametrize(
    ("number", "kept"), [("2.50", "2.5"), ("100", "100"), ("1E+2", "100"), ("0", "0"), ("-0.10", "-0.1")]
)
def test_a_number_is_written_in_one_way(number: str, kept: str) -> None:
    assert value_to_json(Decimal(number)) == kept


@pytest.mark.parametrize(
    ("q", "kept"),
    [
        (NUMBER, "many"),
        (NUMBER, "NaN"),
        (NUMBER, "Infinity"),
        (NUMBER, ["1"]),
        (DAY, "2026-02-30"),
        (DAY, ["x"]),
        (ONE, ["a"]),
        (TEXT, 3),
        (CLOCK, "25:00"),
        (CLOCK, ["1"]),
        (PHOTO, "u1"),
        (PLACE, ["x"]),
        (PLACE, {"lat": "37", "lon": 116}),
        (PLACE, {"lat": 37.0}),
        (CODE, ["x"]),
    ],
)
def test_what_cannot_be_an_answer_is_refused(q: object, kept: JsonValue) -> None:
    with pytest.raises(ValueError, match=r".*"):
        value_from_json(q, kept)  # type: ignore[arg-type]  # parametrised
