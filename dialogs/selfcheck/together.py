"""Several people on one self-check: whose answer stands and since when, in words. What happens when two differ: rival.py."""

from datetime import datetime

from checklists.answers import Value
from checklists.schema import Question
from dialogs.selfcheck import answering
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Line
from dialogs.words import listed, since
from safety.checks import Author, Colleague, Holder

NAMED = 4  # people whose shares are told


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


def name_of(person: Author | Holder | Colleague) -> Line | str:
    """A name, or `a colleague` once the name is no longer kept."""
    return person.name or Line("colleague")


def shares(sheet: Sheet) -> list[Line]:
    """How many answers each has given, once somebody else has given one."""
    if all(author.person == sheet.me for author in sheet.authors.values()):
        return []
    given: dict[int, list[Author]] = {}
    for author in sheet.authors.values():
        given.setdefault(author.person, []).append(author)
    ranked = sorted(given.values(), key=len, reverse=True)
    people = [Line("share", {"person": name_of(some[0]), "n": len(some)}) for some in ranked[:NAMED]]
    return [Line("review-shares", {"people": listed(people)})]


def reasoned(sheet: Sheet, question: Question, reason: Line, now: datetime) -> Line:
    """Why a question stands out, with who has answered it, or who does it."""
    author, holder = sheet.other(question), sheet.holder(question)
    if author is not None:
        return Line("review-signed", {"reason": reason, "author": signed(author, now)})
    if holder is not None and holder.person != sheet.me and sheet.is_open(question):
        return Line("review-held", {"reason": reason, "person": name_of(holder)})
    return reason
