"""What can be sent for a question, in words: the hint under an open one, and the line after something else was sent."""

from checklists.schema import FileType, Question, QuestionKind
from checklists.words import Words
from dialogs.talk import Argument, Line
from dialogs.words import listed

HINTED = frozenset(QuestionKind) - {QuestionKind.YESNO, QuestionKind.SINGLE, QuestionKind.DATE}


def hint(question: Question) -> list[Line]:
    """How an open question is answered; buttons alone need no words."""
    return [Line("ask-hint", _said(question))] if question.kind in HINTED else []


def accepts(question: Question) -> Line:
    """What can be sent as the answer."""
    return Line("accepts-answer", _said(question))


def files(question: Question) -> Line | Words:
    """What a file may be."""
    return listed([Line("file-type", {"type": one.value}) for one in question.files or FileType])


def _said(question: Question) -> dict[str, Argument]:
    return {
        "kind": question.kind.value,
        "n": question.photo.at_least,
        "example": question.example or "",
        "shown": "yes" if question.example else "no",
        "files": files(question),
    }
