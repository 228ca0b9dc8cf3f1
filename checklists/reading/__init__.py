"""Typed answers, in Chinese or English, as values. Nothing is ever guessed: what could mean two things is None."""

from datetime import date

from checklists.answers import Value
from checklists.schema import Question


def read(_question: Question, _text: str, _today: date) -> Value | None:
    """Return the value that somebody typed for this question, None when it is not clear."""
    return None
