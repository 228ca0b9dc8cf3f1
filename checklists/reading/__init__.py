"""Typed answers, in Chinese or English, as values. Nothing is ever guessed: what could mean two things is None."""

from datetime import date

from checklists.answers import Value
from checklists.reading.choices import read_many, read_one
from checklists.reading.dates import Side, read_date
from checklists.reading.numerals import read_number
from checklists.reading.plain import plain
from checklists.schema import CHOICES, Question, QuestionKind

LONGEST = 120  # characters in which a choice, number or date is looked for; more is a story


def read(question: Question, text: str, today: date) -> Value | None:
    """Return the value that somebody typed for this question, None when it is not clear.

    Whether the value can be the answer (range, future) is check's matter.
    """
    if question.kind is QuestionKind.TEXT:
        return text.strip() or None
    said = plain(text)
    if not said or len(said) > LONGEST:
        return None
    if question.kind is QuestionKind.MULTI:
        return read_many(question.options, said)
    option = read_one(question.options, said)
    if option is not None or question.kind in CHOICES:
        return option
    if question.kind is QuestionKind.DATE:
        return read_date(said, today, _side(question))
    return read_number(said, question.unit)


def _side(question: Question) -> Side:
    rule = question.accept
    if rule is not None and rule.not_expired:
        return Side.AHEAD
    done = (rule is not None and rule.max_age_days is not None) or question.ahead_days == 0
    return Side.BACK if done else Side.EITHER
