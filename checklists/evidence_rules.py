"""What is asked for beside photos of what was put right, and how near is near enough, as content."""

from typing import Annotated, ClassVar

from pydantic import Field

from checklists.parts import Flag, Grounded, Part, Text, Whole


class DayWord(Part):
    """One everyday word that is written on paper and held into the picture."""

    limits: ClassVar = {"word": (4, 16)}

    id: str
    word: Text


class EvidenceRules(Grounded):
    """rules/evidence.yaml. A word and a place are asked for at major hazards (重大事故隐患); a place that is sent is always kept.

    place_minutes   minutes between a photo and the place that was sent, within which they belong together
    near_metres     from the enterprise, within which a place is there
    place_of_general   whether a place is asked for at general hazards as well
    words           words of the day; none: no word is asked for
    """

    place_minutes: Annotated[Whole, Field(ge=1, le=240)] = 15
    near_metres: Annotated[Whole, Field(ge=50, le=50_000)] = 500
    place_of_general: Flag = False
    words: Annotated[tuple[DayWord, ...], Field(max_length=400)] = ()
