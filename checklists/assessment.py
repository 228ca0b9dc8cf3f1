"""The assessment of towns and departments (考核): nine indicators of a hundred points. Working: safety/assessment.py."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from checklists.conditions import Number
from checklists.parts import Flag, Part, Text, Whole

Share = Annotated[Number, Field(ge=0, le=1)]
Points = Annotated[Number, Field(gt=0, le=100)]


class Assessed(StrEnum):
    """Who is assessed; the values of roles."""

    TOWN = "town"
    DEPARTMENT = "department"


class Measure(Part):
    """One measured share: `part` of `whole`, both figures of the ledger by name. `inverse`: the less the better."""

    limits: ClassVar = {"title": (60, 160)}

    id: str
    title: Text
    points: Points
    part: str
    whole: str
    inverse: Flag = False


class Indicator(Part):
    """One of the nine aspects; its measures add up to its weight."""

    limits: ClassVar = {"title": (8, 40)}

    id: str
    title: Text
    weight: Points
    measures: Annotated[tuple[Measure, ...], Field(min_length=1)]


class Sources(Part):
    """How much the three sources of a score weigh: data (资料), supervision (督导), review (评议)."""

    data: Share
    supervision: Share
    review: Share


class Deduction(Part):
    """Something that costs points, each time."""

    limits: ClassVar = {"title": (40, 120)}

    id: str
    title: Text
    points: Points


class Veto(Part):
    """Something after which the month is not better than a band, and the year not excellent (一票否决)."""

    limits: ClassVar = {"title": (40, 120)}

    id: str
    title: Text


class Band(Part):
    """A result (优秀 良好 一般 较差) from so many points, with what follows."""

    limits: ClassVar = {"title": (8, 30), "action": (60, 160)}

    id: str
    title: Text
    from_points: Annotated[Number, Field(ge=0, le=100)]
    action: Text | None = None


class Weekly(Part):
    """Weekly dispatch (周调度): no scores. `weekday` 1 is Monday."""

    limits: ClassVar = {"text": (120, 300)}

    weekday: Annotated[Whole, Field(ge=1, le=7)]
    text: Text


class Monthly(Part):
    """Monthly assessment (月考核): on this day of the next month; so many days to object."""

    limits: ClassVar = {"text": (120, 300)}

    day: Annotated[Whole, Field(ge=1, le=28)]
    appeal_days: Annotated[Whole, Field(ge=1, le=31)]
    text: Text


class Yearly(Part):
    """Yearly result (年评比): how much the mean of the months, the review and the accidents weigh."""

    limits: ClassVar = {"text": (120, 300)}

    months: Share
    review: Share
    accidents: Share
    text: Text


class Assessment(Part):
    """rules/assessment.yaml (our default; three of the nine names and the three sources are given).

    digits         digits behind the point of a score
    most_bonus     no more points for good practice than this
    veto_band      no better than this after a veto
    no_data_band   no better than this in a month in which nothing could be measured
    """

    limits: ClassVar = {"bonus": (120, 300)}

    assessed: Annotated[tuple[Assessed, ...], Field(min_length=1)]
    total: Points
    sources: Sources
    digits: Annotated[Whole, Field(ge=0, le=3)]
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=1)]
    bonus: Text
    most_bonus: Annotated[Number, Field(ge=0, le=100)]
    deductions: tuple[Deduction, ...] = ()
    vetoes: tuple[Veto, ...] = ()
    veto_band: str
    no_data_band: str
    bands: Annotated[tuple[Band, ...], Field(min_length=1)]
    weekly: Weekly
    monthly: Monthly
    yearly: Yearly
