"""Classes of supervision (分级 I-IV): what makes an enterprise's class, and how often it is looked at.

Points mean more supervision. How they are added up, with the working: safety/grading.py.
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from checklists.conditions import Condition, Number
from checklists.parts import Flag, Grounded, Part, Text, Whole

Points = Annotated[Whole, Field(ge=0, le=100)]
Days = Annotated[Whole, Field(ge=1, le=1096)]


class EnterpriseClass(StrEnum):
    """How closely an enterprise is supervised: I most, IV least."""

    I = "I"  # noqa: E741 - the Roman numeral is its name
    II = "II"
    III = "III"
    IV = "IV"

    def moved(self, steps: int) -> "EnterpriseClass":
        """The class so many steps worse (positive) or better (negative), as far as there are classes."""
        order = list(EnterpriseClass)
        return order[max(0, min(len(order) - 1, order.index(self) - steps))]

    def at_least(self, other: "EnterpriseClass") -> "EnterpriseClass":
        """The closer supervised one of two."""
        order = list(EnterpriseClass)
        return min(self, other, key=order.index)


class Figure(StrEnum):
    """What the ledger counts about an enterprise; a condition may compare it like a number fact.

    All but the first and the last two count the last twelve months.
    """

    RED_ORANGE_RISKS = "red_orange_risks"
    OPEN_MAJOR_HAZARDS = "open_major_hazards"
    FATAL_ACCIDENTS = "fatal_accidents"
    INJURY_ACCIDENTS = "injury_accidents"
    PENALTIES = "penalties"
    VERIFIED_REPORTS = "verified_reports"
    STANDARDIZATION = "standardization"  # level, 1 is best; not given when there is none
    MONTHS_WITHOUT_ACCIDENT = "months_without_accident"


class RiskColour(StrEnum):
    """Risk levels (红橙黄蓝), red worst. Never a notice colour."""

    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    BLUE = "blue"


class Take(StrEnum):
    """How the factors of a dimension come together: the highest one alone, or all of them."""

    HIGHEST = "highest"
    SUM = "sum"


class Factor(Part):
    """Something that gives points.

    when     a condition over facts and figures; or
    each     a figure: the points for each one it counts, `most` in all
    group    of one group only the highest counts
    """

    limits: ClassVar = {"title": (24, 80)}

    id: str
    title: Text
    points: Points
    when: Condition | None = None
    each: Figure | None = None
    most: Points | None = None
    group: str | None = None

    @model_validator(mode="after")
    def _one_ground(self) -> "Factor":
        if (self.when is None) == (self.each is None):
            raise PydanticCustomError("factor_shape", "exactly one of when, each")
        return self


class Dimension(Part):
    """One of the four sides an enterprise is looked at from. `credit`: it follows from the credit points instead of factors."""

    limits: ClassVar = {"title": (12, 40)}

    id: str
    title: Text
    most: Points
    take: Take = Take.SUM
    factors: tuple[Factor, ...] = ()
    credit: Flag = False


class ClassRule(Part):
    """A class: from how many points, and how often it is looked at. `sample`: the share of it that is inspected on site at all."""

    limits: ClassVar = {"title": (12, 40)}

    id: EnterpriseClass
    title: Text
    from_points: Points
    hint: RiskColour
    self_check_days: Days
    inspect_days: Days
    expert_days: Days | None = None
    sample: Annotated[Number, Field(gt=0, le=1)] | None = None


class Limit(Part):
    """Where this holds, an override makes the class no better than that."""

    when: Condition
    at_least: EnterpriseClass


class Override(Part):
    """What moves a class whatever the points say.

    when, credit   a condition over facts and figures, or one of these credit grades
    at_least       supervised at least like this; or
    better, worse  so many steps
    limit          the end of `better`
    """

    limits: ClassVar = {"title": (40, 120)}

    id: str
    title: Text
    when: Condition | None = None
    credit: tuple[str, ...] = ()
    at_least: EnterpriseClass | None = None
    better: Annotated[Whole, Field(ge=1, le=3)] | None = None
    worse: Annotated[Whole, Field(ge=1, le=3)] | None = None
    limit: Limit | None = None

    @model_validator(mode="after")
    def _one_move(self) -> "Override":
        moves = sum(move is not None for move in (self.at_least, self.better, self.worse))
        if moves != 1 or (self.when is None) == (not self.credit):
            raise PydanticCustomError("override_shape", "one ground, one move")
        return self


class Covered(StrEnum):
    """What counts as looking at an enterprise in a quarter."""

    SAMPLED_SELF_CHECK = "sampled_self_check"  # a self-check that was verified by sampling
    EXPERT_CHECK = "expert_check"
    DEPARTMENT_CHECK = "department_check"
    NOBODY_THERE = "nobody_there"  # somebody came and met nobody: a remark alone, nothing was looked at


Share = Annotated[Number, Field(ge=0, le=1)]


class Sampling(Part):
    """Which self-checks are verified (抽核): the chance that the lot falls on one, from 0 to 1; the greatest that applies.

    classes     by class of supervision; `unknown`: of an enterprise without one
    flagged     it has quality signs
    unreached   in the `last_days` of a quarter, of an enterprise that nobody has reached in it
    again       the one before it was not accepted
    days        within so many days of the draw it is to be verified
    """

    classes: Mapping[EnterpriseClass, Share]
    unknown: Share
    flagged: Share
    unreached: Share
    last_days: Days
    again: Share
    days: Days

    def share(self, supervision: EnterpriseClass | None) -> Decimal:
        """The chance of a class."""
        return self.unknown if supervision is None else self.classes.get(supervision, self.unknown)


class Coverage(Part):
    """Quarterly full coverage (每季度全覆盖): the share of enterprises that has to be covered."""

    limits: ClassVar = {"text": (120, 300)}

    text: Text
    counts: Annotated[tuple[Covered, ...], Field(min_length=1)]
    target: Annotated[Number, Field(gt=0, le=1)]
    sampling: Sampling


class Caution(Grounded):
    """A limit that other law sets."""

    limits: ClassVar = {"text": (120, 300)}

    text: Text


class Grading(Part):
    """rules/grading.yaml (our default; the four dimensions are given).

    review            when classes are worked out anew
    visits_a_year     no more inspections of one enterprise than this; None: no limit
    """

    limits: ClassVar = {"review": (120, 300)}

    dimensions: tuple[Dimension, ...]
    classes: tuple[ClassRule, ...]
    overrides: tuple[Override, ...] = ()
    coverage: Coverage
    review: Text
    caution: Caution
    visits_a_year: Annotated[Whole, Field(ge=1, le=366)] | None = None

    def rule(self, supervision: EnterpriseClass) -> ClassRule:
        """The rule of a class."""
        return {one.id: one for one in self.classes}[supervision]
