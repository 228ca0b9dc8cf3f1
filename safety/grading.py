"""Works out the class of an enterprise (分级 I-IV) with the working shown, and how often it is looked at. Rules are content.

Points are added up by dimension; the class by points is then moved: a bonus first (with its limit), then what demands
a closer look at least, then what makes it stricter. So nothing that demands class I can be lowered by a bonus.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from checklists.answers import Facts
from checklists.grading import ClassRule, Dimension, EnterpriseClass, Factor, Figure, Grading, Override, Take

NOTHING, HUNDRED = Decimal(0), Decimal(100)
YEAR_DAYS = 365


@dataclass(frozen=True, slots=True)
class Profile:
    """What a class is worked out from.

    facts    of the enterprise, the derived ones included
    figures  of the ledger; one that is missing counts nothing and fulfils no condition
    credit   safety credit points, and the grade they gave
    """

    facts: Facts
    figures: Mapping[Figure, int]
    credit: Decimal
    credit_grade: str

    @property
    def known(self) -> Facts:
        """Facts and figures as conditions see them."""
        return {**self.facts, **{figure.value: count for figure, count in self.figures.items()}}


@dataclass(frozen=True, slots=True)
class Line:
    """One factor that applies: its points, and whether they count (of one group only the highest does)."""

    factor: Factor
    points: Decimal
    counts: bool


@dataclass(frozen=True, slots=True)
class Scored:
    """One dimension: what it came to, never more than its maximum, and the lines it came from."""

    dimension: Dimension
    points: Decimal
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Graded:
    """A class with its working: the points, the class by points alone, the overrides that moved it, in order."""

    supervision: EnterpriseClass
    points: Decimal
    by_points: EnterpriseClass
    scored: tuple[Scored, ...]
    moved: tuple[tuple[Override, EnterpriseClass], ...]


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often an enterprise is looked at. `expert_days` None: no expert checks are planned; `sample`: the share inspected at all."""

    self_check_days: int
    inspect_days: int
    expert_days: int | None
    sample: Decimal | None


def grade(rules: Grading, profile: Profile) -> Graded:
    """The class of an enterprise."""
    known = profile.known
    scored = tuple(_scored(dimension, profile, known) for dimension in rules.dimensions)
    points = sum((one.points for one in scored), NOTHING)
    by_points = next(rule.id for rule in rules.classes if points >= rule.from_points)
    moved = []
    supervision = by_points
    for override in sorted(rules.overrides, key=_rank):
        after = _after(override, supervision, profile, known)
        if after is not supervision:
            supervision = after
            moved.append((override, after))
    return Graded(supervision, points, by_points, scored, tuple(moved))


def frequency(
    rules: Grading, supervision: EnterpriseClass, check_factor: Decimal, colour_days: int | None
) -> Frequency:
    """How often it is looked at. `check_factor` of the credit grade; `colour_days`: the cycle that the notice colour asks for."""
    rule: ClassRule = rules.rule(supervision)
    own = rule.self_check_days
    inspect = int((Decimal(rule.inspect_days) / check_factor).quantize(Decimal(1), ROUND_HALF_UP))
    if rules.visits_a_year is not None:
        inspect = max(inspect, -(-YEAR_DAYS // rules.visits_a_year))
    return Frequency(
        self_check_days=own if colour_days is None else min(own, colour_days),
        inspect_days=inspect,
        expert_days=rule.expert_days,
        sample=rule.sample,
    )


def _scored(dimension: Dimension, profile: Profile, known: Facts) -> Scored:
    if dimension.credit:
        kept = max(NOTHING, min(HUNDRED, profile.credit))
        return Scored(dimension, dimension.most * (1 - kept / HUNDRED))
    lines = _lines(dimension, profile, known)
    total = sum((line.points for line in lines if line.counts), NOTHING)
    return Scored(dimension, min(Decimal(dimension.most), total), lines)


def _lines(dimension: Dimension, profile: Profile, known: Facts) -> tuple[Line, ...]:
    found = [(factor, _points(factor, profile, known)) for factor in dimension.factors]
    found = [(factor, points) for factor, points in found if points]
    best: dict[str, str] = {}
    for factor, _ in sorted(found, key=lambda one: one[1], reverse=True):
        best.setdefault(_group(dimension, factor), factor.id)
    return tuple(
        Line(factor, points, best[_group(dimension, factor)] == factor.id) for factor, points in found
    )


def _group(dimension: Dimension, factor: Factor) -> str:
    """Of one group one factor counts: all of a dimension that takes the highest, else those that say so."""
    if dimension.take is Take.HIGHEST:
        return ""
    return factor.group or f"/{factor.id}"


def _points(factor: Factor, profile: Profile, known: Facts) -> Decimal:
    if factor.each is not None:
        points = Decimal(factor.points * profile.figures.get(factor.each, 0))
        return points if factor.most is None else min(points, Decimal(factor.most))
    holds = factor.when is not None and factor.when.compiled()({}, known)
    return Decimal(factor.points) if holds else NOTHING


def _rank(override: Override) -> int:
    return 0 if override.better is not None else 1 if override.at_least is not None else 2


def _after(
    override: Override, supervision: EnterpriseClass, profile: Profile, known: Facts
) -> EnterpriseClass:
    holds = override.when.compiled()({}, known) if override.when is not None else False
    if not holds and profile.credit_grade not in override.credit:
        return supervision
    if override.at_least is not None:
        return supervision.at_least(override.at_least)
    moved = supervision.moved((override.worse or 0) - (override.better or 0))
    return _limited(override, supervision, moved, known)


def _limited(
    override: Override, before: EnterpriseClass, moved: EnterpriseClass, known: Facts
) -> EnterpriseClass:
    """A bonus ends at its limit, and never makes a class stricter that lies beyond the limit already."""
    limit = override.limit
    if limit is None or not limit.when.compiled()({}, known) or moved.at_least(limit.at_least) is moved:
        return moved
    return limit.at_least if before.at_least(limit.at_least) is before else before
