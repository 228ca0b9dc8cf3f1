"""Anonymous tips (匿名举报): how many, how much, and for how long the reporter can be reached. All figures are our own defaults."""

from typing import Annotated

from pydantic import Field

from checklists.parts import Part, Whole

Some = Annotated[Whole, Field(ge=1)]


class Tips(Part):
    """The figures of anonymous tips.

    per_day         tips that one account may send in a day
    added_per_day   additions (words, answers, single photos) that one account may send in a day
    photos          photos of one tip
    characters      of what somebody writes at a time
    draft_hours     after which a tip that was begun and not sent is forgotten
    contact_days    after the result until the account behind the tip is deleted for good
    quiet_days      the same for a tip that nobody has closed, since it was sent
    """

    per_day: Some = 3
    added_per_day: Some = 40
    photos: Annotated[Whole, Field(ge=1, le=50)] = 20
    characters: Annotated[Whole, Field(ge=50, le=2000)] = 1000
    draft_hours: Annotated[Whole, Field(ge=1, le=168)] = 24
    contact_days: Annotated[Whole, Field(ge=1, le=366)] = 30
    quiet_days: Annotated[Whole, Field(ge=1, le=731)] = 180
