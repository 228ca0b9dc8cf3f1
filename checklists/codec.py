"""Answers as JSON and back. The question tells what the JSON means."""

from datetime import date
from decimal import Decimal, InvalidOperation

from checklists.answers import JsonValue, Value
from checklists.schema import Question, QuestionKind


def value_to_json(value: Value | None) -> JsonValue:
    """An answer's value as JSON: lists for many, ISO dates, numbers as exact text."""
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value


def value_from_json(question: Question, json: JsonValue) -> Value | None:
    """Read what value_to_json wrote for this question; ValueError when it cannot be an answer of this kind."""
    if json is None:
        return None
    if question.kind is QuestionKind.MULTI and isinstance(json, list):
        return tuple(json)
    if not isinstance(json, str) or question.kind is QuestionKind.MULTI:
        raise ValueError(f"{question.id}: {json!r}")
    if question.kind is QuestionKind.NUMBER and question.option(json) is None:
        return _number(json)
    if question.kind is QuestionKind.DATE and question.option(json) is None:
        return date.fromisoformat(json)
    return json


def _number(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise ValueError(text) from None
    if not number.is_finite():
        raise ValueError(text)
    return number
