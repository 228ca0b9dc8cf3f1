"""Typed answers, in Chinese or English, as values. Nothing is ever guessed: what could mean two things is None."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time

from checklists.answers import Value
from checklists.reading.choices import numbered, read_many, read_one
from checklists.reading.codes import read_code
from checklists.reading.dates import Side, read_date
from checklists.reading.numerals import read_number
from checklists.reading.plain import plain
from checklists.reading.times import read_time
from checklists.schema import CHOICES, Question, QuestionKind

LONGEST = 120  # characters in which a choice, number or date is looked for; more is a story


@dataclass(frozen=True, slots=True)
class _Said:
    """What was typed, as it came and in plain writing, and when."""

    text: str
    plain: str
    today: date
    now: time | None


def read(question: Question, text: str, today: date, now: time | None = None) -> Value | None:
    """Return the value that somebody typed for this question, None when it is not clear.

    `now` is the time of day that “now” stands for. Whether the value can be the answer (range, future) is check's matter.
    """
    if question.kind is QuestionKind.TEXT:
        return text.strip() or None
    said = plain(text)
    if not said:
        return None
    short = len(said) <= LONGEST
    about = plain(question.text.zh) if question.kind in CHOICES else ""
    if question.kind is QuestionKind.MULTI:
        many = (
            (read_many(question.options, said, about) or numbered(question.options, said)) if short else None
        )
        return many or None
    option = read_one(question.options, said, about) if short else None
    if option is None and short and question.kind in CHOICES:
        option = next(iter(numbered(question.options, said, most=1)), None)
    if option is not None or question.kind in CHOICES:
        return option
    reader = _READERS.get(question.kind)
    if reader is None or not (short or question.kind in LONG):
        return None
    return reader(question, _Said(text, said, today, now))


def _address(_question: Question, said: _Said) -> str:
    """Where a map cannot be shared, the address in words."""
    return " ".join(said.text.split())


def _side(question: Question) -> Side:
    rule = question.accept
    if rule is not None and rule.not_expired:
        return Side.AHEAD
    done = (rule is not None and rule.max_age_days is not None) or question.ahead_days == 0
    return Side.BACK if done else Side.EITHER


LONG = frozenset({QuestionKind.PLACE, QuestionKind.CODE})  # an address or a scanned link may be longer
_READERS: Mapping[QuestionKind, Callable[[Question, _Said], Value | None]] = {
    QuestionKind.NUMBER: lambda question, said: read_number(
        said.plain, question.unit, plain(question.text.zh)
    ),
    QuestionKind.DATE: lambda question, said: read_date(said.plain, said.today, _side(question)),
    QuestionKind.TIME: lambda _question, said: read_time(said.plain, said.now),
    QuestionKind.PLACE: _address,
    QuestionKind.CODE: lambda question, said: read_code(said.text, question.shape),
}
