"""The kinds of questions there are, and what sorts them. What each accepts is judged in judging.py."""

from enum import StrEnum


class QuestionKind(StrEnum):
    """How a question is answered.

    YESNO SINGLE MULTI   one or several of its options
    NUMBER DATE TIME     a figure, a day, a time of day
    TEXT                 words
    PHOTO FILE           what is sent is the answer
    PLACE                a place on the map, or an address
    CODE                 a scanned code, as text or beside a photo
    CALCULATED           never asked: worked out from earlier answers and facts
    """

    YESNO = "yesno"
    SINGLE = "single"
    MULTI = "multi"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    TEXT = "text"
    PHOTO = "photo"
    FILE = "file"
    PLACE = "place"
    CODE = "code"
    CALCULATED = "calculated"


class FileType(StrEnum):
    """What a file may be, by its content."""

    PDF = "pdf"
    WORD = "word"
    EXCEL = "excel"
    IMAGE = "image"


CHOICES = frozenset({QuestionKind.YESNO, QuestionKind.SINGLE, QuestionKind.MULTI})
FIGURES = frozenset(
    {QuestionKind.NUMBER, QuestionKind.CALCULATED}
)  # what can be compared and calculated with
ATTACHED = frozenset({QuestionKind.PHOTO, QuestionKind.FILE})
MEASURED = frozenset({QuestionKind.NUMBER, QuestionKind.DATE, QuestionKind.TIME, QuestionKind.CALCULATED})
