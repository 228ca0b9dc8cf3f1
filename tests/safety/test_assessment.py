"""The assessment of towns on the shipped rules: measures, sources, bonus, deductions, vetoes, no data, the year."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from checklists.assessment import Assessment
from checklists.load import load_catalogue
from safety.assessment import MonthScore, Reported, month, year


def rules() -> Assessment:
    found = load_catalogue().rules.assessment
    assert found is not None
    return found


RULES = rules()
NAMES = sorted(
    {name for one in RULES.indicators for measure in one.measures for name in (measure.part, measure.whole)}
)
INVERSE = {measure.part for one in RULES.indicators for measure in one.measures if measure.inverse}
PERFECT = {name: 0 if name in INVERSE else 200 for name in NAMES}
MARKS = {one.id: Decimal(1) for one in RULES.indicators}


def scored(figures: Mapping[str, int], **more: object) -> MonthScore:
    said = {"supervision": MARKS, "review": MARKS} | more
    return month(RULES, Reported({**PERFECT, **figures}, **said))  # type: ignore[arg-type]


def indicator(score: MonthScore, name: str) -> Decimal:
    (found,) = (one.points for one in score.indicators if one.indicator.id == name)
    return found


def test_the_nine_add_up_to_a_hundred() -> None:
    assert len(RULES.indicators) == 9
    assert [str(one.weight) for one in RULES.indicators] == [
        "10",
        "12",
        "12",
        "12",
        "18",
        "10",
        "10",
        "10",
        "6",
    ]
    found = scored({})
    assert (found.points, found.band.id, found.held) == (Decimal("100.0"), "excellent", ())


@pytest.mark.parametrize(
    ("figures", "name", "points"),
    [
        ({"closed_on_time": 100}, "K5", "15.6"),  # 18 - 0.6 x 8 x 1/2
        ({"closed_on_time": 0}, "K5", "13.2"),
        ({"closed_on_time": 500}, "K5", "18"),
        ({"suspicious_zero": 50}, "K4", "11.7"),  # 12 - 0.6 x 2 x 1/4
        ({"suspicious_zero": 200}, "K4", "10.8"),
        ({"forms_on_time": 100, "sampled_consistent": 150}, "K4", "9.45"),
    ],
)
def test_a_measure_is_a_share_of_its_points(figures: Mapping[str, int], name: str, points: str) -> None:
    assert indicator(scored(figures), name) == Decimal(points)


def test_the_three_sources_are_weighed() -> None:
    found = scored(
        {"weekly_on_time": 100}, supervision=MARKS | {"K9": Decimal("0.5")}, review=MARKS | {"K9": Decimal(0)}
    )
    (last,) = (one for one in found.indicators if one.indicator.id == "K9")
    assert (last.data, last.supervision, last.review) == (Decimal(5), Decimal(3), Decimal(0))
    assert last.points == Decimal("3.9")  # 5 x 0.6 + 3 x 0.3 + 0 x 0.1
    assert found.points == Decimal("97.9")


def test_without_data_it_is_full_points_and_said() -> None:
    found = scored({"drills_due": 0})
    measured = {one.measure.id: one for score in found.indicators for one in score.measured}
    assert (measured["drills"].points, measured["drills"].no_data) == (Decimal(5), True)
    assert not measured["supplies"].no_data
    assert found.points == Decimal("100.0")


def test_a_month_without_any_data_is_not_excellent() -> None:
    found = month(RULES, Reported({}))
    assert (found.points, found.band.id, found.held) == (Decimal("100.0"), "good", ("no_data",))
    assert all(one.unmarked == ("supervision", "review") for one in found.indicators)


@pytest.mark.parametrize(
    ("bonus", "points"), [("0.5", "100.5"), ("5", "105.0"), ("9", "105.0"), ("-3", "100.0")]
)
def test_the_bonus_has_an_end(bonus: str, points: str) -> None:
    assert scored({}, bonus=Decimal(bonus)).points == Decimal(points)


@pytest.mark.parametrize(
    ("deductions", "points", "band"),
    [
        ({"fatal_accident": 1}, "95.0", "excellent"),
        ({"fatal_accident": 2, "missed_major": 1}, "89.0", "good"),
        ({"false_data": 10}, "70.0", "fair"),
        ({"false_data": 11}, "67.0", "poor"),
        ({"fatal_accident": 30}, "0.0", "poor"),
        ({"fatal_accident": 0}, "100.0", "excellent"),
    ],
)
def test_deductions(deductions: Mapping[str, int], points: str, band: str) -> None:
    found = scored({}, deductions=deductions)
    assert (found.points, found.band.id) == (Decimal(points), band)


def test_an_unknown_deduction_is_a_bug() -> None:
    with pytest.raises(KeyError):
        scored({}, deductions={"weather": 1})


@pytest.mark.parametrize("veto", ["larger_accident", "concealed", "overdue_major"])
def test_a_veto_leaves_the_points_and_takes_the_band(veto: str) -> None:
    found = scored({}, vetoes=frozenset({veto}))
    assert (found.points, found.band.id, found.held) == (Decimal("100.0"), "poor", (veto,))


def test_a_score_is_rounded_once_at_the_end() -> None:
    assert scored({"closed_on_time": 133}).points == Decimal("98.4")  # 100 - 4.8 x 67/200 = 98.392
    assert scored({"passed_first": 199}).points == Decimal("100.0")  # 99.988


@pytest.mark.parametrize(
    ("months", "review", "accidents", "expected"),
    [
        ([100] * 12, 100, 100, "100.0"),
        ([90, 80], 70, 100, "83.5"),
        ([85], 0, 0, "59.5"),
    ],
)
def test_the_year(months: list[int], review: int, accidents: int, expected: str) -> None:
    assert year(RULES, [Decimal(one) for one in months], Decimal(review), Decimal(accidents)) == Decimal(
        expected
    )


def test_a_year_without_months_is_a_bug() -> None:
    with pytest.raises(ValueError, match="months"):
        year(RULES, [], Decimal(1), Decimal(1))
