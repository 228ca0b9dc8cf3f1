"""What one answer means: taken or not, in order or a finding, how bad, with which photos."""

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from checklists.answers import Answer, Carried, Facts, Location, Value
from checklists.judging import PROBLEMS, Judgement, PhotoNeed, PhotoWish, check, judge, photo_wish, rule
from checklists.schema import (
    Accept,
    AcceptWhen,
    Carry,
    MajorSource,
    Outcome,
    PhotoAsk,
    PhotoRule,
    Question,
    Severity,
)
from tests.checklists.forms import TODAY, n, option, question, when

YES_NO = question()
ONE = question("S", "single", options=(option("a"), option("b", "bad"), option("na", "neutral")))
MANY = question("M", "multi", options=(option("none", alone=True), option("x", "bad"), option("y", "bad")))
LENGTH = question(
    "L",
    "number",
    minimum=n("0"),
    maximum=n("50"),
    accept=Accept(at_most=n("2")),
    options=(option("unknown", "bad"),),
)
COUNT = question("C", "number", minimum=n("0"), maximum=n("50"), whole=True, accept=Accept(at_least=n("2")))
DONE = question(
    "D", "date", accept=Accept(max_age_days=30), oldest_days=3650, options=(option("never", "bad"),)
)
EXPIRY = question("E", "date", accept=Accept(not_expired=True), oldest_days=3650, ahead_days=3650)
DAY = question("F", "date", accept=Accept(anything=True), ahead_days=10)
STORY = question("T", "text", longest=5)
CLOSED = question(
    "H",
    "time",
    accept=Accept(earliest=time(20), latest=time(2)),
    options=(option("open", "bad"),),
)
NOON = question("O", "time", accept=Accept(earliest=time(11), latest=time(13, 30)))
BEFORE = question("V", "time", accept=Accept(latest=time(9)))
PHOTO = question("P", "photo", photo=PhotoRule(at_least=2), options=(option("dark", "bad"),))
FILE = question("I", "file", required=False)
PLACE = question("G", "place")
CODE = question("X", "code", pattern="[0-9]{8}", example="37140001")


def day(distance: int) -> date:
    return TODAY + timedelta(distance)


@pytest.mark.parametrize(
    ("q", "value", "line", "args"),
    [
        (YES_NO, "ok", None, {}),
        (YES_NO, "maybe", "problem-unknown-option", {}),
        (YES_NO, n("1"), "problem-wrong-kind", {}),
        (ONE, ("a",), "problem-wrong-kind", {}),
        (MANY, ("x", "y"), None, {}),
        (MANY, ("none",), None, {}),
        (MANY, (), "problem-nothing-chosen", {}),
        (MANY, "x", "problem-wrong-kind", {}),
        (MANY, ("x", "z"), "problem-unknown-option", {}),
        (MANY, ("x", "x"), "problem-unknown-option", {}),
        (MANY, ("none", "x"), "problem-not-together", {"option"}),
        (LENGTH, n("0"), None, {}),
        (LENGTH, n("50"), None, {}),
        (LENGTH, n("-3"), "problem-too-small", {"limit": n("0")}),
        (LENGTH, n("10000"), "problem-too-large", {"limit": n("50")}),
        (LENGTH, n("1.125"), None, {}),
        (LENGTH, n("1.0001"), "problem-too-precise", {}),
        (LENGTH, n("1.50000"), None, {}),
        (LENGTH, Decimal("NaN"), "problem-wrong-kind", {}),
        (LENGTH, "two", "problem-wrong-kind", {}),
        (LENGTH, "unknown", None, {}),
        (COUNT, n("2.5"), "problem-not-whole", {}),
        (COUNT, n("2.0"), None, {}),
        (DONE, day(0), None, {}),
        (DONE, day(1), "problem-in-future", {"date": day(1)}),
        (DONE, day(-3650), None, {}),
        (DONE, day(-3651), "problem-too-early", {"date": day(-3651), "limit": day(-3650)}),
        (DONE, "never", None, {}),
        (DONE, "sometimes", "problem-wrong-kind", {}),
        (DONE, n("3"), "problem-wrong-kind", {}),
        (EXPIRY, day(3650), None, {}),
        (EXPIRY, day(3651), "problem-too-late", {"date": day(3651), "limit": day(3650)}),
        (EXPIRY, day(-1), None, {}),
        (DAY, day(11), "problem-too-late", {"limit": day(10)}),
        (STORY, "好的", None, {}),
        (STORY, "  ", "problem-empty", {}),
        (STORY, "123456", "problem-too-long", {"limit": 5}),
        (STORY, ("a",), "problem-wrong-kind", {}),
        (CLOSED, time(3), None, {}),
        (CLOSED, "open", None, {}),
        (CLOSED, "20:00", "problem-wrong-kind", {}),
        (PHOTO, ("u1",), None, {}),
        (PHOTO, (), "problem-wrong-kind", {}),
        (PHOTO, ("",), "problem-wrong-kind", {}),
        (PHOTO, "u1", "problem-wrong-kind", {}),
        (PHOTO, "dark", None, {}),
        (FILE, ("报告.pdf",), None, {}),
        (PLACE, Location(37.4, 116.3), None, {}),
        (PLACE, Location(97.4, 116.3), "problem-no-place", {}),
        (PLACE, Location(37.4, -190.0), "problem-no-place", {}),
        (PLACE, "门前", None, {}),
        (PLACE, "路" * 201, "problem-too-long", {"limit": 200}),
        (PLACE, n("3"), "problem-wrong-kind", {}),
        (CODE, "37140001", None, {}),
        (CODE, "3714000", "problem-code", {"example": "37140001"}),
        (CODE, " ", "problem-empty", {}),
        (CODE, n("3"), "problem-wrong-kind", {}),
    ],
)
def test_it_takes_only_what_can_be_an_answer(q: Question, value: Value, line: str | None, args: Any) -> None:
    problem = check(q, value, TODAY)
    assert (problem.line if problem else None) == line
    if problem is not None:
        assert set(problem.args) == set(PROBLEMS[problem.line])
        assert not isinstance(args, dict) or args.items() <= problem.args.items()


