"""What one answer means: can it be taken, is it fine, how bad is it, is a photo wanted. Used through walk.py."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from checklists.answers import Answer, Facts, Value
from checklists.schema import (
    CHOICES,
    Accept,
    Carry,
    Option,
    Outcome,
    PhotoAsk,
    Question,
    QuestionKind,
    Severity,
)
from checklists.words import Words

FINEST = -3  # thousandths are the finest that a shop floor measures
NO_UNIT = Words("", "")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a value cannot be an answer: a text id of the locales and its arguments."""

    line: str
    args: Mapping[str, str | int | Decimal | date | Words] = field(default_factory=dict)


# Every `line` a Problem can have, with the names of its arguments.
PROBLEMS: Mapping[str, tuple[str, ...]] = {
    "problem-unknown-option": (),
    "problem-nothing-chosen": (),
    "problem-not-together": ("option",),
    "problem-wrong-kind": (),
    "problem-too-small": ("limit", "unit"),
    "problem-too-large": ("limit", "unit"),
    "problem-not-whole": (),
    "problem-too-precise": (),
    "problem-in-future": ("date",),
    "problem-too-early": ("date", "limit"),
    "problem-too-late": ("date", "limit"),
    "problem-empty": (),
    "problem-too-long": ("limit",),
}


def check(question: Question, value: Value, today: date) -> Problem | None:
    """Whether a value can be an answer at all; whether it is a good one is judge's matter."""
    if question.kind not in CHOICES and isinstance(value, str) and question.option(value):
        return None
    return _CHECKS[question.kind](question, value, today)


def _check_one(question: Question, value: Value, _: date) -> Problem | None:
    if not isinstance(value, str):
        return Problem("problem-wrong-kind")
    return None if question.option(value) else Problem("problem-unknown-option")


def _check_many(question: Question, value: Value, _: date) -> Problem | None:
    if not isinstance(value, tuple):
        return Problem("problem-wrong-kind")
    if not value:
        return Problem("problem-nothing-chosen")
    chosen = _chosen(question, value)
    if len(chosen) != len(value) or len(set(value)) != len(value):
        return Problem("problem-unknown-option")
    alone = [option for option in chosen if option.alone]
    return Problem("problem-not-together", {"option": alone[0].label}) if alone and len(value) > 1 else None


def _check_number(question: Question, value: Value, _: date) -> Problem | None:
    if not isinstance(value, Decimal) or not value.is_finite():
        return Problem("problem-wrong-kind")
    low, high, unit = question.minimum, question.maximum, question.unit or NO_UNIT
    if low is not None and value < low:
        return Problem("problem-too-small", {"limit": low, "unit": unit})
    if high is not None and value > high:
        return Problem("problem-too-large", {"limit": high, "unit": unit})
    if question.whole and value != value.to_integral_value():
        return Problem("problem-not-whole")
    exponent = value.normalize().as_tuple().exponent
    return Problem("problem-too-precise") if isinstance(exponent, int) and exponent < FINEST else None


def _check_date(question: Question, value: Value, today: date) -> Problem | None:
    if not isinstance(value, date):
        return Problem("problem-wrong-kind")
    back, ahead = question.oldest_days, _ahead(question)
    if back is not None and (today - value).days > back:
        return Problem("problem-too-early", {"date": value, "limit": today - timedelta(back)})
    if ahead is None or (value - today).days <= ahead:
        return None
    if ahead == 0:
        return Problem("problem-in-future", {"date": value})
    return Problem("problem-too-late", {"date": value, "limit": today + timedelta(ahead)})


def _ahead(question: Question) -> int | None:
    """A date that something was last done on cannot lie ahead, whether or not the form says so."""
    rules = (question.accept, *(other.accept for other in question.accept_when))
    done = any(rule is not None and rule.max_age_days is not None for rule in rules)
    return 0 if done else question.ahead_days


def _check_text(question: Question, value: Value, _: date) -> Problem | None:
    if not isinstance(value, str):
        return Problem("problem-wrong-kind")
    if not value.strip():
        return Problem("problem-empty")
    too_long = question.longest is not None and len(value) > question.longest
    return Problem("problem-too-long", {"limit": question.longest or 0}) if too_long else None


_CHECKS: Mapping[QuestionKind, Callable[[Question, Value, date], Problem | None]] = {
    QuestionKind.YESNO: _check_one,
    QuestionKind.SINGLE: _check_one,
    QuestionKind.MULTI: _check_many,
    QuestionKind.NUMBER: _check_number,
    QuestionKind.DATE: _check_date,
    QuestionKind.TEXT: _check_text,
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an answer means."""

    outcome: Outcome
    severity: Severity = Severity.GENERAL
    suspected_major: bool = False
    rectify_days: int = 0

    @property
    def bad(self) -> bool:
        return self.outcome is Outcome.BAD


def judge(question: Question, value: Value, facts: Facts, today: date) -> Judgement:
    """In order, a finding, or neither; a finding with its severity and the days to put it right."""
    chosen = _chosen(question, value) if question.options else ()
    outcome = _worst(chosen) if chosen else _measured(rule(question, facts), value, facts, today)
    if outcome is not Outcome.BAD:
        return Judgement(outcome)
    severity = _severity(question, chosen, facts)
    return Judgement(outcome, severity, severity is Severity.MAJOR, question.rectify_days)


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
    if accept is None or accept.anything or not isinstance(value, Decimal | date):
        return Outcome.NEUTRAL
    fine = _date_fine(accept, value, today) if isinstance(value, date) else _number_fine(accept, value, facts)
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
    if answer is None or answer.value is None or neutral(judgement):
        return PhotoWish(PhotoNeed.NONE)
    missing = max(0, question.photo.at_least - answer.photos)
    if not missing or not (drawn or _wanted(question, answer, judgement)):
        return PhotoWish(PhotoNeed.NONE)
    return PhotoWish(PhotoNeed.REQUIRED if question.photo.required else PhotoNeed.OPTIONAL, missing)


def _wanted(question: Question, answer: Answer, judgement: Judgement | None) -> bool:
    """A good answer that was taken over is proved by the photo of the time it was given."""
    bad = judgement is not None and judgement.bad
    if question.carrying is Carry.FRESH:
        return True
    if question.photo.ask is PhotoAsk.ALWAYS:
        return bad or answer.carried is None
    return bad and question.photo.ask is PhotoAsk.FAIL


def neutral(judgement: Judgement | None) -> bool:
    """Not applicable: there is nothing to photograph."""
    return judgement is not None and judgement.outcome is Outcome.NEUTRAL
