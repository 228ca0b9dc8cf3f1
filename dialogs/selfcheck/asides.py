"""What stands beside a question: why it is asked, why it does not apply, the calendar, the second look at a suspected major hazard."""

from checklists.schema import Question
from checklists.words import Words
from dialogs.cards import GAP, button
from dialogs.context import Context
from dialogs.selfcheck import answering, asking, inapplicable, trail
from dialogs.selfcheck.sheet import Sheet
from dialogs.talk import Line, Screen, State, Step
from dialogs.words import listed

PLACES = {"r": "review", "w": "parts"}


def basis(question: Question) -> list[Line | Words]:
    """The clauses a question rests on, in one line; the criteria of major hazards that a bad answer may meet."""
    clauses = [clause.text for clause in question.basis]
    lines: list[Line | Words] = [Line("why-basis", {"clauses": listed(clauses)})] if clauses else []
    return [*lines, *criteria(question)]


def criteria(question: Question) -> list[Line | Words]:
    """The coded criteria behind a question, a line each."""
    coded = question.major.criteria if question.major is not None else ()
    return [
        Line("why-criterion", {"code": one.code, "text": one.text, "clause": one.clause.text})
        for one in coded
        if one.clause is not None
    ]


# --- why ----------------------------------------------------------------------------------------------------------


def show_why(state: State, sheet: Sheet, context: Context) -> Screen:
    """The clause, the usual fix, a note; back to the question, to the overview, or a pause."""
    question = sheet.question(state.data.get("q"))
    lines = [*asking.heading(sheet, question), GAP, *basis(question)]
    lines.append(Line("why-advice", {"advice": question.advice}))
    if question.note is not None:
        lines.append(Line("why-note", {"note": question.note}))
    note = sheet.answer(question).note
    if note:
        lines.append(Line("own-note", {"note": note}))
    share = (button("to-parts", "w"),) if context.ledger.colleagues() else ()
    ways = (button("overview", "r"), button("pause", "q"))
    rows = (inapplicable.way(question), (button("back-to-question", "b"), *share), ways)
    return Screen(lines, tuple(row for row in rows if row))


def tapped_why(state: State, option: str, sheet: Sheet, context: Context) -> Step | None:
    question = sheet.question(state.data.get("q"))
    if option == "b":
        return Step(trail.asking(state, question, context))
    if option == inapplicable.OPTION:
        return inapplicable.asked(state, question)
    if option in PLACES:
        return Step(trail.moved(state, PLACES[option]))
    return Step(None, say=Line("paused")) if option == "q" else None


# --- not applicable -----------------------------------------------------------------------------------------------


def show_na(state: State, sheet: Sheet, _context: Context) -> Screen:
    """Why: one of the usual reasons, or words of one's own."""
    question = sheet.question(state.data.get("q"))
    lines = [*asking.heading(sheet, question), GAP, Line("na-why"), Line("na-hint")]
    return Screen(lines, (*inapplicable.reasons(question), (button("back-to-question", "b"),)))


def tapped_na(state: State, option: str, sheet: Sheet, context: Context) -> Step | None:
    question = sheet.question(state.data.get("q"))
    if option == "b":
        return Step(trail.asking(state, question, context))
    return inapplicable.picked(state, option, sheet, question, context)


# --- calendar -----------------------------------------------------------------------------------------------------


def show_calendar(state: State, sheet: Sheet, _context: Context) -> Screen:
    """The month as a grid."""
    question = sheet.question(state.data.get("q"))
    rows = asking.calendar_rows(state, sheet, question)
    return Screen(asking.heading(sheet, question), (*rows, asking.bottom(state, sheet, question)))


def tapped_calendar(state: State, option: str, sheet: Sheet, context: Context) -> Step | None:
    question = sheet.question(state.data.get("q"))
    if option == "b":
        return Step(trail.asking(state, question, context))
    if option in {"s", "m"}:
        return asking.tapped(state, option, sheet, context)
    return asking.dated(state, option, sheet, question, context)


# --- sure ---------------------------------------------------------------------------------------------------------


def show_sure(state: State, sheet: Sheet, _context: Context) -> Screen:
    """Is it really so? Stop and protect first; then it goes to the supervisors at once."""
    question = sheet.question(state.data.get("q"))
    value = answering.kept_value(state, question)
    lines = [*asking.heading(sheet, question), GAP, Line("sure-title")]
    if value is not None:
        lines.append(Line("sure-answer", {"answer": answering.answer_words(question, value, sheet.today)}))
    lines += [Line("sure-first"), Line("why-advice", {"advice": question.advice}), Line("sure-after")]
    return Screen(lines, ((button("sure-yes", "ok"),), (button("sure-no", "b"),)))


def tapped_sure(state: State, option: str, sheet: Sheet, context: Context) -> Step | None:
    question = sheet.question(state.data.get("q"))
    value = answering.kept_value(state, question)
    if option == "ok" and value is not None:
        return answering.confirmed(state, sheet, question, value, context)
    return Step(trail.asking(state, question, context)) if option == "b" else None
