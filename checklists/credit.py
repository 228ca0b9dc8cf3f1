"""Safety credit points (安全积分) of enterprises: an internal score, never a finding of bad faith (失信). Working: safety/credit.py."""

from typing import Annotated, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from checklists.conditions import Number
from checklists.parts import Flag, Grounded, Part, Text, Whole

Days = Annotated[Whole, Field(ge=1, le=3660)]


class CreditRule(Part):
    """Something that moves the points.

    points      for each time it happened, negative or positive; or
    by_level    by the level that was reached
    per         so many of them make one time
    most        all times together move the points by no more than this
    keep_days   after so many days it no longer counts; None: the window of all rules
    """

    limits: ClassVar = {"title": (40, 120)}

    id: str
    title: Text
    points: Annotated[Whole, Field(ge=-100, le=100)] | None = None
    by_level: dict[str, Annotated[Whole, Field(ge=-100, le=100)]] = Field(default_factory=dict)
    per: Annotated[Whole, Field(ge=1)] = 1
    most: Annotated[Whole, Field(ge=1, le=100)] | None = None
    keep_days: Days | None = None

    @model_validator(mode="after")
    def _one_amount(self) -> "CreditRule":
        if (self.points is None) == (not self.by_level):
            raise PydanticCustomError("credit_shape", "exactly one of points, by_level")
        return self

    @property
    def lowers(self) -> bool:
        """Whether it takes points away."""
        return min((self.points or 0, *self.by_level.values())) < 0


class CreditGrade(Part):
    """A grade: from how many points, what follows, and by how much inspections become more frequent."""

    limits: ClassVar = {"title": (8, 30), "effect": (80, 240)}

    id: str
    title: Text
    from_points: Whole
    effect: Text
    check_factor: Annotated[Number, Field(gt=0, le=10)]


class HardRule(Part):
    """What makes the grade no better than `at_best`, whatever the points say.

    rules          one of these counts; `within_days`: and is not older than that
    overdue_major  a suspected major hazard is open past its day
    """

    limits: ClassVar = {"title": (40, 120)}

    id: str
    title: Text
    rules: tuple[str, ...] = ()
    within_days: Days | None = None
    overdue_major: Flag = False
    at_best: str


class Repair(Part):
    """Credit repair (信用修复): so many days later an event, once corrected and checked, gives back this share of its points."""

    limits: ClassVar = {"text": (120, 300)}

    text: Text
    after_days: Days
    share: Annotated[Number, Field(gt=0, le=1)]


class LegalEffect(Grounded):
    """What the law attaches to conduct; shown for information, never carried out by this product."""

    limits: ClassVar = {"text": (120, 360)}

    id: str
    text: Text


class Credit(Part):
    """rules/credit.yaml (our default).

    base, least, most   points at the start, and the ends of the scale
    window_days         how long an event counts when its rule says nothing else
    appeal_days         the time to object; a loss has no effect before it is over
    notice              what is said wherever the points are shown
    """

    limits: ClassVar = {"notice": (80, 240)}

    base: Whole
    least: Whole
    most: Whole
    window_days: Days
    appeal_days: Days
    notice: Text
    rules: Annotated[tuple[CreditRule, ...], Field(min_length=1)]
    grades: Annotated[tuple[CreditGrade, ...], Field(min_length=1)]
    hard: tuple[HardRule, ...] = ()
    repair: Repair
    effects: tuple[LegalEffect, ...] = ()

    def rule(self, rule: str) -> CreditRule:
        """A rule by its id; KeyError when there is none."""
        return {one.id: one for one in self.rules}[rule]

    def grade(self, grade: str) -> CreditGrade:
        """A grade by its id; KeyError when there is none."""
        return {one.id: one for one in self.grades}[grade]
