"""Plain data into typed content, and what does not fit as issues with lines. Knows pydantic's errors, not our rules."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from checklists.issues import Issue, issue, meant
from checklists.sheets import ChecklistSheet
from checklists.tree import Path, Plain, Tree

Model = TypeVar("Model", bound=BaseModel)

_CODES = {
    "missing": "missing-key",
    "extra_forbidden": "unknown-key",
    "enum": "not-one-of",
    "dataclass_type": "not-text",
    "string_type": "not-text",
    "int_type": "not-whole",
    "decimal_type": "not-number",
    "decimal_parsing": "not-number",
    "bool_type": "not-flag",
    "date_type": "not-date",
    "date_parsing": "not-date",
    "date_from_datetime_parsing": "not-date",
    "clock": "not-clock",
    "tuple_type": "not-list",
    "dict_type": "not-mapping",
    "mapping_type": "not-mapping",
    "model_type": "not-mapping",
    "season_day": "season-day",
    "season_order": "season-order",
    "condition_shape": "condition-shape",
    "condition_answer": "condition-answer",
    "condition_number": "condition-number",
    "relative_day": "not-relative-day",
    "month_day": "not-month-day",
    "clock_time": "not-clock",
    "span_shape": "span-shape",
    "due_shape": "due-shape",
    "condition_form": "condition-form",
    "expression_shape": "expression-shape",
    "expression_pair": "expression-pair",
    "repeat_shape": "repeat-shape",
    "factor_shape": "factor-shape",
    "override_shape": "override-shape",
    "credit_shape": "credit-shape",
}


def bind(model: type[Model], tree: Tree, found: list[Issue]) -> Model | None:
    """Return the typed content of a file; None, and why in `found`, when it does not fit."""
    try:
        return model.model_validate(tree.data)
    except ValidationError as error:
        found.extend(_issue(model, tree, detail) for detail in _own(error.errors()))
        return None


def _own(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Every error that stands for itself; a list is not also too short because what stands in it does not fit."""
    places = [detail["loc"] for detail in details]
    return [
        detail
        for detail in details
        if detail["type"] != "too_short"
        or not any(
            place != detail["loc"] and place[: len(detail["loc"])] == detail["loc"] for place in places
        )
    ]


def bind_checklist(tree: Tree, found: list[Issue]) -> ChecklistSheet | None:
    """Return a checklist, without the questions and sections that do not fit, so that the rest is checked too."""
    try:
        return ChecklistSheet.model_validate(tree.data)
    except ValidationError as error:
        details = error.errors()
        found.extend(_issue(ChecklistSheet, tree, detail) for detail in details)
    broken = {_part(tree.place(detail["loc"])) for detail in details}
    try:
        return None if () in broken else ChecklistSheet.model_validate(_without(tree.data, broken))
    except ValidationError:
        return None


def _part(place: Path) -> Path:
    """The question, or else the section, that a place stands in."""
    if place[:1] != ("sections",) or len(place) < 2:  # noqa: PLR2004 - sections, number
        return ()
    return place[:4] if place[2:3] == ("questions",) and len(place) >= 4 else place[:2]  # noqa: PLR2004 - … questions, number


def _without(data: Plain, broken: set[Path]) -> Any:
    sections: Any = data["sections"] if isinstance(data, dict) else []
    kept = [
        {**section, "questions": _whole(section["questions"], broken, ("sections", place, "questions"))}
        for place, section in enumerate(sections)
        if ("sections", place) not in broken
    ]
    return {**data, "sections": kept} if isinstance(data, dict) else data


def _whole(questions: list[Plain], broken: set[Path], path: Path) -> list[Plain]:
    return [one for place, one in enumerate(questions) if (*path, place) not in broken]


def _issue(model: type[BaseModel], tree: Tree, detail: ErrorDetails) -> Issue:
    path = detail["loc"]
    place = tree.place(path)
    code = _CODES.get(detail["type"], "bad-value")
    names: dict[str, object] = {
        "key": path[-1] if path else "",
        "value": detail["input"],
        "problem": detail["msg"],
    }
    known: list[str] = []
    if code == "unknown-key":
        known = _keys(model, tree.at(place[:-1]))
    elif code == "not-one-of":
        known = [
            word.strip(" '")
            for word in str(detail.get("ctx", {})["expected"]).replace(" or ", ",").split(",")
        ]
    names["known"] = ", ".join(known)
    guess = meant(names["key"] if code == "unknown-key" else names["value"], known)
    return issue(code, tree.file, tree.line(place), guess, **names)


def _keys(model: type[BaseModel], around: Plain) -> list[str]:
    """The keys of that part of the model which has most in common with what was written."""
    written = set(around) if isinstance(around, dict) else set()
    schema: Mapping[str, Any] = model.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    keys = [list(part.get("properties", ())) for part in parts]
    return max(keys, key=lambda some: (len(written.intersection(some)), -len(some)))
