"""How judged answers become points of a hundred: weights, sections, what caps them, whether they reach the mark. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from checklists.answers import Answer
from checklists.judging import Judgement, PhotoNeed, PhotoWish, neutral
from checklists.schema import Checklist, Question

FULL = 100


@dataclass(frozen=True, slots=True)
class Judged:
    """One asked question with its answer and what it means."""

    question: Question
    answer: Answer | None
    judgement: Judgement | None
    wish: PhotoWish

    @property
    def bad(self) -> bool:
        return self.judgement is not None and self.judgement.bad

    @property
    def fine(self) -> bool:
        return self.judgement is not None and not self.judgement.bad

    @property
    def unproved(self) -> bool:
        """In order, but without the photo that is wanted: it proves nothing and is not counted."""
        return self.fine and self.wish.need is not PhotoNeed.NONE


class Cap(StrEnum):
    """Why a score cannot be higher, however much else is in order."""

    MAJOR = "major"  # an open suspected major hazard
    CRITICAL = "critical"  # a critical question that failed


@dataclass(frozen=True, slots=True)
class Limit:
    """The most points that some bad answers leave, and the questions they belong to."""

    cap: Cap
    points: int
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionScore:
    """The same sum for one section, by its id, without caps."""

    section: str
    points: int
    passed: int
    asked: int
    bad: int


@dataclass(frozen=True, slots=True)
class Score:
    """`points` of 100: the weight of what passed, of the weight of what was asked; limits hold whatever the sum is.

    passed, asked, bad   questions, not weights
    uncounted            passed, but without the photo that is always wanted
    weighted             some questions weigh more than others, so points and counts need not agree
    mark                 points that are enough; None when the form names none
    """

    points: int
    passed: int
    asked: int
    bad: int
    uncounted: int
    sections: tuple[SectionScore, ...] = ()
    limits: tuple[Limit, ...] = ()
    weighted: bool = False
    mark: int | None = None

    @property
    def reached(self) -> bool | None:
        """Whether the mark is reached; None when there is none."""
        return None if self.mark is None else self.points >= self.mark

    def to_json(self) -> dict[str, Any]:
        """As it is kept with a submission."""
        return {
            "points": self.points,
            "passed": self.passed,
            "asked": self.asked,
            "bad": self.bad,
            "uncounted": self.uncounted,
            "sections": [[s.section, s.points, s.passed, s.asked, s.bad] for s in self.sections],
            "limits": [[one.cap.value, one.points, [*one.questions]] for one in self.limits],
            "weighted": self.weighted,
            "mark": self.mark,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Score":
        """Read what to_json wrote."""
        sections = tuple(SectionScore(*one) for one in kept["sections"])
        limits = tuple(Limit(Cap(cap), points, tuple(ids)) for cap, points, ids in kept["limits"])
        return cls(**{**kept, "sections": sections, "limits": limits})


def score_of(form: Checklist, judged: Iterable[Judged]) -> Score:
    """The score of a form as it stands, rounded down.

    Not applicable is not asked. A skipped question is asked and not passed, so that skipping never pays; a bad answer
    counts with or without its photo. What passed without the photo that is always wanted is not counted.
    """
    asked = [one for one in judged if not neutral(one.judgement)]
    limits = tuple(_limits(form, asked))
    return Score(
        points=min([_points(asked), *(limit.points for limit in limits)]),
        passed=sum(one.fine and not one.unproved for one in asked),
        asked=sum(not one.unproved for one in asked),
        bad=sum(one.bad for one in asked),
        uncounted=sum(one.unproved for one in asked),
        sections=_sections(form, asked),
        limits=limits,
        weighted=len({one.question.weight for one in asked}) > 1,
        mark=form.pass_mark,
    )


def _points(asked: Sequence[Judged]) -> int:
    """The weight of what passed, of what was asked. Nothing asked is full; nothing proved at all is nothing."""
    counted = [one for one in asked if not one.unproved]
    if not counted:
        return 0 if asked else FULL
    possible = sum(one.question.weight for one in counted)
    return FULL * sum(one.question.weight for one in counted if one.fine) // possible


def _sections(form: Checklist, asked: Sequence[Judged]) -> tuple[SectionScore, ...]:
    """One sum a section in which something was asked, in the form's order."""
    by_section: dict[str, list[Judged]] = {}
    for one in asked:
        by_section.setdefault(form.section_of(one.question.id).id, []).append(one)
    return tuple(_section(section, group) for section, group in by_section.items())


def _section(section: str, group: Sequence[Judged]) -> SectionScore:
    counted = [one for one in group if not one.unproved]
    passed = sum(one.fine for one in counted)
    return SectionScore(section, _points(group), passed, len(counted), sum(one.bad for one in group))


def _limits(form: Checklist, asked: Sequence[Judged]) -> Iterable[Limit]:
    bad = [one for one in asked if one.bad]
    major = tuple(one.question.id for one in bad if one.judgement and one.judgement.suspected_major)
    if major:
        yield Limit(Cap.MAJOR, form.major_cap, major)
    critical = tuple(one.question.id for one in bad if one.question.critical)
    if critical and form.critical_cap is not None:
        yield Limit(Cap.CRITICAL, form.critical_cap, critical)
