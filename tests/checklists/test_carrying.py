"""What may be taken over, what facts already answer, whom the lot falls on."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest

from checklists.answers import Answer, Carried, Facts, NotApplicable, Value
from checklists.carrying import DRAWN, drawn, facts_of, implied, stale, taken_over
from checklists.catalogue import Catalogue
from checklists.findings import review, score
from checklists.schema import Accept, Carry, PhotoAsk, PhotoRule, Question
from checklists.walk import outline
from tests.checklists.forms import TODAY, form, given, n, option, question, words

THEN = TODAY - timedelta(days=90)
PROOF = PhotoRule(ask=PhotoAsk.ALWAYS, at_least=2)
ABSENT, NONE = (option("absent", "neutral"),), NotApplicable("absent")


@pytest.mark.parametrize(
    ("now", "old", "answer", "taken"),
    [
        ({}, {}, Answer("ok"), True),
        ({"carry": Carry.CONFIRM}, {}, Answer("ok"), True),
        ({"carry": Carry.ALWAYS}, {}, Answer("ok"), False),
        ({"carry": Carry.FRESH}, {}, Answer("ok"), False),
        ({"critical": True}, {}, Answer("ok"), False),
        ({"critical": True, "carry": Carry.CONFIRM}, {}, Answer("ok"), False),
        ({}, {}, Answer(skipped=True), False),
        ({"na_reasons": ABSENT}, {"na_reasons": ABSENT}, Answer(NONE), True),
        ({"na_reasons": ABSENT, "photo": PROOF}, {}, Answer(NONE), True),
        ({"na_reasons": ABSENT, "carry": Carry.FRESH}, {}, Answer(NONE), False),
        ({}, {"na_reasons": ABSENT}, Answer(NONE), False),
        ({}, {}, Answer("gone"), False),
        ({"photo": PROOF}, {}, Answer("ok", photos=2), True),
        ({"photo": PROOF}, {}, Answer("ok", photos=1), False),
        ({"photo": PROOF}, {}, Answer("ok", carried=Carried.QUESTION, since=THEN), True),
        ({"photo": PROOF}, {}, Answer("ok", carried=Carried.FACT, since=THEN), False),
        ({"photo": PhotoRule(ask=PhotoAsk.FAIL)}, {}, Answer("ok"), True),
        ({}, {"options": (option("ok", label="没有"), option("bad", "bad", "有"))}, Answer("ok"), False),
        ({}, {"options": (option("ok", "bad", "是"), option("bad", label="否"))}, Answer("ok"), False),
        ({"rectify_days": 3}, {"rectify_days": 9, "note": words("说明")}, Answer("ok"), True),
    ],
)
def test_an_old_answer_is_taken_over_only_where_it_answers_this_very_question(
    now: dict[str, Any], old: dict[str, Any], answer: Answer, taken: bool
) -> None:
    assert taken_over(question(**now), question(**old), answer, TODAY) is taken


def test_other_words_are_another_question() -> None:
    asked = question()
    reworded = asked.model_copy(update={"text": words("另一问")})
    translated = asked.model_copy(update={"text": words(asked.text.zh, "better English")})
    assert not taken_over(asked, reworded, Answer("ok"), TODAY)
    assert taken_over(asked, translated, Answer("ok"), TODAY)


def test_a_unit_belongs_to_what_is_asked_and_the_range_to_what_is_taken() -> None:
    metres = question("N", "number", unit=words("米"), maximum=n("50"), accept=Accept(at_most=n("2")))
    feet = metres.model_copy(update={"unit": words("尺")})
    shorter = metres.model_copy(update={"maximum": n("10")})
    assert taken_over(metres, metres, Answer(n("20")), TODAY)
    assert not taken_over(metres, feet, Answer(n("20")), TODAY)
    assert not taken_over(shorter, metres, Answer(n("20")), TODAY)


@pytest.mark.parametrize(("days", "gone"), [(0, False), (366, False), (367, True)])
def test_after_a_year_an_answer_is_given_anew(days: int, gone: bool) -> None:
    assert stale(TODAY - timedelta(days=days), TODAY, form(question())) is gone
    assert stale(TODAY - timedelta(days=31), TODAY, form(question(), carry_days=30))


FUEL = question(
    "FUEL",
    "single",
    options=(
        option("pipe", sets={"gas_pipe": True, "gas_lpg": False, "electric": False}),
        option("lpg", sets={"gas_pipe": False, "gas_lpg": True, "electric": False}),
        option("electric", sets={"gas_pipe": False, "gas_lpg": False, "electric": True}),
        option("other", "bad", sets={"gas_pipe": False, "gas_lpg": False, "electric": False}),
    ),
)
STAFF = question("STAFF", "number", sets="staff", accept=Accept(anything=True))
HOT = question("HOT", options=(option("ok", sets={"hot": True}), option("bad", "bad", sets={"hot": False})))
HALF = question("HALF", options=(option("ok", sets={"hot": True}), option("bad", "bad")))
WORKS = question(
    "WORKS",
    "multi",
    options=(
        option("none", alone=True, sets={"hot": False, "high": False}),
        option("hot", sets={"hot": True}),
        option("high", sets={"high": True}),
    ),
)


@pytest.mark.parametrize(
    ("asked", "facts", "value"),
    [
        (FUEL, {}, None),
        (FUEL, {"gas_pipe": True}, "pipe"),
        (FUEL, {"gas_pipe": False}, None),
        (FUEL, {"gas_pipe": False, "gas_lpg": True}, "lpg"),
        (FUEL, {"gas_pipe": False, "gas_lpg": False}, None),
        (FUEL, {"gas_pipe": False, "gas_lpg": False, "electric": True}, "electric"),
        (FUEL, {"gas_pipe": False, "gas_lpg": False, "electric": False}, "other"),
        (FUEL, {"gas_pipe": True, "gas_lpg": True}, None),
        (STAFF, {"staff": 12}, n("12")),
        (STAFF, {"staff": n("0.5")}, n("0.5")),
        (STAFF, {"staff": True}, None),
        (STAFF, {}, None),
        (HOT, {"hot": False}, "bad"),
        (HOT, {"high": True}, None),
        (HALF, {"hot": True}, None),
        (HALF, {"hot": False}, None),
        (WORKS, {"hot": True}, None),
        (WORKS, {"hot": True, "high": False}, ("hot",)),
        (WORKS, {"hot": True, "high": True}, ("hot", "high")),
        (WORKS, {"hot": False, "high": False}, ("none",)),
        (question(), {"hot": True}, None),
        (question("M", "multi", options=(option("a"), option("b"))), {"hot": True}, None),
    ],
)
def test_known_facts_answer_a_question_when_they_leave_one_answer(
    asked: Question, facts: Facts, value: Value | None
) -> None:
    assert implied(asked, facts) == value


def test_a_question_names_the_facts_it_can_state() -> None:
    assert facts_of(FUEL) == {"gas_pipe", "gas_lpg", "electric"}
    assert facts_of(STAFF) == {"staff"}
    assert facts_of(question()) == frozenset()


def sample(name: str, *, critical: bool = False, ask: str = "sample") -> Question:
    return question(name, critical=critical, photo=PhotoRule(ask=PhotoAsk(ask)))


def test_the_lot_falls_on_critical_questions_first_and_never_on_what_wants_no_photo() -> None:
    asked = (
        question("plain"),
        sample("fail", ask="fail"),
        sample("never", critical=True, ask="never"),
        *(sample(f"s{place}") for place in range(4)),
        sample("grave", critical=True, ask="fail"),
    )
    lots = [drawn(asked, f"seed {number}") for number in range(60)]
    assert all(len(lot) == DRAWN and "grave" in lot for lot in lots)
    assert {name for lot in lots for name in lot} == {"grave", "s0", "s1", "s2", "s3"}
    assert drawn(asked, "") == frozenset()
    assert drawn(asked[:2], "seed") == frozenset()


def test_the_lot_is_the_same_at_every_look_and_fair_over_many() -> None:
    asked = [sample(f"s{place}") for place in range(5)]
    assert drawn(asked, "7/f/2026-11") == drawn(tuple(reversed(asked)), "7/f/2026-11")
    counts = Counter(name for number in range(500) for name in drawn(asked, f"{number}/f/2026-11"))
    assert all(150 <= counts[one.id] <= 250 for one in asked), counts


def test_a_drawn_question_counts_only_with_its_photo() -> None:
    it = form(sample("a"), question("b"))
    answers = given(a="ok", b="ok")
    assert score(it, answers, {}, TODAY).uncounted == 0
    assert (
        score(it, answers, {}, TODAY, "seed").passed,
        score(it, answers, {}, TODAY, "seed").uncounted,
    ) == (
        1,
        1,
    )
    assert [one.id for one in review(it, answers, {}, TODAY, "seed").photos_missing] == ["a"]
    proved = {**answers, "a": Answer("ok", photos=1)}
    assert score(it, proved, {}, TODAY, "seed").passed == 2


@pytest.mark.parametrize("period", ["2026-11", "2026-Q4", "2027-Q1"])
def test_every_shipped_form_draws_one_or_two_photos_of_today(catalogue: Catalogue, period: str) -> None:
    facts = {
        **dict.fromkeys(catalogue.facts.ids, True),
        "staff": 400,
        "site_area": 100,
        "all_electric": False,
    }
    for name, it in catalogue.checklists.items():
        lot = drawn(outline(it, {}, facts), f"1/{name}/{period}")
        assert 1 <= len(lot) <= DRAWN, name


def test_dates_are_taken_over_as_they_are() -> None:
    drill = question("D", "date", accept=Accept(max_age_days=365), oldest_days=3650)
    assert taken_over(drill, drill, Answer(date(2026, 5, 3)), TODAY)
