"""A checklist as an XLSForm: the rows of its sheets. What no column of the standard can hold stands in columns of our own.

The data are those of the YAML file, so that an import gives the very same text back; labels come joined in both languages.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time
from decimal import Decimal
from typing import Any

import orjson

from checklists.conditions import Condition
from checklists.facts import Fact, FactSheet
from checklists.piping import PIPE, pipes
from checklists.schema import Checklist, Option, Question, Section
from checklists.words import Words
from checklists.xlsform.kinds import TYPES
from checklists.xlsform.own import FACT, FACTS
from checklists.xlsform.survey import OURS
from checklists.xlsform.wording import NotSayable, calculation, constraint, relevant

Plain = Mapping[str, Any]
Row = dict[str, str]
CHINESE, ENGLISH = "中文 (zh)", "English (en)"
YES_NO_FACT = "yes_no_fact"
# Keys of a question that a column of the standard holds; the others get one of ours.
NATURAL = frozenset({"id", "text", "advice", "note", "minimum", "maximum", "longest", "required", "when"})
_YES_NO = (("yes", Words("是", "Yes")), ("no", Words("否", "No")))


@dataclass(slots=True)
class Sheets:
    """The three sheets of an XLSForm."""

    survey: list[Row] = field(default_factory=list)
    choices: list[Row] = field(default_factory=list)
    settings: list[Row] = field(default_factory=list)


def sheets_of(form: Checklist, written: Plain, english: Plain, facts: FactSheet) -> Sheets:
    """The form as sheets. `written` and `english` are its files as plain data."""
    return _Exporter(form, written, english, facts).sheets()


class _Exporter:
    """Writes one form."""

    def __init__(self, form: Checklist, written: Plain, english: Plain, facts: FactSheet) -> None:
        self.form = form
        self.written = written
        self.english = english
        self.facts = facts
        self.out = Sheets()
        self.listed: set[str] = set()

    def sheets(self) -> Sheets:
        self._settings()
        self._facts()
        for section, plain in zip(self.form.sections, self.written["sections"], strict=True):
            self._section(section, plain)
        return self.out

    def _settings(self) -> None:
        head = {key: value for key, value in self.written.items() if key not in {"id", "title", "sections"}}
        row = {"form_title": self.form.title.zh, "form_id": self.form.id, "default_language": CHINESE}
        row[f"{OURS}title_en"] = self.form.title.en
        self.out.settings.append(row | {f"{OURS}{key}": _json(value) for key, value in head.items()})

    # --- facts ----------------------------------------------------------------------------------------------------

    def _facts(self) -> None:
        """What conditions know of the enterprise is asked first; what follows from it is worked out."""
        wanted = self._wanted()
        if not wanted:
            return
        self.out.survey.append(
            {"type": "begin_group", "name": FACTS} | _both("label", Words("企业情况", "The enterprise"))
        )
        for fact in (*self.facts.industries, *self.facts.numbers, *self.facts.asked):
            if fact.id in wanted:
                self.out.survey.append(self._fact(fact))
        for derived in self.facts.derived:
            if derived.id in wanted:
                told = f"if({relevant(derived.when, self.form)}, 'yes', 'no')"
                self.out.survey.append(
                    {"type": "calculate", "name": f"{FACT}{derived.id}", "calculation": told}
                )
        self.out.survey.append({"type": "end_group"})

    def _wanted(self) -> set[str]:
        """The facts that conditions of the form speak of, and those they follow from."""
        rules = {fact.id: fact.when for fact in self.facts.derived}
        waiting = list(_conditions(self.form))
        wanted: set[str] = set()
        while waiting:
            for part in waiting.pop().parts():
                if part.fact is not None and part.fact not in wanted:
                    wanted.add(part.fact)
                    waiting += [rules[part.fact]] if part.fact in rules else []
        counted = {section.repeat.fact for section in self.form.sections if section.repeat is not None}
        told = {name for words in _texts(self.form) for kind, name in pipes(words) if kind == "fact"}
        return wanted | told | {fact for fact in counted if fact is not None}

    def _fact(self, fact: Fact) -> Row:
        number = fact.id in self.facts.number_ids
        if not number:
            self._list(YES_NO_FACT, [{"name": name} | _both("label", words) for name, words in _YES_NO])
        kind = "decimal" if number else f"select_one {YES_NO_FACT}"
        return {"type": kind, "name": f"{FACT}{fact.id}"} | _both("label", fact.prompt)

    # --- sections and questions -----------------------------------------------------------------------------------

    def _section(self, section: Section, plain: Plain) -> None:
        repeat = section.repeat is not None
        row = {"type": "begin_repeat" if repeat else "begin_group", "name": section.id} | _both(
            "label", section.title
        )
        ours = {key: value for key, value in plain.items() if key not in {"id", "title", "when", "questions"}}
        self._when(row, section.when, plain, ours)
        if section.repeat is not None:
            ours["repeat_en"] = section.repeat.title.en
        if section.repeat is not None and section.repeat.more is None:
            fact = section.repeat.fact
            row["repeat_count"] = (
                f"${{{FACT}{fact}}}" if fact is not None else f"${{{section.repeat.answer}}}"
            )
        self.out.survey.append(row | {f"{OURS}{key}": _json(value) for key, value in ours.items()})
        for question, written in zip(section.questions, plain["questions"], strict=True):
            self.out.survey.append(self._question(question, written))
        self.out.survey.append({"type": "end_repeat" if repeat else "end_group"})

    def _when(self, row: Row, when: Condition | None, plain: Plain, ours: dict[str, Any]) -> None:
        """The condition as an expression, else as it is written."""
        if when is None:
            return
        try:
            row["relevant"] = relevant(when, self.form)
        except NotSayable:
            ours["when"] = plain["when"]

    def _question(self, question: Question, plain: Plain) -> Row:
        row = {"type": self._type(question, plain), "name": question.id}
        row |= _both("label", _referring(question.text)) | _both("guidance_hint", _referring(question.advice))
        if question.note is not None:
            row |= _both("hint", _referring(question.note))
        if question.required and question.calculate is None:
            row["required"] = "yes"
        limit = constraint(question)
        if limit:
            row["constraint"] = limit
        ours = {key: value for key, value in plain.items() if key not in NATURAL}
        self._when(row, question.when, plain, ours)
        if question.options and question.kind.value in {"yesno", "single", "multi"}:
            ours.pop("options", None)
        if question.calculate is not None:
            row["calculation"] = calculation(question.calculate, self.form)
        ours["en"] = self._english(question)
        return row | {f"{OURS}{key}": _json(value) for key, value in ours.items() if value not in (None, {})}

    def _english(self, question: Question) -> Plain:
        """The English of what has no column in two languages."""
        found = self.english.get("questions", {}).get(question.id, {})
        natural = {"text", "advice", "note"} | (
            {"options"} if question.kind.value in {"yesno", "single", "multi"} else set()
        )
        return {key: value for key, value in found.items() if key not in natural}

    def _type(self, question: Question, plain: Plain) -> str:
        kind = TYPES[question.kind.value]
        if question.kind.value == "number" and question.whole:
            return "integer"
        if not kind.startswith("select"):
            return kind
        own = plain.get("choice") or ("yes_no" if not plain.get("options") else None)
        name = str(own or question.id)
        self._list(name, [self._choice(option, plain) for option in question.options])
        return f"{kind} {name}"

    def _list(self, name: str, rows: Sequence[Row]) -> None:
        if name not in self.listed:
            self.listed.add(name)
            self.out.choices += [{"list_name": name} | row for row in rows]

    def _choice(self, option: Option, plain: Plain) -> Row:
        """An answer with what it means: as its author wrote it, or as the named set has it."""
        written = next((one for one in plain.get("options", ()) if one["value"] == option.value), None)
        if written is None:
            written = option.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        ours = {key: value for key, value in written.items() if key not in {"value", "label"}}
        row = {"name": option.value} | _both("label", option.label)
        return row | {f"{OURS}{key}": _json(value) for key, value in ours.items()}


def _conditions(form: Checklist) -> Iterator[Condition]:
    yield from (section.when for section in form.sections if section.when is not None)
    for question in form.questions:
        if question.when is not None:
            yield question.when
        for part in question.calculate.parts() if question.calculate is not None else ():
            yield from part.count
            if part.fact is not None:
                yield Condition(fact=part.fact)


def _texts(form: Checklist) -> Iterator[Words]:
    for question in form.questions:
        yield from (question.text, question.advice)
        if question.note is not None:
            yield question.note


def _referring(words: Words) -> Words:
    """What is filled in, as XLSForms say it; the number of an instance stays as we write it."""

    def reference(found: re.Match[str]) -> str:
        kind, name = found[1], found[2]
        if kind is None:
            return found[0]
        return f"${{{FACT}{name}}}" if kind == "fact" else f"${{{name}}}"

    return Words(PIPE.sub(reference, words.zh), PIPE.sub(reference, words.en))


def _both(column: str, words: Words) -> Row:
    return {f"{column}::{CHINESE}": words.zh, f"{column}::{ENGLISH}": words.en or words.zh}


def _json(value: Any) -> str:
    return orjson.dumps(value, default=_plain).decode()


def _plain(value: object) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    raise TypeError
