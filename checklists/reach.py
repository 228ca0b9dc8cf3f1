"""Whether a question can be asked at all: tries what facts and earlier answers can be. Only for checking content."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from checklists.answers import Answer, Value
from checklists.conditions import Condition
from checklists.schema import Checklist, Question, QuestionKind, Section

MOST = 4096  # combinations tried; what has more is taken as reachable

_Case = Answer | bool | Decimal | None


def reachable(form: Checklist, section: Section, question: Question) -> bool:
    """Whether some enterprise with some earlier answers is asked this question."""
    conditions = [when for when in (section.when, question.when) if when is not None]
    leaves = [part for when in conditions for part in when.parts()]
    names = {
        ("answer", part.answer): _answers(form, part.answer) for part in leaves if part.answer is not None
    }
    facts = {("fact", part.fact): _facts(part.fact, leaves) for part in leaves if part.fact is not None}
    cases: dict[tuple[str, str], list[_Case]] = {**names, **facts}
    size = 1
    for values in cases.values():
        size *= len(values)
    if size > MOST:
        return True
    return any(_holds(conditions, dict(zip(cases, case, strict=True))) for case in product(*cases.values()))


def _holds(conditions: list[Condition], case: dict[tuple[str, str], _Case]) -> bool:
    answers = {
        name: value for (kind, name), value in case.items() if kind == "answer" and isinstance(value, Answer)
    }
    facts = {
        name: value
        for (kind, name), value in case.items()
        if kind == "fact" and isinstance(value, bool | Decimal)
    }
    return all(when.compiled()(answers, facts) for when in conditions)


def _answers(form: Checklist, name: str) -> list[_Case]:
    if name not in form.places:
        return [None]
    return [None, *(Answer(value) for value in values_of(form.question(name)))]


def values_of(question: Question) -> Iterator[Value]:
    """The answers to a question of options that conditions can tell apart."""
    for option in question.options:
        yield (option.value,) if question.kind is QuestionKind.MULTI else option.value
    if question.kind is QuestionKind.MULTI:
        yield tuple(option.value for option in question.options if not option.alone)


def _facts(name: str, leaves: list[Condition]) -> list[_Case]:
    limits = [
        limit
        for part in leaves
        if part.fact == name
        for limit in (part.at_least, part.at_most)
        if limit is not None
    ]
    if not limits:
        return [False, True]
    return [None, *(limit + step for limit in limits for step in (Decimal(-1), Decimal(0), Decimal(1)))]
