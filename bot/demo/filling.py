"""Fills a form in as an officer would: everything fine, except where something is to be found. Pure, writes nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from checklists.answers import Answer, Facts, Value
from checklists.codec import value_to_json
from checklists.findings import Score, score
from checklists.schema import Checklist, Outcome, Question, QuestionKind
from checklists.walk import Judgement, check, judge, known_facts, next_open, rule
from safety.checks import CheckKey
from safety.events import AnswerNoted, AnswerSaved, CheckSubmitted, Event, HazardFound

WORDS = "正常"
NOTE = "已拍照留底，正在安排整改。"
DAYS = (-20, 200, -400, -1500)


@dataclass(frozen=True, slots=True)
class Filled:
    """A form with every question answered: values and what they mean, in the order of asking."""

    answers: Mapping[str, Answer]
    judged: Mapping[str, Judgement]
    score: Score


def fill(form: Checklist, facts: Facts, today: date, bad: frozenset[str] = frozenset()) -> Filled:
    """Answer every question that is asked; those named in `bad` badly, if they can be."""
    answers: dict[str, Answer] = {}
    judged: dict[str, Judgement] = {}
    while question := next_open(form, answers, facts):
        known = known_facts(form, answers, facts)
        want = Outcome.BAD if question.id in bad else Outcome.OK
        value = fitting(question, known, today, want)
        answers = {**answers, question.id: Answer(value=value)}  # a new value: a look at a form is remembered
        judged[question.id] = judge(question, value, known, today)
    return Filled(answers, judged, score(form, answers, facts, today))


def said(key: CheckKey, filled: Filled, day: date) -> Iterator[Event]:
    """Every answer, and what follows from it."""
    for question, answer in filled.answers.items():
        means = filled.judged[question]
        yield AnswerSaved(key, question, value_to_json(answer.value), means.outcome.value)
        if means.bad:
            due = day + timedelta(days=means.rectify_days)
            yield HazardFound(key, question, means.severity, due, means.suspected_major)
            yield AnswerNoted(key, question, NOTE)


def signed(key: CheckKey, filled: Filled) -> CheckSubmitted:
    """It is handed in, with its score."""
    made = filled.score
    return CheckSubmitted(
        key,
        made.points,
        made.passed,
        made.asked,
        made.bad,
        zero=made.bad == 0,
        result=made.to_json(),
    )


def possible_faults(form: Checklist, facts: Facts, today: date, *, major: bool) -> Sequence[str]:
    """The questions of a form otherwise fine that can be answered badly, suspected major or not."""
    filled = fill(form, facts, today)
    known = known_facts(form, filled.answers, facts)
    asked = (form.question(question) for question in filled.answers)
    worst = ((one.id, judge(one, fitting(one, known, today, Outcome.BAD), known, today)) for one in asked)
    return [question for question, means in worst if means.bad and means.suspected_major == major]


def fitting(question: Question, facts: Facts, today: date, want: Outcome) -> Value:
    """A value with the wanted outcome, else a neutral one, else whatever can be an answer."""
    possible = [
        value for value in _candidates(question, facts, today) if check(question, value, today) is None
    ]
    for outcome in (want, Outcome.NEUTRAL):
        for value in possible:
            if judge(question, value, facts, today).outcome is outcome:
                return value
    return possible[0]


def _candidates(question: Question, facts: Facts, today: date) -> Iterator[Value]:
    for option in question.options:
        yield (option.value,) if question.kind is QuestionKind.MULTI else option.value
    if question.kind is QuestionKind.NUMBER:
        yield from _numbers(question, facts)
    elif question.kind is QuestionKind.DATE:
        yield from (today + timedelta(days) for days in DAYS)
    elif question.kind is QuestionKind.TEXT:
        yield WORDS


def _numbers(question: Question, facts: Facts) -> Iterator[Value]:
    accept = rule(question, facts)
    bounds = (accept.at_least, accept.at_most) if accept else ()
    named = (accept.at_least_fact, accept.at_most_fact) if accept else ()
    known = [Decimal(facts[name]) for name in named if name is not None and name in facts]
    stated = [Decimal(facts[question.sets])] if question.sets is not None and question.sets in facts else []
    for number in (
        *stated,
        *bounds,
        *known,
        *question.presets,
        question.minimum,
        question.maximum,
        Decimal(1),
    ):
        if number is not None:
            yield Decimal(number)
