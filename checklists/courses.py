"""Training courses (培训课程): short cards and a quiz, for whom they are and when they are owed. Who owes which now: safety/courses.py.

A new field needs a default, so that the fingerprints of courses taken earlier stay what they were.
"""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from checklists.bank import ExamChoice, ExamItem, ExamKind, Trainee
from checklists.conditions import Condition
from checklists.kept import Kept
from checklists.parts import Flag, Grounded, Part, Text, Whole


class CourseEvent(StrEnum):
    """What makes a course due for one person: new (新员工), another post (转岗), back after half a year (复岗)."""

    NEW_WORKER = "new_worker"
    NEW_POST = "new_post"
    RETURNED = "returned"


class CourseCard(Part):
    """One card: a heading and a few sentences, shown alone."""

    limits: ClassVar = {"title": (20, 60), "text": (200, 600)}

    id: str
    title: Text
    text: Text


class Quiz(Part):
    """What is asked at the end.

    items   ids of questions of the bank; who may not be asked one is not
    own     questions that only this course asks
    wrong   so many wrong answers at most, and it is passed
    """

    items: tuple[str, ...] = ()
    own: tuple[ExamItem, ...] = ()
    wrong: Annotated[Whole, Field(ge=0, le=10)] = 1


class Course(Grounded, Kept):
    """courses/<id>.yaml.

    minutes        what it takes; no more than that is ever counted as training
    subject        of rules/training.yaml
    when, colours  only for enterprises with these facts, of these colours (empty: all)
    events         what makes it due; empty: the role alone does
    mandatory      has to be taken; others can be chosen
    every_months   is due again so long after it was passed
    within_days    days from the event, or from joining, to the day it is due
    """

    limits: ClassVar = {"title": (16, 60)}

    id: str
    title: Text
    minutes: Annotated[Whole, Field(ge=1, le=240)]
    subject: str
    roles: Annotated[tuple[Trainee, ...], Field(min_length=1)]
    when: Condition | None = None
    colours: tuple[str, ...] = ()
    events: tuple[CourseEvent, ...] = ()
    mandatory: Flag = False
    every_months: Annotated[Whole, Field(ge=1, le=60)] | None = None
    within_days: Annotated[Whole, Field(ge=0, le=366)] = 30
    cards: Annotated[tuple[CourseCard, ...], Field(min_length=1, max_length=20)]
    quiz: Quiz

    def judged(self, judge: tuple[ExamChoice, ...]) -> "Course":
        """The course with the two answers in the judge questions of its own."""
        own = tuple(
            item.model_copy(update={"choices": judge}) if item.kind is ExamKind.JUDGE else item
            for item in self.quiz.own
        )
        return self.model_copy(update={"quiz": self.quiz.model_copy(update={"own": own})})
