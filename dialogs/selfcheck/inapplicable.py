"""Not applicable (不适用): the button beside the answers, the usual reasons, and what is typed about it.

A reason is always asked for. The step with the reasons is drawn in asides.py.
"""

from datetime import date, time

from checklists.answers import NotApplicable, Value
from checklists.reading import applying, read
from checklists.schema import Question, QuestionKind
from dialogs import cards
from dialogs.cards import Row, button
from dialogs.context import Context
from dialogs.selfcheck import again, answering, memory, trail
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Button, Line, State, Step

AT = "na"
OPTION = "na"
BUTTONS, BOTTOM, ABREAST = 8, 3, 2
LONGEST = 200  # characters of a reason
ANY_WORDS = frozenset({QuestionKind.TEXT, QuestionKind.PLACE})  # whatever is typed can be the answer


def offered(rows: tuple[Row, ...], state: State, sheet: Sheet, question: Question) -> tuple[Row, ...]:
    """The answers with one more button where there is room; it always stands behind “more” too."""
    if not question.may_not_apply or sum(map(len, rows)) + BOTTOM >= BUTTONS:
        return rows
    one = _button(state, sheet, question)
    if rows and len(rows[-1]) < _abreast(question):
        return (*rows[:-1], (*rows[-1], one))
    return (*rows, (one,))


def _abreast(question: Question) -> int:
    """Yes, no and not applicable stand in one row; what can be ticked, and figures, stay among themselves."""
    if question.kind is QuestionKind.YESNO:
        return ABREAST + 1
    return ABREAST if question.options and question.kind is not QuestionKind.MULTI else 0


def _button(state: State, sheet: Sheet, question: Question) -> Button:
    """Last time's reason is confirmed with one tap, or given anew."""
    found = (
        memory.offer(sheet, question) if "value" not in state.data and "chosen" not in state.data else None
    )
    if found is not None and isinstance(found.value, NotApplicable):
        return Button(Line("carry-na"), again.TAKE + found.mark)
    label = Line("not-applicable")
    chosen = sheet.answer(question).not_applicable
    return Button(Line("chosen", {"label": label}) if chosen else label, OPTION)


def way(question: Question) -> Row:
    """The button behind “more”."""
    return (button("not-applicable", OPTION),) if question.may_not_apply else ()


def asked(state: State, question: Question) -> Step | None:
    """To the step that asks why; the time the question was put goes along."""
    if not question.may_not_apply:
        return None
    return Step(trail.moved(state, AT, q=question.id, shown=state.data.get("shown")))


def reasons(question: Question) -> tuple[Row, ...]:
    """One button each."""
    return cards.choices([one.label for one in question.na_reasons], (), 1, "r")


def picked(state: State, option: str, sheet: Sheet, question: Question, context: Context) -> Step | None:
    """One of the usual reasons."""
    place = cards.index_in("r", option, len(question.na_reasons))
    if place is None:
        return None
    value = NotApplicable(question.na_reasons[place].value)
    return answering.pick(state, sheet, question, value, context)


def said(question: Question, text: str) -> str | None:
    """The reason in words that say it does not apply, "" without one; None where they do not, or where any words are an answer."""
    if question.kind in ANY_WORDS and not question.may_not_apply:
        return None
    return applying.inapplicable(question, text)


def understood(question: Question, text: str, today: date, now: time | None) -> Value | None:
    """What typed words say of a question: its answer, or with a reason that it does not apply; None when neither is clear."""
    why = said(question, text)
    if why is None:
        return read(question, text, today, now)
    return applying.reason(question, why[:LONGEST]) if why and question.may_not_apply else None


def written(text: str, question: Question) -> NotApplicable:
    """A reason in somebody's own words; said again in front of it, that it does not apply is left out."""
    why = applying.inapplicable(question, text)
    return applying.reason(question, (why or " ".join(text.split()))[:LONGEST])
