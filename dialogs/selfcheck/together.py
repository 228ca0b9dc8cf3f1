"""Several people on one self-check: whose answer stands and since when, in words. What happens when two differ: rival.py."""

from datetime import datetime

from checklists.answers import Value
from checklists.schema import Question
from dialogs.selfcheck import answering
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Line
from dialogs.words import since
from safety.ledger import Author


def answered(sheet: Sheet, question: Question, value: Value, now: datetime) -> Line:
    """The answer that stands; a colleague's with name and time."""
    answer = answering.answer_words(question, value, sheet.today)
    author = sheet.other(question)
    if author is None:
        return Line("ask-answered", {"answer": answer})
    return Line("ask-answered-by", {"answer": answer, "author": signed(author, now)})


def signed(author: Author, now: datetime) -> Line:
    """`王芳 10:32`"""
    return Line("author", {"person": name_of(author), "time": since(author.at, now)})


def name_of(author: Author) -> Line | str:
    """A name, or `a colleague` once the name is no longer kept."""
    return author.name or Line("colleague")
