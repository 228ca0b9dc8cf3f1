"""From answers to findings, score and the review before submission. Pure."""

from dataclasses import dataclass
from datetime import date

from checklists.answers import Answer, Facts
from checklists.conditions import Answers
from checklists.schema import Checklist, Question
from checklists.walk import (
    Judgement,
    PhotoNeed,
    PhotoWish,
    is_open,
    judge,
    known_facts,
    neutral,
    outline,
    photo_wish,
)

MAJOR_CAP = 59  # a form with an unfixed suspected major finding never passes (domain rule, our default)
FULL = 100


@dataclass(frozen=True, slots=True)
class Judged:
    """One asked question with its answer and what it means."""

    question: Question
    answer: Answer | None
    judgement: Judgement | None
    wish: PhotoWish


@dataclass(frozen=True, slots=True)
class Finding:
    """A bad answer (隐患)."""

    question: Question
    judgement: Judgement
    note: str


@dataclass(frozen=True, slots=True)
class Score:
    """`points` of 100: passed of those that count. A photo that is missing where one is always asked: not counted."""

    points: int
    passed: int
    asked: int
    bad: int
    uncounted: int


@dataclass(frozen=True, slots=True)
class Review:
    """What to look at before submission; `blocking` questions have to be answered or photographed first."""

    bad: tuple[Question, ...]
    open: tuple[Question, ...]
    skipped: tuple[Question, ...]
    photos_missing: tuple[Question, ...]
    blocking: tuple[Question, ...]


def judged(form: Checklist, answers: Answers, facts: Facts, today: date) -> tuple[Judged, ...]:
    """Every asked question, judged."""
    known = known_facts(form, answers, facts)
    return tuple(_judged(question, answers, known, today) for question in outline(form, answers, facts))


def _judged(question: Question, answers: Answers, facts: Facts, today: date) -> Judged:
    answer = answers.get(question.id)
    value = answer.value if answer else None
    judgement = judge(question, value, facts, today) if value is not None else None
    return Judged(question, answer, judgement, photo_wish(question, answer, judgement))


def findings(form: Checklist, answers: Answers, facts: Facts, today: date) -> tuple[Finding, ...]:
    """The bad answers in order."""
    return tuple(
        Finding(one.question, one.judgement, one.answer.note if one.answer else "")
        for one in judged(form, answers, facts, today)
        if one.judgement is not None and one.judgement.bad
    )


def score(form: Checklist, answers: Answers, facts: Facts, today: date) -> Score:
    """The score of a form as it stands."""
    all_ = judged(form, answers, facts, today)
    given = [one for one in all_ if one.judgement is not None and not neutral(one.judgement)]
    bad = [one for one in given if one.judgement and one.judgement.bad]
    passed = [one for one in given if one not in bad and one.wish.need is PhotoNeed.NONE]
    counted = len(bad) + len(passed)
    points = round(FULL * len(passed) / counted) if counted else 0
    if any(one.judgement and one.judgement.suspected_major for one in bad):
        points = min(points, MAJOR_CAP)
    return Score(points, len(passed), counted, len(bad), len(given) - counted)


def review(form: Checklist, answers: Answers, facts: Facts, today: date) -> Review:
    """What the officer looks at before submitting: exceptions first."""
    all_ = judged(form, answers, facts, today)
    open_ = tuple(one.question for one in all_ if is_open(one.answer))
    skipped = tuple(one.question for one in all_ if one.answer and one.answer.skipped)
    missing = tuple(one.question for one in all_ if one.wish.need is not PhotoNeed.NONE)
    required = tuple(one.question for one in all_ if one.wish.need is PhotoNeed.REQUIRED)
    unanswered = tuple(question for question in (*open_, *skipped) if question.required)
    return Review(
        bad=tuple(one.question for one in all_ if one.judgement and one.judgement.bad),
        open=open_,
        skipped=skipped,
        photos_missing=missing,
        blocking=(*unanswered, *required),
    )
