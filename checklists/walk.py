"""Walking through a form: which questions are asked, which is next, what an answer means. Pure and quick."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from checklists.answers import Answer, Facts, Value
from checklists.conditions import Answers, Holds
from checklists.schema import (
    Accept,
    Checklist,
    Outcome,
    PhotoAsk,
    Question,
    QuestionKind,
    Severity,
)

NOTHING = Answer()


@dataclass(frozen=True, slots=True)
class Gate:
    """A question with the compiled condition of its section and its own (None: always asked)."""

    question: Question
    section: Holds | None
    own: Holds | None
    sets: Mapping[str, Mapping[str, bool]]

    def open(self, answers: Answers, facts: Facts) -> bool:
        return (self.section is None or self.section(answers, facts)) and (
            self.own is None or self.own(answers, facts)
        )


@lru_cache(maxsize=64)
def _gates(form: "_Form") -> tuple[Gate, ...]:
    return tuple(
        Gate(
            question,
            section.when.compiled() if section.when else None,
            question.when.compiled() if question.when else None,
            {option.value: option.sets for option in question.options if option.sets},
        )
        for section in form.checklist.sections
        for question in section.questions
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Form:
    """A checklist as a cache key, by identity."""

    checklist: Checklist

    def __hash__(self) -> int:
        return id(self.checklist)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Form) and other.checklist is self.checklist


def outline(form: Checklist, answers: Answers, facts: Facts) -> tuple[Question, ...]:
    """The questions that are asked, in order. A fact stated in this very form counts for what stands behind it."""
    known = dict(facts)
    asked = []
    for gate in _gates(_Form(form)):
        if not gate.open(answers, known):
            continue
        asked.append(gate.question)
        if gate.sets:
            known.update(stated(gate.question, answers.get(gate.question.id)))
    return tuple(asked)


def stated(question: Question, answer: Answer | None) -> dict[str, bool]:
    """Facts about the enterprise that an answer states."""
    if answer is None or answer.value is None:
        return {}
    chosen = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    facts: dict[str, bool] = {}
    for option in question.options:
        if option.value in chosen:
            facts.update(option.sets)
    return facts


def known_facts(form: Checklist, answers: Answers, facts: Facts) -> Facts:
    """The enterprise's facts with those stated in this form on top."""
    known = dict(facts)
    for question in outline(form, answers, facts):
        known.update(stated(question, answers.get(question.id)))
    return known


def is_open(answer: Answer | None) -> bool:
    """Neither answered nor skipped."""
    return answer is None or (answer.value is None and not answer.skipped)


def next_open(form: Checklist, answers: Answers, facts: Facts, after: str | None = None) -> Question | None:
    """The first open question behind `after`, then from the start; None when all are answered or skipped."""
    asked = outline(form, answers, facts)
    place = index_of(asked, after) + 1 if after else 0
    return next((q for q in (*asked[place:], *asked[:place]) if is_open(answers.get(q.id))), None)


def before(form: Checklist, answers: Answers, facts: Facts, question: str) -> Question | None:
    """The question before this one, or None at the start."""
    asked = outline(form, answers, facts)
    place = index_of(asked, question)
    return asked[place - 1] if place > 0 else None


def position(form: Checklist, answers: Answers, facts: Facts, question: str) -> tuple[int, int]:
    """Which question of how many: 1-based, and honest when conditions move the total."""
    asked = outline(form, answers, facts)
    return index_of(asked, question) + 1, len(asked)


def index_of(asked: tuple[Question, ...], question: str) -> int:
    return next((place for place, one in enumerate(asked) if one.id == question), -1)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a value cannot be an answer: a text id of the locales and its arguments."""

    line: str
    args: Mapping[str, str | int | Decimal | date]


def check(question: Question, value: Value, today: date) -> Problem | None:
    """Whether a value can be an answer at all; whether it is a good one is judge's matter."""
    if isinstance(value, Decimal):
        return _check_number(question, value)
    if isinstance(value, date):
        return _check_date(question, value, today)
    if question.options:
        chosen = value if isinstance(value, tuple) else (value,)
        if not chosen or any(question.option(one) is None for one in chosen):
            return Problem("problem-unknown-option", {})
    elif isinstance(value, str) and not value.strip():
        return Problem("problem-empty", {})
    return None


