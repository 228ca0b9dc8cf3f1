"""Training as content: hours by role, what lessons are about, how signing in to a lesson is kept honest."""

from typing import Annotated, ClassVar

from pydantic import Field

from checklists.bank import Trainee
from checklists.conditions import Condition
from checklists.parts import Grounded, Text, Whole


class HoursRule(Grounded):
    """Hours of training (学时) that one role owes.

    initial        before work, or within `initial_days` of taking the post
    yearly         in every calendar year after that; 0: none
    """

    limits: ClassVar = {"title": (20, 60)}

    id: str
    title: Text
    roles: Annotated[tuple[Trainee, ...], Field(min_length=1)]
    when: Condition | None = None
    initial: Annotated[Whole, Field(ge=1, le=500)]
    initial_days: Annotated[Whole, Field(ge=0, le=366)] = 0
    yearly: Annotated[Whole, Field(ge=0, le=500)] = 0


class LessonSubject(Grounded):
    """What a lesson or course can be about. `settles`: reminder rules of the enterprise that are done when one was held."""

    limits: ClassVar = {"title": (12, 40)}

    id: str
    title: Text
    settles: tuple[str, ...] = ()


class TrainingRules(Grounded):
    """rules/training.yaml.

    hour_minutes    minutes of one hour of training (学时)
    exam_minutes    counted for a passed exam, once a paper and calendar year
    soon_days       days before its end that a course may be taken again
    past_days       how long ago a lesson may have been held that is written down afterwards
    code_digits     of the code by which people sign in to a lesson
    """

    hour_minutes: Annotated[Whole, Field(ge=30, le=60)] = 45
    exam_minutes: Annotated[Whole, Field(ge=0, le=240)] = 0
    soon_days: Annotated[Whole, Field(ge=0, le=180)] = 30
    past_days: Annotated[Whole, Field(ge=0, le=3660)] = 366
    code_digits: Annotated[Whole, Field(ge=4, le=8)] = 4
    hours: tuple[HoursRule, ...] = ()
    subjects: tuple[LessonSubject, ...] = ()
