"""Whether a question can be asked at all: tries what facts and earlier answers can be. Only for checking content."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from checklists.answers import Answer, Value
from checklists.conditions import Condition, elsewhere
from checklists.schema import Checklist, Question, QuestionKind, Section

MOST = 4096  # combinations tried; what has more is taken as reachable

_Case = Answer | bool | Decimal | None


def reachable(form: Checklist, section: Section, question: Question) -> bool:
    """Whether some enterprise with some earlier answers is asked this question."""
    conditions = [when for when in (section.when, question.when) if when is not None]
    leaves = [part for when in conditions for part in when.parts()]
    cases: dict[tuple[str, str], list[_Case]] = {}
    for part in leaves:
        if part.form is not None:
            cases |= {
                ("elsewhere", elsewhere(part.form, str(part.answer), one)): [None, True] for one in part.in_
            }
        elif part.answer is not None:
            cases["answer", part.answer] = _answers(form, part.answer, leaves)
        elif part.fact is not None:
            cases["fact", part.fact] = _facts(part.fact, leaves)
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
        if kind != "answer" and isinstance(value, bool | Decimal)
    }
    return all(when.compiled()(answers, facts) for when in conditions)


def _answers(form: Checklist, name: str, leaves: list[Condition]) -> list[_Case]:
    if name not in form.places:
        return [None]
    several = form.section_of(name).repeat is not None
    options = [Answer(value) for value in values_of(form.question(name), several=several)]
    return [None, *options, *(Answer(number) for number in _near(leaves, answer=name))]


def values_of(question: Question, *, several: bool = False) -> Iterator[Value]:
    """The answers to a question of options that conditions can tell apart; `several`: those of a repeated question."""
    for option in question.options:
        yield (option.value,) if question.kind is QuestionKind.MULTI else option.value
    if question.kind is QuestionKind.MULTI or several:
        yield tuple(option.value for option in question.options if several or not option.alone)


def _near(
    leaves: list[Condition], *, answer: str | None = None, fact: str | None = None
) -> Iterator[Decimal]:
    """The limits that something is compared with, and what lies just beside them."""
    for part in leaves:
        if (part.answer, part.fact) == (answer, fact) and part.form is None:
            limits = [limit for limit in (part.at_least, part.at_most) if limit is not None]
            yield from (limit + step for limit in limits for step in (Decimal(-1), Decimal(0), Decimal(1)))


def _facts(name: str, leaves: list[Condition]) -> list[_Case]:
    near = list(_near(leaves, fact=name))
    return [None, *near] if near else [False, True]
