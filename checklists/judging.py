"""What one answer means: is it fine, how bad is it, is a photo wanted. Used through walk.py, as validity.py is."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from checklists.answers import Answer, Facts, NotApplicable, Value
from checklists.schema import ATTACHED, Accept, Carry, Option, Outcome, PhotoAsk, Question, Severity
from checklists.validity import PROBLEMS, Problem, check

__all__ = [
    "PROBLEMS",
    "Judgement",
    "PhotoNeed",
    "PhotoWish",
    "Problem",
    "check",
    "judge",
    "neutral",
    "photo_wish",
    "rule",
]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an answer means."""

    outcome: Outcome
    severity: Severity = Severity.GENERAL
    suspected_major: bool = False
    rectify_days: int = 0
    working: bool = False  # whether these are working days

    @property
    def bad(self) -> bool:
        return self.outcome is Outcome.BAD


def judge(question: Question, value: Value, facts: Facts, today: date) -> Judgement:
    """In order, a finding, or neither; a finding with its severity and the days to put it right."""
    if isinstance(value, NotApplicable):
        return Judgement(Outcome.NEUTRAL)
    chosen = _chosen(question, value) if question.options else ()
    outcome = _worst(chosen) if chosen else _measured(rule(question, facts), value, facts, today)
    if outcome is not Outcome.BAD:
        return Judgement(outcome)
    severity = _severity(question, chosen, facts)
    return Judgement(
        outcome, severity, severity is Severity.MAJOR, question.rectify_days, question.rectify_working
    )


def _chosen(question: Question, value: Value) -> tuple[Option, ...]:
    chosen = value if isinstance(value, tuple) else (value,)
    return tuple(option for one in chosen if (option := question.option(one)) is not None)


def _worst(chosen: tuple[Option, ...]) -> Outcome:
    found = {option.outcome for option in chosen}
    return next(outcome for outcome in (Outcome.BAD, Outcome.OK, Outcome.NEUTRAL) if outcome in found)


def _severity(question: Question, chosen: tuple[Option, ...], facts: Facts) -> Severity:
    """A question's own severity or that of the worst option, raised where a criterion applies to this enterprise."""
    major = question.major
    if major is not None and major.when is not None and major.when.compiled()({}, facts):
        return Severity.MAJOR
    said = [option.severity or question.severity for option in chosen if option.outcome is Outcome.BAD]
    if not said:
        return question.severity
    return Severity.MAJOR if Severity.MAJOR in said else Severity.GENERAL


def rule(question: Question, facts: Facts) -> Accept | None:
    """The rule that applies to this enterprise."""
    for other in question.accept_when:
        if other.when.compiled()({}, facts):
            return other.accept
    return question.accept


def _measured(accept: Accept | None, value: Value, facts: Facts, today: date) -> Outcome:
    if accept is None or accept.anything:
        return Outcome.NEUTRAL
    if isinstance(value, Decimal):
        fine = _number_fine(accept, value, facts)
    elif isinstance(value, date):
        fine = _date_fine(accept, value, today)
    elif isinstance(value, time):
        fine = _time_fine(accept, value)
    else:
        return Outcome.NEUTRAL
    return Outcome.OK if fine else Outcome.BAD


def _number_fine(accept: Accept, value: Decimal, facts: Facts) -> bool:
    low = (accept.at_least, _limit(accept.at_least_fact, facts))
    high = (accept.at_most, _limit(accept.at_most_fact, facts))
    above = all(limit is None or value >= limit for limit in low)
    return above and all(limit is None or value <= limit for limit in high)


def _limit(fact: str | None, facts: Facts) -> Decimal | None:
    known = facts.get(fact) if fact is not None else None
    return None if known is None else Decimal(known)


def _date_fine(accept: Accept, value: date, today: date) -> bool:
    if accept.not_expired:
        return value >= today
    return accept.max_age_days is None or (today - value).days <= accept.max_age_days


def _time_fine(accept: Accept, value: time) -> bool:
    """Between the two; a span that begins later than it ends goes over midnight."""
    begun = accept.earliest is None or value >= accept.earliest
    over = accept.latest is None or value <= accept.latest
    if accept.earliest is not None and accept.latest is not None and accept.earliest > accept.latest:
        return begun or over
    return begun and over


class PhotoNeed(StrEnum):
    """Whether a photo is wanted with an answer."""

    NONE = "none"
    OPTIONAL = "optional"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class PhotoWish:
    """How much a photo is wanted and how many are missing."""

    need: PhotoNeed
    missing: int = 0


def photo_wish(
    question: Question, answer: Answer | None, judgement: Judgement | None, *, drawn: bool = False
) -> PhotoWish:
    """What is still missing, passed over or not. `drawn`: the lot fell on this question (carrying.drawn)."""
    if answer is None or answer.value is None or answer.not_applicable:
        return PhotoWish(PhotoNeed.NONE)
    missing = max(0, question.photo.at_least - answer.photos)
    if question.kind in ATTACHED:
        return _attached(question, answer, missing)
    if neutral(judgement):
        return PhotoWish(PhotoNeed.NONE)
    if not missing or not (drawn or _wanted(question, answer, judgement)):
        return PhotoWish(PhotoNeed.NONE)
    return PhotoWish(PhotoNeed.REQUIRED if question.photo.required else PhotoNeed.OPTIONAL, missing)


def _attached(question: Question, answer: Answer, missing: int) -> PhotoWish:
    """What is sent is the answer itself; the option beside it (there is none) needs nothing."""
    if not missing or isinstance(answer.value, str):
        return PhotoWish(PhotoNeed.NONE)
    return PhotoWish(PhotoNeed.REQUIRED if question.required else PhotoNeed.OPTIONAL, missing)


def _wanted(question: Question, answer: Answer, judgement: Judgement | None) -> bool:
    """A good answer that was taken over is proved by the photo of the time it was given."""
    bad = judgement is not None and judgement.bad
    if question.carrying is Carry.FRESH:
        return True
    if question.photo.ask is PhotoAsk.ALWAYS:
        return bad or not answer.as_last_time
    return bad and question.photo.ask is PhotoAsk.FAIL


def neutral(judgement: Judgement | None) -> bool:
    """Not applicable: there is nothing to photograph."""
    return judgement is not None and judgement.outcome is Outcome.NEUTRAL
