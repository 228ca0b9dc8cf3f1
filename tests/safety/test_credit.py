"""Safety credit on the shipped rules: every event, caps, ages, objections, repair, hard rules."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.credit import Credit
from checklists.load import load_catalogue
from safety.credit import CreditEvent, CreditScore, State, assess, may_repair

TODAY = date(2026, 11, 25)


def rules() -> Credit:
    found = load_catalogue().rules.credit
    assert found is not None
    return found


RULES = rules()


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def event(rule: str, days: int = 30, **more: object) -> CreditEvent:
    return CreditEvent(rule, ago(days), **more)  # type: ignore[arg-type]


def scored(*events: CreditEvent, overdue_major: bool = False) -> CreditScore:
    return assess(RULES, events, TODAY, overdue_major=overdue_major)


@pytest.mark.parametrize(
    ("rule", "points"),
    [
        ("N01", -3), ("N02", -15), ("N03", -1), ("N04", -15), ("N05", -20), ("N06", -5), ("N07", -8), ("N08", -4),
        ("N09", -3), ("N10", -5), ("N11", -10), ("N12", -25), ("N13", -8), ("N14", -40), ("N15", -100),
        ("N16", -100), ("N17", -15), ("P01", 8), ("P02", 5), ("P03", 3), ("P06", 2),
    ],
)  # fmt: skip
def test_each_event_moves_the_points(rule: str, points: int) -> None:
    found = scored(event(rule))
    assert found.points == 100 + points
    assert [(line.points, line.state) for line in found.lines] == [(points, State.COUNTS)]


@pytest.mark.parametrize(("level", "points"), [("3", 5), ("2", 10), ("1", 15)])
def test_standardization_counts_by_level(level: str, points: int) -> None:
    assert scored(event("P04", level=level)).points == 100 + points


@pytest.mark.parametrize(("count", "points"), [(9, 0), (10, 2), (19, 2), (20, 4), (30, 6), (90, 6)])
def test_reports_of_staff_count_by_ten(count: int, points: int) -> None:
    assert scored(event("P05", count=count)).points == 100 + points


@pytest.mark.parametrize(
    ("events", "points"),
    [
        ([event("N01")] * 4, 88),
        ([event("N01")] * 5, 88),
        ([event("N03", count=20)], 85),
        ([event("N10", count=2), event("N10", count=3)], 80),
        ([event("P01")] * 3, 116),
        ([event("P01")] * 2 + [event("P04", level="1")], 120),
        ([event("N15"), event("N14")], 0),
        ([event("N01"), event("P02")], 102),
    ],
)
def test_there_are_ends(events: Sequence[CreditEvent], points: int) -> None:
    assert scored(*events).points == points


def test_what_is_over_the_cap_says_so() -> None:
    found = scored(event("N10", 50, count=3), event("N10", 40, count=3))
    assert [(line.points, line.state) for line in found.lines] == [
        (Decimal(-15), State.COUNTS),
        (Decimal(-5), State.CAPPED),
    ]


@pytest.mark.parametrize(
    ("made", "state", "points"),
    [
        pytest.param(event("N01", 0), State.PENDING, 100, id="today: there is time to object"),
        pytest.param(event("N01", 9), State.PENDING, 100, id="the last day to object"),
        pytest.param(event("N01", 10), State.COUNTS, 97, id="after the time to object"),
        pytest.param(event("N01", 60, disputed=True), State.DISPUTED, 100, id="an objection is open"),
        pytest.param(event("N01", 179), State.COUNTS, 97, id="the last day it counts"),
        pytest.param(event("N01", 180), State.EXPIRED, 100, id="too old"),
        pytest.param(event("N12", 729), State.COUNTS, 75, id="a stop counts two years"),
        pytest.param(event("N12", 730), State.EXPIRED, 100, id="a stop after two years"),
        pytest.param(event("N11", 100, repaired=True), State.REPAIRED, 95, id="half comes back"),
        pytest.param(
            event("N01", 100, repaired=True), State.REPAIRED, Decimal("98.5"), id="half of an odd number"
        ),
        pytest.param(event("P02", 0), State.COUNTS, 105, id="a gain counts at once"),
        pytest.param(event("P02", 364), State.COUNTS, 105, id="a gain counts a year"),
        pytest.param(event("P02", 365), State.EXPIRED, 100, id="a gain after a year"),
    ],
)
def test_what_becomes_of_an_event(made: CreditEvent, state: State, points: Decimal) -> None:
    found = scored(made)
    assert [line.state for line in found.lines] == [state]
    assert found.points == points


def test_what_has_not_happened_yet_is_no_event() -> None:
    assert scored(event("N15", -1)).lines == ()


@pytest.mark.parametrize(
    ("points", "expected"),
    [(120, "A"), (90, "A"), (89, "B"), (75, "B"), (74, "C"), (60, "C"), (59, "D"), (0, "D")],
)
def test_grades(points: int, expected: str) -> None:
    found = assess(RULES.model_copy(update={"base": points}), (), TODAY)
    assert (found.points, found.grade.id) == (points, expected)


@pytest.mark.parametrize(
    ("events", "overdue", "expected", "held"),
    [
        pytest.param((), False, "A", [], id="nothing"),
        pytest.param((), True, "D", ["overdue_major"], id="a major hazard is overdue"),
        pytest.param(
            (event("N12", 364), event("P04", level="1")), False, "C", ["stopped"], id="stopped within a year"
        ),
        pytest.param(
            (event("N12", 365), event("P04", level="1")), False, "A", [], id="stopped more than a year ago"
        ),
        pytest.param((event("N12", 100, disputed=True),), False, "A", [], id="stopped, objection open"),
        pytest.param(
            (event("N16", 1094, repaired=True), event("P04", level="1")),
            False,
            "D",
            ["accident"],
            id="concealed, repaired: still D",
        ),
        pytest.param((event("N16", 1095),), False, "A", [], id="concealed three years ago"),
        pytest.param((event("N15", 20),), True, "D", [], id="D by points already"),
    ],
)
def test_hard_rules(events: Sequence[CreditEvent], overdue: bool, expected: str, held: Sequence[str]) -> None:
    found = scored(*events, overdue_major=overdue)
    assert found.grade.id == expected
    assert [hard.id for hard in found.held] == list(held)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (event("N11", 89), False),
        (event("N11", 90), True),
        (event("N11", 90, repaired=True), False),
        (event("P01", 90), False),
    ],
)
def test_repair(made: CreditEvent, expected: bool) -> None:
    assert may_repair(RULES, made, TODAY) is expected


def test_an_unknown_event_is_a_bug() -> None:
    with pytest.raises(KeyError):
        scored(event("N99"))
    with pytest.raises(KeyError):
        scored(event("P04", level="4"))


EVENTS = st.builds(
    CreditEvent,
    rule=st.sampled_from([rule.id for rule in RULES.rules if not rule.by_level]),
    day=st.integers(0, 1200).map(ago),
    count=st.integers(1, 40),
    disputed=st.booleans(),
    repaired=st.booleans(),
)


@given(st.lists(EVENTS, max_size=25))
def test_the_lines_add_up_and_no_rule_moves_more_than_it_may(events: list[CreditEvent]) -> None:
    found = scored(*events)
    total = RULES.base + sum(line.points for line in found.lines)
    assert found.points == max(RULES.least, min(RULES.most, total))
    for rule in RULES.rules:
        moved = abs(sum(line.points for line in found.lines if line.rule.id == rule.id))
        assert rule.most is None or moved <= rule.most
