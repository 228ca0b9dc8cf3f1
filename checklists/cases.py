"""For those who want to look at a question: the simplest case in which it is asked, and answers to it. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from decimal import Decimal
from itertools import combinations, islice, product

from checklists.answers import Answer, Facts, Location, Value
from checklists.conditions import Condition
from checklists.facts import FactSheet
from checklists.reach import MOST, values_of
from checklists.schema import Checklist, Question, QuestionKind
from checklists.walk import Judgement, check, judge, outline, rule

YEAR = 366  # days
SQUARE = Location(39.9042, 116.4074, accuracy=12)  # a well-known one in Beijing
_WORDS = frozenset({QuestionKind.TEXT, QuestionKind.CODE})
_Choice = tuple[str, str]  # ("fact" or "answer", its name)


@dataclass(frozen=True, slots=True)
class Case:
    """Facts as they are stated, and the answers before the question."""

    facts: Mapping[str, bool | int | Decimal] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)


def case_for(form: Checklist, question: Question | None, sheet: FactSheet) -> Case | None:
    """The first case in which a question is asked (None: in which the form is owed at all); fewest things said first.

    None when none was found among the combinations that are tried.
    """
    choices = _choices(form, question, sheet)
    for case in islice(_cases(choices), MOST):
        known = sheet.derive(case.facts)
        applies = form.when is None or form.when.compiled()({}, known)
        if applies and (question is None or _asked(form, question, case, known)):
            return case
    return None


def _asked(form: Checklist, question: Question, case: Case, known: Facts) -> bool:
    return any(one.id == question.id for one in outline(form, case.answers, known))


def _choices(form: Checklist, question: Question | None, sheet: FactSheet) -> dict[_Choice, list[object]]:
    """Everything the conditions speak of, directly or by way of derived facts and earlier questions."""
    derived = {fact.id: fact.when for fact in sheet.derived}
    waiting = [when for when in (form.when, *_conditions(form, question)) if when is not None]
    choices: dict[_Choice, list[object]] = {}
    seen: set[str] = set()
    while waiting:
        for part in waiting.pop().parts():
            if part.answer is not None and part.answer in form.places and part.answer not in seen:
                seen.add(part.answer)
                asked = form.question(part.answer)
                choices["answer", asked.id] = [Answer(value) for value in values_of(asked)]
                waiting += [when for when in _conditions(form, asked) if when is not None]
            elif part.fact is not None and part.fact in derived and part.fact not in seen:
                seen.add(part.fact)
                waiting.append(derived[part.fact])
            elif part.fact is not None and part.fact not in derived:
                _add(choices, part)
    return choices


def _conditions(form: Checklist, question: Question | None) -> tuple[Condition | None, ...]:
    return () if question is None else (form.section_of(question.id).when, question.when)


def _add(choices: dict[_Choice, list[object]], part: Condition) -> None:
    """A fact is true, or a number at one of the limits that are asked about."""
    limits = [limit for limit in (part.at_least, part.at_most) if limit is not None]
    values = choices.setdefault(("fact", str(part.fact)), [])
    wanted: list[object] = [*limits] if limits else [True]
    values += [value for value in wanted if value not in values]


def _cases(choices: Mapping[_Choice, Sequence[object]]) -> Iterator[Case]:
    """Every combination, those in which little is said first."""
    for count in range(len(choices) + 1):
        for names in combinations(choices, count):
            for values in product(*(choices[name] for name in names)):
                yield _case(dict(zip(names, values, strict=True)))


def _case(said: Mapping[_Choice, object]) -> Case:
    return Case(
        {
            name: value
            for (kind, name), value in said.items()
            if kind == "fact" and isinstance(value, bool | int | Decimal)
        },
        {
            name: value
            for (kind, name), value in said.items()
            if kind == "answer" and isinstance(value, Answer)
        },
    )


def samples(question: Question, facts: Facts, today: date) -> Iterator[tuple[Value, Judgement]]:
    """Answers that can be given to a question, each with what it means; not all, but good and bad ones where there are."""
    for value in dict.fromkeys(_candidates(question, facts, today)):
        if check(question, value, today) is None:
            yield value, judge(question, value, facts, today)


def _candidates(question: Question, facts: Facts, today: date) -> Iterator[Value]:
    yield from values_of(question)
    if question.kind is QuestionKind.NUMBER:
        yield from question.presets
        yield from _numbers(question, facts)
    if question.kind is QuestionKind.DATE:
        accept = rule(question, facts)
        ages: list[int] = [0, 1, YEAR, -1, -YEAR, (accept.max_age_days or 0) + 1 if accept is not None else 0]
        yield from (today - timedelta(days=age) for age in ages)
    if question.kind is QuestionKind.TIME:
        yield from question.times
        yield from (time(hour) for hour in range(0, 24, 3))
    if question.kind is QuestionKind.PLACE:
        yield SQUARE
    if question.kind in _WORDS:
        yield (question.example or question.text.zh)[: question.longest]


def _numbers(question: Question, facts: Facts) -> Iterator[Decimal]:
    """The ends of the range, and what lies about the limits."""
    yield from (bound for bound in (question.minimum, question.maximum) if bound is not None)
    accept = rule(question, facts)
    if accept is not None:
        known = [
            Decimal(facts.get(fact) or 0)
            for fact in (accept.at_least_fact, accept.at_most_fact)
            if fact is not None
        ]
        limits = [limit for limit in (accept.at_least, accept.at_most, *known) if limit is not None]
        yield from (limit + step for limit in limits for step in (-1, 0, 1))
