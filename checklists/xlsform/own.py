"""The columns of our own (`anwen_…`) in an XLSForm that was exported from a checklist: what no other column can hold."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import orjson

from checklists.xlsform.asking import Asked
from checklists.xlsform.left import Left, Weight
from checklists.xlsform.survey import Group, Row, Survey

Plain = dict[str, Any]
FACTS = "anwen_facts"  # the group of the enterprise's facts
FACT = "fact_"
ENGLISH = "en"
_NATURAL = frozenset({"id", "text", "advice", "note", "minimum", "maximum", "longest", "required"})


def is_fact(row: Row) -> bool:
    """Whether a row stands for a fact of the enterprise."""
    return any(group.name == FACTS for group in row.groups) and row.name.startswith(FACT)


def fact_of(name: str) -> str:
    """The fact a row stands for."""
    return name.removeprefix(FACT)


def overlay(asked: Asked, row: Row, choices: Mapping[str, Sequence[Plain]]) -> None:
    """Put what our columns say over what was read from the others; what people may have edited there stays."""
    if "kind" not in row.ours:
        return
    written = _read(asked, row, row.ours)
    english = written.pop(ENGLISH, {})
    for key in ("accept", "required"):
        if key not in written and key != "required":
            asked.question.pop(key, None)
    asked.question |= {key: value for key, value in written.items() if key not in _NATURAL | {"options"}}
    _options(asked, row, written, choices)
    asked.english = _merged(asked.english, english)


def _options(asked: Asked, row: Row, written: Plain, choices: Mapping[str, Sequence[Plain]]) -> None:
    """Answers with what they mean; a set of our own content goes by its name as long as nobody changed it."""
    if "options" in written:  # beside a number, a date, a photo
        asked.question["options"] = written["options"]
        asked.known = replace(
            asked.known, values={str(one["value"]): str(one["value"]) for one in written["options"]}
        )
    for option, choice in zip(asked.question.get("options", ()), row.choices or (), strict=False):
        option.pop("affirms", None)
        option.update(_read(asked, row, choice.ours))
    named = str(written.get("choice", ""))
    if named:
        same = [dict(one) for one in choices.get(named, ())] == asked.question.get("options")
        if same or "options" not in asked.question:
            asked.question.pop("options", None)
            asked.english.pop("options", None)
            asked.question["choice"] = named
        else:
            asked.question.pop("choice", None)


def section(plain: Plain, group: Group) -> str:
    """Put what our columns say over a section; gives back the English of what is repeated."""
    decoded = _decoded(group.ours)
    english = decoded.pop("repeat_en", "")
    plain |= {key: value for key, value in decoded.items() if value is not None}
    return str(english or "")


def head(survey: Survey) -> Plain:
    """What our columns say about the checklist."""
    settings = {
        key.removeprefix("anwen_"): value
        for key, value in survey.settings.items()
        if key.startswith("anwen_")
    }
    settings.pop("title_en", None)
    return {key: value for key, value in _decoded(settings).items() if value is not None}


def english_title(survey: Survey) -> str:
    """The English title; an XLSForm has one title only."""
    return str(survey.settings.get("anwen_title_en", ""))


def unpiped(text: str) -> str:
    """A text in which braces of its own cannot be taken for something to fill in."""
    return text.replace("{", "｛").replace("}", "｝")


def _read(asked: Asked, row: Row, ours: Mapping[str, Any]) -> Plain:
    decoded = _decoded(ours)
    broken = [key for key, value in decoded.items() if value is None]
    asked.left += [Left(Weight.RULE, "own-column", row.row, row.name, key) for key in broken]
    return {key: value for key, value in decoded.items() if value is not None}


def _decoded(ours: Mapping[str, Any]) -> dict[str, Any]:
    """Each column's JSON; None where it is none."""
    return {key: _value(value) for key, value in ours.items()}


def _value(value: Any) -> Any:
    if not isinstance(value, str):
        return None
    try:
        return _exact(orjson.loads(value))
    except orjson.JSONDecodeError:
        return None


def _exact(value: Any) -> Any:
    """Numbers as they are written in YAML: whole or exact."""
    if isinstance(value, float):
        return Decimal(str(value))
    if isinstance(value, dict):
        return {key: _exact(one) for key, one in value.items()}
    return [_exact(one) for one in value] if isinstance(value, list) else value


def _merged(one: Plain, other: Plain) -> Plain:
    """Both, part by part; what stands in the first stays."""
    out = dict(one)
    for key, value in other.items():
        out[key] = (
            _merged(out[key], value)
            if isinstance(out.get(key), dict) and isinstance(value, dict)
            else out.get(key, value)
        )
    return out
