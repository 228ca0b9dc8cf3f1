"""The question bank (题库) for training exams and the plans of papers (试卷). Who has to pass which is no business of this module.

A new field needs a default, so that the fingerprints of questions asked earlier stay what they were.
"""

from collections.abc import Collection, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import Field

from checklists.answers import Facts
from checklists.conditions import Condition, Number
from checklists.kept import Kept
from checklists.parts import Flag, Grounded, Part, Text, Whole

NOTHING = Decimal(0)


class ExamKind(StrEnum):
    """One right answer (单选), several (多选), or true and false (判断)."""

    SINGLE = "single"
    MULTI = "multi"
    JUDGE = "judge"


class Trainee(StrEnum):
    """Who is examined; the values are those of roles."""

    PRINCIPAL = "principal"
    OFFICER = "officer"
    WORKER = "worker"


class ExamChoice(Part):
    """One answer to choose: its letter, as the button shows it, and its text."""

    limits: ClassVar = {"label": (40, 120)}

    id: str
    label: Text


class ExamItem(Grounded, Kept):
    """One exam question.

    choices   empty in a judge question: those of papers.yaml
    right     the letters of the right answers
    why       the explanation after the exam
    when      only for enterprises with these facts; None: for all
    level     1 easy to 3 hard
    """

    limits: ClassVar = {"text": (100, 300), "why": (120, 360)}

    id: str
    kind: ExamKind
    text: Text
    choices: tuple[ExamChoice, ...] = ()
    right: Annotated[tuple[str, ...], Field(min_length=1)]
    why: Text
    roles: Annotated[tuple[Trainee, ...], Field(min_length=1)]
    when: Condition | None = None
    level: Annotated[Whole, Field(ge=1, le=3)] = 1

    def suits(self, role: Trainee, facts: Facts) -> bool:
        """Whether it may be asked of somebody in this role in an enterprise with these facts."""
        return role in self.roles and (self.when is None or self.when.compiled()({}, facts))

    def share(self, chosen: Collection[str], partly: Decimal) -> Decimal:
        """The share of the points that an answer earns: all, nothing, or `partly` for some right ones and no wrong one."""
        said, right = set(chosen), set(self.right)
        if said == right:
            return Decimal(1)
        return partly if self.kind is ExamKind.MULTI and said and said < right else NOTHING


class Topic(Part):
    """bank/<topic>.yaml: the questions on one topic."""

    limits: ClassVar = {"title": (12, 40)}

    id: str
    title: Text
    items: Annotated[tuple[ExamItem, ...], Field(min_length=1)]

    def judged(self, judge: tuple[ExamChoice, ...]) -> "Topic":
        """The topic with the two answers in its judge questions."""
        items = tuple(
            item.model_copy(update={"choices": judge}) if item.kind is ExamKind.JUDGE else item
            for item in self.items
        )
        return self.model_copy(update={"items": items})


class PaperPart(Part):
    """So many questions of one kind, each for so many points."""

    kind: ExamKind
    count: Annotated[Whole, Field(ge=1, le=100)]
    points: Annotated[Whole, Field(ge=1, le=100)]


class Paper(Part):
    """The plan of a paper (试卷方案): what is drawn from the bank, and when it is passed.

    topics          only these; empty: all
    when            only enterprises with these facts write it
    attempts_a_day  how often somebody may try on one day
    shuffle         order of questions and answers differs from person to person
    listed          can be chosen by oneself; else it is only written where it is asked for
    """

    limits: ClassVar = {"title": (20, 60)}

    id: str
    title: Text
    roles: Annotated[tuple[Trainee, ...], Field(min_length=1)]
    topics: tuple[str, ...] = ()
    when: Condition | None = None
    parts: Annotated[tuple[PaperPart, ...], Field(min_length=1)]
    pass_points: Annotated[Whole, Field(ge=1, le=100)]
    minutes: Annotated[Whole, Field(ge=1, le=240)]
    attempts_a_day: Annotated[Whole, Field(ge=1, le=10)] = 3
    shuffle: Flag = True
    listed: Flag = True

    @property
    def total(self) -> int:
        """The points of a paper without a mistake."""
        return sum(part.count * part.points for part in self.parts)


class PaperSheet(Part):
    """bank/papers.yaml.

    judge    the two answers of every judge question
    partly   the share of the points for some right answers of a multi question and no wrong one (our default)
    """

    judge: Annotated[tuple[ExamChoice, ...], Field(min_length=2, max_length=2)]
    partly: Annotated[Number, Field(ge=0, le=1)]
    papers: Annotated[tuple[Paper, ...], Field(min_length=1)]


class Bank(Part):
    """The whole bank. Judge questions have their answers here; `judge`: those two, as every other one has them."""

    topics: tuple[Topic, ...] = ()
    papers: tuple[Paper, ...] = ()
    partly: Number = Decimal(0)
    judge: tuple[ExamChoice, ...] = ()

    @cached_property
    def items(self) -> Mapping[str, ExamItem]:
        """Every question by its id."""
        return {item.id: item for topic in self.topics for item in topic.items}

    def paper(self, paper: str) -> Paper:
        """A plan by its id; KeyError when there is none."""
        return {one.id: one for one in self.papers}[paper]

    def pool(self, paper: Paper, role: Trainee, facts: Facts) -> dict[ExamKind, tuple[ExamItem, ...]]:
        """What may be drawn for somebody in this role, by kind, in the order of the bank."""
        items = [
            item
            for topic in self.topics
            for item in topic.items
            if (not paper.topics or topic.id in paper.topics) and item.suits(role, facts)
        ]
        return {kind: tuple(item for item in items if item.kind is kind) for kind in ExamKind}