def test_something_done_never_lies_ahead_whatever_the_form_says() -> None:
    sloppy = question("D", "date", accept=Accept(max_age_days=30), ahead_days=99)
    problem = check(sloppy, day(1), TODAY)
    assert problem is not None
    assert problem.line == "problem-in-future"


@pytest.mark.parametrize(
    ("q", "value", "outcome"),
    [
        (YES_NO, "ok", "ok"),
        (YES_NO, "bad", "bad"),
        (ONE, "na", "neutral"),
        (MANY, ("none",), "ok"),
        (MANY, ("x",), "bad"),
        (MANY, ("x", "y"), "bad"),
        (LENGTH, n("2"), "ok"),
        (LENGTH, n("2.01"), "bad"),
        (LENGTH, "unknown", "bad"),
        (COUNT, n("2"), "ok"),
        (COUNT, n("1"), "bad"),
        (DONE, day(-30), "ok"),
        (DONE, day(-31), "bad"),
        (DONE, "never", "bad"),
        (EXPIRY, day(0), "ok"),
        (EXPIRY, day(-1), "bad"),
        (DAY, day(-500), "neutral"),
        (STORY, "好", "neutral"),
        (CLOSED, time(20), "ok"),
        (CLOSED, time(0), "ok"),
        (CLOSED, time(2), "ok"),
        (CLOSED, time(2, 1), "bad"),
        (CLOSED, time(19, 59), "bad"),
        (CLOSED, "open", "bad"),
        (NOON, time(11), "ok"),
        (NOON, time(14), "bad"),
        (NOON, time(10, 59), "bad"),
        (BEFORE, time(0), "ok"),
        (BEFORE, time(9, 1), "bad"),
        (PHOTO, ("u1", "u2"), "neutral"),
        (PHOTO, "dark", "bad"),
        (FILE, ("报告.pdf",), "neutral"),
        (PLACE, Location(1.0, 2.0), "neutral"),
        (CODE, "37140001", "neutral"),
        (question("N", "number"), n("7"), "neutral"),
    ],
)
def test_an_answer_is_in_order_or_a_finding_or_neither(q: Question, value: Value, outcome: str) -> None:
    assert judge(q, value, {}, TODAY).outcome is Outcome(outcome)


