"""Checks of the rules for classes, credit and assessment: scales without gaps, sums, names that lead somewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from checklists.assessment import Assessment
from checklists.credit import Credit
from checklists.facts import FactSheet
from checklists.grading import EnterpriseClass, Figure, Grading
from checklists.issues import Issue, issue, meant
from checklists.tree import Path, Tree

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class FactsAndFigures:
    """What a condition of the grading may name: facts, and figures of the ledger as numbers."""

    facts: FactSheet

    @property
    def ids(self) -> frozenset[str]:
        return self.facts.ids | frozenset(Figure)

    @property
    def number_ids(self) -> frozenset[str]:
        return self.facts.number_ids | frozenset(Figure)


def check_grading(sheet: Grading, tree: Tree, credit: Credit | None) -> Iterator[Issue]:
    """Check the classes and the points; `credit` None: it could not be read."""
    yield from _sum(tree, ("dimensions",), [one.most for one in sheet.dimensions], HUNDRED)
    for place, dimension in enumerate(sheet.dimensions):
        if dimension.credit == bool(dimension.factors):
            yield issue("dimension-shape", tree.file, tree.line(("dimensions", place)), id=dimension.id)
    ids = [one.id for one in sheet.classes]
    if ids != list(EnterpriseClass):
        yield issue("classes-all", tree.file, tree.line(("classes",)))
    yield from _scale(tree, "classes", [one.from_points for one in sheet.classes])
    for place, override in enumerate(sheet.overrides):
        for grade in override.credit if credit is not None else ():
            yield from _known(tree, ("overrides", place, "credit"), "unknown-grade", grade, _grades(credit))


def check_credit(sheet: Credit, tree: Tree) -> Iterator[Issue]:
    """Check the scale, the grades and what the hard rules name."""
    if not sheet.least <= sheet.base <= sheet.most:
        yield issue("credit-base", tree.file, tree.line(("base",)), value=sheet.base)
    yield from _scale(tree, "grades", [one.from_points for one in sheet.grades])
    rules = [rule.id for rule in sheet.rules]
    for place, hard in enumerate(sheet.hard):
        path: Path = ("hard", place)
        yield from _known(tree, (*path, "at_best"), "unknown-grade", hard.at_best, _grades(sheet))
        for name in hard.rules:
            yield from _known(tree, (*path, "rules"), "unknown-rule", name, rules)
        if not hard.rules and not hard.overdue_major:
            yield issue("hard-rule-empty", tree.file, tree.line(path), id=hard.id)


def check_assessment(sheet: Assessment, tree: Tree) -> Iterator[Issue]:
    """Check that everything adds up and the bands leave no gap."""
    yield from _sum(tree, ("indicators",), [one.weight for one in sheet.indicators], sheet.total)
    for place, indicator in enumerate(sheet.indicators):
        points = [measure.points for measure in indicator.measures]
        yield from _sum(tree, ("indicators", place, "measures"), points, indicator.weight)
    sources = [sheet.sources.data, sheet.sources.supervision, sheet.sources.review]
    yield from _sum(tree, ("sources",), sources, 1)
    yearly = [sheet.yearly.months, sheet.yearly.review, sheet.yearly.accidents]
    yield from _sum(tree, ("yearly",), yearly, 1)
    yield from _scale(tree, "bands", [one.from_points for one in sheet.bands])
    bands = [band.id for band in sheet.bands]
    yield from _known(tree, ("veto_band",), "unknown-band", sheet.veto_band, bands)
    yield from _known(tree, ("no_data_band",), "unknown-band", sheet.no_data_band, bands)


def _grades(credit: Credit | None) -> list[str]:
    return [grade.id for grade in credit.grades] if credit is not None else []


def _sum(tree: Tree, path: Path, parts: Sequence[Decimal | int], wanted: Decimal | int) -> Iterator[Issue]:
    if sum(parts) != wanted:
        yield issue("sum-wrong", tree.file, tree.line(path), sum=sum(parts), wanted=wanted)


def _scale(tree: Tree, key: str, begins: Sequence[Decimal | int]) -> Iterator[Issue]:
    """Levels run from the highest down to one that begins at 0."""
    falling = all(one > other for one, other in pairwise(begins))
    if not falling or not begins or begins[-1] != 0:
        yield issue("scale-gap", tree.file, tree.line((key,)))


def _known(tree: Tree, path: Path, code: str, name: str, known: Sequence[str]) -> Iterator[Issue]:
    if name not in known:
        names = {"id": name, "known": ", ".join(known)}
        yield issue(code, tree.file, tree.line(path), meant(name, known), **names)
