"""Signs of haste: faster than one can read, faster than usual, the same place again and again. Pure."""

from collections.abc import Iterator
from itertools import groupby
from statistics import fmean, median

from checklists.answers import Answer
from checklists.quality import Quality
from checklists.schema import Question, QuestionKind
from safety.paradata import QuestionTrace
from safety.quality import Around, Flag, Sign, Submission

PASSED_OVER = -1
ONE_PLACE = frozenset({QuestionKind.YESNO, QuestionKind.SINGLE})  # answered with one tap at one place


def hurried(sent: Submission, _around: Around, rules: Quality) -> Iterator[Flag]:
    """Most questions answered faster than they can be read once."""
    rule = rules.hurried
    timed = list(_timed(sent))
    if rule is None or len(timed) < rule.least_questions:
        return
    reading = [len(question.text.zh) / float(rule.reading) for question, _ in timed]
    quick = sum(seconds < least for (_, seconds), least in zip(timed, reading, strict=True))
    if quick >= float(rule.share) * len(timed):
        seconds = [seconds for _, seconds in timed]
        figures = {
            "quick": quick,
            "of": len(timed),
            "seconds": _tenth(fmean(seconds)),
            "reading": _tenth(fmean(reading)),
        }
        yield Flag(Sign.HURRIED, figures=figures)


def faster(sent: Submission, around: Around, rules: Quality) -> Iterator[Flag]:
    """Much faster than the same enterprise used to be with the same form."""
    rule, seconds = rules.faster, sent.trace.median_seconds
    if rule is None or seconds is None or len(sent.trace.fresh) < rule.least_questions:
        return
    if len(around.usual) < rule.least_checks or seconds >= rule.seconds:
        return
    usual = median(around.usual)
    if seconds < float(rule.share) * usual:
        yield Flag(Sign.FASTER, figures={"seconds": _tenth(seconds), "usual": _tenth(usual)})


def straight(sent: Submission, _around: Around, rules: Quality) -> Iterator[Flag]:
    """The longest run of answers at the same place, each too quick to be read; other kinds of question are passed over."""
    rule = rules.straight
    if rule is None:
        return
    places = [_place(sent, trace, float(rule.seconds)) for trace in sent.trace.fresh]
    runs = [
        len(list(run)) for place, run in groupby(p for p in places if p != PASSED_OVER) if place is not None
    ]
    if max(runs, default=0) >= rule.in_a_row:
        yield Flag(Sign.STRAIGHT, figures={"n": max(runs), "seconds": _tenth(float(rule.seconds))})


def _place(sent: Submission, trace: QuestionTrace, seconds: float) -> int | None:
    """Which button was tapped; None when there was time to read, PASSED_OVER when there are no such buttons."""
    question = sent.question(trace.question)
    if question is None or question.kind not in ONE_PLACE:
        return PASSED_OVER
    value = sent.answers.get(trace.question, Answer()).value
    option = question.option(value)
    quick = trace.seconds is not None and trace.seconds < seconds
    return question.options.index(option) if option is not None and quick else None


def _timed(sent: Submission) -> Iterator[tuple[Question, float]]:
    """Questions answered anew with their seconds."""
    for trace in sent.trace.fresh:
        question = sent.question(trace.question)
        if question is not None and trace.seconds is not None:
            yield question, trace.seconds


def _tenth(seconds: float) -> float:
    return round(seconds, 1)
