"""From answers to findings, score and the review before submission. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from checklists import walk
from checklists.answers import Answer, Facts
from checklists.carrying import drawn
from checklists.conditions import Answers
from checklists.schema import Checklist, Question
from checklists.scoring import Judged, Score, score_of
from checklists.walk import Judgement, PhotoNeed, is_open, judge, known_facts, outline, photo_wish

__all__ = ["Finding", "Judged", "Review", "Score", "findings", "judged", "review", "score"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A bad answer (隐患)."""

    question: Question
    judgement: Judgement
    note: str


@dataclass(frozen=True, slots=True)
class Review:
    """What to look at before submission; `blocking` questions have to be answered or photographed first."""

    bad: tuple[Question, ...]
    open: tuple[Question, ...]
    skipped: tuple[Question, ...]
    photos_missing: tuple[Question, ...]
    blocking: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A judged sheet and what it was judged by; holding on to these keeps their identity theirs."""

    asked: tuple[Question, ...]
    answers: Answers
    today: date
    seed: str
    judged: tuple[Judged, ...]

    def still(self, asked: tuple[Question, ...], answers: Answers, today: date, seed: str) -> bool:
        """Whether it is the very same sheet."""
        same = self.asked is asked and self.answers is answers
        return same and self.today == today and self.seed == seed


_last: list[_Sheet] = []


def judged(
    form: Checklist, answers: Answers, facts: Facts, today: date, seed: str = ""
) -> tuple[Judged, ...]:
    """Every asked question, judged; the last sheet is remembered, because a review asks for it many times.

    `seed` is what the check's photos of today are drawn by.
    """
    known = known_facts(form, answers, facts)
    all_ = walk.judged(form, answers, facts)
    last = _last[0] if _last else None
    if last is None or not last.still(all_, answers, today, seed):
        lot = drawn(outline(form, answers, facts), seed)
        figures = walk.figures(form, answers, facts)
        rows = tuple(
            _judged(one, _answer(one, answers, figures), known, today, one.id in lot) for one in all_
        )
        _last[:] = [last := _Sheet(all_, answers, today, seed, rows)]
    return last.judged


def _answer(question: Question, answers: Answers, figures: Mapping[str, Decimal]) -> Answer | None:
    answer = answers.get(question.id)
    if question.id not in figures:
        return answer
    return replace(answer or Answer(), value=figures[question.id], skipped=False)


def _judged(question: Question, answer: Answer | None, facts: Facts, today: date, lot: bool) -> Judged:  # noqa: FBT001 - whether it is drawn
    value = answer.value if answer else None
    judgement = judge(question, value, facts, today) if value is not None else None
    return Judged(question, answer, judgement, photo_wish(question, answer, judgement, drawn=lot))


def findings(form: Checklist, answers: Answers, facts: Facts, today: date) -> tuple[Finding, ...]:
    """The bad answers in order."""
    return tuple(
        Finding(one.question, one.judgement, one.answer.note if one.answer else "")
        for one in judged(form, answers, facts, today)
        if one.judgement is not None and one.judgement.bad
    )


def score(form: Checklist, answers: Answers, facts: Facts, today: date, seed: str = "") -> Score:
    """The score of a form as it stands; how it is worked out stands in scoring.py."""
    return score_of(form, judged(form, answers, facts, today, seed))


def review(form: Checklist, answers: Answers, facts: Facts, today: date, seed: str = "") -> Review:
    """What the officer looks at before submitting: exceptions first."""
    all_ = judged(form, answers, facts, today, seed)
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
