"""Conditions, limits and calculated values as the expressions of XLSForms. The way back of conditions.py, constraints.py, calculations.py."""

from collections.abc import Iterator
from decimal import Decimal

from checklists.conditions import Condition
from checklists.expressions import Expression
from checklists.schema import Checklist, Question, QuestionKind
from checklists.xlsform.own import FACT


class NotSayable(Exception):  # noqa: N818 - an answer to who asked
    """No expression says the same."""


def relevant(when: Condition, form: Checklist) -> str:
    """A condition as an expression. Raises NotSayable."""
    if when.all:
        return " and ".join(_inner(part, form) for part in when.all)
    if when.any:
        return " or ".join(_inner(part, form) for part in when.any)
    if when.not_ is not None:
        return f"not({relevant(when.not_, form)})"
    if when.form is not None:
        raise NotSayable(when.form)
    if when.fact is not None:
        name = f"${{{FACT}{when.fact}}}"
        return _between(name, when.at_least, when.at_most) if when.compares else f"{name} = 'yes'"
    return _answer(when, form)


def _inner(when: Condition, form: Checklist) -> str:
    told = relevant(when, form)
    several = (
        when.all
        or when.any
        or (when.answer is not None and len(when.in_) > 1)
        or (when.at_least is not None and when.at_most is not None)
    )
    return f"({told})" if several else told


def _answer(when: Condition, form: Checklist) -> str:
    name = f"${{{when.answer}}}"
    if when.compares:
        return _between(name, when.at_least, when.at_most)
    many = form.question(str(when.answer)).kind is QuestionKind.MULTI
    told = [f"selected({name}, '{value}')" if many else f"{name} = '{value}'" for value in when.in_]
    return " or ".join(told)


def _between(name: str, low: Decimal | None, high: Decimal | None) -> str:
    bounds = [
        f"{name} {sign} {_number(limit)}" for sign, limit in ((">=", low), ("<=", high)) if limit is not None
    ]
    return " and ".join(bounds)


def constraint(question: Question) -> str:
    """What can be an answer at all."""
    return " and ".join(_limits(question))


def _limits(question: Question) -> Iterator[str]:
    if question.minimum is not None:
        yield f". >= {_number(question.minimum)}"
    if question.maximum is not None:
        yield f". <= {_number(question.maximum)}"
    if question.kind is QuestionKind.DATE and question.ahead_days is not None:
        yield ". <= today()" + (f" + {question.ahead_days}" if question.ahead_days else "")
    if question.kind is QuestionKind.DATE and question.oldest_days is not None:
        yield ". >= today()" + (f" - {question.oldest_days}" if question.oldest_days else "")
    if question.kind is QuestionKind.TEXT and question.longest is not None:
        yield f"string-length(.) <= {question.longest}"
    if question.pattern is not None and "'" not in question.pattern:
        yield f"regex(., '{question.pattern}')"
    for option in question.options:
        if option.alone:
            yield f"not(selected(., '{option.value}') and count-selected(.) > 1)"


def calculation(expression: Expression, form: Checklist) -> str:
    """A calculated value as an expression; what cannot be said becomes an empty text, and stands in our own column."""
    try:
        return _worked(expression, form)
    except NotSayable:
        return "''"


def _worked(one: Expression, form: Checklist) -> str:
    if one.number is not None:
        return _number(one.number)
    if one.answer is not None:
        return f"${{{one.answer}}}"
    if one.fact is not None:
        return f"${{{FACT}{one.fact}}}"
    if one.count:
        return "(" + " + ".join(f"if({relevant(when, form)}, 1, 0)" for when in one.count) + ")"
    if len(one.sum) == 1:
        return f"sum({_worked(one.sum[0], form)})"
    for parts, sign in ((one.sum, "+"), (one.difference, "-"), (one.product, "*"), (one.ratio, "div")):
        if parts:
            return "(" + f" {sign} ".join(_worked(part, form) for part in parts) + ")"
    raise NotSayable


def _number(value: Decimal) -> str:
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text
