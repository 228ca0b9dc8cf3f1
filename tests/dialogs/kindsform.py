"""A form with the kinds of questions that are answered by sending something, and its officer at the first one."""

from datetime import time

from checklists.schema import (
    Accept,
    Checklist,
    FileType,
    Outcome,
    PhotoRule,
    QuestionKind,
    Section,
)
from tests.dialogs.smallform import YES_NO, option, question, w

QUESTIONS = (
    question(
        1,
        QuestionKind.TIME,
        times=(time(21), time(22)),
        accept=Accept(earliest=time(20), latest=time(2)),
        options=(option("open", "没关", Outcome.BAD),),
    ),
    question(
        2, QuestionKind.PHOTO, photo=PhotoRule(at_least=2), options=(option("dark", "拍不了", Outcome.BAD),)
    ),
    question(3, QuestionKind.FILE, files=(FileType.PDF, FileType.WORD), required=False),
    question(4, QuestionKind.FILE),
    question(5, QuestionKind.PLACE),
    question(
        6,
        QuestionKind.CODE,
        pattern="[0-9]{8}",
        example="37140001",
        options=(option("gone", "看不清", Outcome.BAD),),
    ),
    question(7, QuestionKind.YESNO, options=YES_NO),
)

KINDS = Checklist(
    id="kinds",
    title=w("各种题"),
    colours=("white",),
    cycle_days=30,
    sections=(Section(id="A", title=w("一段"), questions=QUESTIONS),),
)
