"""The judge can fail: a clean run tampered with in one place each, and every tampering is named."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.proof.judge import ANY, Books, Deed, Does, Record, Saved, Sight, Verdict, verdict

FORM = "general"
DEEDS = (
    Deed(1, 7, Does.NOTHING),
    Deed(2, 7, Does.ANSWER, FORM, "exits", "yes"),
    Deed(3, 7, Does.ANSWER, FORM, "wiring", "no"),
    Deed(4, 7, Does.SUBMIT, FORM),
    Deed(5, 7, Does.PHOTO, FORM),
)
SIGHTS = (
    Sight(7, 1, FORM, "exits"),
    Sight(7, 2, FORM, "wiring", frozenset({"exits"})),
    Sight(7, 3, FORM, committed=frozenset({"exits", "wiring"})),
    Sight(7, 4, FORM, committed=frozenset({"exits", "wiring"})),
)
BOOKS = Books(
    saved=(Saved(2, 7, FORM, "exits", "yes"), Saved(3, 7, FORM, "wiring", "no", bad=True)),
    saves=Counter({(7, FORM, "exits"): 1, (7, FORM, "wiring"): 1}),
    submitted=Counter({(7, FORM): 1}),
    receipts=((7, FORM, "ZC-2026-000001"),),
    hazards=((7, FORM, "wiring"),),
    photos=Counter({5: 1}),
    asked=frozenset({(7, FORM, "exits"), (7, FORM, "wiring")}),
)
RECORD = Record(DEEDS, SIGHTS)
EXITS = (7, FORM, "exits")
WIRING = (7, FORM, "wiring")


def seen(at: int, sight: Sight) -> Record:
    return replace(RECORD, sights=(*SIGHTS[:at], sight, *SIGHTS[at + 1 :]))


def books(**changed: object) -> Books:
    return replace(BOOKS, **changed)  # type: ignore[arg-type]  # a table of cases, each with its own field


def judged(record: Record, kept: Books, what: Callable[[Verdict], tuple[str, ...]]) -> None:
    found = verdict(record, kept)
    assert what(found), str(found)
    assert not found.clean


def test_it_finds_nothing_in_a_clean_run() -> None:
    assert verdict(RECORD, BOOKS).clean, str(verdict(RECORD, BOOKS))


@pytest.mark.parametrize(
    ("record", "kept"),
    [
        pytest.param(RECORD, books(saved=BOOKS.saved[1:]), id="an acknowledged answer is not recorded"),
        pytest.param(
            RECORD,
            books(saved=(replace(BOOKS.saved[0], value="no"), BOOKS.saved[1])),
            id="another value is recorded",
        ),
        pytest.param(RECORD, books(saves=Counter({WIRING: 1})), id="a row of the history is gone"),
        pytest.param(
            replace(RECORD, deeds=(DEEDS[0], replace(DEEDS[1], value=ANY), *DEEDS[2:])),
            books(saved=BOOKS.saved[1:]),
            id="an answer by the calendar is not recorded",
        ),
        pytest.param(RECORD, books(receipts=()), id="a submission has no receipt"),
        pytest.param(RECORD, books(hazards=()), id="a bad answer has no hazard"),
        pytest.param(RECORD, books(photos=Counter()), id="a photo is not recorded"),
        pytest.param(RECORD, books(undone=((3, "aside"),)), id="an update was set aside"),
        pytest.param(RECORD, books(unsent=1), id="a screen was never sent"),
        pytest.param(
            replace(RECORD, deeds=(*DEEDS[:4], replace(DEEDS[4], acknowledged=False))),
            BOOKS,
            id="no reply came",
        ),
    ],
)
def test_it_detects_what_is_lost(record: Record, kept: Books) -> None:
    judged(record, kept, lambda found: found.lost)


@pytest.mark.parametrize(
    ("record", "kept"),
    [
        pytest.param(RECORD, books(saved=(*BOOKS.saved, BOOKS.saved[0])), id="one update recorded twice"),
        pytest.param(RECORD, books(saves=Counter({EXITS: 2, WIRING: 1})), id="one row of history too many"),
        pytest.param(
            RECORD, books(saved=(*BOOKS.saved, replace(BOOKS.saved[0], update=9))), id="an answer nobody gave"
        ),
        pytest.param(RECORD, books(photos=Counter({5: 2})), id="a photo recorded twice"),
        pytest.param(RECORD, books(submitted=Counter({(7, FORM): 2})), id="submitted twice"),
        pytest.param(replace(RECORD, deeds=DEEDS[:3]), BOOKS, id="submitted by nobody"),
        pytest.param(
            RECORD, books(receipts=(*BOOKS.receipts, (8, FORM, "ZC-2026-000001"))), id="a receipt given twice"
        ),
        pytest.param(RECORD, books(hazards=(*BOOKS.hazards, WIRING)), id="two hazards for one answer"),
        pytest.param(RECORD, books(hazards=(*BOOKS.hazards, EXITS)), id="a hazard for a fine answer"),
    ],
)
def test_it_detects_what_is_doubled(record: Record, kept: Books) -> None:
    judged(record, kept, lambda found: found.doubled)


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(
            seen(1, replace(SIGHTS[1], committed=frozenset())), id="the answer before it is not there"
        ),
        pytest.param(seen(2, replace(SIGHTS[2], settled=False)), id="its update is not committed"),
        pytest.param(
            seen(3, replace(SIGHTS[3], committed=frozenset({"exits"}))), id="the receipt counts too much"
        ),
    ],
)
def test_it_detects_a_screen_ahead_of_the_database(record: Record) -> None:
    judged(record, BOOKS, lambda found: found.ahead)


def test_it_detects_a_question_asked_twice() -> None:
    again = Sight(7, 3, FORM, "exits", frozenset({"exits", "wiring"}))
    judged(seen(2, again), BOOKS, lambda found: found.asked_twice)
    assert verdict(seen(2, replace(again, repeat_wanted=True)), BOOKS).clean


def test_it_wants_no_hazard_for_a_question_that_a_later_answer_hides() -> None:
    assert verdict(RECORD, books(hazards=(), asked=frozenset({EXITS}))).clean
