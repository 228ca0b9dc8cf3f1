"""Lines and buttons that several screens of an exam share: questions with their letters, points, time left."""

from collections.abc import Collection, Sequence
from datetime import datetime

from checklists.bank import ExamChoice, ExamItem, ExamKind
from checklists.reading.lettered import LETTERS
from checklists.words import Words
from dialogs.cards import Row
from dialogs.context import Context
from dialogs.talk import Button, Line
from dialogs.words import listed
from safety.attempts import Attempt, Standing, standing
from safety.exams import Sitting
from safety.mistakes import Mistake, book
from safety.people import Right

MINUTE = 60  # seconds


def letter(place: int) -> Words:
    """The letter an answer is called by on the screen, whatever it is called in the bank."""
    return Words(LETTERS[place], LETTERS[place])


def choice_lines(kind: ExamKind, choices: Sequence[ExamChoice], chosen: Collection[str]) -> list[Line]:
    """The answers with their letters; those of a judge question stand on its buttons alone."""
    if kind is ExamKind.JUDGE:
        return []
    return [
        Line(
            "exam-choice-chosen" if one.id in chosen else "exam-choice",
            {"letter": letter(n), "text": one.label},
        )
        for n, one in enumerate(choices)
    ]


def choice_buttons(kind: ExamKind, choices: Sequence[ExamChoice], chosen: Collection[str]) -> Row:
    """A button an answer; its mark is its place on the screen and says nothing else."""
    labels = [one.label if kind is ExamKind.JUDGE else letter(n) for n, one in enumerate(choices)]
    return tuple(
        Button(Line("chosen", {"label": label}) if one.id in chosen else label, f"a{n}")
        for n, (one, label) in enumerate(zip(choices, labels, strict=True))
    )


def lettered(kind: ExamKind, choices: Sequence[ExamChoice], chosen: Collection[str]) -> Line | Words:
    """Which answers are meant, as the screen called them."""
    found = [
        one.label if kind is ExamKind.JUDGE else letter(n)
        for n, one in enumerate(choices)
        if one.id in chosen
    ]
    return listed(found) if found else Line("exam-not-answered")


def in_order(item: ExamItem, order: Sequence[str]) -> tuple[ExamChoice, ...]:
    """The answers of a question as they were shown."""
    known = {choice.id: choice for choice in item.choices}
    return tuple(known[one] for one in order)


def left(sitting: Sitting, now: datetime) -> int:
    """Whole minutes until time is up; 0: less than one."""
    return max(0, int((sitting.deadline - now).total_seconds()) // MINUTE)


def standing_of(paper_id: str, context: Context) -> Standing:
    """Where the reader stands with a paper."""
    exams = context.ledger.exams()
    attempts: Sequence[Attempt] = exams.attempts(paper_id)
    return standing(exams.bank().paper(paper_id), attempts, context.ledger.rules().exams, context.now)


def book_of(context: Context) -> tuple[Mistake, ...]:
    """The reader's wrong-answer book."""
    return book(context.ledger.exams().tries(), context.ledger.rules().exams.leaves_after)


def need(context: Context) -> None:
    context.need(Right.TAKE_EXAM)
