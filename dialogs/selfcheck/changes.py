"""Answers of a submission in words, and what differs between two versions of it. Drawing only."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from checklists.answers import Answer
from checklists.schema import Checklist, Question
from checklists.words import Words
from dialogs.selfcheck import answering
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Argument, Line

NONE = Answer()


def said(question: Question, answer: Answer, today: date) -> Line | Words:
    """An answer as people read it; passed over and not answered are said too."""
    if answer.value is None:
        return Line("said-skipped") if answer.skipped else Line("said-none")
    return answering.answer_words(question, answer.value, today)


def in_order(form: Checklist, names: Iterable[str]) -> tuple[Question, ...]:
    """The questions with these ids, instances of repeats too, as the form has them; what it does not know is left out."""
    known = sorted((one for one in set(names) if one in form.places), key=lambda one: form.places[one])
    return tuple(form.question(one) for one in known)


def answered(
    form: Checklist, answers: Mapping[str, Answer], question: Question, number: int, today: date
) -> Line:
    """A question with its answer, in one line."""
    answer = answers.get(question.id, NONE)
    args: dict[str, Argument] = {
        "n": number,
        "question": told(form, answers, question),
        "answer": said(question, answer, today),
    }
    return Line("said-answer", args)


def told(form: Checklist, answers: Mapping[str, Answer], question: Question) -> Words:
    """A question by its words; of a repeated one which instance, and how these answers call it."""
    naming = form.naming(question.id)
    name = answers.get(naming, NONE).value if naming is not None else None
    return form.told(question.id, name if isinstance(name, str) else "")


def different(old: Answer, new: Answer) -> bool:
    """Whether what was said has changed: the answer, the words beside it, or the photos."""
    return (old.value, old.skipped, old.note, old.photos) != (new.value, new.skipped, new.note, new.photos)


def any_between(old: Mapping[str, Answer], new: Mapping[str, Answer]) -> bool:
    """Whether anything differs."""
    return any(different(old.get(one, NONE), new.get(one, NONE)) for one in {*old, *new})


def between(sheet: Sheet, old: Mapping[str, Answer]) -> Iterator[Line]:
    """What a correction has changed so far."""
    numbers = {one.id: number for number, one in enumerate(sheet.asked(), 1)}
    return _lines(sheet.form, old, sheet.answers, numbers, sheet.today)


def listed(
    form: Checklist, old: Mapping[str, Answer], new: Mapping[str, Answer], today: date
) -> Iterator[Line]:
    """What differs between two versions that were submitted."""
    return _lines(form, old, new, numbered(form, new), today)


def numbered(form: Checklist, answers: Mapping[str, Answer]) -> dict[str, int]:
    """The number of each question among those of a submission."""
    return {one.id: number for number, one in enumerate(in_order(form, answers), 1)}


def _lines(
    form: Checklist,
    old: Mapping[str, Answer],
    new: Mapping[str, Answer],
    numbers: Mapping[str, int],
    today: date,
) -> Iterator[Line]:
    """Each question whose answer differs: old → new."""
    both = in_order(form, {*old, *new})
    changed = [one for one in both if different(old.get(one.id, NONE), new.get(one.id, NONE))]
    if not changed:
        yield Line("change-nothing")
    for one in changed:
        name = told(form, {**old, **new}, one)
        yield _line(one, name, old.get(one.id, NONE), new.get(one.id, NONE), numbers.get(one.id, 0), today)


def _line(question: Question, name: Words, was: Answer, now: Answer, number: int, today: date) -> Line:
    args: dict[str, Argument] = {
        "n": number,
        "question": name,
        "was": said(question, was, today),
        "now": said(question, now, today),
    }
    same = (was.value, was.skipped) == (now.value, now.skipped)
    return Line("change-beside", args) if same else Line("change-answer", args)
