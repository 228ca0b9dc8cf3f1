"""What becomes of the answers of an open draft when its form has a newer version. Pure.

The rule: an answer moves when its question is still there and the value can be an answer of it. It moves quietly when
the question reads as it did, even if it is judged by other rules now. When what a person reads has changed (the Chinese
text, the unit, the options), the answer moves and has to be confirmed. Everything else is left behind, in the saves.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from checklists.answers import Answer
from checklists.codec import value_from_json, value_to_json
from checklists.judging import check
from checklists.schema import Checklist, Question


@dataclass(frozen=True, slots=True)
class Difference:
    """The questions of a newer version against an older one, by id."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


@dataclass(frozen=True, slots=True)
class Moved:
    """Answers as they stand on the newer version, and by id: moved quietly, to be confirmed, left behind."""

    answers: Mapping[str, Answer]
    kept: tuple[str, ...]
    confirm: tuple[str, ...]
    left: tuple[str, ...]


def difference(old: Checklist, new: Checklist) -> Difference:
    """Which questions are new, changed in any way, gone."""
    return Difference(
        new=tuple(one.id for one in new.questions if one.id not in old.places),
        changed=tuple(
            one.id for one in new.questions if one.id in old.places and old.question(one.id) != one
        ),
        gone=tuple(one.id for one in old.questions if one.id not in new.places),
    )


def reads_differently(old: Question, new: Question) -> bool:
    """Whether a person would read another question: its text, its unit, or the options to choose from."""
    return _read(old) != _read(new)


def _read(question: Question) -> tuple[object, ...]:
    unit = question.unit.zh if question.unit is not None else ""
    options = tuple((option.value, option.label.zh) for option in question.options)
    return question.kind, question.text.zh, unit, options


def moved(old: Checklist, new: Checklist, answers: Mapping[str, Answer], today: date) -> Moved:
    """The answers on the newer version. What was passed over stays passed over, photos and notes stay with their question."""
    after: dict[str, Answer] = {}
    kept: list[str] = []
    confirm: list[str] = []
    left: list[str] = []
    for name, answer in answers.items():
        if name not in new.places or not _fits(old.question(name), new.question(name), answer, today):
            left.append(name)
            if name in new.places:
                after[name] = replace(answer, value=None, skipped=False, to_confirm=False)
            continue
        doubt = answer.to_confirm or reads_differently(old.question(name), new.question(name))
        (confirm if doubt else kept).append(name)
        after[name] = replace(answer, to_confirm=doubt)
    return Moved(after, tuple(kept), tuple(confirm), tuple(left))


def _fits(old: Question, new: Question, answer: Answer, today: date) -> bool:
    """Whether an answer can be one of the newer question; what was passed over can, unless it reads differently."""
    if answer.value is None:
        return not reads_differently(old, new)
    try:
        value = value_from_json(new, value_to_json(answer.value))
    except ValueError:
        return False
    return value == answer.value and check(new, answer.value, today) is None
