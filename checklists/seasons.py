"""The times in which a form is owed at all: every year (汛期), or once (a campaign). Periods stand in period.py."""

import re
from datetime import date, timedelta
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from checklists.parts import Part
from checklists.period import due_of, first_of

_YEARLY = "2024"  # a leap year: 02-29 is a day
_SHAPE = re.compile(r"(\d{4}-)?\d{2}-\d{2}")


def _day(value: Any) -> Any:
    """`06-01` of every year, or `2027-02-18` once."""
    if isinstance(value, str) and _SHAPE.fullmatch(value):
        try:
            date.fromisoformat(value if len(value) == len("2027-02-18") else f"{_YEARLY}-{value}")
        except ValueError:
            pass
        else:
            return value
    raise PydanticCustomError("season_day", "06-01 or 2027-02-18")


SeasonDay = Annotated[str, BeforeValidator(_day), WithJsonSchema({"type": "string"})]


class Season(Part):
    """A time in which a form is owed; both days belong to it. A yearly one may run over New Year (11-15 to 03-15)."""

    begins: SeasonDay
    ends: SeasonDay

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        once = len(self.begins) == len(self.ends) == len("2027-02-18")
        if len(self.begins) != len(self.ends) or (once and self.begins > self.ends):
            raise PydanticCustomError("season_order", "both with a year, in order, or both without")
        return self

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        said = day.isoformat()[-len(self.begins) :]
        if self.begins <= self.ends:
            return self.begins <= said <= self.ends
        return said >= self.begins or said <= self.ends


class Seasonal(Part):
    """Something that is owed in its seasons only; with none, all the year."""

    seasons: tuple[Season, ...] = ()

    def open_on(self, day: date) -> bool:
        """Whether it is owed at that time at all."""
        return not self.seasons or any(season.holds(day) for season in self.seasons)

    def due_in(self, period: str) -> date:
        """The last day on which it is owed in a period: that of the period, or of the season that ends within it."""
        last, first = due_of(period), first_of(period)
        days = (last - timedelta(back) for back in range((last - first).days + 1))
        return next((day for day in days if self.open_on(day)), last)
