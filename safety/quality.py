"""Which submissions are worth a look (质量提示), and why: signs with their figures. Pure; facts only, nothing is judged.

What each sign looks for stands in haste.py, sameness.py and signs.py, from which thresholds in content (rules/quality.yaml).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from checklists.answers import Answer
from checklists.schema import Checklist, Question
from safety.paradata import CheckTrace


class Sign(StrEnum):
    """Why a submission is worth a look. Kept with it, so a value never changes once released."""

    HURRIED = "hurried"  # faster than the questions can be read
    FASTER = "faster"  # much faster than this enterprise used to be
    STRAIGHT = "straight"  # the same place tapped again and again
    SAME_AS_LAST = "same_as_last"  # every answer as last time, words and numbers too
    SAME_TEXT = "same_text"  # the very same words from several enterprises
    RECYCLED = "recycled"  # a photo that was sent before
    ONE_PHOTO = "one_photo"  # one photo for several questions
    BLANK = "blank"  # a photo that shows nothing
    SET_ASIDE = "set_aside"  # many questions said not to apply
    ZERO_AGAIN = "zero_again"  # zero reports in a row
    FOUND_LATER = "found_later"  # it had found nothing, and an inspection on site soon did


@dataclass(frozen=True, slots=True)
class Flag:
    """One sign at one submission: what it is about, and the figures that its sentence says."""

    sign: Sign
    question: str = ""
    figures: Mapping[str, int | float | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Submission:
    """What was submitted and how it was answered."""

    form: Checklist
    answers: Mapping[str, Answer]
    trace: CheckTrace = field(default_factory=CheckTrace)

    def question(self, name: str) -> Question | None:
        """The question by its id, None when this version of the form has none."""
        try:
            return self.form.question(name)
        except KeyError:
            return None


@dataclass(frozen=True, slots=True)
class Twin:
    """A photo of this submission that is the same picture as an earlier one.

    same_check   the earlier one stands in this very submission, at the question `earlier`
    own          the earlier one came from the same enterprise; otherwise nothing is said of where it came from
    day, hours   when the earlier one was sent, and how long before this one
    """

    question: str
    same_check: bool
    own: bool
    earlier: str
    day: date
    hours: float


@dataclass(frozen=True, slots=True)
class Around:
    """What else has to be known about a submission.

    previous     the answers of the self-check before it, of the same form
    previous_day when that was handed in
    usual        median seconds a question of earlier ones, the newest first; those with known times
    zeros        zero reports in a row up to this one
    said_by      by question: how many enterprises have said the very same words, this one included
    twins        photos that are earlier ones again
    blank        questions with a photo that shows nothing
    """

    colour: str
    previous: Mapping[str, Answer] | None = None
    previous_day: date | None = None
    usual: Sequence[float] = ()
    zeros: int = 0
    said_by: Mapping[str, int] = field(default_factory=dict)
    twins: Sequence[Twin] = ()
    blank: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Flagged:
    """A submission on a supervisor's list.

    looked   this supervisor has opened it since the last sign was found
    photos   our safe copies of the photos that signs are about (media references)
    seconds, changes, people   how long the questions took, how many answers were changed, by how many people
    """

    receipt: str
    enterprise: str
    town: str
    form: Checklist
    period: str
    submitted_at: datetime
    submitted_by: str
    flags: Sequence[Flag]
    looked: bool = False
    photos: Sequence[str] = ()
    seconds: int = 0
    changes: int = 0
    people: int = 1
