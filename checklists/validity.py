"""Whether a value can be an answer at all: kind, range, shape. Whether it is a good one is judged in judging.py."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from decimal import Decimal

from checklists.answers import Location, NotApplicable, Value
from checklists.schema import CHOICES, Question, QuestionKind
from checklists.words import Words

FINEST = -3  # thousandths are the finest that a shop floor measures
LONGEST_CODE = 100
LONGEST_ADDRESS = 200
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
    "problem-code": ("example",),
    "problem-no-place": (),
    "problem-applies": (),
    "problem-no-reason": (),
}


def check(question: Question, value: Value, today: date) -> Problem | None:
    """Whether a value can be an answer at all; whether it is a good one is judge's matter."""
    if isinstance(value, NotApplicable):
        return _check_reason(question, value)
    if question.kind not in CHOICES and isinstance(value, str) and question.option(value):
        return None
    return _CHECKS[question.kind](question, value, today)


def _check_reason(question: Question, value: NotApplicable) -> Problem | None:
    """It does not apply only where the form allows that, and only with a reason."""
    if not question.may_not_apply:
        return Problem("problem-applies")
    return None if value.reason.strip() else Problem("problem-no-reason")


def _check_one(question: Question, value: Value, _: date) -> Problem | None:
    if not isinstance(value, str):
        return Problem("problem-wrong-kind")
    return None if question.option(value) else Problem("problem-unknown-option")


def _check_many(question: Question, value: Value, _: date) -> Problem | None:
    if not isinstance(value, tuple):
        return Problem("problem-wrong-kind")
    if not value:
        return Problem("problem-nothing-chosen")
    chosen = [option for one in value if (option := question.option(one)) is not None]
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


def _check_time(_question: Question, value: Value, _: date) -> Problem | None:
    return None if isinstance(value, time) else Problem("problem-wrong-kind")


def _check_text(question: Question, value: Value, _: date) -> Problem | None:
    return _words(value, question.longest)


def _words(value: Value, longest: int | None) -> Problem | None:
    if not isinstance(value, str):
        return Problem("problem-wrong-kind")
    if not value.strip():
        return Problem("problem-empty")
    too_long = longest is not None and len(value) > longest
    return Problem("problem-too-long", {"limit": longest or 0}) if too_long else None


def _check_code(question: Question, value: Value, _: date) -> Problem | None:
    problem = _words(value, LONGEST_CODE)
    shape = question.shape
    if problem is not None or shape is None or shape.fullmatch(str(value)):
        return problem
    return Problem("problem-code", {"example": question.example or ""})


def _check_place(_question: Question, value: Value, _: date) -> Problem | None:
    if not isinstance(value, Location):
        return _words(value, LONGEST_ADDRESS)
    there = abs(value.lat) <= 90 and abs(value.lon) <= 180  # noqa: PLR2004 - degrees
    return None if there else Problem("problem-no-place")


def _check_attached(_question: Question, value: Value, _: date) -> Problem | None:
    sent = isinstance(value, tuple) and bool(value) and all(value)
    return None if sent else Problem("problem-wrong-kind")


def _check_calculated(_question: Question, value: Value, _: date) -> Problem | None:
    """Nobody answers it; what was worked out is a number."""
    return None if isinstance(value, Decimal) else Problem("problem-wrong-kind")


_CHECKS: Mapping[QuestionKind, Callable[[Question, Value, date], Problem | None]] = {
    QuestionKind.YESNO: _check_one,
    QuestionKind.SINGLE: _check_one,
    QuestionKind.MULTI: _check_many,
    QuestionKind.NUMBER: _check_number,
    QuestionKind.DATE: _check_date,
    QuestionKind.TIME: _check_time,
    QuestionKind.TEXT: _check_text,
    QuestionKind.PHOTO: _check_attached,
    QuestionKind.FILE: _check_attached,
    QuestionKind.PLACE: _check_place,
    QuestionKind.CODE: _check_code,
    QuestionKind.CALCULATED: _check_calculated,
}
