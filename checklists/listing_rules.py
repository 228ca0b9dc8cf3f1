"""Listed supervision (挂牌督办) as content: the usual days and demands, when progress is asked for, when silence is told."""

from datetime import time
from typing import Annotated, ClassVar

from pydantic import Field

from checklists.parts import Clock, Grounded, Part, Text, Whole

Days = Annotated[Whole, Field(ge=1, le=365)]


class Demand(Part):
    """What a supervisor usually demands: `title` on the button, `text` as it is kept and sent."""

    limits: ClassVar = {"title": (8, 30), "text": (60, 200)}

    id: str
    title: Text
    text: Text


class ListingRules(Grounded):
    """rules/listing.yaml.

    days         days from the listing by which it has to be put right, as they are offered
    weekday      on which progress is asked for: 1 Monday … 7 Sunday; on a day off the next working day
    hour         at which the question is made ready: it rides in the message of the day, so before its hour
    tell_after   weeks in a row without progress after which the supervisor in charge is told, every week
    demands      what is usually demanded
    """

    days: Annotated[tuple[Days, ...], Field(min_length=1, max_length=6)] = (15, 30, 60, 90)
    weekday: Annotated[Whole, Field(ge=1, le=7)] = 1
    hour: Clock = time(8)
    tell_after: Annotated[Whole, Field(ge=1, le=12)] = 1
    demands: Annotated[tuple[Demand, ...], Field(max_length=6)] = ()