ROOM = question(
    "R",
    "number",
    accept=Accept(at_most=n("100")),
    accept_when=(
        AcceptWhen(when=when(fact="room"), accept=Accept(at_most=n("420"))),
        AcceptWhen(when=when(fact="yard"), accept=Accept(at_most=n("900"))),
    ),
)
STAFF = question("P", "number", accept=Accept(at_least_fact="low", at_most_fact="high"))


@pytest.mark.parametrize(
    ("q", "value", "facts", "outcome"),
    [
        (ROOM, "101", {}, "bad"),
        (ROOM, "101", {"room": True}, "ok"),
        (ROOM, "421", {"room": True}, "bad"),
        (ROOM, "421", {"yard": True}, "ok"),
        (ROOM, "421", {"room": True, "yard": True}, "bad"),
        (STAFF, "5", {"low": 5, "high": 7}, "ok"),
        (STAFF, "4", {"low": 5, "high": 7}, "bad"),
        (STAFF, "8", {"low": 5, "high": 7}, "bad"),
        (STAFF, "8", {}, "ok"),
    ],
)
def test_the_limit_is_that_of_the_enterprise(q: Question, value: str, facts: Facts, outcome: str) -> None:
    assert judge(q, n(value), facts, TODAY).outcome is Outcome(outcome)


def test_the_first_rule_that_holds_applies() -> None:
    assert rule(ROOM, {"room": True, "yard": True}) is ROOM.accept_when[0].accept
    assert rule(ROOM, {}) is ROOM.accept


MAJOR, GENERAL = Severity.MAJOR, Severity.GENERAL
OURS = MajorSource(official=False)
OFFICIAL = MajorSource(official=True, when=when(fact="trade"))
GRADED = (
    option("ok"),
    option("slight", "bad", severity=GENERAL),
    option("grave", "bad", severity=MAJOR),
    option("bad", "bad"),
)


@pytest.mark.parametrize(
    ("q", "value", "facts", "severity"),
    [
        (question(rectify_days=3), "bad", {}, GENERAL),
        (question(severity=MAJOR, major=OURS), "bad", {}, MAJOR),
        (question(major=OFFICIAL), "bad", {}, GENERAL),
        (question(major=OFFICIAL), "bad", {"trade": True}, MAJOR),
        (question("G", "single", options=GRADED), "grave", {}, MAJOR),
        (question("G", "single", options=GRADED, severity=MAJOR, major=OURS), "slight", {}, GENERAL),
        (question("G", "single", options=GRADED, severity=MAJOR, major=OURS), "bad", {}, MAJOR),
        (question("G", "multi", options=GRADED), ("slight", "grave"), {}, MAJOR),
        (question("G", "multi", options=GRADED), ("slight", "bad"), {}, GENERAL),
        (
            question("N", "number", accept=Accept(at_most=n("1")), severity=MAJOR, major=OURS),
            n("2"),
            {},
            MAJOR,
        ),
    ],
)
def test_a_finding_is_as_bad_as_the_worst_of_it(
    q: Question, value: Value, facts: Facts, severity: Severity
) -> None:
    judgement = judge(q, value, facts, TODAY)
    assert judgement.bad
    assert judgement.severity is severity
    assert judgement.suspected_major is (severity is MAJOR)
    assert judgement.rectify_days == q.rectify_days


def test_a_good_answer_suspects_nothing() -> None:
    judgement = judge(question(severity=MAJOR, major=OURS), "ok", {}, TODAY)
    assert (judgement.suspected_major, judgement.severity, judgement.rectify_days) == (False, GENERAL, 0)


OK, BAD, NEUTRAL = (Judgement(outcome) for outcome in (Outcome.OK, Outcome.BAD, Outcome.NEUTRAL))


@pytest.mark.parametrize(
    ("ask", "judgement", "photos", "required", "expected"),
    [
        ("always", OK, 0, False, (PhotoNeed.OPTIONAL, 2)),
        ("always", OK, 1, False, (PhotoNeed.OPTIONAL, 1)),
        ("always", OK, 2, False, (PhotoNeed.NONE, 0)),
        ("always", OK, 5, True, (PhotoNeed.NONE, 0)),
        ("always", BAD, 0, True, (PhotoNeed.REQUIRED, 2)),
        ("always", NEUTRAL, 0, True, (PhotoNeed.NONE, 0)),
        ("fail", OK, 0, True, (PhotoNeed.NONE, 0)),
        ("fail", BAD, 0, False, (PhotoNeed.OPTIONAL, 2)),
        ("fail", BAD, 0, True, (PhotoNeed.REQUIRED, 2)),
        ("sample", BAD, 0, False, (PhotoNeed.NONE, 0)),
        ("never", BAD, 0, False, (PhotoNeed.NONE, 0)),
    ],
)
def test_a_photo_is_wanted_as_the_rule_says(
    ask: str, judgement: Judgement, photos: int, required: bool, expected: tuple[PhotoNeed, int]
) -> None:
    q = question(photo=PhotoRule(ask=PhotoAsk(ask), required=required, at_least=2))
    assert photo_wish(q, Answer(value="ok", photos=photos), judgement) == PhotoWish(*expected)


