"""Answers as JSON and back. The question tells what the JSON means."""

from datetime import date
from decimal import Decimal

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
    """Read what value_to_json wrote for this question."""
    if json is None or (isinstance(json, str) and question.option(json) is not None):
        return json if question.kind is not QuestionKind.MULTI or json is None else (json,)
    if question.kind is QuestionKind.MULTI:
        return tuple(str(item) for item in json) if isinstance(json, list) else (str(json),)
    if question.kind is QuestionKind.NUMBER:
        return Decimal(str(json))
    if question.kind is QuestionKind.DATE:
        return date.fromisoformat(str(json))
    return str(json)
