"""Checks that a checklist makes sense: lengths, options, limits, grounds, photos. Names are checked in names.py."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from checklists.kinds import FIGURES
from checklists.schema import (
    ATTACHED,
    CHOICES,
    MEASURED,
    Accept,
    Outcome,
    PhotoAsk,
    Question,
    QuestionKind,
    Severity,
)
from checklists.sight import Sight
from checklists.words import Words

# What a phone screen holds, in characters and buttons.
LABEL, LABEL_EN = 8, 26
QUESTION, QUESTION_EN = 60, 120
ADVICE, ADVICE_EN = 120, 360
OPTIONS, PRESETS, CRITICAL, REASONS = 8, 6, 3, 3

# Patterns of codes: short, and with so few open ends that no text takes long.
PATTERN, OPEN_ENDS = 80, 3
_OPEN_END = re.compile(r"(?<!\\)(?:[*+]|\{\d*,\})")
_REPEATED_GROUP = re.compile(r"(?<!\\)\)[*+{]|\\[1-9]|\(\?[<P=!]")

# Which fields belong to which kinds only.
ONLY: dict[str, frozenset[QuestionKind]] = {
    **dict.fromkeys(("presets", "minimum", "maximum", "whole", "sets"), frozenset({QuestionKind.NUMBER})),
    "unit": FIGURES,
    "calculate": frozenset({QuestionKind.CALCULATED}),
    **dict.fromkeys(("oldest_days", "ahead_days"), frozenset({QuestionKind.DATE})),
    "times": frozenset({QuestionKind.TIME}),
    **dict.fromkeys(("accept", "accept_when"), MEASURED),
    "longest": frozenset({QuestionKind.TEXT}),
    **dict.fromkeys(("pattern", "example"), frozenset({QuestionKind.CODE})),
    "files": frozenset({QuestionKind.FILE}),
}
# Which bounds of `accept` belong to which kind.
BOUNDS: dict[QuestionKind, tuple[str, ...]] = {
    QuestionKind.NUMBER: ("at_least", "at_most", "at_least_fact", "at_most_fact"),
    QuestionKind.CALCULATED: ("at_least", "at_most", "at_least_fact", "at_most_fact"),
    QuestionKind.DATE: ("max_age_days", "not_expired"),
    QuestionKind.TIME: ("earliest", "latest"),
}

Check = Callable[[Sight, Question], None]


def check_sense(sight: Sight) -> None:
    """Run every check of sense on one checklist."""
    for question in sight.form.questions:
        for check in CHECKS:
            check(sight, question)
    _critical(sight)


def _critical(sight: Sight) -> None:
    count = sum(question.critical for question in sight.form.questions)
    if count > CRITICAL:
        sight.complain("critical-too-many", None, count=count, limit=CRITICAL)
    elif not count and not sight.broken:
        sight.complain("critical-missing", None)


def _texts(sight: Sight, question: Question) -> None:
    _length(sight, question, question.text, QUESTION, QUESTION_EN, "text")
    _length(sight, question, question.advice, ADVICE, ADVICE_EN, "advice")
    if question.note is not None:
        _length(sight, question, question.note, ADVICE, ADVICE_EN, "note")
    for place, option in enumerate(question.options):
        _length(sight, question, option.label, LABEL, LABEL_EN, "options", place, "label")


def _length(sight: Sight, question: Question, words: Words, zh: int, en: int, *steps: str | int) -> None:
    if not words.zh.strip():
        sight.complain("text-empty", question, *steps)
    for text, limit in ((words.zh, zh), (words.en, en)):
        if len(text) > limit:
            sight.complain("text-too-long", question, *steps, count=len(text), limit=limit)


def _options(sight: Sight, question: Question) -> None:
    count, least = len(question.options), 2 if question.kind in CHOICES else 0
    if count < least:
        sight.complain("options-missing", question, "id", least=least)
    if count and question.kind in {QuestionKind.TEXT, QuestionKind.CALCULATED}:
        sight.complain("options-unwanted", question, "options")
    if count > OPTIONS:
        sight.complain("options-too-many", question, "options", limit=OPTIONS)
    labels = [option.label.zh for option in question.options]
    for place, label in enumerate(labels):
        if label in labels[:place]:
            sight.complain("option-same-label", question, "options", place, "label", label=label)


def _outcomes(sight: Sight, question: Question) -> None:
    outcomes = [option.outcome for option in question.options]
    if question.kind not in CHOICES or len(outcomes) == 1 or set(outcomes) <= {Outcome.NEUTRAL}:
        return  # a question that only states facts judges nothing
    if outcomes[0] is not Outcome.OK:
        sight.complain("option-first", question, "options", 0)
    if Outcome.BAD not in outcomes:
        sight.complain("option-none-bad", question, "options")


def _alone(sight: Sight, question: Question) -> None:
    if question.kind is not QuestionKind.MULTI and any(option.alone for option in question.options):
        sight.complain("alone-not-multi", question, "options")


def _fields(sight: Sight, question: Question) -> None:
    """Fields that belong to another kind of question."""
    for key, kinds in ONLY.items():
        if question.kind not in kinds and getattr(question, key) not in (None, (), False):
            sight.complain("measure-unwanted", question, key, key=key)


def _times(sight: Sight, question: Question) -> None:
    if len(question.times) > PRESETS:
        sight.complain("presets-too-many", question, "times", limit=PRESETS)


def _pattern(sight: Sight, question: Question) -> None:
    """A pattern that reads in no time, with an example that people can follow."""
    if question.pattern is None or question.kind is not QuestionKind.CODE:
        return
    if not _compiles(question.pattern):
        sight.complain("pattern-broken", question, "pattern")
    elif len(question.pattern) > PATTERN or _open(question.pattern):
        sight.complain("pattern-too-open", question, "pattern", limit=OPEN_ENDS, longest=PATTERN)
    elif question.example is None:
        sight.complain("example-missing", question, "pattern")
    elif question.shape is not None and question.shape.fullmatch(question.example) is None:
        sight.complain("example-unfit", question, "example", value=question.example)


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


def _open(pattern: str) -> bool:
    return len(_OPEN_END.findall(pattern)) > OPEN_ENDS or _REPEATED_GROUP.search(pattern) is not None


def _calculate(sight: Sight, question: Question) -> None:
    if question.kind is QuestionKind.CALCULATED and question.calculate is None:
        sight.complain("calculate-missing", question, "id")


def _number(sight: Sight, question: Question) -> None:
    if question.kind is not QuestionKind.NUMBER:
        return
    if question.unit is None:
        sight.complain("unit-missing", question, "id")
    if question.minimum is None or question.maximum is None:
        sight.complain("range-missing", question, "id")
        return
    _range(sight, question, question.minimum, question.maximum)


def _range(sight: Sight, question: Question, low: Decimal, high: Decimal) -> None:
    if low > high:
        sight.complain("range-empty", question, "minimum")
        return
    for place, preset in enumerate(question.presets):
        if not low <= preset <= high:
            sight.complain("preset-outside", question, "presets", place, value=preset)
    if len(question.presets) > PRESETS:
        sight.complain("presets-too-many", question, "presets", limit=PRESETS)
    for key, accept in _accepts(question):
        for limit in (accept.at_least, accept.at_most):
            if limit is not None and not low <= limit <= high:
                sight.complain("accept-outside", question, key, value=limit)


def _accepts(question: Question) -> Iterator[tuple[str, Accept]]:
    if question.accept is not None:
        yield "accept", question.accept
    for other in question.accept_when:
        yield "accept_when", other.accept


def _rule(sight: Sight, question: Question) -> None:
    if question.kind not in MEASURED:
        return
    if question.accept is None:
        sight.complain("accept-missing", question, "id")
    fit = BOUNDS[question.kind]
    for key, accept in _accepts(question):
        said = [
            name for names in BOUNDS.values() for name in names if getattr(accept, name) not in (None, False)
        ]
        for name in said:
            if name not in fit:
                sight.complain("measure-unwanted", question, key, name, key=name)
        if not accept.anything and not set(said) & set(fit):
            sight.complain("accept-empty", question, key)
        if accept.max_age_days is not None and question.ahead_days:
            sight.complain("date-ahead", question, "ahead_days")


def can_fail(question: Question) -> bool:
    """Whether some answer is a finding; what only records or counts needs no law behind it."""
    judged = any(not accept.anything for _key, accept in _accepts(question))
    return judged or any(option.outcome is Outcome.BAD for option in question.options)


def _grounds(sight: Sight, question: Question) -> None:
    if not question.basis and can_fail(question):
        sight.complain("clause-missing", question, "id")
    major, options = question.major, [option.severity for option in question.options]
    if major is None:
        if Severity.MAJOR in (question.severity, *options):
            sight.complain("major-missing", question, "severity")
        return
    if question.severity is Severity.GENERAL and major.when is None and Severity.MAJOR not in options:
        sight.complain("major-never", question, "major")
    if major.official and not (major.criteria or major.basis or major.criterion):
        sight.complain("major-no-basis", question, "major")
    if major.criteria and not major.official:
        sight.complain("major-not-official", question, "major", "criteria")


def _photo(sight: Sight, question: Question) -> None:
    if question.photo.required and question.photo.ask not in {PhotoAsk.ALWAYS, PhotoAsk.FAIL}:
        sight.complain("photo-required", question, "photo")
    written = sight.tree.at((*sight.places.get(question.id, ()), "photo"))
    for key in written if isinstance(written, dict) and question.kind in ATTACHED else ():
        if key != "at_least":
            sight.complain("measure-unwanted", question, "photo", key, key=key)


def _carry(sight: Sight, question: Question) -> None:
    """A critical question that says it may be taken over: the author believes something that will not happen."""
    written = sight.tree.at((*sight.places.get(question.id, ()), "carry"))
    if question.critical and written is not None and question.carry.carried:
        sight.complain("carry-critical", question, "carry", value=question.carry.value)


def _na(sight: Sight, question: Question) -> None:
    """Not applicable: never where somebody may die today, and with reasons that state and judge nothing."""
    if not question.may_not_apply:
        return
    written = sight.tree.at(sight.places.get(question.id, ()))
    key = "na" if isinstance(written, dict) and "na" in written else "na_reasons"
    if question.critical:
        sight.complain("na-critical", question, key)
    if question.kind is QuestionKind.CALCULATED:
        sight.complain("measure-unwanted", question, key, key=key)
    plain = all(one.outcome is Outcome.NEUTRAL and not one.sets for one in question.na_reasons)
    if not plain or len(question.na_reasons) > REASONS:
        sight.complain("na-reasons", question, key, limit=REASONS)
    for place, one in enumerate(question.na_reasons if key == "na_reasons" else ()):
        _length(sight, question, one.label, LABEL, LABEL_EN, key, place, "label")


CHECKS: tuple[Check, ...] = (
    _texts,
    _options,
    _outcomes,
    _alone,
    _fields,
    _number,
    _calculate,
    _times,
    _pattern,
    _rule,
    _grounds,
    _photo,
    _carry,
    _na,
)
