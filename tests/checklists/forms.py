"""Small parts for tests: questions and forms made in one line."""

from datetime import date
from decimal import Decimal
from typing import Any

from checklists.answers import Answer, Value
from checklists.conditions import Condition
from checklists.schema import Checklist, Option, Outcome, Question, QuestionKind, Section
from checklists.words import Words

TODAY = date(2026, 11, 23)  # a Monday


def words(zh: str, en: str = "x") -> Words:
    return Words(zh, en)


def option(value: str, outcome: str = "ok", label: str | None = None, **more: Any) -> Option:
    return Option(value=value, label=words(label or value, value), outcome=Outcome(outcome), **more)


def question(name: str = "Q", kind: str = "yesno", **more: Any) -> Question:
    if kind == "yesno":
        more.setdefault(
            "options", (option("ok", label="是", affirms=True), option("bad", "bad", "否", affirms=False))
        )
    return Question(id=name, kind=QuestionKind(kind), text=words("问"), advice=words("做"), **more)


def form(*questions: Question, when: Condition | None = None, **more: Any) -> Checklist:
    section = Section(id="A", title=words("甲"), when=when, questions=questions)
    more.setdefault("id", "f")
    return Checklist(title=words("表"), colours=("green",), cycle_days=30, sections=(section,), **more)


def when(**plain: Any) -> Condition:
    return Condition.model_validate(plain)


def given(**values: Value | None) -> dict[str, Answer]:
    return {name: Answer(value=value) for name, value in values.items()}


def n(text: str) -> Decimal:
    return Decimal(text)