def test_without_an_answer_no_photo_is_wanted() -> None:
    q = question(photo=PhotoRule(ask=PhotoAsk.ALWAYS))
    assert photo_wish(q, None, None).need is PhotoNeed.NONE
    assert photo_wish(q, Answer(skipped=True), None).need is PhotoNeed.NONE


@pytest.mark.parametrize(
    ("q", "answer", "expected"),
    [
        (PHOTO, Answer(value=("u1",), photos=1), (PhotoNeed.REQUIRED, 1)),
        (PHOTO, Answer(value=("u1", "u2"), photos=2), (PhotoNeed.NONE, 0)),
        (PHOTO, Answer(value=("u1", "u2"), photos=1), (PhotoNeed.REQUIRED, 1)),
        (PHOTO, Answer(value="dark"), (PhotoNeed.NONE, 0)),
        (PHOTO, Answer(), (PhotoNeed.NONE, 0)),
        (FILE, Answer(value=("a.pdf",), photos=0), (PhotoNeed.OPTIONAL, 1)),
    ],
)
def test_a_photo_that_is_the_answer_is_missing_when_its_copy_failed(
    q: Question, answer: Answer, expected: tuple[PhotoNeed, int]
) -> None:
    judgement = judge(q, answer.value, {}, TODAY) if answer.value is not None else None
    assert photo_wish(q, answer, judgement) == PhotoWish(*expected)


def test_a_drawn_question_wants_its_sample_photo() -> None:
    q = question(photo=PhotoRule(ask=PhotoAsk.SAMPLE))
    assert photo_wish(q, Answer(value="ok"), OK, drawn=True) == PhotoWish(PhotoNeed.OPTIONAL, 1)
    assert photo_wish(q, Answer(value="ok"), NEUTRAL, drawn=True).need is PhotoNeed.NONE


TAKEN = Answer(value="ok", carried=Carried.SECTION, since=TODAY)


@pytest.mark.parametrize(
    ("q", "judgement", "wanted"),
    [
        (question(photo=PhotoRule(ask=PhotoAsk.ALWAYS)), OK, False),
        (question(photo=PhotoRule(ask=PhotoAsk.ALWAYS)), BAD, True),
        (question(photo=PhotoRule(ask=PhotoAsk.FAIL)), OK, False),
        (question(photo=PhotoRule(ask=PhotoAsk.FAIL)), BAD, True),
        (question(carry=Carry.FRESH), OK, True),
    ],
)
def test_a_good_answer_that_was_taken_over_is_proved_by_its_old_photo(
    q: Question, judgement: Judgement, wanted: bool
) -> None:
    assert (photo_wish(q, TAKEN, judgement).need is not PhotoNeed.NONE) is wanted
    assert (photo_wish(q, TAKEN, judgement, drawn=True).need is PhotoNeed.NONE) is False


def test_a_fact_kept_brings_no_photo() -> None:
    kept = Answer(value="ok", carried=Carried.FACT, since=TODAY)
    assert photo_wish(question(photo=PhotoRule(ask=PhotoAsk.ALWAYS)), kept, OK).need is PhotoNeed.OPTIONAL


def test_a_fresh_question_wants_a_photo_with_every_answer_but_not_applicable() -> None:
    q = question(carry=Carry.FRESH, photo=PhotoRule(ask=PhotoAsk.NEVER))
    for judgement, need in ((OK, PhotoNeed.OPTIONAL), (BAD, PhotoNeed.OPTIONAL), (NEUTRAL, PhotoNeed.NONE)):
        assert photo_wish(q, Answer(value="ok"), judgement).need is need
