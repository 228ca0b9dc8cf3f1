"""An XLSForm into a checklist as its author would write it: plain data for YAML, the English beside it, and all that was left."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from checklists.xlsform import own
from checklists.xlsform.asking import Asked, question_of
from checklists.xlsform.conditions import Conditions, Plain
from checklists.xlsform.kinds import NOTES, RECORDED
from checklists.xlsform.left import Left, NotTakenError, Weight
from checklists.xlsform.marks import id_for
from checklists.xlsform.moments import parted
from checklists.xlsform.repeating import another, repeat_of
from checklists.xlsform.survey import Group, Row, Survey
from checklists.xlsform.tongues import Tongues, tongues_of

MONTH = 30
_REFERENCE = re.compile(r"\$\{\s*([^}\s]+)\s*\}")
_SIBLING = re.compile(r"\.\./([A-Za-z_][\w.-]*)(?!\s*[/(\w])")
# The order in which a question is written.
KEYS = (
    "id", "kind", "text", "choice", "options", "unit", "presets", "minimum", "maximum", "whole", "oldest_days", "ahead_days",
    "times", "longest", "pattern", "example", "files", "calculate", "accept", "accept_when", "when", "severity", "major", "basis",
    "photo", "explain", "advice", "note", "rectify_days", "rectify_working", "carry", "critical", "required", "sets", "weight", "na", "na_reasons",
)  # fmt: skip


@dataclass(slots=True)
class Taken:
    """What came of a form: the checklist, its English (empty: there is none), what was left, how many rows asked for something."""

    checklist: Plain
    english: Plain
    left: list[Left]
    rows: int
    recorded: int = 0
    tongues: Tongues | None = None

    @property
    def whole(self) -> bool:
        """Whether every row came over and asks and accepts what it did."""
        return all(one.weight is Weight.LOOK for one in self.left)


def take(
    survey: Survey,
    *,
    source: str | None = None,
    english: str | None = None,
    choices: Mapping[str, Sequence[Plain]] | None = None,
) -> Taken:
    """Read a whole form. `choices` are the named sets of options that our own content has."""
    return _Taker(survey, tongues_of(survey, source, english), choices or {}).taken()


@dataclass(slots=True)
class _Section:
    """A section in the making. `key` is what its rows have in common."""

    key: tuple[str, ...]
    id: str
    plain: Plain
    groups: Sequence[Group]
    repeat: Group | None
    questions: list[Plain] = field(default_factory=list)


class _Taker:
    """Goes through the rows of one form."""

    def __init__(self, survey: Survey, tongues: Tongues, choices: Mapping[str, Sequence[Plain]]) -> None:
        self.survey = survey
        self.tongues = tongues
        self.choices = choices
        self.conditions = Conditions()
        self.sections: list[_Section] = []
        self.english: dict[str, dict[str, Any]] = {"sections": {}, "repeats": {}, "questions": {}}
        self.left: list[Left] = []
        self.ids: set[str] = set()
        self.notes: list[Row] = []
        self.rows = self.recorded = 0
        self.failed: dict[str, str] = {}  # conditions of groups that could not be said, once each

    def taken(self) -> Taken:
        for row in self.survey.rows:
            if own.is_fact(row):
                self.conditions.facts[row.name] = own.fact_of(row.name)
            else:
                self.rows += row.row is not None
                self._row(row)
        self._end()
        return Taken(self._checklist(), self._in_english(), self.left, self.rows, self.recorded, self.tongues)

    def _row(self, row: Row) -> None:
        if row.type in RECORDED:
            self.recorded += 1
            return
        if row.type in NOTES:
            self.notes.append(row)
            return
        for part in parted(row):
            try:
                self._ask(part)
            except NotTakenError as reason:
                self.conditions.gone[part.name] = reason.code
                self.leave(Weight.ROW, reason.code, row, reason.detail)

    def leave(self, weight: Weight, code: str, row: Row | Group, detail: str = "") -> None:
        self.left.append(Left(weight, code, row.row, row.name, detail))

    def _ask(self, row: Row) -> None:
        repeats = [group for group in row.groups if group.repeat]
        if len(repeats) > 1:
            raise NotTakenError("nested-repeat", repeats[-1].name)
        asked = question_of(row, id_for(row.name, self.ids), self.tongues, self.conditions)
        own.overlay(asked, row, self.choices)
        section = self._section(row, repeats[0] if repeats else None)
        self.ids.add(asked.question["id"])
        self._when(asked, row, section)
        self._references(asked, row)
        self._noted(asked, section)
        self.left += asked.left
        section.questions.append({key: asked.question[key] for key in KEYS if key in asked.question})
        if asked.english:
            self.english["questions"][asked.question["id"]] = asked.english
        self.conditions.known[row.name] = asked.known

    # --- sections -------------------------------------------------------------------------------------------------

    def _section(self, row: Row, repeat: Group | None) -> _Section:
        """The section of a row: its repeat, else the innermost group that has a name for people."""
        groups = _around(row, repeat)
        key = tuple(group.name for group in groups)
        last = self.sections[-1] if self.sections else None
        if last is not None and last.key == key:
            return last
        if last is not None:
            self._close(last)
        section = self._opened(key, groups, repeat)
        self.sections.append(section)
        return section

    def _opened(self, key: tuple[str, ...], groups: Sequence[Group], repeat: Group | None) -> _Section:
        inner = groups[-1] if groups else None
        used = {section.id for section in self.sections}
        id_ = id_for(inner.name if inner else "main", used)
        label = (inner.label if inner else {}) or ({"": inner.name} if inner and inner.repeat else {})
        title = self.tongues.of(label) or self.survey.title or self.survey.id
        plain: Plain = {"id": id_, "title": title}
        self.english["sections"][id_] = self.tongues.in_english(label) or (title if not self._chinese else "")
        whens = [when for group in groups if (when := self._condition(group)) is not None]
        if whens:
            plain["when"] = _all(whens)
        english = own.section(plain, inner) if inner is not None else ""
        if repeat is not None and "repeat" not in plain:
            self._repeat(plain, repeat)
            english = self.english["sections"][id_]
        if english:
            self.english["repeats"][id_] = english
        return _Section(key, id_, plain, groups, repeat)

    def _repeat(self, plain: Plain, repeat: Group) -> None:
        try:
            plain["repeat"] = repeat_of(repeat, plain["title"], self.conditions)
        except NotTakenError as reason:
            self.leave(Weight.RULE, reason.code, repeat, reason.detail)
            plain["repeat"] = repeat_of(
                Group(repeat.name, repeat.label, "", repeat.row, repeat=True), plain["title"], self.conditions
            )

    def _close(self, section: _Section) -> None:
        """A repeat that nobody counts asks at its end whether there is another one."""
        repeat = section.plain.get("repeat")
        if repeat is not None and repeat.get("more") == "":
            question, english = another(id_for(f"{section.id}_more", self.ids))
            self.ids.add(question["id"])
            repeat["more"] = question["id"]
            section.questions.append(question)
            if self.tongues.english is not None:
                self.english["questions"][question["id"]] = english

    def _condition(self, group: Group) -> Plain | None:
        try:
            return self.conditions.read(_siblings(group.relevant))
        except NotTakenError as reason:
            if group.name not in self.failed:
                self.failed[group.name] = reason.code
                self.leave(Weight.RULE, f"when-{reason.code}", group, reason.detail)
            return None

    def _when(self, asked: Asked, row: Row, section: _Section) -> None:
        """Its own condition, and those of groups around it that make no section."""
        if "when" in asked.question:
            return
        inner = [group for group in row.groups if group not in section.groups]
        whens = [when for group in inner if (when := self._condition(group)) is not None]
        try:
            mine = self.conditions.read(_siblings(row.relevant))
            whens += [mine] if mine is not None else []
        except NotTakenError as reason:
            self.leave(Weight.RULE, f"when-{reason.code}", row, reason.detail)
        if whens:
            asked.question["when"] = _all(whens)

    # --- texts ----------------------------------------------------------------------------------------------------

    def _references(self, asked: Asked, row: Row) -> None:
        """Earlier answers in texts are filled in when they are shown; what is not known any more becomes a gap."""
        for plain in (asked.question, asked.english):
            for key in ("text", "advice", "note"):
                if isinstance(plain.get(key), str):
                    plain[key] = self._piped(plain[key], row, say=plain is asked.question)

    def _piped(self, text: str, row: Row, *, say: bool) -> str:
        def pipe(found: re.Match[str]) -> str:
            known = self.conditions.known.get(found[1])
            if known is not None:
                return f"\0answer:{known.id}\1"
            if found[1] in self.conditions.facts:
                return f"\0fact:{own.fact_of(found[1])}\1"
            if say:
                self.leave(Weight.RULE, "label-reference", row, found[1])
            return "…"

        filled = _REFERENCE.sub(pipe, text)
        if "kind" in row.ours:  # our own export: the number of an instance has no word in XLSForms
            filled = filled.replace("{n}", "\0n\1")
        return own.unpiped(filled).replace("\0", "{").replace("\1", "}")

    def _noted(self, asked: Asked, section: _Section) -> None:
        """Notes that stood before a question are read behind its question mark."""
        if not self.notes:
            return
        for note in self.notes:
            if note.relevant.strip():
                self.leave(Weight.LOOK, "note-condition", note)
            self._append(asked, note, section)
        self.notes = []

    def _append(self, asked: Asked, note: Row, _section: _Section) -> None:
        words = self._piped(self.tongues.of(note.label), note, say=True)
        asked.question["note"] = " ".join(one for one in (words, asked.question.get("note", "")) if one)
        english = self.tongues.in_english(note.label)
        if english:
            english = self._piped(english, note, say=False)
            asked.english["note"] = " ".join(one for one in (english, asked.english.get("note", "")) if one)

    def _end(self) -> None:
        """Notes behind the last question belong to it; without any question they belong nowhere."""
        if self.sections:
            self._close(self.sections[-1])
        asked = [one for section in self.sections for one in section.questions if one["kind"] != "calculated"]
        for note in self.notes:
            if not asked:
                self.leave(Weight.ROW, "note-alone", note)
                continue
            last = asked[-1]
            words = self._piped(self.tongues.of(note.label), note, say=True)
            last["note"] = " ".join(one for one in (last.get("note", ""), words) if one)
            english = self.tongues.in_english(note.label)
            if english:
                of_last = self.english["questions"].setdefault(last["id"], {})
                of_last["note"] = " ".join(
                    one for one in (of_last.get("note", ""), self._piped(english, note, say=False)) if one
                )

    # --- the whole ------------------------------------------------------------------------------------------------

    @property
    def _chinese(self) -> bool:
        return self.tongues.chinese

    def _checklist(self) -> Plain:
        head: Plain = {
            "id": id_for(self.survey.id or "form", ()).lower(),
            "title": self.survey.title or self.survey.id,
        }
        head |= {"colours": [], "cycle_days": MONTH} | own.head(self.survey)
        return head | {
            "sections": [section.plain | {"questions": section.questions} for section in self.sections]
        }

    def _in_english(self) -> Plain:
        """The English file; a form without any English gets none."""
        if self.tongues.english is None:
            return {}
        title = own.english_title(self.survey) or ("" if self._chinese else self.survey.title)
        parts = {
            key: {id_: words for id_, words in part.items() if words} for key, part in self.english.items()
        }
        return {"title": title} | {key: part for key, part in parts.items() if part}


def _around(row: Row, repeat: Group | None) -> Sequence[Group]:
    """The groups down to the one that makes the section."""
    if repeat is not None:
        return row.groups[: row.groups.index(repeat) + 1]
    named = [place for place, group in enumerate(row.groups) if group.label]
    return row.groups[: named[-1] + 1] if named else ()


def _all(whens: Sequence[Plain]) -> Plain:
    parts = list(_flat(whens))
    unique = [part for place, part in enumerate(parts) if part not in parts[:place]]
    return unique[0] if len(unique) == 1 else {"all": unique}


def _flat(whens: Sequence[Plain]) -> Iterator[Plain]:
    for when in whens:
        yield from when.get("all", [when])


def _siblings(expression: str) -> str:
    """`../name` is the question of that name beside it."""
    return _SIBLING.sub(r"${\1}", expression)
