"""One row of an XLSForm as a question: its kind, answers, range. Where it stands and what it waits for: taking.py."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from checklists.xlsform.calculations import expression_of
from checklists.xlsform.conditions import Conditions, Known
from checklists.xlsform.constraints import rules_of
from checklists.xlsform.kinds import DIGITS, KINDS, RANGES, REASONS, WHOLE
from checklists.xlsform.left import Left, NotTakenError, Weight
from checklists.xlsform.marks import value_for
from checklists.xlsform.survey import Choice, Row
from checklists.xlsform.tongues import Tongues

Plain = dict[str, Any]
YES = frozenset({"yes", "y", "true", "1", "是", "有", "oui", "si", "sí", "sim"})
NO = frozenset({"no", "n", "false", "0", "2", "否", "没有", "non", "não"})
READ_ON: tuple[Plain, ...] = (
    {"value": "ok", "label": "知道了", "outcome": "neutral", "affirms": True},
    {"value": "no", "label": "还没有", "outcome": "neutral", "affirms": False},
)
READ_ON_ENGLISH = {"ok": "OK", "no": "Not yet"}
OTHER_FILE = "other-file"


@dataclass(slots=True)
class Asked:
    """A question as plain data, its English, how later rows may speak of it, and what was left of it."""

    question: Plain
    english: Plain
    known: Known
    left: list[Left] = field(default_factory=list)


def question_of(row: Row, id_: str, tongues: Tongues, conditions: Conditions) -> Asked:
    """The question of a row. Raises NotTakenError when the row can be none at all."""
    kind = KINDS.get(row.type)
    if kind is None:
        raise NotTakenError(REASONS.get(row.type, "type"), row.type)
    return _Maker(row, id_, kind, tongues, conditions).asked()


class _Maker:
    """Makes one question."""

    def __init__(self, row: Row, id_: str, kind: str, tongues: Tongues, conditions: Conditions) -> None:
        self.row = row
        self.tongues = tongues
        self.conditions = conditions
        self.left: list[Left] = []
        self.values: dict[str, str] = {}
        self.question: Plain = {"id": id_, "kind": kind}
        self.english: Plain = {}
        self.kind = kind

    def asked(self) -> Asked:
        self._texts()
        whole = self.row.type in WHOLE
        fill: dict[str, Callable[[], None]] = {
            "single": self._choices,
            "multi": self._choices,
            "yesno": self._read_on,
            "number": self._number,
            "calculated": self._calculated,
            "code": self._code,
        }
        fill.get(self.kind, lambda: None)()
        self._constraint(whole=whole)
        if self.question["kind"] in {"number", "date", "time", "calculated"}:
            self.question["accept"] = {"anything": True}
        if self.kind != "calculated":
            self._required(self.row.required.strip().lower())
        self._looks()
        known = Known(self.question["id"], self.question["kind"], self.values, whole=whole)
        return Asked(self.question, self.english, known, self.left)

    def _required(self, written: str) -> None:
        if written in {"yes", "true", "true()", "1", "1.0"}:
            return
        self.question["required"] = False
        if written not in {"", "no", "false", "false()", "0", "0.0"}:
            self.leave(Weight.RULE, "required-when", self.row.required)

    def leave(self, weight: Weight, code: str, detail: str = "") -> None:
        self.left.append(Left(weight, code, self.row.row, self.row.name, detail))

    def _texts(self) -> None:
        label = self.row.label or dict.fromkeys(("", self.tongues.english or ""), self.row.name)
        self.question["text"] = self.tongues.of(label)
        self._english("text", label)
        self.question["advice"] = self.tongues.of(self.row.guidance)
        self._english("advice", self.row.guidance)
        if self.row.hint:
            self.question["note"] = self.tongues.of(self.row.hint)
            self._english("note", self.row.hint)
        if not self.row.label and self.kind != "calculated":
            self.leave(Weight.LOOK, "no-label")

    def _english(self, key: str, text: Mapping[str, str]) -> None:
        english = self.tongues.in_english(text)
        if english:
            self.english[key] = english

    def _choices(self) -> None:
        if not self.row.choices:
            raise NotTakenError(OTHER_FILE, self.row.type)
        for choice in self.row.choices:
            self.values[choice.name] = value_for(choice.name, set(self.values.values()))
        meanings = [_affirms(choice) for choice in self.row.choices]
        if self.kind == "single" and sorted(meanings, key=str) == [False, True]:
            self.question["kind"] = "yesno"
        self.question["options"] = [
            self._option(one, means) for one, means in zip(self.row.choices, meanings, strict=True)
        ]
        english = {
            self.values[one.name]: words
            for one in self.row.choices
            if (words := self.tongues.in_english(one.label))
        }
        if english:
            self.english["options"] = english

    def _option(self, choice: Choice, affirms: bool | None) -> Plain:  # noqa: FBT001 - what the answer means
        label = self.tongues.of(choice.label) or choice.name
        option: Plain = {"value": self.values[choice.name], "label": label, "outcome": "neutral"}
        if affirms is not None and self.kind == "single":
            option["affirms"] = affirms
        return option

    def _read_on(self) -> None:
        """Something to be read and confirmed."""
        self.question["options"] = [dict(one) for one in READ_ON]
        self.values.update({"OK": "ok", "ok": "ok"})
        if self.tongues.english is not None:
            self.english["options"] = dict(READ_ON_ENGLISH)

    def _number(self) -> None:
        if self.row.type in WHOLE:
            self.question["whole"] = True
        if self.row.type in RANGES:
            self.question |= dict(zip(("minimum", "maximum"), RANGES[self.row.type], strict=True))
        if self.row.type == "range":
            self._range(*(_decimal(self.row.parameters.get(key)) for key in ("start", "end", "step")))

    def _range(self, low: Decimal | None, high: Decimal | None, step: Decimal | None) -> None:
        if low is None or high is None:
            return
        self.question |= {"minimum": min(low, high), "maximum": max(low, high)}
        if all(one is not None and one == int(one) for one in (low, high, step)):
            self.question["whole"] = True

    def _calculated(self) -> None:
        self.question["calculate"] = expression_of(self.row.calculation, self.conditions)

    def _code(self) -> None:
        if self.row.type == "phone number":
            self.question["pattern"] = DIGITS

    def _constraint(self, *, whole: bool) -> None:
        kind = "number" if self.kind == "number" else self.kind
        try:
            own = self.row.constraint.replace(f"${{{self.row.name}}}", ".")  # some name the question itself
            rules = rules_of(own, kind, whole=whole, values=self.values)
        except NotTakenError as reason:
            self.leave(Weight.RULE, reason.code, reason.detail)
            return
        for value in rules.pop("alone", ()):
            next(option for option in self.question["options"] if option["value"] == value)["alone"] = True
        if "pattern" in rules and self.kind == "text":
            self.question["kind"] = "code"
            rules.pop("longest", None)
        self.question |= rules

    def _looks(self) -> None:
        for name in self.row.extras:
            if name == "choice_filter":
                self.leave(Weight.RULE, "choice-filter")
            else:
                self.leave(Weight.LOOK, "look", name)


def _affirms(choice: Choice) -> bool | None:
    words = {choice.name.lower(), *(text.lower() for text in choice.label.values())}
    named = choice.name.lower()
    if named in {"1", "0", "2"}:
        words.discard(named)  # a number says nothing by itself
    return True if words & YES else False if words & NO else None


def _decimal(value: object) -> Decimal | None:
    try:
        return Decimal(str(value))
    except ArithmeticError:
        return None


def only(names: Sequence[str], plain: Mapping[str, Any]) -> Plain:
    """The named entries, in that order."""
    return {name: plain[name] for name in names if name in plain}
