"""Works out the assessment of a town or department (考核) for a month and a year, with the working shown. Rules are content."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from checklists.assessment import Assessment, Band, Indicator, Measure

NOTHING, ONE = Decimal(0), Decimal(1)


@dataclass(frozen=True, slots=True)
class Reported:
    """What a month is assessed from.

    figures      of the ledger by the names that measures use; a missing one counts as no data
    supervision  marks of the supervision group for each indicator, 0 to 1; a missing one as no data
    review       marks of the review, the same
    bonus        points for good practice, already agreed
    deductions   how often each deduction happened
    vetoes       the vetoes that happened
    """

    figures: Mapping[str, int]
    supervision: Mapping[str, Decimal] = field(default_factory=dict)
    review: Mapping[str, Decimal] = field(default_factory=dict)
    bonus: Decimal = NOTHING
    deductions: Mapping[str, int] = field(default_factory=dict)
    vetoes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure: the share it reached (1 without data) and its points."""

    measure: Measure
    share: Decimal
    points: Decimal
    no_data: bool


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """One indicator: points by each source, already of its full weight, and together. `unmarked`: sources without a mark."""

    indicator: Indicator
    measured: tuple[Measured, ...]
    data: Decimal
    supervision: Decimal
    review: Decimal
    points: Decimal
    unmarked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MonthScore:
    """A month: points, band, and what they came from. `held`: why the band is not what the points say, by id."""

    points: Decimal
    band: Band
    indicators: tuple[IndicatorScore, ...]
    bonus: Decimal
    deducted: Mapping[str, Decimal]
    held: tuple[str, ...]


def month(rules: Assessment, reported: Reported) -> MonthScore:
    """The score of a month. KeyError for a deduction that the content does not know."""
    indicators = tuple(_indicator(rules, one, reported) for one in rules.indicators)
    bonus = min(rules.most_bonus, max(NOTHING, reported.bonus))
    known = {one.id: one.points for one in rules.deductions}
    deducted = {name: known[name] * count for name, count in reported.deductions.items() if count}
    exact = sum((one.points for one in indicators), bonus) - sum(deducted.values(), NOTHING)
    points = _rounded(rules, max(NOTHING, exact))
    vetoes = tuple(veto.id for veto in rules.vetoes if veto.id in reported.vetoes)
    blind = all(measured.no_data for one in indicators for measured in one.measured)
    band, held = _band(rules, points, vetoes, blind=blind)
    return MonthScore(points, band, indicators, bonus, deducted, held)


def year(rules: Assessment, months: Sequence[Decimal], review: Decimal, accidents: Decimal) -> Decimal:
    """The points of a year: the mean of its months, the review and the outcome in accidents, each 0 to 100, weighed.

    ValueError without a month.
    """
    if not months:
        raise ValueError("a year has months")
    mean = sum(months, NOTHING) / len(months)
    weights = rules.yearly
    return _rounded(rules, mean * weights.months + review * weights.review + accidents * weights.accidents)


def _indicator(rules: Assessment, indicator: Indicator, reported: Reported) -> IndicatorScore:
    measured = tuple(_measured(measure, reported.figures) for measure in indicator.measures)
    data = sum((one.points for one in measured), NOTHING)
    marks = {
        "supervision": reported.supervision.get(indicator.id),
        "review": reported.review.get(indicator.id),
    }
    supervision, review = (
        indicator.weight * _clamp(ONE if mark is None else mark) for mark in marks.values()
    )
    sources = rules.sources
    points = data * sources.data + supervision * sources.supervision + review * sources.review
    unmarked = tuple(name for name, mark in marks.items() if mark is None)
    return IndicatorScore(indicator, measured, data, supervision, review, points, unmarked)


def _measured(measure: Measure, figures: Mapping[str, int]) -> Measured:
    part, whole = figures.get(measure.part), figures.get(measure.whole)
    if part is None or not whole:
        return Measured(measure, ONE, measure.points, no_data=True)
    share = _clamp(Decimal(part) / whole)
    share = ONE - share if measure.inverse else share
    return Measured(measure, share, measure.points * share, no_data=False)


def _clamp(share: Decimal) -> Decimal:
    return max(NOTHING, min(ONE, share))


def _rounded(rules: Assessment, points: Decimal) -> Decimal:
    return points.quantize(Decimal(1).scaleb(-rules.digits), ROUND_HALF_UP)


def _band(
    rules: Assessment, points: Decimal, vetoes: tuple[str, ...], *, blind: bool
) -> tuple[Band, tuple[str, ...]]:
    order = [band.id for band in rules.bands]
    place = next(place for place, band in enumerate(rules.bands) if points >= band.from_points)
    limits = [(veto, order.index(rules.veto_band)) for veto in vetoes]
    limits += [("no_data", order.index(rules.no_data_band))] if blind else []
    held = tuple(name for name, limit in limits if limit > place)
    return rules.bands[max((place, *(limit for _, limit in limits)))], held
