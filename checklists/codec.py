"""Answers as JSON and back. The question tells what the JSON means."""

from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal, InvalidOperation

from checklists.answers import JsonValue, Location, NotApplicable, Value
from checklists.schema import Question, QuestionKind

NA = "na"  # the one name in the JSON of what does not apply; its value is the reason


def value_to_json(value: Value | None) -> JsonValue:
    """An answer's value as JSON: lists for many, ISO dates and times, numbers as exact text, places by name."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, NotApplicable):
        return {NA: value.reason}
    return _place(value) if isinstance(value, Location) else _moment(value)


def _moment(value: date | time) -> str:
    return value.isoformat() if isinstance(value, date) else f"{value:%H:%M}"


def _place(value: Location) -> JsonValue:
    """Only what is known."""
    plain = {"lat": value.lat, "lon": value.lon, "accuracy": value.accuracy}
    return plain | {"live": value.live} | ({"address": value.address} if value.address else {})


def value_from_json(question: Question, json: JsonValue) -> Value | None:
    """Read what value_to_json wrote for this question; ValueError when it cannot be an answer of this kind."""
    if json is None:
        return None
    if isinstance(json, dict) and NA in json:
        return NotApplicable(str(json[NA]))
    reader = _READERS.get(question.kind)
    if isinstance(json, str) and (reader is None or _beside(question, json)):
        return json
    if reader is None:
        raise ValueError(f"{question.id}: {json!r}")
    try:
        return reader(json)
    except (TypeError, KeyError, InvalidOperation) as error:
        raise ValueError(f"{question.id}: {json!r}") from error


def _beside(question: Question, json: str) -> bool:
    """An option beside the number, the day, the photo."""
    return question.kind is not QuestionKind.MULTI and question.option(json) is not None


def _number(json: JsonValue) -> Decimal:
    number = Decimal(_text(json))
    if not number.is_finite():
        raise ValueError(json)
    return number


def _text(json: JsonValue) -> str:
    if not isinstance(json, str):
        raise TypeError(json)
    return json


def _several(json: JsonValue) -> tuple[str, ...]:
    if not isinstance(json, list):
        raise TypeError(json)
    return tuple(json)


def _where(json: JsonValue) -> Value:
    """A place on the map, or the address that somebody typed."""
    if isinstance(json, str):
        return json
    if not isinstance(json, dict):
        raise TypeError(json)
    accuracy = json.get("accuracy")
    return Location(
        lat=_degrees(json["lat"]),
        lon=_degrees(json["lon"]),
        accuracy=int(accuracy) if accuracy is not None else None,
        live=json.get("live") is True,
        address=str(json.get("address", "")),
    )


def _degrees(json: JsonValue) -> float:
    if isinstance(json, bool) or not isinstance(json, int | float):
        raise TypeError(json)
    return float(json)


_READERS: Mapping[QuestionKind, Callable[[JsonValue], Value]] = {
    QuestionKind.MULTI: _several,
    QuestionKind.PHOTO: _several,
    QuestionKind.FILE: _several,
    QuestionKind.NUMBER: _number,
    QuestionKind.CALCULATED: _number,
    QuestionKind.DATE: lambda json: date.fromisoformat(_text(json)),
    QuestionKind.TIME: lambda json: time.fromisoformat(_text(json)),
    QuestionKind.PLACE: _where,
}
