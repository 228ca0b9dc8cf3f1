"""Classes of enterprises on the shipped rules: the worked example of the domain guide, each dimension, each override."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.answers import Facts
from checklists.grading import EnterpriseClass, Figure, Grading
from checklists.load import load_catalogue
from safety.grading import Frequency, Graded, Profile, frequency, grade

CATALOGUE = load_catalogue()
FACTS = CATALOGUE.facts
I, II, III, IV = EnterpriseClass  # noqa: E741 - the Roman numeral is its name


def rules() -> Grading:
    found = CATALOGUE.rules.grading
    assert found is not None
    return found


RULES = rules()


def graded(
    facts: Facts, figures: Mapping[Figure, int] | None = None, credit: int = 100, credit_grade: str = "A"
) -> Graded:
    return grade(RULES, Profile(FACTS.derive(facts), figures or {}, Decimal(credit), credit_grade))


SHOP = {"industrial_trade": True, "staff": 120, "limited_space": True, "has_dangerous_work": True}


def test_the_machine_shop_of_the_domain_guide() -> None:
    found = graded(SHOP, credit=90)
    assert {one.dimension.id: one.points for one in found.scored} == {
        "industry": Decimal(20),
        "risk": Decimal(11),
        "status": Decimal(0),
        "performance": Decimal("1.5"),
    }
    assert (found.points, found.supervision, found.moved) == (Decimal("32.5"), III, ())


def test_the_same_shop_with_an_open_major_hazard() -> None:
    found = graded(SHOP, {Figure.OPEN_MAJOR_HAZARDS: 1}, credit=90)
    assert (found.by_points, found.supervision) == (III, I)
    assert [(override.id, after) for override, after in found.moved] == [("open_major_hazard", I)]


@pytest.mark.parametrize(
    ("facts", "points"),
    [
        ({}, 0),
        ({"retail_service": True}, 5),
        ({"retail_service": True, "catering": True}, 15),
        ({"catering": True, "public_gathering": True}, 20),
        ({"construction": True, "transport": True}, 28),
        ({"hazchem": True, "fireworks": True}, 35),
        ({"metal_smelting": True, "industrial_trade": True}, 30),
    ],
)
def test_of_several_industries_the_highest_counts(facts: Facts, points: int) -> None:
    industry = graded(facts).scored[0]
    assert industry.points == points
    assert sum(line.points for line in industry.lines if line.counts) == points


@pytest.mark.parametrize(
    ("facts", "figures", "points"),
    [
        ({"major_hazard_source": True}, {}, 12),
        ({"major_hazard_source": True, "major_hazard_source_1_2": True}, {}, 20),
        ({"staff": 99}, {}, 0),
        ({"staff": 100}, {}, 3),
        ({"staff": 299}, {}, 3),
        ({"staff": 300}, {}, 6),
        ({"dust": True, "ammonia": True, "gas_lpg": True}, {}, 20),
        ({}, {Figure.RED_ORANGE_RISKS: 3}, 3),
        ({}, {Figure.RED_ORANGE_RISKS: 12}, 8),
        (
            {"major_hazard_source_1_2": True, "regulated_process": True, "molten_metal": True, "staff": 900},
            {Figure.RED_ORANGE_RISKS: 20},
            35,
        ),
    ],
)
def test_risk_is_a_sum_with_groups_and_an_end(
    facts: Facts, figures: Mapping[Figure, int], points: int
) -> None:
    assert graded(facts, figures).scored[1].points == points


@pytest.mark.parametrize(
    ("figures", "points"),
    [
        ({Figure.PENALTIES: 1}, 3),
        ({Figure.PENALTIES: 5}, 6),
        ({Figure.VERIFIED_REPORTS: 2}, 6),
        ({Figure.OPEN_MAJOR_HAZARDS: 1, Figure.PENALTIES: 1}, 11),
        ({Figure.INJURY_ACCIDENTS: 1}, 6),
        ({Figure.FATAL_ACCIDENTS: 1, Figure.INJURY_ACCIDENTS: 1}, 15),
    ],
)
def test_the_state_of_safety_is_counted(figures: Mapping[Figure, int], points: int) -> None:
    assert graded({}, figures).scored[2].points == points


@pytest.mark.parametrize(
    ("credit", "points"), [(120, "0"), (100, "0"), (90, "1.5"), (50, "7.5"), (0, "15"), (-5, "15")]
)
def test_performance_follows_from_credit(credit: int, points: str) -> None:
    assert graded({}, credit=credit).scored[3].points == Decimal(points)


STANDARD = {Figure.STANDARDIZATION: 2, Figure.MONTHS_WITHOUT_ACCIDENT: 24}


@pytest.mark.parametrize(
    ("facts", "figures", "credit", "before", "after"),
    [
        pytest.param({"retail_service": True}, {}, "A", IV, IV, id="a shop"),
        pytest.param({"fireworks": True}, {}, "A", III, II, id="fireworks at least II"),
        pytest.param({"transport": True}, {}, "A", IV, III, id="high-risk at least III"),
        pytest.param(
            {"hazchem": True, "major_hazard_source_1_2": True}, {}, "A", II, I, id="level 1-2 source"
        ),
        pytest.param({"retail_service": True}, {Figure.FATAL_ACCIDENTS: 1}, "A", IV, I, id="death"),
        pytest.param({"retail_service": True}, {Figure.OPEN_MAJOR_HAZARDS: 1}, "A", IV, I, id="open major"),
        pytest.param(SHOP, STANDARD, "A", III, IV, id="standardized, one step better"),
        pytest.param(SHOP, {**STANDARD, Figure.STANDARDIZATION: 3}, "A", III, III, id="level 3 is no bonus"),
        pytest.param(SHOP, {**STANDARD, Figure.MONTHS_WITHOUT_ACCIDENT: 23}, "A", III, III, id="23 months"),
        pytest.param(SHOP, {Figure.MONTHS_WITHOUT_ACCIDENT: 99}, "A", III, III, id="not standardized"),
        pytest.param(
            {**SHOP, "dust": True},
            STANDARD,
            "A",
            III,
            III,
            id="the bonus of a high-risk unit ends at its floor",
        ),
        pytest.param(
            {"hazchem": True, "regulated_process": True, "liquefied_gas": True, "staff": 300},
            STANDARD,
            "A",
            II,
            II,
            id="hazchem stays II",
        ),
        pytest.param(
            {"hazchem": True, "major_hazard_source_1_2": True, "regulated_process": True, "staff": 300},
            STANDARD,
            "A",
            I,
            I,
            id="no bonus against a level 1-2 source",
        ),
        pytest.param(
            SHOP, {**STANDARD, Figure.OPEN_MAJOR_HAZARDS: 1}, "A", III, I, id="no bonus against an open major"
        ),
        pytest.param(SHOP, {}, "D", III, II, id="credit D, one step worse"),
        pytest.param({"fireworks": True}, {}, "D", III, I, id="credit D on top of the floor"),
        pytest.param(
            {"retail_service": True}, {Figure.FATAL_ACCIDENTS: 1}, "D", IV, I, id="there is nothing above I"
        ),
        pytest.param(SHOP, STANDARD, "D", III, III, id="bonus and malus"),
    ],
)
def test_overrides(
    facts: Facts, figures: Mapping[Figure, int], credit: str, before: EnterpriseClass, after: EnterpriseClass
) -> None:
    found = graded(facts, figures, credit_grade=credit)
    assert (found.by_points, found.supervision) == (before, after)


def test_the_working_says_what_counts() -> None:
    risk = graded({"major_hazard_source": True, "major_hazard_source_1_2": True, "dust": True}).scored[1]
    assert [(line.factor.id, line.points, line.counts) for line in risk.lines] == [
        ("source_1_2", Decimal(20), True),
        ("source", Decimal(12), False),
        ("dust", Decimal(8), True),
    ]
    assert all(line.factor.title.zh and line.factor.title.en for line in risk.lines)


FLAGS = sorted(FACTS.ids - FACTS.number_ids - {fact.id for fact in FACTS.derived})


@given(
    st.sets(st.sampled_from(FLAGS), max_size=12),
    st.integers(0, 2000),
    st.dictionaries(st.sampled_from(list(Figure)), st.integers(0, 40)),
    st.integers(0, 120),
    st.sampled_from("ABCD"),
)
def test_the_working_adds_up_and_what_demands_class_i_gets_it(
    flags: set[str], staff: int, figures: Mapping[Figure, int], credit: int, letter: str
) -> None:
    facts = FACTS.derive({**dict.fromkeys(flags, True), "staff": staff})
    found = grade(RULES, Profile(facts, figures, Decimal(credit), letter))
    assert found.points == sum(one.points for one in found.scored) <= 100
    for one in found.scored:
        counted = sum(line.points for line in one.lines if line.counts)
        assert one.points == (one.points if one.dimension.credit else min(counted, one.dimension.most))
    if figures.get(Figure.OPEN_MAJOR_HAZARDS) or figures.get(Figure.FATAL_ACCIDENTS):
        assert found.supervision is I
    if facts["high_risk"]:
        assert found.supervision in {I, II, III}
    assert found.supervision is (found.moved[-1][1] if found.moved else found.by_points)


@pytest.mark.parametrize(
    ("supervision", "factor", "colour_days", "expected"),
    [
        (I, "1", 30, Frequency(30, 30, 180, None)),
        (II, "1", 30, Frequency(30, 90, 365, None)),
        (III, "1", 30, Frequency(30, 180, None, None)),
        (III, "1", 90, Frequency(90, 180, None, None)),
        (III, "1", None, Frequency(90, 180, None, None)),
        (IV, "1", 90, Frequency(90, 365, None, Decimal("0.1"))),
        (II, "0.5", 30, Frequency(30, 180, 365, None)),
        (II, "1.5", 30, Frequency(30, 60, 365, None)),
        (I, "2", 30, Frequency(30, 15, 180, None)),
        (IV, "2", 30, Frequency(30, 183, None, Decimal("0.1"))),
    ],
)
def test_how_often_it_is_looked_at(
    supervision: EnterpriseClass, factor: str, colour_days: int | None, expected: Frequency
) -> None:
    assert frequency(RULES, supervision, Decimal(factor), colour_days) == expected


@pytest.mark.parametrize(("limit", "days"), [(None, 15), (24, 16), (12, 31), (4, 92), (1, 365)])
def test_a_yearly_limit_spreads_inspections(limit: int | None, days: int) -> None:
    limited = RULES.model_copy(update={"visits_a_year": limit})
    assert frequency(limited, I, Decimal(2), 30).inspect_days == days