def _check_number(question: Question, value: Decimal) -> Problem | None:
    low, high = question.minimum, question.maximum
    if (low is not None and value < low) or (high is not None and value > high):
        return Problem("problem-out-of-range", {"low": low or 0, "high": high if high is not None else 0})
    return None


def _check_date(question: Question, value: date, today: date) -> Problem | None:
    accept = question.accept
    if accept is not None and accept.max_age_days is not None and value > today:
        return Problem("problem-in-future", {"date": value})
    if abs((value - today).days) > 365 * 60:
        return Problem("problem-far-date", {"date": value})
    return None


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
    outcome, severity = _outcome(question, value, facts, today)
    if outcome is not Outcome.BAD:
        return Judgement(outcome)
    severity = severity or _severity(question, facts)
    return Judgement(outcome, severity, severity is Severity.MAJOR, question.rectify_days)


def _outcome(question: Question, value: Value, facts: Facts, today: date) -> tuple[Outcome, Severity | None]:
    if question.options:
        return _chosen(question, value)
    accept = rule(question, facts)
    if accept is None or accept.anything:
        return Outcome.NEUTRAL if question.kind is QuestionKind.TEXT else Outcome.OK, None
    fine = _date_fine(accept, value, today) if isinstance(value, date) else _number_fine(accept, value, facts)
    return (Outcome.OK if fine else Outcome.BAD), None


def _chosen(question: Question, value: Value) -> tuple[Outcome, Severity | None]:
    """The worst of what was chosen."""
    chosen = value if isinstance(value, tuple) else (value,)
    options = [option for option in question.options if option.value in chosen]
    bad = [option for option in options if option.outcome is Outcome.BAD]
    if bad:
        major = next((option.severity for option in bad if option.severity is Severity.MAJOR), None)
        return Outcome.BAD, major or bad[0].severity
    if any(option.outcome is Outcome.OK for option in options):
        return Outcome.OK, None
    return Outcome.NEUTRAL, None


def _severity(question: Question, facts: Facts) -> Severity:
    """A question's own severity, raised where a published criterion applies to this enterprise."""
    major = question.major
    if major is None or major.when is None:
        return question.severity
    return Severity.MAJOR if major.when.compiled()({}, facts) else question.severity


def rule(question: Question, facts: Facts) -> Accept | None:
    """The rule that applies to this enterprise."""
    for other in question.accept_when:
        if other.when.compiled()({}, facts):
            return other.accept
    return question.accept


def _number_fine(accept: Accept, value: Value, facts: Facts) -> bool:
    number = value if isinstance(value, Decimal) else Decimal(0)
    low = accept.at_least
    if accept.at_least_fact is not None:
        low = Decimal(facts.get(accept.at_least_fact) or 0)
    return (low is None or number >= low) and (accept.at_most is None or number <= accept.at_most)


def _date_fine(accept: Accept, value: date, today: date) -> bool:
    if accept.not_expired:
        return value >= today
    return accept.max_age_days is None or 0 <= (today - value).days <= accept.max_age_days


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


def photo_wish(question: Question, answer: Answer | None, judgement: Judgement | None) -> PhotoWish:
    """What is still wanted; a photo that was passed over is no longer asked for, but a required one stays missing."""
    wanted = question.photo
    asked = wanted.ask is PhotoAsk.ALWAYS or (
        wanted.ask is PhotoAsk.FAIL and judgement is not None and judgement.bad
    )
    if not asked or answer is None or answer.value is None or neutral(judgement):
        return PhotoWish(PhotoNeed.NONE)
    missing = max(0, wanted.at_least - answer.photos)
    if wanted.required and missing:
        return PhotoWish(PhotoNeed.REQUIRED, missing)
    return PhotoWish(PhotoNeed.OPTIONAL, missing) if missing else PhotoWish(PhotoNeed.NONE)


def neutral(judgement: Judgement | None) -> bool:
    """Not applicable: there is nothing to photograph."""
    return judgement is not None and judgement.outcome is Outcome.NEUTRAL
