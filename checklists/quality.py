"""When a submission is worth a look (质量提示): the thresholds of each sign. They belong to content; nothing is judged.

A sign whose part is left out of the file is not looked for.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from checklists.conditions import Number
from checklists.parts import Flag, Part, Whole

Some = Annotated[Whole, Field(ge=1)]
Share = Annotated[Number, Field(gt=0, le=1)]
Seconds = Annotated[Number, Field(gt=0)]


class Hurried(Part):
    """Answered faster than the questions can be read.

    least_questions   so many have to be answered anew, with a known time, before anything is said
    reading           characters of Chinese that are read in a second
    share             of the questions answered anew that went faster than reading them
    """

    least_questions: Some = 8
    reading: Annotated[Number, Field(gt=0)] = Decimal(10)
    share: Share = Decimal("0.8")


class Faster(Part):
    """Answered much faster than this enterprise used to.

    least_checks   so many earlier self-checks of the same form have to be known
    share          of the usual seconds a question
    seconds        and faster than so many seconds a question; slower is never called fast
    """

    least_questions: Some = 8
    least_checks: Some = 3
    share: Share = Decimal("0.25")
    seconds: Seconds = Decimal(4)


class Straight(Part):
    """The same place tapped again and again, without time to read."""

    in_a_row: Annotated[Whole, Field(ge=3)] = 10
    seconds: Seconds = Decimal(2)


class SameAsLast(Part):
    """Every answer as last time, down to the words and numbers that are written anew each time.

    least_telling   so many of them have to be words of at least `least_characters`, or numbers that state no fact
    """

    least_questions: Some = 8
    least_telling: Some = 2
    least_characters: Some = 4


class SameText(Part):
    """The very same words from several enterprises within so many days."""

    least_characters: Some = 8
    enterprises: Annotated[Whole, Field(ge=2)] = 3
    days: Some = 45


class Photos(Part):
    """Photos that are earlier ones again, one photo for several questions, photos that show nothing.

    differing_bits   of 128, in which two prints may differ to be the same picture
    in_one_hash      of 64, in which each of the two hashes may differ
    allowed_hours    an own photo may be used again for so long: two forms of one day may ask for the same thing
    questions        so many questions of one self-check answered with one photo
    blank            photos that are one colour all over
    """

    differing_bits: Annotated[Whole, Field(ge=0, le=24)] = 12
    in_one_hash: Annotated[Whole, Field(ge=0, le=16)] = 8
    allowed_hours: Annotated[Whole, Field(ge=0)] = 24
    questions: Annotated[Whole, Field(ge=2)] = 3
    blank: Flag = True


class SetAside(Part):
    """Many questions of one self-check said not to apply.

    least   so many at least
    share   of all that was answered
    """

    least: Some = 3
    share: Share = Decimal("0.2")


class ZeroAgain(Part):
    """Zero reports of the same form in a row; said at every so many. `by_colour`: fewer for some colours."""

    in_a_row: Annotated[Whole, Field(ge=2)] = 3
    by_colour: Mapping[str, Annotated[Whole, Field(ge=2)]] = Field(default_factory=dict)

    def wanted(self, colour: str) -> int:
        """How many in a row are worth a look for an enterprise of this colour."""
        return self.by_colour.get(colour, self.in_a_row)


class Quality(Part):
    """All signs. `shown_days`: how long a submission stays on the supervisors' list."""

    shown_days: Some = 30
    hurried: Hurried | None = None
    faster: Faster | None = None
    straight: Straight | None = None
    same_as_last: SameAsLast | None = None
    same_text: SameText | None = None
    photos: Photos | None = None
    set_aside: SetAside | None = None
    zero_again: ZeroAgain | None = None
